import Diagnostics
import StatusModel

extension InlineProse {
    /// Reads a YAML value or the value on a line as inline Markdown: emphasis, code, links, struck text and bare
    /// addresses.
    ///
    /// Text that would begin a block, such as `- x` or `# x`, stays text. So do raw HTML, and links to anything but a
    /// web page or a mailbox.
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

    /// Reads a ticket; `nil` if it has no markup.
    init?(ofTicket words: String) {
        self.init(reading: words)
        if html == nil { return nil }
    }

    /// Makes a link with its text.
    init(_ words: String, leadingTo url: String) {
        let html = "<a href=\"\(HTMLText.escaped(url))\">\(HTMLText.escaped(words))</a>"
        self.init(words, text: words, html: html)
    }
}

private extension InlineProse {
    /// Whether the text may contain markup; most values do not.
    static func mayHoldMarks(_ source: String) -> Bool {
        source.utf8.contains { "*_`[<~\\&:".utf8.contains($0) } || source.contains("www.")
    }

    /// Turns nodes that do not belong in a line into text: raw HTML, images, and links that are not allowed.
    ///
    /// It begins with the innermost nodes, so that the parent of each still exists.
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
    /// Replaces a node with its children.
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
    /// A character that is put before a line so that it cannot begin a block.
    ///
    /// Like the beginning of a line, it is white space for the rules about delimiters.
    private static let guardingBlank = "\u{A0}"

    /// Parses a text as one line of one paragraph.
    convenience init(parsingLine source: String) {
        let line = source.split(whereSeparator: \.isNewline).joined(separator: " ")
        self.init(parsing: EscapeMarks.added(to: Array((Self.guardingBlank + line).utf8)[...]))
        guard let first = root.firstChild?.firstChild, first.kind == .text else { return }
        let words = first.markedLiteral.dropFirst(Self.guardingBlank.count)
        if words.isEmpty { first.remove() } else { first.literal = String(words) }
    }

    /// The HTML of a document with a single paragraph, without the paragraph's tags.
    fileprivate var lineHTML: String {
        String(html.dropFirst("<p>".count).dropLast("</p>\n".count))
    }
}
