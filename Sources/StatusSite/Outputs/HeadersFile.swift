import StatusModel

/// The file `_headers`: the headers that Netlify, Cloudflare Pages and similar hosts send with each file.
///
/// The values of a header that several matching rules set are joined, so no two rules here set the same header for the
/// same path. No two have the same pattern, because one of them might be ignored. On Netlify, a rule cannot remove a
/// header that another sets, so a header that one page must not have is set for each of the others. Patterns consist of
/// whole segments, `:name` for one and `*` for the rest, which both hosts read in the same way.
struct HeadersFile {
    private let isPublic: Bool
    private let files: [(path: String, kind: OutputKind)]

    /// - Parameter files: the site's files, except this one.
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

    /// The policy that pages also have in a meta tag.
    var policy: String {
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'"
    }

    /// The policy, with an addition that a meta tag cannot have: no other site may show the page in a frame.
    var guarded: [(name: String, value: String)] {
        [("Content-Security-Policy", policy + "; frame-ancestors 'none'"), ("X-Frame-Options", "DENY")]
    }

    func headers(of framing: OutputKind.Framing) -> [(name: String, value: String)] {
        switch framing {
        case .nobody: guarded
        case .anySite: [("Content-Security-Policy", policy)]
        }
    }

    /// The pages in the root, also without the extension that Cloudflare Pages removes from their addresses.
    ///
    /// One of them may be in frames.
    var rootPages: [Rule] {
        inRoot.flatMap { path, kind in
            kind.framing.map { framing in
                ["/\(path)", "/\(path.dropLast(".html".count))"].map {
                    Rule(pattern: $0, headers: headers(of: framing))
                }
            } ?? []
        }
    }

    /// Everything except assets: the root, the files in it, and each folder.
    ///
    /// A folder is as open as any file in it, since the components' feeds are among their pages.
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

    /// Rules for files that never change.
    var everLasting: [Rule] {
        files.filter { $0.kind.lifetime == .forever }.map { path, _ in
            Rule(
                pattern: "/\(path)",
                headers: [("Cache-Control", "\(scope), max-age=31536000, immutable")]
            )
        }
    }

    /// Rules for the feeds and badges among the files in the root.
    var openToAll: [Rule] {
        open.isEmpty
            ? [] : inRoot.filter(\.kind.isOpen).map { Rule(pattern: "/\($0.path)", headers: open) }
    }

    var inRoot: [(path: String, kind: OutputKind)] { files.filter { !$0.path.contains("/") } }

    /// The header that lets programs on other sites read a file.
    ///
    /// The team's files have none, since only a private network may protect them.
    var open: [(name: String, value: String)] { isPublic ? [("Access-Control-Allow-Origin", "*")] : [] }

    /// Whether caches may share a response among readers.
    var scope: String { isPublic ? "public" : "private" }
}
