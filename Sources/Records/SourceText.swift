import Diagnostics

/// What every file must be before it is read: text, and not too much of it.
enum SourceText {
    /// The largest file that is read, in bytes.
    static let largest = 1 << 20

    /// The range of the file's text, behind a byte order mark; nothing where it is too large or no UTF-8.
    static func check(_ file: SourceFile, into diagnostics: inout [Diagnostic]) -> Range<Int>? {
        guard file.bytes.count <= largest else {
            diagnostics.append(
                Diagnostic(
                    .error,
                    .fileTooLarge,
                    "the file is larger than 1 MiB, which is the most that is read",
                    at: SourceLocation(path: file.path, line: 1, column: 1, length: 1, excerpt: ""),
                    hint: "put large attachments in `static/` and link to them"
                )
            )
            return nil
        }
        if let offset = firstInvalidByte(in: file.bytes) {
            diagnostics.append(
                Diagnostic(
                    .error,
                    .notUTF8,
                    "the file is not UTF-8: byte \(offset) is no part of a character",
                    at: file.location(of: offset..<offset + 1),
                    hint: "save it as UTF-8 in your editor"
                )
            )
            return nil
        }
        let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return start..<file.bytes.count
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
