import Diagnostics

/// A file as it is read: text, not too much of it, and nothing in it that no text holds.
struct SourceText {
    /// The file without control characters.
    let file: SourceFile
    /// Its text, behind a byte order mark.
    let range: Range<Int>

    /// The largest file that is read, in bytes.
    static let largest = 1 << 20

    /// Nothing where it is too large or no UTF-8.
    init?(of file: SourceFile, into findings: Findings) {
        guard file.bytes.count <= Self.largest else {
            findings.error(
                .fileTooLarge,
                at: SourceLocation.top(of: file.path),
                "the file is larger than the 1 MiB limit",
                hint: "put large attachments in `static/` and link to them")
            return nil
        }
        if let offset = Self.firstInvalidByte(in: file.bytes) {
            findings.error(
                .notUTF8, at: file.location(of: offset..<offset + 1),
                "the file is not valid UTF-8: invalid byte at offset \(offset)",
                hint: "save it as UTF-8 in your editor")
            return nil
        }
        self.file = CleanText.file(file, into: findings)
        let start = file.bytes.textStart
        range = start..<self.file.bytes.count
    }

    /// The offset of the first byte that no character of UTF-8 can have there.
    private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
        // The standard library validates whole texts by vectors; the place is looked for only if it must.
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
        return offset
    }
}
