/// Markdown that was written for another tool, as a record's body can hold it: nothing in it begins an update or
/// a post-mortem, and nothing is taken for a trailer.
public struct ForeignMarkdown {
    private let lines: [String]

    /// - Parameter text: lines that end with a line feed, or a carriage return and a line feed.
    public init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }
}

extension ForeignMarkdown {
    /// The text of a record's summary.
    public var asSummary: String {
        escapedLines.joined(separator: "\n")
    }

    /// The text of a post-mortem, in which no line is taken for one of those under its heading, or for a slip of them.
    public var asPostMortem: String {
        escapedLines.map { line in
            let text = line.drop { " \t>#*_-+0123456789.".contains($0) }
            let words = String(text.filter { !"*_`".contains($0) })
            guard MisplacedLine(words) != nil || PostMortemLines.nameAndValue(of: words) != nil else {
                return line
            }
            return line.prefix(line.count - text.count) + "\\" + text
        }
        .joined(separator: "\n")
    }

    /// The text of an update, whose last lines would otherwise be read as trailers.
    ///
    /// A backslash does not help there: what counts is the text that Markdown makes. A list item does.
    public var asUpdate: String {
        var lines = escapedLines
        for index in lines.indices.reversed() {
            let line = lines[index].trimmed
            if line.isEmpty || Self.isRule(line) { continue }
            guard Self.isTrailer(lines[index]) else { break }
            let start = lines[index].firstIndex { !" >\t".contains($0) } ?? lines[index].startIndex
            lines[index].insert(contentsOf: "- ", at: start)
        }
        return lines.joined(separator: "\n")
    }
}

private extension ForeignMarkdown {
    /// The lines, with brackets and headings changed where a record would read more into them; code is left as
    /// it stands.
    var escapedLines: [String] {
        var (fence, isCode, isAfterBlank) = (Fence?.none, false, true)
        let escaped = lines.map { line in
            defer { isAfterBlank = line.trimmed.isEmpty }
            if let open = fence {
                if open.isClosed(by: line) { fence = nil }
                return line
            }
            fence = Fence(openedBy: line)
            let isIndented = line.hasPrefix("    ") || line.hasPrefix("\t")
            isCode = isIndented && (isCode || isAfterBlank)
            return fence != nil || isCode ? line : Self.escaped(line)
        }
        // What is left open would take in the rest of the record.
        return escaped + (fence.map { [$0.end] } ?? [])
    }

    static func escaped(_ line: String) -> String {
        let indent = line.prefix { $0 == " " || $0 == "\t" }
        let marks = line.dropFirst(indent.count).prefix { $0 == "#" }
        let text = line.dropFirst(indent.count + marks.count).trimmedStart
        if (1...2).contains(marks.count), PostMortemTitle().matches(text) {
            return indent + "### " + text
        }
        if marks.isEmpty, opensHTML(text) { return indent + "\\" + text }
        guard beginsUpdate(text) else { return line }
        return indent + marks + (marks.isEmpty ? "" : " ") + "\\" + text
    }

    /// Whether the bracket would be taken for a phase, and is no link's text.
    static func beginsUpdate(_ text: String) -> Bool {
        guard text.hasPrefix("["), PhaseMarker.read(text) != .text else { return false }
        return text.firstIndex(of: "]").map { !text[$0...].hasPrefix("](") } ?? false
    }

    /// Whether HTML begins that does not end with a blank line: its end may be missing. It is shown as it was typed
    /// all the same.
    static func opensHTML(_ text: String) -> Bool {
        guard text.first == "<" else { return false }
        let tag = text.dropFirst().prefix(8).lowercased()
        return ["!", "?", "script", "style", "pre", "textarea"].contains(where: tag.hasPrefix)
    }

    static func isTrailer(_ line: String) -> Bool {
        Trailer(line.filter { !"*_`>".contains($0) }) != nil
    }

    static func isRule(_ line: String) -> Bool {
        let marks = line.filter { $0 != " " }
        return marks.count >= 3 && ["-", "*", "_"].contains { mark in marks.allSatisfy { $0 == mark } }
    }

    /// A block of code that back-ticks or tildes enclose.
    struct Fence {
        let mark: Character
        let length: Int
        private let indent: Substring

        init?(openedBy line: String) {
            let text = line.trimmedStart
            indent = line.prefix { $0 == " " || $0 == "\t" }
            guard let first = text.first, first == "`" || first == "~" else { return nil }
            (mark, length) = (first, text.prefix { $0 == first }.count)
            guard length >= 3, first == "~" || !text.dropFirst(length).contains("`") else { return nil }
        }

        /// The line that closes it, within the same list.
        var end: String { indent + String(repeating: mark, count: length) }

        func isClosed(by line: String) -> Bool {
            let text = line.trimmed
            return text.count >= length && text.allSatisfy { $0 == mark }
        }
    }
}
