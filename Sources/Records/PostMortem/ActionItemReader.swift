import Diagnostics
import StatusModel

/// Takes measures out of a section's lists: `- [ ] Add a pool alarm (Owner: Data team, Due: 2026-01-09)`.
struct ActionItemReader {
    let body: Body
    /// Where the post-mortem begins in the file.
    let from: Int
    /// Whether every item of a list is a measure, with a box before it or without.
    let takesPlainItems: Bool

    /// The measures; their items are gone from the document.
    func take(from document: MarkdownDocument, into diagnostics: inout [Diagnostic]) -> [ActionItem] {
        var items: [ActionItem] = []
        for list in document.root.children where list.kind == .list {
            for node in list.children {
                guard let item = item(of: node, into: &diagnostics) else { continue }
                items.append(item)
                node.remove()
            }
            if list.firstChild == nil { list.remove() }
        }
        return items
    }
}

private extension ActionItemReader {
    func item(of node: MarkdownNode, into diagnostics: inout [Diagnostic]) -> ActionItem? {
        let blocks = node.children
        guard let first = blocks.first, first.kind == .paragraph else { return nil }
        let (isDone, line) = Self.box(first.plainText.trimmed)
        let parts = ActionItemParts(line)
        guard isDone != nil || takesPlainItems || parts.hasFields else { return nil }
        let further = blocks.dropFirst().map(\.plainText)
        var item = ActionItem(text: ([parts.text] + further).joined(separator: " "), isDone: isDone ?? false)
        item.owner = parts["owner"]
        item.ticket = parts["ticket"]
        if let due = parts["due"] {
            item.dueOn = Day(due)
            if item.dueOn == nil { diagnostics.append(noDay(due)) }
        }
        return item
    }

    /// Whether a box is ticked, and what stands behind it; nothing where there is no box.
    static func box(_ line: String) -> (isDone: Bool?, rest: String) {
        for (box, isDone) in [("[ ]", false), ("[]", false), ("[x]", true), ("[X]", true)]
        where line.hasPrefix(box) {
            return (isDone, String(line.dropFirst(box.count)).trimmedStart)
        }
        return (nil, line)
    }

    func noDay(_ due: String) -> Diagnostic {
        Diagnostic(
            .error,
            .invalidTime,
            "`\(due)` is no day of the calendar",
            at: body.text.location(of: due, from: from),
            hint: "write it as in `Due: 2026-01-31`"
        )
    }
}

/// An item's text and its fields: in parentheses at its end, or behind dashes.
struct ActionItemParts {
    private(set) var text: String
    private var fields: [String: String] = [:]

    var hasFields: Bool { !fields.isEmpty }
    subscript(name: String) -> String? { fields[name] }

    init(_ line: String) {
        text = line
        if let open = line.lastIndex(of: "("), line.hasSuffix(")") {
            let inner = line[line.index(after: open)...].dropLast()
            if take(Self.split(String(inner), at: [","])) { text = line[..<open].trimmed }
        } else {
            let parts = Self.split(line, at: [" - ", " \u{2013} ", " \u{2014} "])
            if parts.count > 1, take(Array(parts.dropFirst())) { text = parts[0].trimmed }
        }
    }

    /// Takes parts of which each begins with a field's name; a part that begins with none belongs to the
    /// one before: `Owner: Smith, Jane, Due: 2026-01-09`.
    private mutating func take(_ parts: [String]) -> Bool {
        var last: String?
        for part in parts {
            if let (name, value) = Self.field(part) {
                fields[name] = value
                last = name
            } else if let last, let value = fields[last] {
                fields[last] = value + ", " + part.trimmed
            } else {
                fields = [:]
                return false
            }
        }
        return hasFields
    }

    private static func field(_ part: String) -> (name: String, value: String)? {
        guard let colon = part.firstIndex(of: ":") else { return nil }
        let name = part[..<colon].trimmed.folded
        let value = part[part.index(after: colon)...].trimmed
        return ["owner", "due", "ticket"].contains(name) && !value.isEmpty ? (name, value) : nil
    }

    private static func split(_ text: String, at separators: [String]) -> [String] {
        separators.reduce([text]) { parts, separator in parts.flatMap { $0.split(on: separator) } }
    }
}

extension String {
    /// The parts between the separators.
    fileprivate func split(on separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
