import Diagnostics

/// Makes links and images lead where they lead on the site: to records' pages, to files of `static/`, to
/// other sites. What leads nowhere becomes the text that it stood behind.
struct LinkResolver {
    let text: BodyText
    let index: RecordIndex
    /// Links to other records, for those that turn out not to be public.
    private(set) var recordLinks: [RecordLink] = []
    /// Whether any link leads to a place of the site.
    private(set) var leadsWithinSite = false
    /// How many links of an address came so far: links come from the last to the first.
    private var seen: [String: Int] = [:]
    /// Where an address stands that leads nowhere.
    private var places: [String: [Int]] = [:]

    init(text: BodyText, index: RecordIndex) {
        (self.text, self.index) = (text, index)
    }

    /// A link to another record, and where it stands.
    struct RecordLink {
        let slug: String
        /// Worked out only where there is something to tell.
        let place: @Sendable () -> SourceLocation
    }

    /// Resolves a link or image.
    mutating func resolve(_ node: MarkdownNode, into diagnostics: inout [Diagnostic]) {
        let url = node.url
        if isSafeAddress(url) {
            if node.kind == .image { replace(image: node, into: &diagnostics) }
            return
        }
        defer { seen[url, default: 0] += 1 }
        switch target(of: url) {
        case .record(let slug):
            recordLinks.append(RecordLink(slug: slug, place: place(of: url)))
            leadsWithinSite = true
            node.url = RootMark.scheme + "incidents/" + slug + ".html"
        case .file(let path):
            leadsWithinSite = true
            node.url = RootMark.scheme + path
        case .nowhere(let diagnostic):
            diagnostics.append(diagnostic)
            Self.unwrap(node)
        }
    }
}

private extension LinkResolver {
    enum Target {
        case record(String)
        case file(String)
        case nowhere(Diagnostic)
    }

    mutating func target(of url: String) -> Target {
        guard !hasScheme(url), !url.hasPrefix("//") else { return .nowhere(unsafe(url)) }
        let path = String(url.prefix { $0 != "#" && $0 != "?" }).percentDecoded
        guard !path.isEmpty else {
            return .nowhere(broken(url, hint: "link to a record's file or to an address"))
        }
        guard let resolved = RelativePath.resolve(path, from: text.file.path) else {
            return .nowhere(outside(url))
        }
        if resolved.hasSuffix(".md") {
            return index.slug(ofPath: resolved).map { .record($0) } ?? .nowhere(noRecord(url, resolved))
        }
        let file = staticPath(path, resolved: resolved)
        return index.hasStaticFile(file)
            ? .file(file) : .nowhere(broken(url, hint: "put the file at `static/\(file)`"))
    }

    /// Relative paths are looked for in `static/`, whether they name that folder or not.
    func staticPath(_ path: String, resolved: String) -> String {
        if resolved.hasPrefix("static/") { return String(resolved.dropFirst("static/".count)) }
        return path.split(separator: "/").filter { $0 != "." && $0 != ".." }.joined(separator: "/")
    }

    func hasScheme(_ url: String) -> Bool {
        guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return url.utf8[..<colon].allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "+.-".utf8.contains(byte)
        }
    }

    /// Pages load images from their own site alone, so that readers are not told on to others.
    mutating func replace(image: MarkdownNode, into diagnostics: inout [Diagnostic]) {
        let url = image.url
        diagnostics.append(
            Diagnostic(
                .warning,
                .externalImage,
                "an image of another site is not loaded: it is shown as a link",
                at: location(of: url),
                hint: "put the image in `static/` and write its path"
            )
        )
        // Links do not nest: an image within one becomes its description.
        guard !sequence(first: image, next: \.parent).contains(where: { $0.kind == .link }) else {
            return Self.unwrap(image)
        }
        let link = MarkdownNode.make(.link)
        link.url = url
        link.insert(before: image)
        let children = image.children
        if children.isEmpty {
            let label = MarkdownNode.make(.text)
            label.literal = url
            link.append(label)
        }
        for child in children { link.append(child) }
        image.remove()
    }

    static func unwrap(_ node: MarkdownNode) {
        for child in node.children { child.insert(before: node) }
        node.remove()
    }
}

private extension LinkResolver {
    func place(of url: String) -> @Sendable () -> SourceLocation {
        let (text, later) = (text, seen[url] ?? 0)
        return { text.location(of: url, at: text.places(of: url), followedBy: later) }
    }

    mutating func location(of url: String) -> SourceLocation {
        let found = places[url] ?? text.places(of: url)
        places[url] = found
        return text.location(of: url, at: found, followedBy: seen[url] ?? 0)
    }

    mutating func unsafe(_ url: String) -> Diagnostic {
        var diagnostic = unsafeAddress(url, at: location(of: url))
        diagnostic.severity = .warning
        return diagnostic
    }

    mutating func outside(_ url: String) -> Diagnostic {
        broken(url, hint: "link to a file of the site, or to an address that begins with `https://`")
    }

    mutating func noRecord(_ url: String, _ path: String) -> Diagnostic {
        let id = RecordIndex.id(of: path)
        return broken(
            url,
            hint: didYouMean(id, among: index.ids) ?? "the path is counted from this file's folder"
        )
    }

    mutating func broken(_ url: String, hint: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .brokenLink,
            "`\(url)` leads nowhere, and is shown as text",
            at: location(of: url),
            hint: hint
        )
    }
}
