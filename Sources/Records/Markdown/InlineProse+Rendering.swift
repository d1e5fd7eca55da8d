import Diagnostics
import StatusModel

extension InlineProse {
    /// Reads a value of YAML or of a line as inline Markdown: emphasis, code, links, struck text and bare addresses. What
    /// would begin a block, as `- x` or `# x`, is text. Raw HTML stays text, and so does a link to any other place than a
    /// web page or mailbox.
    init(reading source: String) {
        guard Self.mayHoldMarks(source) else {
            self.init(source)
            return
        }
        let document = MarkdownDocument(parsingLine: source)
        guard let paragraph = document.root.firstChild, paragraph.kind == .paragraph, paragraph.next == nil
        else {
            self.init(source)
            return
        }
        Self.settle(paragraph)
        InlineExtensions.apply(to: document.root)
        let text = PlainText(of: document.root).text
        let isWordsAlone = text == source && paragraph.children.allSatisfy { $0.kind == .text }
        self = isWordsAlone ? InlineProse(source) : InlineProse(source, text: text, html: document.lineHTML)
    }

    /// A ticket's marks; `nil` if it is words alone.
    init?(ofTicket words: String) {
        self.init(reading: words)
        if html == nil { return nil }
    }

    /// A link, with the words that stand for it.
    init(_ words: String, leadingTo url: String) {
        let html = "<a href=\"\(HTMLText.escaped(url))\">\(HTMLText.escaped(words))</a>"
        self.init(words, text: words, html: html)
    }
}

private extension InlineProse {
    /// Whether it is worth parsing: most values are words alone.
    static func mayHoldMarks(_ source: String) -> Bool {
        source.utf8.contains { "*_`[<~\\&:".utf8.contains($0) } || source.contains("www.")
    }

    /// Makes text of what does not belong in a line: raw HTML, images, and links that a page may not lead to. From the
    /// inside out, so that what one stands in is still there when its turn comes.
    static func settle(_ paragraph: MarkdownNode) {
        var nodes: [MarkdownNode] = []
        paragraph.forEachDescendant { node in
            switch node.kind {
            case .text, .inlineCode, .inlineHTML, .link, .image: nodes.append(node)
            default: break
            }
        }
        for node in nodes.reversed() {
            switch node.kind {
            case .link where isSafeAddress(node.url):
                (node.url, node.title) = (node.url.cleaned, node.title.cleaned)
            case .link, .image: node.unwrap()
            case .inlineHTML: node.replaceByText(node.literal.cleaned)
            default:
                let literal = node.markedLiteral
                let cleaned = literal.cleanedButForMarks
                if cleaned != literal { node.literal = cleaned }
            }
        }
    }
}

extension MarkdownNode {
    /// Leaves of a node what stands in it.
    func unwrap() {
        for child in children { child.insert(before: self) }
        remove()
    }

    fileprivate func replaceByText(_ words: String) {
        let text = MarkdownNode.make(.text)
        text.literal = words
        text.insert(before: self)
        remove()
    }
}

extension MarkdownDocument {
    /// What stands in front of a line, so that no block begins with it: delimiters take it for the blank that a line's
    /// beginning is to them, and no block does.
    private static let guardingBlank = "\u{A0}"

    /// Parses a text as one line of one paragraph.
    convenience init(parsingLine source: String) {
        let line = source.split(whereSeparator: \.isNewline).joined(separator: " ")
        self.init(parsing: EscapeMarks.added(to: Array((Self.guardingBlank + line).utf8)[...]))
        guard let first = root.firstChild?.firstChild, first.kind == .text else { return }
        let words = first.markedLiteral.dropFirst(Self.guardingBlank.count)
        if words.isEmpty { first.remove() } else { first.literal = String(words) }
    }

    /// The HTML of a document that is one paragraph, without the paragraph.
    fileprivate var lineHTML: String {
        String(html.dropFirst("<p>".count).dropLast("</p>\n".count))
    }
}
