/// An action item's text and its fields, which are in parentheses, or after dashes, commas, semicolons or line breaks.
///
/// All fields are removed from the text, since owners and tickets are internal.
struct ActionItemParts {
    private(set) var text: String
    private var fields: [String: String] = [:]

    var hasFields: Bool { !fields.isEmpty }
    /// Returns the value of a field; `nil` if it is missing or still `[…]`.
    subscript(name: String) -> String? { fields[name].flatMap { Blank.isAll(of: $0) ? nil : $0 } }

    init(_ line: String) {
        text = line
        while takeFieldsBetween("(", ")") || takeFieldsBetween("[", "]") {}
        takeFieldsBehindSeparators()
        text = text.split(whereSeparator: \.isNewline).map(\.trimmed).joined(separator: " ")
    }
}

private extension ActionItemParts {
    static let separators = [",", ";", "\n", " - ", " \u{2013} ", " \u{2014} "]

    /// Takes the fields from `text (Owner: Data team, Due: 2026-01-09)`: from the first parentheses that begin with a
    /// field.
    ///
    /// - Returns: whether there were any.
    mutating func takeFieldsBetween(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar) -> Bool {
        for open in text.utf8.indices where text.utf8[open] == UInt8(ascii: opening) {
            let inner = text[text.index(after: open)...]
            guard Self.field(String(inner.prefix(20))) != nil else { continue }
            let close = Self.end(of: inner, opening, closing)
            take(inner[..<close])
            let rest = close < text.endIndex ? text[text.index(after: close)...] : ""
            text = (text[..<open].trimmed + " " + rest.trimmed).trimmed
            return true
        }
        return false
    }

    /// Takes the fields from `text - Owner: Data team - Due: 2026-01-09`, in which the text may also have dashes.
    mutating func takeFieldsBehindSeparators() {
        let ranges = Self.separators.flatMap { text.ranges(of: $0) }
            .filter { Self.field(String(text[$0.upperBound...].prefix(20))) != nil }
        guard let first = ranges.min(by: { $0.lowerBound < $1.lowerBound }) else { return }
        take(text[first.upperBound...])
        text = text[..<first.lowerBound].trimmed
    }

    /// Takes the fields of a text.
    ///
    /// A part that does not begin with a field's name belongs to the field before it: `Owner: Smith, Jane, Due:
    /// 2026-01-09`.
    mutating func take(_ text: Substring) {
        var last: String?
        for line in text.split(separator: "\n") {
            for (place, part) in Self.split(String(line), at: Self.separators).enumerated() {
                if let (name, value) = Self.field(part) {
                    fields[name] = value
                    last = name
                } else if let last, let value = fields[last], !part.trimmed.isEmpty {
                    fields[last] = value + (place == 0 ? " " : ", ") + part.trimmed
                }
            }
        }
    }

    static func field(_ part: String) -> (name: String, value: String)? {
        guard let colon = part.firstIndex(of: ":") else { return nil }
        let name = part[..<colon].trimmed.folded
        let value = part[part.index(after: colon)...].trimmed
        return ["owner", "due", "ticket"].contains(name) && !value.isEmpty ? (name, value) : nil
    }

    /// Returns the index of the parenthesis that closes the one before the text, or the end of the text if there is
    /// none.
    static func end(of text: Substring, _ opening: Unicode.Scalar, _ closing: Unicode.Scalar) -> String.Index
    {
        var depth = 1
        for index in text.utf8.indices {
            switch text.utf8[index] {
            case UInt8(ascii: opening): depth += 1
            case UInt8(ascii: closing): depth -= 1
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
