import StatusModel

/// Takes a timeline's entries out of its list: `- 17:10 UTC: Investigation began`.
struct TimelineReader {
    let body: Body

    /// The entries; their items are gone from the document, and a list that is empty then, too.
    func take(from document: MarkdownDocument) -> [PostMortem.TimelineEntry] {
        var entries: [PostMortem.TimelineEntry] = []
        for list in document.root.children where list.kind == .list {
            for item in list.children {
                if let entry = entry(of: item) {
                    entries.append(entry)
                    item.remove()
                }
            }
            if list.firstChild == nil { list.remove() }
        }
        return entries
    }
}

private extension TimelineReader {
    func entry(of item: MarkdownNode) -> PostMortem.TimelineEntry? {
        guard let text = firstText(of: item) else { return nil }
        let line = text.literal
        var cursor = ByteCursor(line)
        guard let expression = TimeExpression(from: &cursor), expression.time != nil,
            let rest = String(cursor.rest), let separated = Self.behindSeparator(rest)
        else { return nil }
        text.literal = separated
        let document = MarkdownDocument()
        for block in item.children { document.root.append(block) }
        return PostMortem.TimelineEntry(
            time: String(line.utf8.prefix(line.utf8.count - rest.utf8.count)) ?? "",
            prose: body.prose(of: document)
        )
    }

    func firstText(of item: MarkdownNode) -> MarkdownNode? {
        guard let paragraph = item.firstChild, paragraph.kind == .paragraph, let text = paragraph.firstChild,
            text.kind == .text
        else { return nil }
        return text
    }

    /// What follows `:` or a dash with blanks around it.
    static func behindSeparator(_ rest: String) -> String? {
        let text = rest.trimmedStart
        for separator in [":", "- ", "\u{2013} ", "\u{2014} "] where text.hasPrefix(separator) {
            return String(text.dropFirst(separator.count)).trimmedStart
        }
        return nil
    }
}
