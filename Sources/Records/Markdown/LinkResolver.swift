import Diagnostics

/// A resolver of links and images: it directs them to records' pages, to files of `static/` and to other sites.
///
/// A link whose destination does not exist becomes its text.
struct LinkResolver {
    let text: BodyText
    let index: RecordIndex
    let findings: Findings
    /// The links to other records, for the case that these are not public.
    private(set) var recordLinks: [RecordLink] = []
    /// The links to other pages of the site, for the case that these are not made.
    private(set) var pageLinks: [PageLink] = []
    /// Whether any link leads to a place in the site.
    private(set) var leadsWithinSite = false
    /// Whether a link has been looked up among the records and static files, successfully or not.
    private(set) var dependsOnIndex = false

    init(text: BodyText, index: RecordIndex, into findings: Findings) {
        (self.text, self.index, self.findings) = (text, index, findings)
    }

    /// A link to another record, with its place.
    struct RecordLink {
        let slug: String
        /// The place, computed only if there is something to report.
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
            // A record may always link to its own page.
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
    /// The destination of a link, with the text after the path: a query, a fragment.
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

    /// Returns the path of a file in `static/`: relative paths are looked up there, with or without the folder's name.
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

    /// Replaces an image from another site with a link, since loading it would tell that site about the page's readers.
    mutating func replace(image: MarkdownNode) {
        let url = image.url
        findings.warning(
            .externalImage, at: NodePlace(of: image, leadingTo: url, in: text).location(in: text),
            "images on other sites are not loaded, so this one is shown as a link",
            hint: "put the image in `static/` and use its path")
        // Links cannot be nested, so an image in a link becomes its description.
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

/// Returns the warning about a link that is shown as text.
func leadsNowhere(_ url: String, at location: SourceLocation, hint: String) -> Diagnostic {
    Diagnostic(
        .warning, .brokenLink, "`\(url)` does not exist, so the link is shown as text", at: location,
        hint: hint)
}
