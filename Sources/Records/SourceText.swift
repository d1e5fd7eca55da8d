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
        if let mistake = file.encodingMistake(in: "the file") {
            findings.add(mistake)
            return nil
        }
        self.file = CleanText.file(file, into: findings)
        let start = file.bytes.textStart
        range = start..<self.file.bytes.count
    }
}
