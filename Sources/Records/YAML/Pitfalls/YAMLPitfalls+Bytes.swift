import Diagnostics

extension YAMLPitfalls {
    var current: UInt8? { offset < end ? text.file.bytes[offset] : nil }

    /// The end of the scanner's line, without the spaces at its end.
    var lineEnd: Int {
        var index = offset
        while index < end, !isLineEnd(text.file.bytes[index]) { index += 1 }
        while index > offset, text.file.bytes[index - 1].isSpace { index -= 1 }
        return index
    }

    func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    func isBlank(at index: Int) -> Bool { index >= end || text.file.bytes[index].isSpace }

    func isDigit(at index: Int) -> Bool {
        index < end && text.file.bytes[index].isDigit
    }

    func isColon(at index: Int) -> Bool {
        index < end && text.file.bytes[index] == UInt8(ascii: ":") && isBlank(at: index + 1)
    }

    func isComment(at index: Int) -> Bool {
        index < end && text.file.bytes[index] == UInt8(ascii: "#")
            && (index == text.range.lowerBound || text.file.bytes[index - 1].isSpace)
    }

    mutating func skipBlanks() {
        while let byte = current, byte.isBlank { offset += 1 }
    }

    /// Skips to the end of the line, but not past it.
    mutating func skipRest() {
        while let byte = current, !isLineEnd(byte) { offset += 1 }
    }

    mutating func skipLine() {
        skipRest()
        if offset < end { offset += 1 }
    }
}
