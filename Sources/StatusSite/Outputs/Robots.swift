import StatusModel

/// What crawlers may read: all of it, or of the team's build nothing (RFC 9309).
enum Robots {
    /// Plans `robots.txt`.
    static func file(of page: StatusPage) -> SiteFile {
        SiteFile(.hostFile, path: "robots.txt") {
            let rule =
                page.audience == .internal
                ? "Disallow: /" : "Allow: /\n\nSitemap: \(page.address(of: "sitemap.xml"))"
            return Array("User-agent: *\n\(rule)\n".utf8)
        }
    }
}
