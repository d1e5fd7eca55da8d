import Publishing
import StatusModel
import StatusSite

/// All that a site is made of, ready to be rendered.
struct LoadedSite {
    let page: StatusPage
    let templates: SiteTemplates
    let staticFiles: [StaticFile]

    /// A file of `static/`.
    struct StaticFile {
        /// Its path in the output.
        let path: String
        let bytes: [UInt8]
    }

    /// Every file of the audience's site, still to be rendered.
    func outputs(for audience: Audience, at now: Instant) -> [Output] {
        let files = SitePlan.files(
            of: page.seen(by: audience, at: now),
            now: now,
            nextChangeAt: page.nextChange(after: now, for: audience),
            templates: templates,
            generator: "allclear \(Allclear.version)"
        )
        return files.map { Output(path: $0.path, render: $0.render) }
            + staticFiles.map { file in Output(path: file.path) { file.bytes } }
    }
}
