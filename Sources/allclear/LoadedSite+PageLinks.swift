import Diagnostics
import Publishing
import Records
import StatusModel

extension LoadedSite {
    /// Returns the site in which links to pages that it does not have are text.
    ///
    /// - Parameter links: links of records to pages that are not records'. The site is planned only if there are any.
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
