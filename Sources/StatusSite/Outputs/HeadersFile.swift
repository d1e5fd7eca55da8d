import StatusModel

/// `_headers`: what Netlify, Cloudflare Pages and hosts like them send along with each file.
///
/// The values of a header that several matching rules set are joined, so no two rules here set the same one
/// for the same path; nor do two have the same pattern, of which one might count alone. Nor can a rule take back
/// what another sets, on Netlify: so what one page is to be spared is set for each of the others. Patterns are
/// whole segments, `:name` for one and `*` for the rest, as both hosts read those alike.
struct HeadersFile {
    private let isPublic: Bool
    private let folders: [String]
    private let pages: [String]
    private let feeds: [String]
    private let badges: [String]
    private let assets: [Asset]

    /// - Parameters:
    ///   - paths: the site's files but for its assets, from the site's root.
    ///   - feeds: those of them that are feeds.
    ///   - badges: those of them that are badges.
    ///   - assets: the assets.
    init(for audience: Audience, paths: [String], feeds: [String], badges: [String], assets: [Asset]) {
        isPublic = audience == .public
        folders = Self.folders(of: paths)
        pages = paths.filter { !$0.contains("/") && $0.hasSuffix(".html") }
        (self.feeds, self.badges, self.assets) = (feeds, badges, assets)
    }

    /// The file's bytes.
    var bytes: [UInt8] {
        let rules = [everywhere] + shortLived + rootPages + openToAll + everLasting
        return Array(rules.map(\.text).joined(separator: "\n").utf8)
    }
}

private extension HeadersFile {
    struct Rule {
        let pattern: String
        let headers: [(name: String, value: String)]

        var text: String {
            pattern + "\n" + headers.map { "  \($0.name): \($0.value)\n" }.joined()
        }
    }

    var everywhere: Rule {
        Rule(
            pattern: "/*",
            headers: [
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ]
        )
    }

    /// What pages say of themselves in a meta tag.
    var policy: String {
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'"
    }

    /// The same, with what such a tag may not say: that no other site may show the page in a frame.
    var guarded: [(name: String, value: String)] {
        [("Content-Security-Policy", policy + "; frame-ancestors 'none'"), ("X-Frame-Options", "DENY")]
    }

    /// The pages in the root, also without the ending that Cloudflare Pages takes from their addresses. One is
    /// for frames.
    var rootPages: [Rule] {
        pages.flatMap { page in
            let headers = page == EmbedPage.path ? [("Content-Security-Policy", policy)] : guarded
            return ["/\(page)", "/\(page.dropLast(5))"].map { Rule(pattern: $0, headers: headers) }
        }
    }

    /// Everything but assets: the root, the files in it, and each folder. The components' feeds stand
    /// among their pages, so that their folder is as open as the feeds.
    var shortLived: [Rule] {
        let cached = ("Cache-Control", "\(scope), max-age=60")
        let root = [
            Rule(pattern: "/", headers: [cached] + guarded), Rule(pattern: "/:file", headers: [cached]),
        ]
        return root
            + folders.map { folder in
                let isOpen = openFolders.contains(folder)
                return Rule(pattern: "/\(folder)/*", headers: [cached] + guarded + (isOpen ? open : []))
            }
    }

    var openFolders: [String] { ["api", "badges", "components"] }

    /// Assets whose names hold their content's hash never change.
    var everLasting: [Rule] {
        assets.filter(\.isNamedByContent).map { asset in
            Rule(
                pattern: "/\(asset.path)",
                headers: [("Cache-Control", "\(scope), max-age=31536000, immutable")]
            )
        }
    }

    /// The feeds and badges among the files in the root.
    var openToAll: [Rule] {
        open.isEmpty
            ? []
            : (feeds + badges).filter { !$0.contains("/") }.map { Rule(pattern: "/\($0)", headers: open) }
    }

    /// What lets programs on other sites read a file: none of the team's, which a private network may be
    /// all that guards.
    var open: [(name: String, value: String)] { isPublic ? [("Access-Control-Allow-Origin", "*")] : [] }

    /// Whether caches may keep for all readers what they got for one.
    var scope: String { isPublic ? "public" : "private" }

    static func folders(of paths: [String]) -> [String] {
        Set(paths.compactMap { path in path.firstIndex(of: "/").map { path[..<$0] } }).sorted().map(
            String.init
        )
    }
}
