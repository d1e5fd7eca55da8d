import StatusModel

/// `_headers`: what Netlify, Cloudflare Pages and hosts like them send along with each file.
///
/// The values of a header that several matching rules set are joined, so no two rules here set the same one
/// for the same path; nor do two have the same pattern, of which one might count alone. Patterns are whole
/// segments, `:name` for one and `*` for the rest, as both hosts read those alike.
struct HeadersFile {
    private let isPublic: Bool
    private let folders: [String]
    private let feeds: [String]
    private let assets: [Asset]

    /// - Parameters:
    ///   - paths: the site's files but for its assets, from the site's root.
    ///   - feeds: those of them that are feeds.
    ///   - assets: the assets.
    init(for audience: Audience, paths: [String], feeds: [String], assets: [Asset]) {
        isPublic = audience == .public
        folders = Self.folders(of: paths)
        (self.feeds, self.assets) = (feeds, assets)
    }

    /// The file's bytes.
    var bytes: [UInt8] {
        let rules = [everywhere] + shortLived + openToAll + everLasting
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

    /// What pages say of themselves in a meta tag, and what such a tag may not say.
    var everywhere: Rule {
        Rule(
            pattern: "/*",
            headers: [
                (
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
                        + "connect-src 'self'; frame-ancestors 'none'"
                ),
                ("X-Content-Type-Options", "nosniff"),
                ("X-Frame-Options", "DENY"),
                ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ]
        )
    }

    /// Everything but assets: the root, the files in it, and each folder. The components' feeds stand
    /// among their pages, so that their folder is as open as the feeds.
    var shortLived: [Rule] {
        let cached = ("Cache-Control", "\(scope), max-age=60")
        return ["/", "/:file"].map { Rule(pattern: $0, headers: [cached]) }
            + folders.map { folder in
                Rule(
                    pattern: "/\(folder)/*",
                    headers: openFolders.contains(folder) ? [cached] + open : [cached]
                )
            }
    }

    var openFolders: [String] { ["api", "components"] }

    /// Assets whose names hold their content's hash never change.
    var everLasting: [Rule] {
        assets.filter(\.isNamedByContent).map { asset in
            Rule(
                pattern: "/\(asset.path)",
                headers: [("Cache-Control", "\(scope), max-age=31536000, immutable")]
            )
        }
    }

    /// The feeds among the files in the root.
    var openToAll: [Rule] {
        open.isEmpty
            ? [] : feeds.filter { !$0.contains("/") }.map { Rule(pattern: "/\($0)", headers: open) }
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
