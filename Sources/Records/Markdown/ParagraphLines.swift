/// The inline nodes of a paragraph by line of the source, as separated by soft and hard breaks.
struct ParagraphLines {
    /// The nodes of a line.
    struct Line {
        var nodes: [MarkdownNode] = []
        /// The break before the line; `nil` for the first line.
        var leadingBreak: MarkdownNode?

        /// The line without markup.
        var text: String {
            nodes.count == 1 ? nodes[0].plainText : nodes.map(\.plainText).joined()
        }

        /// The text node with which the line begins, possibly in emphasis; `nil` if it begins with something else, such
        /// as code or a link.
        var start: MarkdownNode? {
            var node = nodes.first
            while let inner = node, inner.kind == .strong || inner.kind == .emphasis {
                node = inner.firstChild
            }
            return node.flatMap { $0.kind == .text ? $0 : nil }
        }

        /// Whether the line begins with a bracket, which may be escaped: the tree does not show it.
        var beginsWithBracket: Bool {
            guard let first = nodes.first, first.kind == .text else { return false }
            return first.begins(where: { $0.first == UInt8(ascii: "[") }, within: 1)
        }

        /// Removes the line and the break before it from the tree.
        func remove() {
            leadingBreak?.remove()
            for node in nodes { node.remove() }
        }
    }

    let lines: [Line]

    init(of paragraph: MarkdownNode) {
        var lines = [Line()]
        var child = paragraph.firstChild
        while let node = child {
            if node.kind == .softBreak || node.kind == .lineBreak {
                lines.append(Line(leadingBreak: node))
            } else {
                lines[lines.count - 1].nodes.append(node)
            }
            child = node.next
        }
        self.lines = lines
    }
}
