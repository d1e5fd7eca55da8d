import Publishing
import Reliability
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
    ///
    /// - Parameter revision: the records' revision; nothing where it is not known.
    func outputs(
        for audience: Audience,
        at now: Instant,
        revision: Provenance.Revision? = nil
    ) -> [Output] {
        let seen = page.seen(by: audience, at: now)
        let files = SitePlan.files(
            of: seen,
            now: now,
            nextChange: NextChange(of: page, seenAs: seen, after: now),
            templates: templates,
            provenance: Provenance(generator: Allclear.generator, revision: revision)
        )
        // Hosts read one file of headers: a site that brings its own means it.
        let hasOwnHeaders = staticFiles.contains { $0.path == "_headers" }
        return files.filter { !(hasOwnHeaders && $0.path == "_headers") }
            .map { Output(path: $0.path, render: $0.render) }
            + staticFiles.map { file in Output(path: file.path) { file.bytes } }
    }
}
