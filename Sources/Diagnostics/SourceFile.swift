/// A text that a person wrote, kept to point into.
public struct SourceFile: Sendable {
    /// Its path from the site's folder, as messages name it.
    public let path: String
    /// Its bytes, as they were read.
    public let bytes: [UInt8]
    private let lines = LineTable()

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
        let line = lines.line(at: min(range.lowerBound, bytes.count), of: bytes)
        // What is no part of a line's text, a byte order mark or a line's end, is told at the text's edge.
        let start = min(max(range.lowerBound, line.range.lowerBound), line.range.upperBound)
        let end = min(range.upperBound, line.range.upperBound)
        return SourceLocation(
            path: path,
            line: line.number,
            column: start - line.range.lowerBound + 1,
            length: max(1, end - start),
            excerpt: line.text
        )
    }

    /// Where the file begins.
    public var start: SourceLocation { location(of: 0..<0) }
}
