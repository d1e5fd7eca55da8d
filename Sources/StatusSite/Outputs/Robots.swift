import StatusModel

/// What crawlers may read: all of it (RFC 9309).
enum Robots {
    /// Plans `robots.txt`.
    static func file(of page: StatusPage) -> SiteFile {
        SiteFile(path: "robots.txt") {
            Array("User-agent: *\nAllow: /\n\nSitemap: \(page.address(of: "sitemap.xml"))\n".utf8)
        }
    }
}
