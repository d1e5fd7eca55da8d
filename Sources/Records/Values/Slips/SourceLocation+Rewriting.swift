import Diagnostics

extension SourceLocation {
    /// Returns the line, for copying, with the right text instead of the wrong one at this location.
    ///
    /// It is the right text alone if the line is too long, has a backtick or a control character, or contains something
    /// else at this location.
    func line(writing right: String, for wrong: String) -> String {
        let (start, end) = (column - 1, column - 1 + length)
        // No more of a long line is read than can be shown: otherwise, each of many mistakes on it would copy the line.
        guard start >= 0, start < end, start <= Self.longest, length <= wrong.utf8.count + 2 else {
            return right
        }
        let bytes = Array(excerpt.utf8.prefix(end + Self.longest + 1))
        guard end <= bytes.count else { return right }
        let written = String(decoding: bytes[start..<end], as: UTF8.self)
        guard [wrong, "\"\(wrong)\"", "'\(wrong)'"].contains(written) else { return right }
        let before = String(decoding: bytes[..<start], as: UTF8.self).trimmedStart
        let rest = Self.isValue(after: bytes[..<start]) ? Self.withoutComment(bytes[end...]) : bytes[end...]
        let line = before + right + String(decoding: rest, as: UTF8.self).trimmedEnd
        // For a long update, its bracket is enough.
        let head = bytes[end...].first == UInt8(ascii: "]") ? before + right + "]" : right
        let shown = line.utf8.count <= Self.longest ? line : head
        let isShown = shown.utf8.count <= Self.longest && !shown.contains("`") && shown.firstControl == nil
        return isShown ? shown : right
    }

    /// Whether what follows this beginning of a line is a value of YAML: it begins the line or follows an indicator. The
    /// time of an update follows its phase, and what comes after its bracket is text.
    private static func isValue(after beginning: ArraySlice<UInt8>) -> Bool {
        beginning.last { !$0.isBlank }.map { ":-[{,".utf8.contains($0) } ?? true
    }

    /// Returns the rest of a line of YAML without a comment, which follows it or the brackets that it closes.
    private static func withoutComment(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let closing = rest.prefix { $0.isBlank || $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "}") }
        let isComment = closing.last?.isBlank == true && rest[closing.endIndex...].first == UInt8(ascii: "#")
        return isComment ? closing : rest
    }

    private static let longest = 120
}

/// Returns the instruction to write the line, or one of the lines.
func write(_ lines: [String]) -> String {
    "write " + list(lines, or: true)
}

extension StringProtocol {
    /// The text without white space at its end.
    fileprivate var trimmedEnd: String {
        var bytes = Substring(self).utf8
        while let byte = bytes.last, byte.isSpace { bytes.removeLast() }
        return String(Substring(bytes))
    }
}
