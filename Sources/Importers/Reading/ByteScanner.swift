import Diagnostics

/// A scanner of the bytes in a part of a file.
struct ByteScanner {
    let file: SourceFile
    let end: Int
    var index: Int

    init(_ file: SourceFile, in range: Range<Int>) {
        self.file = file
        end = range.upperBound
        index = range.lowerBound
    }

    var next: UInt8? { index < end ? file.bytes[index] : nil }

    var isAtLineEnd: Bool { next.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? true }

    /// Whether the rest of the line is empty or a comment.
    var isAtRest: Bool { isAtLineEnd || next == UInt8(ascii: "#") }
}

extension ByteScanner {
    func starts(with mark: [UInt8], at offset: Int = 0) -> Bool {
        let start = index + offset
        return start + mark.count <= end && file.bytes[start..<start + mark.count].elementsEqual(mark)
    }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    /// Skips the bytes for which the condition is true, and returns their range.
    @discardableResult
    mutating func skip(while condition: (UInt8) -> Bool) -> Range<Int> {
        let start = index
        while let byte = next, condition(byte) { index += 1 }
        return start..<index
    }

    mutating func skipBlanks() {
        skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    mutating func skipLine() {
        skip { $0 != UInt8(ascii: "\n") }
        index = min(index + 1, end)
    }

    /// Skips spaces, line ends and comments.
    mutating func skipSpace() {
        while let byte = next {
            if byte == UInt8(ascii: "#") {
                skipLine()
            } else if " \t\r\n".utf8.contains(byte) {
                index += 1
            } else {
                return
            }
        }
    }

    /// Takes a plain text up to one of those marks, to the end of the line, or to a comment after a space.
    mutating func takePlain(upTo marks: String) -> Range<Int> {
        let start = index
        skip { !marks.utf8.contains($0) && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let text = file.bytes[start..<index]
        let comment = text.indices.first {
            text[$0] == UInt8(ascii: "#") && $0 > start && " \t".utf8.contains(text[$0 - 1])
        }
        let last = text[..<(comment ?? text.endIndex)].lastIndex { !" \t".utf8.contains($0) }
        return start..<(last.map { $0 + 1 } ?? start)
    }

    func text(in range: Range<Int>) -> String { String(decoding: file.bytes[range], as: UTF8.self) }

    func placed(_ text: String, in range: Range<Int>) -> PlacedText {
        PlacedText(text: text, location: file.location(of: range))
    }

    func placed(_ range: Range<Int>) -> PlacedText { placed(text(in: range), in: range) }

    /// Returns the location of the line that contains the place, without the spaces around it.
    func line(at place: Int) -> SourceLocation {
        let isLineEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
        let start = file.bytes[..<place].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
        let end = file.bytes[place...].firstIndex(where: isLineEnd) ?? file.bytes.count
        let first = file.bytes[start..<end].firstIndex { !$0.isBlank } ?? start
        let last = file.bytes[start..<end].lastIndex { !$0.isBlank }.map { $0 + 1 } ?? end
        return file.location(of: first..<max(first, last))
    }
}
