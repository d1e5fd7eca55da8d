import Diagnostics
import StatusModel

/// Markdown that was written for another tool, in the form in which a record's body can have it.
///
/// Nothing in that form begins an update or a post-mortem, and nothing matches a trailer.
public struct ForeignMarkdown {
    private let lines: [String]

    /// - Parameter text: lines that end with a line feed, or a carriage return and a line feed.
    public init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }
}

extension ForeignMarkdown {
    /// The text of a record's summary.
    public var asSummary: String { escaped(behind: []) }

    /// The text of an update.
    public var asUpdate: String { escaped(behind: ["[UPDATE 2000-01-01 00:00 UTC]", ""]) }

    /// The text of a post-mortem, below the lines under its heading.
    ///
    /// No line in it matches one of those lines, or resembles a misspelled one.
    public var asPostMortem: String {
        escaped(behind: ["# Post-mortem", "Published: 2000-01-01", ""])
            .split(separator: "\n", omittingEmptySubsequences: false).map { line in
                let text = line.drop { " \t>#*_-+0123456789.".contains($0) }
                let words = String(text.filter { !"*_`".contains($0) })
                guard MisplacedLine(words) != nil || PostMortemLines.nameAndValue(of: words) != nil else {
                    return String(line)
                }
                return line.prefix(line.count - text.count) + "\\" + text
            }
            .joined(separator: "\n")
    }
}

private extension ForeignMarkdown {
    /// Returns the text with a backslash before every line that a record would read as more than text.
    ///
    /// It finds these lines by reading them as a record, so that the rules are not repeated here.
    func escaped(behind opening: [String]) -> String {
        var lines = opening + closedLines
        // Escaping a line may give effect to another that was part of it.
        for _ in 0..<Self.rounds {
            let acting = Self.actingLines(in: lines, from: opening.count)
            if acting.isEmpty { break }
            for (line, start) in acting { lines[line].insert(contentsOf: "\\", atByte: start) }
        }
        return lines.dropFirst(opening.count).joined(separator: "\n")
    }

    /// Returns the lines that would have an effect, with the byte at which their text begins.
    static func actingLines(in lines: [String], from first: Int) -> [Int: Int] {
        let file = SourceFile(path: "text.md", bytes: Array(lines.joined(separator: "\n").utf8))
        let found = Findings()
        let body = Body(
            of: file,
            in: file.bytes.indices,
            as: .maintenance,
            configuration: nil,
            index: RecordIndex(paths: []),
            into: found
        )
        let (text, parts) = (body.text, body.parts)
        let offsets =
            parts.updates.flatMap { [$0.offset] + $0.trailers.map(\.offset) } + parts.strays.map(\.offset)
        let told = found.all.filter { toldIDs.contains($0.id) }.map { $0.location.line }
        let numbers = Set(offsets.map(text.number(ofLineAt:)) + told).filter { $0 > first }
        return Dictionary(
            uniqueKeysWithValues: numbers.map(text.place(ofLine:)).filter { !$0.isEscaped }
                .map { ($0.number - 1, $0.text - text.start(ofLine: $0.number)) }
        )
    }

    static let toldIDs: Set<Diagnostic.ID> = [
        .unknownPhase, .unmarkedUpdate, .phaseAsLinkDefinition, .updateAfterPostMortem, .misplacedTrailer,
        .unknownTrailer, .swallowedTrailer,
    ]
    static let rounds = 5

    /// The lines, with headings and HTML changed if what they begin would end only after this text; code stays as it is.
    var closedLines: [String] {
        var (fence, isCode, isAfterBlank) = (Fence?.none, false, true)
        let closed = lines.map { line in
            defer { isAfterBlank = line.trimmed.isEmpty }
            if let open = fence {
                if open.isClosed(by: line) { fence = nil }
                return line
            }
            fence = Fence(openedBy: line)
            let isIndented = line.hasPrefix("    ") || line.hasPrefix("\t")
            isCode = isIndented && (isCode || isAfterBlank)
            return fence != nil || isCode ? line : Self.closed(line)
        }
        // A code block that is left open would absorb the rest of the record.
        return closed + (fence.map { [$0.end] } ?? [])
    }

    static func closed(_ line: String) -> String {
        let indent = line.prefix { $0 == " " || $0 == "\t" }
        let marks = line.dropFirst(indent.count).prefix { $0 == "#" }
        let text = line.dropFirst(indent.count + marks.count).trimmedStart
        if (1...2).contains(marks.count), PostMortemTitle().matches(text) {
            return indent + "### " + text
        }
        return marks.isEmpty && opensHTML(text) ? indent + "\\" + text : line
    }

    /// Whether the text begins HTML that an empty line does not end, so that its end may be missing.
    ///
    /// Such HTML is shown as it was typed, too.
    static func opensHTML(_ text: String) -> Bool {
        guard text.first == "<" else { return false }
        let tag = text.dropFirst().prefix(8).lowercased()
        return ["!", "?", "script", "style", "pre", "textarea"].contains(where: tag.hasPrefix)
    }

    /// A code block that is enclosed in backticks or tildes.
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

extension String {
    fileprivate mutating func insert(contentsOf text: String, atByte offset: Int) {
        self = String(
            decoding: Array(utf8.prefix(offset)) + text.utf8 + utf8.dropFirst(offset),
            as: UTF8.self
        )
    }
}
