/// The box of a task in a list: `- [ ] Add an alarm`, `- [x] Done`.
///
/// Source: GitHub Flavored Markdown Spec 0.29, §5.3, "Task list items (extension)".
enum TaskBox {
    static let open = "<label><input type=\"checkbox\" disabled /> "
    static let done = "<label><input type=\"checkbox\" checked disabled /> "

    /// Makes the box of an item, with the item's first paragraph as its label for screen readers.
    static func label(_ item: MarkdownNode) {
        guard let paragraph = item.firstChild, paragraph.kind == .paragraph, let first = paragraph.firstChild,
            first.kind == .text, let isDone = state(of: first.markedLiteral.utf8)
        else { return }
        let rest = String(first.markedLiteral.utf8.dropFirst(4)) ?? ""
        let label = MarkdownNode.make(.task, isDone ? done : open, "</label>", number: isDone ? 1 : 0)
        first.literal = rest
        label.insert(before: first)
        for node in paragraph.children.dropFirst() { label.append(node) }
        if rest.isEmpty { first.remove() }
    }

    /// Whether the task is done; `nil` if there is no box.
    private static func state(of text: String.UTF8View) -> Bool? {
        for (box, isDone) in [("[ ] ", false), ("[x] ", true), ("[X] ", true)]
        where text.starts(with: box.utf8) {
            return isDone
        }
        return nil
    }
}
