import Diagnostics
import Publishing
import Records
import StatusModel
import StatusSite

/// The page that links to the gallery's sites and says what each shows: `gallery-records/index.md`.
///
/// It is read as a notice, with the gallery's files as possible targets of links: a broken link is reported.
struct GalleryIndex {
    /// Every mistake in it.
    let diagnostics: [Diagnostic]
    private let record: Record?

    /// The site whose page frames this one, so that the links in the page's head and foot have targets.
    private static let home = "every-state"

    /// - Parameter paths: the gallery's files.
    init(leadingTo paths: [String], at now: Instant) {
        let found = Findings()
        let read = Gallery.file("index.md").flatMap { file in
            Gallery.file(Self.home + "/status.yml")
                .flatMap { Configuration(reading: $0, into: found) }
                .map { configuration in
                    RecordReader(
                        configuration: configuration,
                        index: RecordIndex(paths: [], staticFiles: Set(paths)),
                        now: now
                    ).read(file)
                }
        }
        record = read?.record
        diagnostics = found.all + (read?.diagnostics ?? [])
    }
}

extension GalleryIndex {
    /// Returns the files of the page.
    func outputs(among situations: [Situation], at now: Instant) -> [Output] {
        guard let record,
            let site = situations.first(where: { $0.name == Self.home })?.site
        else { return [] }
        let file = SitePlan.galleryIndex(
            titled: record.title,
            record.summary,
            of: site.page.seen(by: .public, at: now),
            in: Self.home,
            now: now,
            templates: site.templates
        )
        return [Output(path: file.path, render: file.render)]
    }
}
