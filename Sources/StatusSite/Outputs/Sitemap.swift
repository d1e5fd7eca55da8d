import StatusModel

/// The list of the site's pages for search engines, by the protocol of sitemaps.org, version 0.9.
enum Sitemap {
    /// The largest number of addresses in one file.
    static let limit = 50_000

    /// Plans `sitemap.xml`; beyond its limit, it is a list of further files next to it.
    ///
    /// - Parameter paths: the pages' paths from the site's root, in the order of the list.
    static func files(
        listing paths: [String],
        of page: StatusPage,
        limit: Int = Sitemap.limit
    ) -> [SiteFile] {
        guard paths.count > limit else { return [file("sitemap.xml", listing: paths[...], of: page)] }
        let parts = stride(from: 0, to: paths.count, by: limit).map { start in
            file(
                "sitemap-\(start / limit + 1).xml",
                listing: paths[start..<min(start + limit, paths.count)],
                of: page
            )
        }
        let names = parts.map(\.path)
        let index = SiteFile(.hostFile, path: "sitemap.xml") {
            list(names[...], in: "sitemapindex", as: "sitemap", of: page)
        }
        return [index] + parts
    }
}

private extension Sitemap {
    static func file(_ path: String, listing paths: ArraySlice<String>, of page: StatusPage) -> SiteFile {
        SiteFile(.hostFile, path: path) { list(paths, in: "urlset", as: "url", of: page) }
    }

    static func list(
        _ paths: ArraySlice<String>,
        in root: String,
        as entry: String,
        of page: StatusPage
    ) -> [UInt8] {
        var xml = XMLWriter()
        xml.element(root, [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]) { xml in
            for path in paths {
                // The front page is known by the address of the root.
                let address = page.address(of: path == "index.html" ? "" : path)
                xml.element(entry) { $0.element("loc", text: address) }
            }
        }
        return xml.bytes
    }
}
