/// A text that a person wrote, kept to point into.
public struct SourceFile: Sendable {
    /// Its path from the site's folder, as messages name it.
    public let path: String
    /// Its bytes as they were read, without those that ``init(_:leavingOut:)`` left out.
    public let bytes: [UInt8]
    private let lines = LineTable()
    /// The original file, if bytes were left out of this one.
    let whole: WholeFile?

    /// Makes a file of bytes that were read from `path`.
    public init(path: String, bytes: [UInt8]) {
        (self.path, self.bytes, whole) = (path, bytes, nil)
    }

    /// Makes a copy of `file` without some of its bytes. It has the same lines, and its places are those in `file`.
    ///
    /// - Parameter gaps: what to leave out: non-empty ranges, in order, without line ends.
    public init(_ file: SourceFile, leavingOut gaps: [Range<Int>]) {
        let whole = WholeFile(file, gaps: gaps)
        (path, bytes, self.whole) = (file.path, whole.bytesLeft, whole)
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
        if let whole { return whole.file.location(of: whole.range(of: range)) }
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
    public var start: SourceLocation { whole?.file.start ?? location(of: 0..<0) }

    /// The error about the file's first byte that is not UTF-8; `nil` if the whole file is UTF-8.
    ///
    /// - Parameter name: the words for the file in the message, such as “the template”.
    package func encodingMistake(in name: String) -> Diagnostic? {
        guard let offset = bytes.firstOffsetOutsideUTF8 else { return nil }
        return Diagnostic(
            .error, .notUTF8, "\(name) is not valid UTF-8: invalid byte at offset \(offset)",
            at: location(of: offset..<offset + 1), hint: "save it as UTF-8 in your editor")
    }

    /// The original file with `text` inserted.
    ///
    /// - Parameter offset: where the text goes, as an offset into ``bytes``.
    public func inserting(_ text: String, at offset: Int) -> SourceFile {
        inserting([(text, offset)])
    }

    /// The original file with texts inserted.
    ///
    /// - Parameter texts: each with the offset into ``bytes`` at which it goes, in the order of these.
    public func inserting(_ texts: [(text: String, offset: Int)]) -> SourceFile {
        if let whole {
            return whole.file.inserting(texts.map { ($0.text, whole.offset(of: $0.offset)) })
        }
        var (result, end) = ([UInt8](), 0)
        for (text, offset) in texts {
            result += bytes[end..<offset]
            result += text.utf8
            end = offset
        }
        return SourceFile(path: path, bytes: result + bytes[end...])
    }
}
