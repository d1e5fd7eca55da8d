/// Markdown as text without markup, for feeds, APIs and messages that do not show markup.
struct PlainText {
    private(set) var text = ""
    private var lists: [Int?] = []
    private var needsGap = false

    /// Makes the text of a tree.
    ///
    /// Blocks are separated by an empty line, and the items of a tight list by a line break. Items begin with `- ` or
    /// their number. The lines of a paragraph become one line. A link to another site is followed by its address in
    /// parentheses. A table row is a line, with its cells separated by `|`.
    init(of root: MarkdownNode) {
        root.walk { node, isEntered in
            if isEntered { enter(node) } else { leave(node) }
        }
    }
}

private extension PlainText {
    mutating func enter(_ node: MarkdownNode) {
        switch node.kind {
        case .paragraph, .heading, .table: beginBlock(after: node.parent)
        case .row where node.previous != nil: text += "\n"
        case .cell where node.previous != nil: text += " | "
        case .list: lists.append(node.isNumbered ? node.firstNumber : nil)
        case .item: beginItem(node)
        case .code, .html:
            beginBlock(after: node.parent)
            text += node.literal.trimmed
            needsGap = true
        case .text, .inlineCode, .inlineHTML: text += node.literal
        case .struck: text += "~~"
        case .task: text += node.number == 1 ? "[x] " : "[ ] "
        case .softBreak: text += " "
        case .lineBreak: text += "\n"
        default: break
        }
    }

    mutating func leave(_ node: MarkdownNode) {
        switch node.kind {
        case .paragraph, .heading, .table: needsGap = true
        case .list: lists.removeLast()
        case .struck: text += "~~"
        case .link where isSafeAddress(node.url) && node.plainText != node.url: text += " (\(node.url))"
        default: break
        }
    }

    /// Begins a block; the first block of an item is on the same line as the item.
    mutating func beginBlock(after parent: MarkdownNode?) {
        guard needsGap, !text.isEmpty else { return }
        text += parent?.kind == .item && parent?.parent?.isTight == true ? "\n" : "\n\n"
        needsGap = false
    }

    mutating func beginItem(_ item: MarkdownNode) {
        let isFirst = item.previous == nil
        let isApart = isFirst ? lists.count == 1 : item.parent?.isTight == false
        if !text.isEmpty { text += isApart ? "\n\n" : "\n" }
        text += String(repeating: "  ", count: max(0, lists.count - 1))
        if let number = lists.last ?? nil {
            text += "\(number). "
            lists[lists.count - 1] = number + 1
        } else {
            text += "- "
        }
        needsGap = false
    }
}
