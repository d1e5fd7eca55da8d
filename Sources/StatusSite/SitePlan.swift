public import Reliability
public import StatusModel

/// Plans the files of a site: which there are, and how each is rendered.
public enum SitePlan {
    /// All files of the site, in an order that is the same at each build. Planning is cheap; each file is
    /// rendered on its own, on any thread.
    ///
    /// - Parameters:
    ///   - page: the page as its readers may see it, already cut at `now`: `StatusPage.seen(by:at:)`.
    ///   - now: the build's instant.
    ///   - nextChange: when the site would next differ by the clock alone.
    ///   - templates: the templates and assets.
    ///   - provenance: the program, and the state of the records it builds from.
    public static func files(
        of page: StatusPage,
        now: Instant,
        nextChange: NextChange?,
        templates: SiteTemplates,
        provenance: Provenance
    ) -> [SiteFile] {
        let site = Site(
            of: page,
            now: now,
            nextChange: nextChange,
            language: templates.language
        )
        let assets = templates.assets.map { $0.branded(with: page.brand) }
        let pages = PagePlan(of: site, templates: templates, assets: assets, provenance: provenance)
        let listed = pages.listed
        let (feeds, badges) = (FeedPlan.files(of: site), Badge.files(of: site))
        let files =
            listed + pages.unlisted + pages.figures
            + Sitemap.files(listing: listed.map(\.path), of: page)
            + programFiles(of: site, generator: provenance.generator)
            + feeds + StatuspageAPI(of: site).files + badges
        let headers = HeadersFile(
            for: page.audience,
            paths: files.map(\.path),
            feeds: feeds.map(\.path),
            badges: badges.map(\.path),
            assets: assets
        )
        return files + [SiteFile(path: "_headers") { headers.bytes }]
            + assets.map { asset in SiteFile(path: asset.path) { asset.bytes } }
    }
}

private extension SitePlan {
    /// What programs read.
    static func programFiles(of site: Site, generator: String) -> [SiteFile] {
        [
            SiteFile(path: "api/statistics.json") {
                StatisticsFile(
                    of: site.page,
                    history: site.history,
                    generator: generator,
                    nextChangeAt: site.nextChange?.at
                ).render()
            },
            Robots.file(of: site.page),
            // Keeps GitHub Pages from leaving out what begins with an underscore.
            SiteFile(path: ".nojekyll") { [] },
        ]
    }
}
