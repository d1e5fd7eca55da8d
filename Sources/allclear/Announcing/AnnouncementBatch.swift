import Diagnostics
import StatusSite

/// What is to be announced at once, and what of it is not.
struct AnnouncementBatch {
    /// The oldest first.
    var announcements: [Announcement] = []
    /// How many are left out, as what they tell of is too old.
    var outdatedCount = 0
    /// The errors of records of which nothing can be told.
    var errors: [Diagnostic] = []
}

extension AnnouncementBatch {
    /// The paths of the records of which nothing can be told, sorted.
    var brokenPaths: [String] { Set(errors.map(\.location.path)).sorted() }
}
