/// `[…]` where something is still to be written: nothing that anyone reads.
enum Blank {
    /// The blank as `allclear post-mortem` writes it.
    static let mark = "[\u{2026}]"
    /// The forms in which people write it.
    static let forms = [mark, "[...]"]

    /// Whether the text is a blank and nothing else.
    static func isAll(of text: some StringProtocol) -> Bool { forms.contains(text.trimmed) }

    /// Takes paragraphs and items out of the document that are a blank, or a label and a blank.
    static func removeAll(from document: MarkdownDocument) {
        for block in document.root.children {
            switch block.kind {
            case .paragraph where isBlank(block): block.remove()
            case .list:
                for item in block.children
                where item.firstChild != nil && item.children.allSatisfy(isBlank) {
                    item.remove()
                }
                if block.firstChild == nil { block.remove() }
            default: break
            }
        }
    }
}

private extension Blank {
    /// Whether a paragraph is a blank, with a label before it or without, as in `Users affected: […]`.
    static func isBlank(_ block: MarkdownNode) -> Bool {
        guard block.kind == .paragraph else { return false }
        let text = block.plainText.trimmed
        guard let form = forms.first(where: text.hasSuffix) else { return false }
        let label = text.dropLast(form.count).trimmed
        return label.isEmpty || [":", "-", "\u{2013}", "\u{2014}"].contains(where: label.hasSuffix)
    }
}
