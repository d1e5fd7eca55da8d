import Diagnostics
import StatusModel

extension BrokenRecord {
    /// What of a broken file the public may see: its text without front matter, post-mortem and the lines
    /// that are internal. Nothing where the file may be internal as a whole, for then only its author knows.
    init?(of file: SourceFile, slug: String, reading: Reading, in configuration: Configuration) {
        guard !reading.isDraft, !Self.mayBeInternal(file, reading, configuration) else { return nil }
        var lines: [Substring] = []
        if let body = reading.body, let text = String(validating: file.bytes[body], as: UTF8.self) {
            lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        }
        let shown = lines.prefix { !PostMortemTitle.matches($0.drop { "# ".contains($0) }.trimmed) }
            .filter { Trailer(String($0.filter { !"*_> ".contains($0) }))?.name != .escalated }
        let title = reading.title?.isEmpty == false ? reading.title : Self.title(in: file)
        self.init(path: file.path, slug: slug, title: title, text: shown.joined(separator: "\n").trimmed)
    }
}

private extension BrokenRecord {
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
        if words.contains("draft") || words.contains("visibility") && words.contains("internal") {
            return true
        }
        let severities = configuration.page.severities
        let named = severities.first { severity in
            ([severity.level] + severity.aliases).contains { words.contains($0.folded) }
        }
        return named.map { $0.visibility == .internal } ?? severities.contains { $0.visibility == .internal }
    }
}
