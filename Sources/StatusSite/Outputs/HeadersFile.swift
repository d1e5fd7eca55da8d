import StatusModel

/// `_headers`: what Netlify, Cloudflare Pages and hosts like them send along with each file.
///
/// The values of a header that several matching rules set are joined, so no two rules here set the same one
/// for the same path; nor do two have the same pattern, of which one might count alone. Nor can a rule take back
/// what another sets, on Netlify: so what one page is to be spared is set for each of the others. Patterns are
/// whole segments, `:name` for one and `*` for the rest, as both hosts read those alike.
struct HeadersFile {
    private let isPublic: Bool
    private let files: [(path: String, kind: OutputKind)]

    /// - Parameter files: the site's files, this one left out.
    init(for audience: Audience, of files: [SiteFile]) {
        (isPublic, self.files) = (audience == .public, files.map { ($0.path, $0.kind) })
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
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'"
    }

    /// The same, with what such a tag may not say: that no other site may show the page in a frame.
    var guarded: [(name: String, value: String)] {
        [("Content-Security-Policy", policy + "; frame-ancestors 'none'"), ("X-Frame-Options", "DENY")]
    }

    func headers(of framing: OutputKind.Framing) -> [(name: String, value: String)] {
        switch framing {
        case .nobody: guarded
        case .anySite: [("Content-Security-Policy", policy)]
        }
    }

    /// The pages in the root, also without the ending that Cloudflare Pages takes from their addresses. One is
    /// for frames.
    var rootPages: [Rule] {
        inRoot.flatMap { path, kind in
            kind.framing.map { framing in
                ["/\(path)", "/\(path.dropLast(".html".count))"].map {
                    Rule(pattern: $0, headers: headers(of: framing))
                }
            } ?? []
        }
    }

    /// Everything but assets: the root, the files in it, and each folder. A folder is as open as any file in it:
    /// the components' feeds stand among their pages.
    var shortLived: [Rule] {
        let cached = ("Cache-Control", "\(scope), max-age=60")
        let root = [
            Rule(pattern: "/", headers: [cached] + guarded), Rule(pattern: "/:file", headers: [cached]),
        ]
        let inFolders = files.filter { $0.kind.lifetime == .minute && $0.path.contains("/") }
        return root
            + Dictionary(grouping: inFolders) { $0.path.prefix { $0 != "/" } }.sorted { $0.key < $1.key }
            .map { folder, files in
                Rule(
                    pattern: "/\(folder)/*",
                    headers: [cached] + guarded + (files.contains(where: \.kind.isOpen) ? open : []))
            }
    }

    /// What never changes.
    var everLasting: [Rule] {
        files.filter { $0.kind.lifetime == .forever }.map { path, _ in
            Rule(
                pattern: "/\(path)",
                headers: [("Cache-Control", "\(scope), max-age=31536000, immutable")]
            )
        }
    }

    /// The feeds and badges among the files in the root.
    var openToAll: [Rule] {
        open.isEmpty
            ? [] : inRoot.filter(\.kind.isOpen).map { Rule(pattern: "/\($0.path)", headers: open) }
    }

    var inRoot: [(path: String, kind: OutputKind)] { files.filter { !$0.path.contains("/") } }

    /// What lets programs on other sites read a file: none of the team's, which a private network may be
    /// all that guards.
    var open: [(name: String, value: String)] { isPublic ? [("Access-Control-Allow-Origin", "*")] : [] }

    /// Whether caches may keep for all readers what they got for one.
    var scope: String { isPublic ? "public" : "private" }
}
