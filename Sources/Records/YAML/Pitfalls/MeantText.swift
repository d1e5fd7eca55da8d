import Diagnostics

/// The text that somebody meant by a value that YAML does not read as one text: without a comment after it, and
/// without the quotes that were meant to be around it.
struct MeantText {
    /// The text, escaped for double quotes.
    let escaped: String

    /// - Parameter value: the rest of the line, from the beginning of the value.
    init(_ value: String) {
        // Between quotes, a `#` is text.
        let value = Self.hasQuotesAround(value) ? value : Self.withoutComment(value)
        guard Self.hasQuotesAround(value) else {
            escaped = Self.escaped(value)
            return
        }
        let content = String(value.dropFirst().dropLast())
        escaped =
            value.first == "'"
            ? Self.escaped(content.replacing("''", with: "'")) : Self.withEscapedQuotes(content)
    }
}

private extension MeantText {
    /// Whether the value begins and ends with the same quote, and these two belong together, unlike in `"A" or "B"`.
    static func hasQuotesAround(_ value: String) -> Bool {
        guard let quote = value.first, quote == "'" || quote == "\"", value.count > 1, value.last == quote
        else { return false }
        let content = value.dropFirst().dropLast()
        guard let inner = content.firstIndex(of: quote) else { return true }
        let endsWord = content[..<inner].last != " " && content[inner...].dropFirst().first == " "
        let inPairs = content.count { $0 == quote }.isMultiple(of: 2)
        return !(endsWord && inPairs)
    }

    /// Returns the value without the comment after it; one begins with a `#` between blanks.
    static func withoutComment(_ value: String) -> String {
        let bytes = Array(value.utf8)
        let comment = bytes.indices.dropFirst().first { index in
            bytes[index] == UInt8(ascii: "#") && bytes[index - 1].isBlank
                && (index + 1 == bytes.count || bytes[index + 1].isBlank)
        }
        return comment.map { String(decoding: bytes[..<$0], as: UTF8.self).trimmed } ?? value
    }

    static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    /// Returns the content of double quotes with a `\` before each quote that has none.
    static func withEscapedQuotes(_ content: String) -> String {
        var escaped = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in content.unicodeScalars {
            if scalar == "\"", !isEscaped { escaped.append("\\") }
            isEscaped = scalar == "\\" && !isEscaped
            escaped.append(scalar)
        }
        return String(escaped)
    }
}
