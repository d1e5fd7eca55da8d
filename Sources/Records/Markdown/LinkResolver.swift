import Diagnostics

/// Makes links and images lead where they lead on the site: to records' pages, to files of `static/`, to
/// other sites. What leads nowhere becomes the text that it stood behind.
struct LinkResolver {
    let text: BodyText
    let index: RecordIndex
    let findings: Findings
    /// Links to other records, for those that turn out not to be public.
    private(set) var recordLinks: [RecordLink] = []
    /// Links to other pages of the site, for those that turn out not to be made.
    private(set) var pageLinks: [PageLink] = []
    /// Whether any link leads to a place of the site.
    private(set) var leadsWithinSite = false
    /// True once a link has been looked up among the records and static files, whether or not it was found.
    private(set) var dependsOnIndex = false

    init(text: BodyText, index: RecordIndex, into findings: Findings) {
        (self.text, self.index, self.findings) = (text, index, findings)
    }

    /// A link to another record, and where it stands.
    struct RecordLink {
        let slug: String
        /// Worked out only where there is something to tell.
        let place: @Sendable () -> SourceLocation
    }

    /// Resolves a link or image.
    mutating func resolve(_ node: MarkdownNode) {
        let url = node.url
        if isSafeAddress(url) {
            if node.kind == .image { replace(image: node) }
            return
        }
        let place = NodePlace(of: node, leadingTo: url, in: text)
        switch target(of: url, at: place) {
        case .record(let slug, let rest):
            // To its own page, a record may lead whoever sees it.
            if slug != RecordIndex.slug(ofPath: text.file.path) {
                recordLinks.append(RecordLink(slug: slug, place: { [text] in place.location(in: text) }))
            }
            leadsWithinSite = true
            node.url = RootMark.scheme + "incidents/" + slug + ".html" + rest
        case .page(let path, let rest):
            pageLinks.append(PageLink(path: path, address: url, location: place.location(in: text)))
            leadsWithinSite = true
            node.url = RootMark.scheme + path + rest
        case .file(let path, let rest):
            leadsWithinSite = true
            node.url = RootMark.scheme + path + rest
        case .nowhere(let diagnostic):
            findings.add(diagnostic)
            node.unwrap()
        }
    }
}

private extension LinkResolver {
    /// Where a link leads, and what stands behind the path: a query, a fragment.
    enum Target {
        case record(String, String)
        case page(String, String)
        case file(String, String)
        case nowhere(Diagnostic)
    }

    mutating func target(of url: String, at place: NodePlace) -> Target {
        guard !hasScheme(url), !url.utf8.starts(with: "//".utf8) else {
            return .nowhere(unsafe(url, at: place))
        }
        let end = url.utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? url.endIndex
        let (path, rest) = (String(url[..<end]).percentDecoded, String(url[end...]))
        guard !path.isEmpty else {
            return rest.utf8.count > 1
                ? .record(RecordIndex.slug(ofPath: text.file.path), rest)
                : .nowhere(broken(url, at: place, hint: "link to a record's file or to an address"))
        }
        guard let resolved = RelativePath.resolve(path, from: text.file.path) else {
            return .nowhere(outside(url, at: place))
        }
        dependsOnIndex = true
        if resolved.hasSuffix(".md") {
            return index.slug(ofPath: resolved).map { .record($0, rest) }
                ?? .nowhere(noRecord(url, resolved, at: place))
        }
        let file = staticPath(path, resolved: resolved)
        if index.hasStaticFile(file) { return .file(file, rest) }
        if let slug = index.slug(ofPage: resolved) { return .record(slug, rest) }
        return PageLink.mayBePage(resolved)
            ? .page(resolved.isEmpty ? "index.html" : resolved, rest)
            : .nowhere(broken(url, at: place, hint: "put the file at `static/\(file)`"))
    }

    /// Relative paths are looked for in `static/`, whether they name that folder or not.
    func staticPath(_ path: String, resolved: String) -> String {
        if resolved.hasPrefix("static/") { return String(resolved.dropFirst("static/".count)) }
        return path.split(separator: "/").filter { $0 != "." && $0 != ".." }.joined(separator: "/")
    }

    func hasScheme(_ url: String) -> Bool {
        guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return url.utf8[..<colon].allSatisfy { byte in
            byte.isLetter || byte.isDigit || "+.-".utf8.contains(byte)
        }
    }

    /// Pages load images from their own site alone, so that readers are not told on to others.
    mutating func replace(image: MarkdownNode) {
        let url = image.url
        findings.warning(
            .externalImage, at: NodePlace(of: image, leadingTo: url, in: text).location(in: text),
            "images on other sites are not loaded, so this one is shown as a link",
            hint: "put the image in `static/` and use its path")
        // Links do not nest: an image within one becomes its description.
        guard !sequence(first: image, next: \.parent).contains(where: { $0.kind == .link }) else {
            return image.unwrap()
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
}

private extension LinkResolver {
    func unsafe(_ url: String, at place: NodePlace) -> Diagnostic {
        var diagnostic = unsafeAddress(url, at: place.location(in: text))
        diagnostic.severity = .warning
        return diagnostic
    }

    func outside(_ url: String, at place: NodePlace) -> Diagnostic {
        broken(
            url,
            at: place,
            hint: "link to a file in the site's folder, or to an address that begins with `https://`"
        )
    }

    func noRecord(_ url: String, _ path: String, at place: NodePlace) -> Diagnostic {
        let id = RecordIndex.id(of: path)
        return broken(
            url,
            at: place,
            hint: didYouMean(id, among: index.ids(near: id)) ?? "paths are relative to this file's folder"
        )
    }

    func broken(_ url: String, at place: NodePlace, hint: String) -> Diagnostic {
        leadsNowhere(url, at: place.location(in: text), hint: hint)
    }
}

/// What is said of a link that is shown as text.
func leadsNowhere(_ url: String, at location: SourceLocation, hint: String) -> Diagnostic {
    Diagnostic(
        .warning, .brokenLink, "`\(url)` does not exist, so the link is shown as text", at: location,
        hint: hint)
}
