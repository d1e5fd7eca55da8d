public import Diagnostics

/// The two parts of a record's file: the YAML between its first line `---` and the next such line, and the Markdown
/// after it.
struct FrontMatterSplit {
    let yaml: YAMLText
    /// The range of the body's bytes in the file.
    let body: Range<Int>

    /// Splits a file; `nil` if the front matter or its end is missing, which is reported.
    init?(of file: SourceFile, content: Range<Int>, into findings: Findings) {
        var lines = LineRanges(of: file.bytes, in: content)
        guard let first = lines.next(), Self.isFence(file.bytes[first]) else {
            findings.add(Self.missing(in: file, content: content))
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
        findings.add(Self.unclosed(in: file, content: content, from: start, at: first))
        return nil
    }

    /// Whether the line consists of three hyphens, with only white space after them.
    static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy(\.isSpace)
    }
}

private extension FrontMatterSplit {
    /// Whether the line consists of two or more hyphens, or of the dashes with which autocorrect replaces them.
    static func isMeantAsFence(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 40, let first = line.first, !first.isSpace else { return false }
        let plain = PlainTyping.of(String(decoding: line, as: UTF8.self)).filter { $0 != " " }
        return plain.allSatisfy { $0 == "-" } && (plain.utf8.count > 1 || line.count > 1)
    }

    static func unclosed(
        in file: SourceFile,
        content: Range<Int>,
        from start: Int,
        at first: Range<Int>
    ) -> Diagnostic {
        var lines = LineRanges(of: file.bytes, in: start..<content.upperBound)
        var slip: Range<Int>?
        while slip == nil, let line = lines.next() {
            if isMeantAsFence(file.bytes[line]) { slip = line }
        }
        return Diagnostic(
            .error, .unclosedFrontMatter,
            slip == nil ? "the front matter is not closed" : "this line does not close the front matter",
            at: file.location(of: slip ?? first),
            hint: slip == nil
                ? "add a `---` line between the keys and the text"
                : fenceHint(file.bytes[slip ?? first], "write `---`"))
    }

    static func missing(in file: SourceFile, content: Range<Int>) -> Diagnostic {
        var lines = LineRanges(of: file.bytes, in: content)
        var first = lines.next() ?? content
        while file.bytes[first].allSatisfy(\.isSpace), let next = lines.next() { first = next }
        let isFence = isFence(file.bytes[first])
        return Diagnostic(
            .error, .missingFrontMatter,
            isFence
                ? "there is an empty line before the front matter"
                : "the file does not begin with front matter",
            at: file.location(of: content.lowerBound..<content.lowerBound + 1),
            hint: isFence
                ? "delete everything before `---`"
                : isMeantAsFence(file.bytes[first])
                    ? fenceHint(file.bytes[first], "the first line must be `---`")
                    : "make the first line `---`, then `title:` and the other keys, then `---` again")
    }

    static func fenceHint(_ line: ArraySlice<UInt8>, _ form: String) -> String {
        let isTyped = line.contains { $0 > 0x7F }
        return isTyped ? "autocorrect replaced the hyphens with a dash: \(form)" : "\(form), three hyphens"
    }
}

extension SourceFile {
    /// Whether the file begins like a record, in any folder: with front matter that has `started`, `severity` or
    /// `maintenance`.
    public var looksLikeRecord: Bool {
        var lines = LineRanges(of: bytes, in: 0..<bytes.count)
        guard let first = lines.next(), bytes[first].starts(with: "---".utf8) else { return false }
        while let line = lines.next(), !bytes[line].starts(with: "---".utf8) {
            if ["started:", "severity:", "maintenance:"].contains(where: { bytes[line].starts(with: $0.utf8) }
            ) {
                return true
            }
        }
        return false
    }
}

/// The ranges of the lines in a range of bytes, in order, without line endings.
struct LineRanges: IteratorProtocol {
    private let bytes: [UInt8]
    private let end: Int
    /// The offset of the next line.
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
