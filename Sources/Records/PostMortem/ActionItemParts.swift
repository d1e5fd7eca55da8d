/// An action item's text and its fields: between parentheses, or behind dashes.
struct ActionItemParts {
    private(set) var text: String
    private var fields: [String: String] = [:]

    var hasFields: Bool { !fields.isEmpty }
    subscript(name: String) -> String? { fields[name] }

    init(_ line: String) {
        text = line
        takeFieldsBetweenParentheses()
        if fields.isEmpty { takeFieldsBehindDashes() }
    }
}

private extension ActionItemParts {
    static let dashes = [" - ", " \u{2013} ", " \u{2014} "]

    /// `text (Owner: Data team, Due: 2026-01-09)`: of several parentheses those that begin with a field.
    mutating func takeFieldsBetweenParentheses() {
        for open in text.utf8.indices where text.utf8[open] == UInt8(ascii: "(") {
            let inner = text[text.index(after: open)...]
            guard Self.field(String(inner.prefix(20))) != nil else { continue }
            let close = Self.end(of: inner)
            take([String(inner[..<close])])
            let rest = close < text.endIndex ? text[text.index(after: close)...] : ""
            text = (text[..<open].trimmed + " " + rest.trimmed).trimmed
            return
        }
    }

    /// `text - Owner: Data team - Due: 2026-01-09`: the text may have dashes of its own.
    mutating func takeFieldsBehindDashes() {
        let parts = Self.split(text, at: Self.dashes)
        guard let first = parts.dropFirst().firstIndex(where: { Self.field($0) != nil }) else { return }
        take(Array(parts[first...]))
        // Each dash has a blank before it and one behind.
        let taken = parts[first...].reduce(0) { $0 + 3 + $1.count }
        text = text.dropLast(taken).trimmed
    }

    /// Takes the fields of the parts; what begins with no field's name belongs to the one before:
    /// `Owner: Smith, Jane, Due: 2026-01-09`.
    mutating func take(_ parts: [String]) {
        var last: String?
        for part in parts.flatMap({ Self.split($0, at: [","] + Self.dashes) }) {
            if let (name, value) = Self.field(part) {
                fields[name] = value
                last = name
            } else if let last, let value = fields[last] {
                fields[last] = value + ", " + part.trimmed
            }
        }
    }

    static func field(_ part: String) -> (name: String, value: String)? {
        guard let colon = part.firstIndex(of: ":") else { return nil }
        let name = part[..<colon].trimmed.folded
        let value = part[part.index(after: colon)...].trimmed
        return ["owner", "due", "ticket"].contains(name) && !value.isEmpty ? (name, value) : nil
    }

    /// Where the parenthesis closes that the text stands in; its end where none does.
    static func end(of text: Substring) -> String.Index {
        var depth = 1
        for index in text.utf8.indices {
            switch text.utf8[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: continue
            }
            if depth == 0 { return index }
        }
        return text.endIndex
    }

    static func split(_ text: String, at separators: [String]) -> [String] {
        separators.reduce([text]) { parts, separator in
            parts.flatMap { $0.split(on: separator) }
        }
    }
}
