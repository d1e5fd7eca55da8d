/// A text that a person wrote, kept to point into.
public struct SourceFile: Sendable {
    /// Its path from the site's folder, as messages name it.
    public let path: String
    /// Its bytes, as they were read.
    public let bytes: [UInt8]

    /// Makes a file of bytes that were read from `path`.
    public init(path: String, bytes: [UInt8]) {
        (self.path, self.bytes) = (path, bytes)
    }
}

extension SourceFile {
    /// Where the bytes stand: line, column and the line itself.
    ///
    /// Lines are counted here, when something is to be told, and not while reading: most files have
    /// nothing to tell.
    ///
    /// - Parameter range: offsets into ``bytes``; what lies outside of the file is moved to its end.
    public func location(of range: Range<Int>) -> SourceLocation {
        let offset = min(range.lowerBound, bytes.count)
        let line = lineAround(offset)
        let length = min(range.upperBound, line.range.upperBound) - offset
        return SourceLocation(
            path: path,
            line: line.number,
            column: offset - line.range.lowerBound + 1,
            length: max(1, length),
            excerpt: excerpt(of: line)
        )
    }

    /// Where the file begins.
    public var start: SourceLocation { location(of: 0..<0) }
}

private extension SourceFile {
    typealias Line = (number: Int, range: Range<Int>)

    func lineAround(_ offset: Int) -> Line {
        // Editors show no byte order mark, so columns do not count it.
        var (number, start) = (1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, offset) : 0)
        var index = start
        while index < offset {
            if endsLine(index) { (number, start) = (number + 1, index + 1) }
            index += 1
        }
        let end = (offset..<bytes.count).first {
            bytes[$0] == UInt8(ascii: "\n") || bytes[$0] == UInt8(ascii: "\r")
        }
        return (number, start..<(end ?? bytes.count))
    }

    /// A line feed ends a line, and so does a carriage return that no line feed follows.
    func endsLine(_ index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
        default: false
        }
    }

    func excerpt(of line: Line) -> String {
        String(decoding: bytes[line.range], as: UTF8.self)
    }
}
