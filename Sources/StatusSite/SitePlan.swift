import Reliability
public import StatusModel

/// The files of a site, and how each of them is rendered.
public struct SitePlan: Sendable {
    private let site: Site
    private let templates: SiteTemplates

    /// Makes a plan, and computes what several files need.
    ///
    /// - Parameters:
    ///   - page: the whole page, including internal data and anything dated in the future.
    ///   - audience: the audience of the site.
    ///   - now: the build's instant.
    ///   - templates: the templates and assets.
    ///   - edits: the edits of records after their incidents were over, by slug, the newest first.
    public init(
        of page: StatusPage, for audience: Audience, at now: Instant, templates: SiteTemplates,
        edits: [String: [Edit]] = [:]
    ) {
        let seen = page.seen(by: audience, at: now)
        site = Site(of: seen, now: now, language: templates.language, edits: edits) {
            NextChange(of: page, seenAs: seen, after: now)
        }
        self.templates = templates
    }

    /// Returns all files of the site, in an order that is the same for each build.
    ///
    /// Each file is rendered independently, on any thread.
    ///
    /// - Parameter provenance: the program, and the state of the records that it builds from.
    public func files(provenance: Provenance) -> [SiteFile] {
        let assets = templates.assets(for: site.page.brand)
        let pages = PagePlan(of: site, templates: templates, assets: assets, provenance: provenance)
        let listed = pages.listed
        let files =
            listed + pages.unlisted + pages.figures
            + Sitemap.files(listing: listed.map(\.path), of: site.page)
            + programFiles(provenance)
            + FeedPlan.files(of: site) + StatuspageAPI(of: site).files + BadgePlan.files(of: site)
        let assetFiles = assets.map { asset in
            SiteFile(asset.isNamedByContent ? .hashedAsset : .ownAsset, path: asset.path) { asset.bytes }
        }
        let headers = HeadersFile(for: site.page.audience, of: files + assetFiles)
        return files + [SiteFile(.hostFile, path: "_headers") { headers.bytes }] + assetFiles
    }
}

private extension SitePlan {
    /// Returns the files for programs.
    func programFiles(_ provenance: Provenance) -> [SiteFile] {
        let statistics = StatisticsFile(of: site.page, history: site.history, provenance: provenance)
        let years = StatisticsFile.Year.all(of: site.page, site.history)
        return [
            SiteFile(.statistics, path: "api/statistics.json") { [site] in
                statistics.render(nextChangeAt: site.nextChange?.at)
            },
            Robots.file(of: site.page),
            // Keeps GitHub Pages from omitting files whose names begin with an underscore.
            SiteFile(.hostFile, path: ".nojekyll") { [] },
        ] + years.map { year in SiteFile(.statistics, path: year.path) { statistics.render(year) } }
    }
}
