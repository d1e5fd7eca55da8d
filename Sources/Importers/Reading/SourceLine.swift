import Diagnostics

/// A line of a file, and where it stands.
struct SourceLine {
    /// Without its end.
    let text: String
    /// Its bytes in the file.
    let range: Range<Int>

    /// Where a part of the line's text stands.
    func range(of part: Substring) -> Range<Int> {
        let start = range.lowerBound + text.utf8.distance(from: text.startIndex, to: part.startIndex)
        return start..<start + part.utf8.count
    }

    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}

/// A text that stands somewhere.
struct PlacedText {
    var text: String
    let location: SourceLocation
}

extension SourceFile {
    /// The file's lines; nothing where it is no UTF-8. A byte order mark is passed over.
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

    /// The whole of the line, without the blanks around it.
    func location(of line: SourceLine) -> SourceLocation {
        let text = line.text.trimmingBlanks
        return location(of: line.range(of: text))
    }
}

extension StringProtocol {
    /// The text on one line, as a title has to be.
    var onOneLine: String {
        split(whereSeparator: \.isNewline).map { $0.trimmingBlanks }.filter { !$0.isEmpty }
            .joined(separator: " ").withoutControls
    }

    func hasAnySuffix(_ suffixes: [String]) -> Bool { suffixes.contains { hasSuffix($0) } }

    /// The text without control characters, which nobody ever saw.
    var withoutControls: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isStray }))
    }

    /// The part without the blanks around it.
    var trimmingBlanks: SubSequence {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return self[endIndex...] }
        return self[first...last]
    }
}
