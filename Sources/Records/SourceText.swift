import Diagnostics

/// The text of a file that is not too large, as it is read: without characters that do not belong in text.
struct SourceText {
    /// The file without control characters.
    let file: SourceFile
    /// The range of its text, after a byte order mark.
    let range: Range<Int>

    /// The largest file that is read, in bytes.
    static let largest = 1 << 20

    /// Makes the text of a file; `nil` if the file is too large or not UTF-8, which is reported.
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
