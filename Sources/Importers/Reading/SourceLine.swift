import Diagnostics

/// A line of a file, with its position.
struct SourceLine {
    /// The text without its line end.
    let text: String
    /// The range of its bytes in the file.
    let range: Range<Int>

    /// Returns the range of a part of the text in the file.
    func range(of part: Substring) -> Range<Int> {
        let start = range.lowerBound + text.utf8.distance(from: text.startIndex, to: part.startIndex)
        return start..<start + part.utf8.count
    }

    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}

/// A text with its location.
struct PlacedText {
    var text: String
    let location: SourceLocation
}

extension SourceFile {
    /// The file's lines without a byte order mark; `nil` if the file is not UTF-8.
    var sourceLines: [SourceLine]? {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        var lines: [SourceLine] = []
        var start = bytes.textStart
        for index in start...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: "\n") {
            let end = index > start && bytes[index - 1] == UInt8(ascii: "\r") ? index - 1 : index
            lines.append(
                SourceLine(text: String(decoding: bytes[start..<end], as: UTF8.self), range: start..<end)
            )
            start = index + 1
        }
        return lines
    }

    /// Returns the location of the whole line, without the spaces around it.
    func location(of line: SourceLine) -> SourceLocation {
        let text = line.text.trimmingBlanks
        return location(of: line.range(of: text))
    }
}

extension StringProtocol {
    /// The text on one line, as a title requires.
    var onOneLine: String {
        split(whereSeparator: \.isNewline).map { $0.trimmingBlanks }.filter { !$0.isEmpty }
            .joined(separator: " ").withoutControls
    }

    func hasAnySuffix(_ suffixes: [String]) -> Bool { suffixes.contains { hasSuffix($0) } }

    /// The text without control characters, which readers never saw.
    var withoutControls: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isStray }))
    }

    /// The part without the spaces around it.
    var trimmingBlanks: SubSequence {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return self[endIndex...] }
        return self[first...last]
    }
}
