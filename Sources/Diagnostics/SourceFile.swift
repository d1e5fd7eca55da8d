/// A text that a person wrote, kept so that places in it can be reported.
public struct SourceFile: Sendable {
    /// The file's path from the site's folder, as it appears in messages.
    public let path: String
    /// The bytes as they were read, without those that ``init(_:leavingOut:)`` left out.
    public let bytes: [UInt8]
    private let lines = LineTable()
    /// The original file, if bytes were left out of this one.
    let whole: WholeFile?

    /// Makes a file from bytes that were read from `path`.
    public init(path: String, bytes: [UInt8]) {
        (self.path, self.bytes, whole) = (path, bytes, nil)
    }

    /// Makes a copy of `file` without some of its bytes.
    ///
    /// It has the same lines, and its places are those in `file`.
    ///
    /// - Parameter gaps: the ranges to leave out: non-empty, in order, without line endings.
    public init(_ file: SourceFile, leavingOut gaps: [Range<Int>]) {
        let whole = WholeFile(file, gaps: gaps)
        (path, bytes, self.whole) = (file.path, whole.bytesLeft, whole)
    }
}

extension SourceFile {
    /// Returns the location of the bytes: line, column and the line itself.
    ///
    /// Lines are counted here, when something is reported, instead of while reading: for most files, nothing is.
    ///
    /// - Parameter range: offsets into ``bytes``; offsets outside the file are moved to its end.
    public func location(of range: Range<Int>) -> SourceLocation {
        if let whole { return whole.file.location(of: whole.range(of: range)) }
        let line = lines.line(at: min(range.lowerBound, bytes.count), of: bytes)
        // A byte order mark and a line ending are not part of a line's text, so they are reported at its edge.
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

    /// The beginning of the file.
    public var start: SourceLocation { whole?.file.start ?? location(of: 0..<0) }

    /// Returns the error for the file's first byte that is not UTF-8; `nil` if the whole file is UTF-8.
    ///
    /// - Parameter name: the words for the file in the message, such as “the template”.
    package func encodingMistake(in name: String) -> Diagnostic? {
        guard let offset = bytes.firstOffsetOutsideUTF8 else { return nil }
        return Diagnostic(
            .error, .notUTF8, "\(name) is not valid UTF-8: invalid byte at offset \(offset)",
            at: location(of: offset..<offset + 1), hint: "save it as UTF-8 in your editor")
    }

    /// Returns the original file with `text` inserted.
    ///
    /// - Parameter offset: the place for the text, as an offset into ``bytes``.
    public func inserting(_ text: String, at offset: Int) -> SourceFile {
        inserting([(text, offset)])
    }

    /// Returns the original file with texts inserted.
    ///
    /// - Parameter texts: the texts, each with the offset into ``bytes`` at which it is inserted, ordered by offset.
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
