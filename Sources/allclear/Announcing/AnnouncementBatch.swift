import Diagnostics
import StatusSite

/// The announcements of one run, and what was left out of it.
struct AnnouncementBatch {
    /// The announcements, oldest first.
    var announcements: [Announcement] = []
    /// The number of announcements that are left out because their news is too old.
    var outdatedCount = 0
    /// The errors of records of which nothing can be announced.
    var errors: [Diagnostic] = []
}

extension AnnouncementBatch {
    /// The paths of the records of which nothing can be announced, sorted.
    var brokenPaths: [String] { Set(errors.map(\.location.path)).sorted() }
}
