import Diagnostics
import StatusModel

/// Markdown that was written for another tool, as a record's body can hold it: nothing in it begins an update or
/// a post-mortem, and nothing matches a trailer.
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

    /// The text of a post-mortem, below the lines under its heading: no line matches one of those, or for a slip
    /// of them.
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
    /// The text with a backslash in front of every line that a record would read as more than text. Records
    /// themselves say which: there is no second idea of it here.
    func escaped(behind opening: [String]) -> String {
        var lines = opening + closedLines
        // A line that is escaped may make another act that was a part of it.
        for _ in 0..<Self.rounds {
            let acting = Self.actingLines(in: lines, from: opening.count)
            if acting.isEmpty { break }
            for (line, start) in acting { lines[line].insert(contentsOf: "\\", atByte: start) }
        }
        return lines.dropFirst(opening.count).joined(separator: "\n")
    }

    /// The lines that would act, with the byte where their text begins.
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

    /// The lines, with headings and HTML changed where they would begin what ends later than here; code is left as
    /// it stands.
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
        // What is left open would take in the rest of the record.
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

    /// Whether HTML begins that does not end with a blank line: its end may be missing. It is shown as it was typed
    /// all the same.
    static func opensHTML(_ text: String) -> Bool {
        guard text.first == "<" else { return false }
        let tag = text.dropFirst().prefix(8).lowercased()
        return ["!", "?", "script", "style", "pre", "textarea"].contains(where: tag.hasPrefix)
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

extension String {
    fileprivate mutating func insert(contentsOf text: String, atByte offset: Int) {
        self = String(
            decoding: Array(utf8.prefix(offset)) + text.utf8 + utf8.dropFirst(offset),
            as: UTF8.self
        )
    }
}
