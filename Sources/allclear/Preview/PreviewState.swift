import Diagnostics
import Publishing
import StatusModel

/// The state that the preview shows from one save to the next.
struct PreviewState: Sendable {
    /// A version that differs for each state, of this run or any other.
    let version = String(UInt64.random(in: .min ... .max), radix: 16)
    /// The last site without errors; `nil` if there was none yet.
    let site: PreviewedSite?
    /// The number of records that were read; `nil` if `status.yml` has errors.
    let recordCount: Int?
    /// Every mistake in the present files.
    let diagnostics: [Diagnostic]
    /// The edits of records, as git reported them when the preview began: saving a file does not change commits.
    private let edits: RecordEdits
    /// The reason why the site could not be published, although it has no errors.
    let refusal: String?

    /// Reads the site.
    ///
    /// - Parameters:
    ///   - previous: the state that was shown before.
    ///   - progress: shows how many records have been read, if that takes long.
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
    /// The mistakes that prevent a build.
    var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

    /// Whether this is the site of the present files.
    var isCurrent: Bool { errors.isEmpty && refusal == nil }
}

/// The folder to preview, and the audience.
struct PreviewSource: Sendable {
    let folder: String
    let givenNow: Instant?
    let audience: Audience
    /// The site's records, kept from one save to the next.
    let records = RecordCache()

    /// The instant to build for: the one that was given, or else the present at each save.
    var now: Instant {
        get throws { try givenNow ?? Clock.now() }
    }
}
