import Diagnostics
import StatusModel

/// A record's body, split into its parts and with its links resolved; times and names are still as written.
final class Body {
    let text: BodyText
    let parts: BodyParts
    let recordLinks: [LinkResolver.RecordLink]
    let pageLinks: [PageLink]
    /// Whether a link leads to another place on the site, so that pages must state the way to its root.
    let hasRootedLinks: Bool
    /// Whether the result of a link depends on which records and static files exist.
    let dependsOnIndex: Bool

    /// Parses the text, once for its updates, its HTML and its plain text.
    ///
    /// - Parameters:
    ///   - kind: the kind of record; `nil` if its front matter cannot be read.
    ///   - configuration: the configuration whose words for phases, components and severities count; `nil` if no site is
    ///     known.
    init(
        of file: SourceFile,
        in range: Range<Int>,
        as kind: Record.Kind?,
        configuration: Configuration?,
        index: RecordIndex,
        into findings: Findings
    ) {
        let text = BodyText(of: file, in: range)
        let document = MarkdownDocument.parse(text)
        cleanTexts(in: document, of: text, into: findings)
        var links = LinkResolver(text: text, index: index, into: findings)
        let (linkNodes, htmlNodes) = Body.nodesToReplace(in: document)
        for node in linkNodes { links.resolve(node) }
        let html = RawHTML(text: text, findings: findings)
        for node in htmlNodes { html.replace(node) }
        if !htmlNodes.isEmpty { document.joinTexts() }
        let titles = configuration?.postMortemTitle ?? PostMortemTitle()
        var splitter = BodySplitter(
            text, of: kind, words: PhaseWords(configuration: configuration, kind: kind), titles: titles,
            into: findings)
        self.text = text
        parts = splitter.split(document)
        recordLinks = links.recordLinks
        pageLinks = links.pageLinks
        hasRootedLinks = links.leadsWithinSite
        dependsOnIndex = links.dependsOnIndex
    }

    /// Drops the trees of the text, which are not needed once it has been rendered: locations are found from its lines.
    func forgetTrees() {
        for document in [parts.summary, parts.postMortem?.document].compactMap({ $0 })
            + parts.updates.map(\.document)
        {
            document.removeAll()
        }
    }

    /// Returns the links and images, the innermost first so that each enclosing one is still there at its turn, and the
    /// HTML.
    private static func nodesToReplace(in document: MarkdownDocument) -> (
        links: [MarkdownNode], html: [MarkdownNode]
    ) {
        var links: [MarkdownNode] = []
        var html: [MarkdownNode] = []
        document.root.forEachDescendant { node in
            switch node.kind {
            case .link, .image: links.append(node)
            case .html, .inlineHTML: html.append(node)
            default: break
            }
        }
        return (links.reversed(), html)
    }

    /// Returns a part of the body as readers see it.
    ///
    /// - Parameter level: the level of its highest heading; by default 4, because the heading above an update or a
    ///   section of a post-mortem has level 3.
    func prose(of document: MarkdownDocument, headingsFrom level: Int = 4) -> Prose {
        Prose(document, hasRootedLinks: hasRootedLinks, headingsFrom: level)
    }
}
