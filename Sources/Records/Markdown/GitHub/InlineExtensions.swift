/// GitHub's extensions to CommonMark in texts, in a tree that is about to be rendered: struck text, bare addresses, and
/// task boxes.
///
/// They are applied last, after updates and action items have been read from the author's own lines and words.
enum InlineExtensions {
    static func apply(to root: MarkdownNode) {
        var (parents, texts, items) = ([MarkdownNode](), [MarkdownNode](), [MarkdownNode]())
        var linkDepth = 0
        root.walk { node, isEntered in
            switch node.kind {
            case .link, .image: linkDepth += isEntered ? 1 : -1
            case .item where isEntered: items.append(node)
            case .text where isEntered:
                let literal = node.markedLiteral.utf8
                if literal.contains(UInt8(ascii: "~")), let parent = node.parent, parents.last != parent {
                    parents.append(parent)
                }
                if linkDepth == 0, BareAddress.mayStand(in: literal) { texts.append(node) }
            default: break
            }
        }
        for node in texts { BareAddress.link(in: node) }
        for parent in Self.unique(parents) { Strikethrough(in: parent).apply() }
        for item in items { TaskBox.label(item) }
        Self.removeMarks(from: root)
    }
}

private extension InlineExtensions {
    /// Returns each node once: a parent may occur for each run of texts in it.
    static func unique(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
        var seen: Set<MarkdownNode> = []
        return nodes.filter { seen.insert($0).inserted }
    }

    static func removeMarks(from root: MarkdownNode) {
        root.forEachDescendant { node in
            switch node.kind {
            case .text, .inlineCode, .code, .html, .inlineHTML:
                if node.markedLiteral.mayHoldEscapeMarks { node.literal = node.literal }
                if node.kind == .code, node.fenceInfo.mayHoldEscapeMarks {
                    node.fenceInfo = node.fenceInfo.withoutEscapeMarks
                }
            case .link, .image:
                if node.hasMarks { (node.url, node.title) = (node.url, node.title.withoutEscapeMarks) }
            default: break
            }
        }
    }
}
