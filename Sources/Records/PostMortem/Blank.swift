/// `[…]` for text that still has to be written; it is never shown.
enum Blank {
    /// The form that `allclear post-mortem` writes.
    static let mark = "[\u{2026}]"
    /// The forms that people write.
    static let forms = [mark, "[...]"]

    /// Whether the text is `[…]` and nothing else.
    static func isAll(of text: some StringProtocol) -> Bool { forms.contains(text.trimmed) }

    /// Removes paragraphs and items from the document that are only `[…]`, or a label and `[…]`.
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
    /// Whether a paragraph is `[…]`, with or without a label before it, such as `Users affected: […]`.
    static func isBlank(_ block: MarkdownNode) -> Bool {
        guard block.kind == .paragraph else { return false }
        let text = block.plainText.trimmed
        guard let form = forms.first(where: text.hasSuffix) else { return false }
        let label = text.dropLast(form.count).trimmed
        return label.isEmpty || [":", "-", "\u{2013}", "\u{2014}"].contains(where: label.hasSuffix)
    }
}
