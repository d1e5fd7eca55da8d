/// A paragraph's inline nodes line by line, as they stand in the source: what a soft or hard break parts.
struct ParagraphLines {
    /// A line's nodes.
    struct Line {
        var nodes: [MarkdownNode] = []
        /// The break in front of it; none before the first.
        var leadingBreak: MarkdownNode?

        /// The line without markup.
        var text: String {
            nodes.count == 1 ? nodes[0].plainText : nodes.map(\.plainText).joined()
        }

        /// Where its text begins, be it in emphasis; nothing where it begins with something else, as code or a link.
        var start: MarkdownNode? {
            var node = nodes.first
            while let inner = node, inner.kind == .strong || inner.kind == .emphasis {
                node = inner.firstChild
            }
            return node.flatMap { $0.kind == .text ? $0 : nil }
        }

        /// Whether it begins with a bracket, escaped or not: the tree does not tell.
        var beginsWithBracket: Bool {
            guard let first = nodes.first, first.kind == .text else { return false }
            return first.begins(where: { $0.first == UInt8(ascii: "[") }, within: 1)
        }

        /// Takes the line and the break in front of it out of the tree.
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
