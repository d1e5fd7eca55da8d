import Diagnostics
import Publishing
import StatusModel

/// What the preview shows from one save to the next.
struct PreviewState: Sendable {
    /// Another one for each state, of this run or any other.
    let version = String(UInt64.random(in: .min ... .max), radix: 16)
    /// The site as it was last without errors; nothing before it was.
    let site: PreviewedSite?
    /// How many records were read; nothing where `status.yml` has errors.
    let recordCount: Int?
    /// Every mistake in the files as they are now.
    let diagnostics: [Diagnostic]
    /// What was edited in records, as git told when the preview began: a save changes no commit.
    private let edits: RecordEdits
    /// Why the site could not be published, though it has no errors.
    let refusal: String?

    /// Reads the site.
    ///
    /// - Parameters:
    ///   - previous: what was shown before.
    ///   - progress: shows how many records have been read, where that takes long.
    init(
        of source: PreviewSource,
        after previous: PreviewState? = nil,
        progress: Progress = .hidden
    ) throws {
        let now = try source.now
        let reading = try SiteReading(
            of: source.folder,
            at: now,
            isToBePublished: true,
            edits: previous.map { .kept($0.edits) }
                ?? .git(VersionLog.reading(of: source.folder, until: now)),
            cache: source.records,
            progress: progress
        )
        (recordCount, diagnostics) = (reading.recordCount, reading.diagnostics)
        edits = reading.edits
        var (site, refusal) = (previous?.site, String?.none)
        if !reading.diagnostics.hasErrors, let loaded = reading.site {
            do throws(PublishingError) {
                site = try PreviewedSite(of: loaded, for: source.audience, in: source.folder)
            } catch {
                refusal = error.description
            }
        }
        (self.site, self.refusal) = (site, refusal)
    }
}

extension PreviewState {
    /// What stands in the way of a build.
    var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

    /// Whether this is the site as its files are now.
    var isCurrent: Bool { errors.isEmpty && refusal == nil }
}

/// What is previewed, and for whom.
struct PreviewSource: Sendable {
    let folder: String
    let givenNow: Instant?
    let audience: Audience
    /// Its records, from one save to the next.
    let records = RecordCache()

    /// The instant to build for: unless one was given, another at each save.
    var now: Instant {
        get throws { try givenNow ?? Clock.now() }
    }
}
