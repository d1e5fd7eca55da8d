import StatusModel

/// The rules for crawlers, which may read everything, or nothing of the team's build (RFC 9309).
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
