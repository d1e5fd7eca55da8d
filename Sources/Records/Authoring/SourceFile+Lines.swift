import Diagnostics

extension SourceFile {
    /// The line end of the file, which is that of its first line.
    var lineEnd: String {
        guard let index = bytes.firstIndex(where: isLineEnd) else { return "\n" }
        guard bytes[index] == UInt8(ascii: "\r") else { return "\n" }
        return bytes[(index + 1)...].first == UInt8(ascii: "\n") ? "\r\n" : "\r"
    }

    /// Returns the start of the line that contains the offset.
    func startOfLine(at offset: Int) -> Int {
        bytes[..<offset].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
    }

    /// Returns the end of the last line before the offset that is not empty, including spaces after its text.
    func endOfText(before offset: Int) -> Int {
        let last = bytes[..<offset].lastIndex { !$0.isSpace }.map { $0 + 1 } ?? 0
        return bytes[last..<offset].firstIndex(where: isLineEnd) ?? offset
    }

    /// Returns the number of lines that end in the range.
    func lineEnds(in range: Range<Int>) -> Int {
        var lines = LineRanges(of: bytes, in: range)
        var count = 0
        while let line = lines.next() { count += lines.position > line.upperBound ? 1 : 0 }
        return count
    }

    /// Whether the line that ends there is three or more of `-`, `*` or `_`, with an empty line above it.
    func isRule(endingAt end: Int) -> Bool {
        let start = startOfLine(at: end)
        let marks = bytes[start..<end].filter { !$0.isSpace }
        guard let mark = marks.first, "-*_".utf8.contains(mark) else { return false }
        return marks.count >= 3 && marks.allSatisfy { $0 == mark }
            && lineEnds(in: endOfText(before: start)..<start) > 1
    }
}

private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}
