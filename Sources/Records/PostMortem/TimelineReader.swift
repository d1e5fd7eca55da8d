import Diagnostics
import StatusModel

/// A reader of a timeline's entries, which it takes from a list: `- 17:10 UTC: Investigation began`.
struct TimelineReader {
    let configuration: Configuration
    let body: Body
    /// The beginning of the impact, if it is known: entries without a date are on the days around it.
    let startedAt: Instant?

    /// Returns the entries, and removes their items and lists that are then empty from the document.
    func take(from document: MarkdownDocument) -> [PostMortem.TimelineEntry] {
        var entries: [PostMortem.TimelineEntry] = []
        // Events that led to the impact may be earlier than its beginning.
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
    /// Returns the text of an entry; `nil` if the line is not an entry.
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

    /// Returns the time of the entry.
    ///
    /// An unclear time is not a mistake: it is shown as written.
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

    /// Returns the text after `:` or after a dash with spaces around it.
    static func behindSeparator(_ rest: String) -> String? {
        let text = rest.trimmedStart
        for separator in [":", "- ", "\u{2013} ", "\u{2014} "] where text.hasPrefix(separator) {
            return String(text.dropFirst(separator.count)).trimmedStart
        }
        return nil
    }
}
