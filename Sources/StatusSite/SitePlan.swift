public import StatusModel
import Reliability

/// Plans the files of a site: which there are, and how each is rendered.
public enum SitePlan {
    /// All files of the site. Planning is cheap; each file is rendered on its own, on any thread.
    ///
    /// - Parameters:
    ///   - page: the page as its readers may see it, already cut at `now`: `StatusPage.seenByPublic(at:)`.
    ///   - now: the build's instant.
    ///   - nextChangeAt: when a page would next differ by the clock alone.
    ///   - templates: the templates and assets.
    ///   - generator: the program's name and version, as in `allclear 1.0.0`.
    public static func files(
        of page: StatusPage,
        now: Instant,
        nextChangeAt: Instant?,
        templates: SiteTemplates,
        generator: String
    ) -> [SiteFile] {
        let assets = templates.assets.map { $0.branded(with: page.brand) }
        let plan = PagePlan(of: Site(of: page, now: now), templates: templates, assets: assets)
        return plan.files + assets.map { asset in SiteFile(path: asset.path) { asset.bytes } }
    }
}
