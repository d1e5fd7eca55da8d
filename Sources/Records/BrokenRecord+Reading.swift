import Diagnostics
import StatusModel

extension BrokenRecord {
    /// Makes the part of a broken file that the public may see: its text without front matter, post-mortem and internal
    /// lines.
    ///
    /// Returns `nil` if the whole file may be internal, since then only its author knows, or if there is a mistake
    /// where the file says what is internal.
    init?(
        of file: SourceFile,
        slug: String,
        reading: Reading,
        in configuration: Configuration,
        told diagnostics: [Diagnostic]
    ) {
        guard !reading.isDraft, !Self.mayBeInternal(file, reading, configuration) else { return nil }
        var text = ""
        if let body = reading.body { text = String(validating: file.bytes[body], as: UTF8.self) ?? "" }
        let lines = InternalWords(in: text)
        let firstLine = reading.body.map { file.location(of: $0.lowerBound..<$0.lowerBound).line } ?? 1
        let errors = diagnostics.filter { $0.severity == .error }.map { $0.location.line - firstLine }
        guard !lines.areNear(errors) else { return nil }
        let shown = InternalWords(in: Self.withoutComments(text)).otherLines.prefix { line in
            !configuration.postMortemTitle.matches(line.drop { "#>*_ ".contains($0) }.trimmed)
        }
        let title = reading.title?.isEmpty == false ? reading.title : Self.title(in: file)
        let shownText = shown.joined(separator: "\n").trimmed.cleaned
        self.init(path: file.path, slug: slug, title: title?.cleaned, text: shownText)
    }
}

private extension BrokenRecord {
    /// Returns the text without HTML comments, which are not shown for a valid record either.
    static func withoutComments(_ text: String) -> String {
        var shown: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let start = rest.firstRange(of: "<!--".utf8) {
            shown += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: "-->".utf8) else {
                return String(decoding: shown, as: UTF8.self)
            }
            rest = rest[end.upperBound...]
        }
        return String(decoding: shown + rest, as: UTF8.self)
    }

    /// Returns the title from a front matter that could not be read.
    static func title(in file: SourceFile) -> String? {
        let lines = String(decoding: file.bytes.prefix(4_096), as: UTF8.self).split(
            whereSeparator: \.isNewline
        )
        guard let line = lines.first(where: { $0.hasPrefix("title:") }) else { return nil }
        let title = line.dropFirst("title:".count).trimmed.filter { $0 != "\"" }
        return title.isEmpty ? nil : title
    }

    /// Whether the whole record may be internal.
    ///
    /// If that is uncertain, words that would make the record internal count anywhere in its front matter, and internal
    /// severities in the policy hide it: it is better to show too little than to reveal something internal.
    static func mayBeInternal(_ file: SourceFile, _ reading: Reading, _ configuration: Configuration) -> Bool
    {
        if let visibility = reading.visibility { return visibility == .internal }
        let end = reading.body?.lowerBound ?? file.bytes.count
        let words = String(decoding: file.bytes[..<end], as: UTF8.self).folded
            .split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.map(String.init)
        let isHidden = words.indices.contains { index in
            switch words[index] {
            case "draft": true
            case "visibility": words[(index + 1)...].first != "public"
            default: nearest(to: words[index], in: ["visibility"]) != nil
            }
        }
        if isHidden || reading.mayHide { return true }
        let severities = configuration.page.severities
        let named = severities.indices.filter { rank in
            ([severities[rank].level, severities[rank].name ?? severities[rank].level]
                + severities[rank].aliases)
                .contains { words.contains($0.folded) }
        }
        let isInternal = configuration.internalSeverities
        return named.isEmpty ? !isInternal.isEmpty : named.contains(where: isInternal.contains)
    }
}

/// The lines of a text that say what is internal, found by words similar to `Escalated` and `Visibility`: each with the
/// lines up to the next empty line, since a value may continue there.
private struct InternalWords {
    private var lines: [String] = []
    private var isInternal: [Bool] = []

    init(in text: String) {
        let bytes = Array(text.utf8)
        var ranges = LineRanges(of: bytes, in: bytes.indices)
        while let range = ranges.next() {
            let line = String(decoding: bytes[range], as: UTF8.self)
            lines.append(line)
            let goesOn = isInternal.last == true && !line.allSatisfy(\.isWhitespace)
            isInternal.append(goesOn || Self.isNamed(in: line))
        }
    }

    /// The lines that have nothing to do with internal information.
    var otherLines: [String] { lines.indices.filter { !isInternal[$0] }.map { lines[$0] } }

    /// Whether there is a mistake within two lines of such a line.
    ///
    /// - Parameter errors: the line numbers of the mistakes; the first line of the text is 0.
    func areNear(_ errors: [Int]) -> Bool {
        errors.contains { line in
            (line - 2...line + 2).contains { isInternal.indices.contains($0) && isInternal[$0] }
        }
    }

    private static func isNamed(in line: String) -> Bool {
        line.folded.split { !$0.isLetter }.contains { word in
            (7...12).contains(word.utf8.count)
                && nearest(to: String(word), in: ["escalated", "visibility"]) != nil
        }
    }
}
