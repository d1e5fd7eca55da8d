import Diagnostics
import Publishing
import Records
import StatusModel

extension LoadedSite {
    /// The site with links to pages that it does not have as text.
    ///
    /// - Parameter links: those of its records to pages that are no record's. Only for them is the site planned.
    func settlingLinks(
        _ links: [PageLink],
        into findings: Findings
    ) -> LoadedSite {
        guard !links.isEmpty else { return self }
        let pages = Set(outputs(for: .public).map(\.path))
        let broken = links.filter { !pages.contains($0.path) }
        guard !broken.isEmpty else { return self }
        findings.add(broken.map { $0.warning(among: pages) })
        var page = page
        page.removeLinks(toPages: Set(broken.map(\.path)))
        return LoadedSite(page: page, templates: templates, staticFiles: staticFiles, edits: edits, at: now)
    }
}
