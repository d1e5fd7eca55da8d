import Diagnostics

/// A record's file taken apart: the YAML between its first line `---` and the next such line, and the
/// Markdown behind it.
struct FrontMatterSplit {
    let yaml: YAMLText
    /// The body's bytes within the file.
    let body: Range<Int>

    /// Nothing where there is no front matter, or no end of it: reported.
    init?(of file: SourceFile, content: Range<Int>, into diagnostics: inout [Diagnostic]) {
        var lines = LineRanges(of: file.bytes, in: content)
        guard let first = lines.next(), Self.isFence(file.bytes[first]) else {
            diagnostics.append(Self.missing(in: file, content: content))
            return nil
        }
        let start = lines.position
        while let line = lines.next() {
            if Self.isFence(file.bytes[line]) {
                yaml = YAMLText(file: file, range: start..<line.lowerBound)
                body = lines.position..<content.upperBound
                return
            }
        }
        diagnostics.append(
            Diagnostic(
                .error,
                .unclosedFrontMatter,
                "the front matter does not end",
                at: file.location(of: first),
                hint: "write a line `---` between the keys and the text"
            )
        )
        return nil
    }
}

private extension FrontMatterSplit {
    /// Three hyphens, and nothing but blanks behind them.
    static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy(isASCIISpace)
    }

    static func missing(in file: SourceFile, content: Range<Int>) -> Diagnostic {
        let start = content.lowerBound
        let dashes = String(decoding: file.bytes[content].prefix(12), as: UTF8.self)
        let typed = dashes.unicodeScalars.first.map { (0x2010...0x2015).contains($0.value) } ?? false
        return Diagnostic(
            .error,
            .missingFrontMatter,
            "the file does not begin with front matter",
            at: file.location(of: start..<start + 1),
            hint: typed
                ? "a keyboard made a long dash of the hyphens: the first line is `---`"
                : "make the first line `---`, then `title:` and the other keys, then `---` again"
        )
    }
}

/// The lines of a stretch of bytes, one after the other, without their ends.
struct LineRanges: IteratorProtocol {
    private let bytes: [UInt8]
    private let end: Int
    /// Where the next line begins.
    private(set) var position: Int

    init(of bytes: [UInt8], in range: Range<Int>) {
        (self.bytes, position, end) = (bytes, range.lowerBound, range.upperBound)
    }

    mutating func next() -> Range<Int>? {
        guard position < end else { return nil }
        let start = position
        var index = start
        while index < end, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r") {
            index += 1
        }
        position = min(index + 1, end)
        if index + 1 < end, bytes[index] == UInt8(ascii: "\r"), bytes[index + 1] == UInt8(ascii: "\n") {
            position = index + 2
        }
        return start..<index
    }
}
