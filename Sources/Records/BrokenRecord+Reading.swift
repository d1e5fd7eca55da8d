import Diagnostics
import StatusModel

extension BrokenRecord {
    /// What of a broken file the public may see: its text without front matter, post-mortem and the lines
    /// that are internal. Nothing where the file may be internal as a whole, for then only its author knows.
    init?(of file: SourceFile, slug: String, reading: Reading, in configuration: Configuration) {
        guard !reading.isDraft, !Self.mayBeInternal(file, reading, configuration) else { return nil }
        var text = ""
        if let body = reading.body { text = String(validating: file.bytes[body], as: UTF8.self) ?? "" }
        let shown = Self.withoutComments(text)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .prefix { !PostMortemTitle.matches($0.drop { "#> ".contains($0) }.trimmed) }
            .filter { !$0.folded.filter { !"*_ \t".contains($0) }.contains("escalated:") }
        let title = reading.title?.isEmpty == false ? reading.title : Self.title(in: file)
        let shownText = shown.joined(separator: "\n").trimmed.cleaned
        self.init(path: file.path, slug: slug, title: title?.cleaned, text: shownText)
    }
}

private extension BrokenRecord {
    /// Comments show in no record, so they do not in a broken one.
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

    /// The title as it stands in a front matter that could not be read.
    static func title(in file: SourceFile) -> String? {
        let lines = String(decoding: file.bytes.prefix(4_096), as: UTF8.self).split(
            whereSeparator: \.isNewline
        )
        guard let line = lines.first(where: { $0.hasPrefix("title:") }) else { return nil }
        let title = line.dropFirst("title:".count).trimmed.filter { $0 != "\"" }
        return title.isEmpty ? nil : title
    }

    /// Where it is not certain who may see the record, words of its front matter that would make it internal
    /// count wherever they stand, and a policy with internal severities hides it: better to show too little
    /// than what is nobody's business.
    static func mayBeInternal(_ file: SourceFile, _ reading: Reading, _ configuration: Configuration) -> Bool
    {
        if let visibility = reading.visibility { return visibility == .internal }
        let end = reading.body?.lowerBound ?? file.bytes.count
        let words = String(decoding: file.bytes[..<end], as: UTF8.self).folded
            .split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.map(String.init)
        let isHidden = words.indices.contains { index in
            words[index] == "draft"
                || words[index] == "visibility" && words[(index + 1)...].first != "public"
        }
        if isHidden { return true }
        let named = configuration.page.severities.filter { severity in
            ([severity.level, severity.name ?? severity.level] + severity.aliases)
                .contains { words.contains($0.folded) }
        }
        return (named.isEmpty ? configuration.page.severities : named).contains { $0.visibility == .internal }
    }
}
