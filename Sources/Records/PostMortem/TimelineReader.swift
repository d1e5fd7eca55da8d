import Diagnostics
import StatusModel

/// Takes a timeline's entries out of its list: `- 17:10 UTC: Investigation began`.
struct TimelineReader {
    let configuration: Configuration
    let body: Body
    /// When the impact began, where that is known: entries without a day are on the days around it.
    let startedAt: Instant?

    /// The entries; their items are gone from the document, and a list that is empty then, too.
    func take(from document: MarkdownDocument) -> [PostMortem.TimelineEntry] {
        var entries: [PostMortem.TimelineEntry] = []
        // What led to the impact may stand in front of it.
        var earliest = startedAt.map { $0 - TimeReader.reach / 2 }
        for list in document.root.children where list.kind == .list {
            for item in list.children {
                if let entry = entry(of: item, notBefore: earliest) {
                    entries.append(entry)
                    earliest = entry.at ?? earliest
                    item.remove()
                }
            }
            if list.firstChild == nil { list.remove() }
        }
        return entries
    }
}

extension TimelineReader {
    /// What an entry says; `nil` if the line is none.
    static func text(behindTimeIn line: String) -> String? {
        var cursor = ByteCursor(line)
        guard let expression = TimeExpression(from: &cursor), expression.time != nil else { return nil }
        return String(cursor.rest).flatMap(behindSeparator)
    }
}

private extension TimelineReader {
    func entry(of item: MarkdownNode, notBefore earliest: Instant?) -> PostMortem.TimelineEntry? {
        guard let text = firstText(of: item) else { return nil }
        let line = text.literal
        var cursor = ByteCursor(line)
        guard let expression = TimeExpression(from: &cursor), expression.time != nil,
            let rest = String(cursor.rest), let separated = Self.behindSeparator(rest)
        else { return nil }
        text.literal = separated
        let isInternal = configuration.internalLines.hides(anyLineOf: item)
        let document = MarkdownDocument()
        for block in item.children { document.root.append(block) }
        var entry = PostMortem.TimelineEntry(
            time: String(line.utf8.prefix(line.utf8.count - rest.utf8.count)) ?? "",
            at: instant(expression, notBefore: earliest),
            prose: body.prose(of: document)
        )
        entry.isInternal = isInternal
        return entry
    }

    /// When the entry's time is. One that cannot be told is no mistake: it is shown as it is written.
    func instant(_ expression: TimeExpression, notBefore earliest: Instant?) -> Instant? {
        configuration.times.instant(
            expression,
            writtenAs: "",
            anchor: earliest.map { .notBefore($0) } ?? .none,
            at: body.text.file.start,
            into: Findings()
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
