import Diagnostics
import StatusModel

/// A reader of action items, which it takes from a section's lists: `- [ ] Add a pool alarm (Owner: Data team, Due:
/// 2026-01-09)`.
struct ActionItemReader {
    let body: Body
    /// The offset of the post-mortem in the file.
    let from: Int
    /// Whether every list item is an action item, even without a box.
    let takesPlainItems: Bool
    let internalLines: InternalLines
    let findings: Findings

    /// Returns the action items, and removes their list items from the document.
    ///
    /// - Parameter lines: receives the line of the body on which each action item begins.
    func take(
        from document: MarkdownDocument,
        lines: inout [Int]
    ) -> [ActionItem] {
        var items: [ActionItem] = []
        for list in document.root.children where list.kind == .list {
            for node in list.children {
                guard let item = item(of: node) else { continue }
                // An item that still has to be written is not an action item.
                if !Blank.isAll(of: item.text) {
                    items.append(item)
                    lines.append(node.startLine)
                }
                node.remove()
            }
            if list.firstChild == nil { list.remove() }
        }
        return items
    }
}

private extension ActionItemReader {
    func item(of node: MarkdownNode) -> ActionItem? {
        let blocks = node.children
        guard let first = blocks.first, first.kind == .paragraph else { return nil }
        let further = blocks.dropFirst().flatMap(Self.lines)
        let (isDone, line) = Self.box((Self.lines(of: first) + further).joined(separator: "\n").trimmed)
        let parts = ActionItemParts(line)
        guard isDone != nil || takesPlainItems || parts.hasFields else { return nil }
        var item = ActionItem(text: parts.text, isDone: isDone ?? false)
        item.isInternal = internalLines.hides(anyLineOf: node)
        item.owner = parts["owner"]
        item.ticket = parts["ticket"]
        item.ticketProse = item.ticket.flatMap {
            Self.link(of: node, saying: $0) ?? InlineProse(ofTicket: $0)
        }
        if let due = parts["due"] {
            item.dueOn = Day(due)
            if item.dueOn == nil { findings.add(noDay(due)) }
        }
        return item
    }

    /// Returns the first of the item's links with the given words.
    static func link(of node: MarkdownNode, saying words: String) -> InlineProse? {
        var link: InlineProse?
        node.forEachDescendant { node in
            guard link == nil, node.kind == .link, node.plainText.trimmed == words else { return }
            if isSafeAddress(node.url) { link = InlineProse(words, leadingTo: node.url) }
        }
        return link
    }

    /// Returns the lines of all paragraphs and headings in a block.
    static func lines(of block: MarkdownNode) -> [String] {
        var lines: [String] = []
        block.forEachDescendant { node in
            switch node.kind {
            case .paragraph: lines += ParagraphLines(of: node).lines.map(\.text)
            case .heading: lines.append(node.plainText)
            default: break
            }
        }
        return lines
    }

    /// Returns whether a box is ticked, and the text after it; `nil` for the first if there is no box.
    static func box(_ line: String) -> (isDone: Bool?, rest: String) {
        for (box, isDone) in [("[ ]", false), ("[]", false), ("[x]", true), ("[X]", true)]
        where line.hasPrefix(box) {
            return (isDone, String(line.dropFirst(box.count)).trimmedStart)
        }
        return (nil, line)
    }

    func noDay(_ due: String) -> Diagnostic {
        invalidDay(due, at: body.text.location(of: due, from: from), example: "Due: 2026-01-31")
    }
}
