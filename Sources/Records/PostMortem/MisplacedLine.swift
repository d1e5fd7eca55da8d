import Diagnostics
import StatusModel

/// The probable meaning of a line in a post-mortem's text that is misspelled or too low to be read, and would show the
/// public something that should be hidden.
enum MisplacedLine: Equatable {
    /// `Published:`, `Scheduled:` or `Visibility:` with a valid value.
    case named(PostMortemLines.Name)
    /// `Escalated:`, which belongs to an update.
    case escalated
    /// A word similar to `Visibility`.
    case slip(String)
    /// A word similar to `internal` in brackets at the end of the line.
    case slipOfMark(String)
}

extension MisplacedLine {
    /// Reads a line, or the text after a timeline's time; `nil` if it is ordinary text.
    init?(_ line: String) {
        let line = String((TimelineReader.text(behindTimeIn: line) ?? line).prefix(200))
        if let (name, value) = PostMortemLines.nameAndValue(of: line) {
            guard Self.isValue(value) else { return nil }
            self = .named(name)
        } else if let slip = Self.slipOfVisibility(in: line) {
            self = .slip(slip)
        } else if Self.isEscalated(line) {
            self = .escalated
        } else if let mark = InternalLines.slip(in: line) {
            self = .slipOfMark(mark)
        } else {
            return nil
        }
    }

    /// Returns the first word of a line that is probably a misspelled `Visibility:`, or lacks the colon and says
    /// `internal` or `public`.
    static func slipOfVisibility(in line: String) -> String? {
        let words = line.split(maxSplits: 2) { !$0.isLetter }
        guard let first = words.first, isNear(first.folded, "visibility", within: 2),
            first.folded != "viability"
        else { return nil }
        let isMisspelt = first.folded != "visibility"
        let rest = line.dropFirst(first.count).trimmed
        if isMisspelt, line.hasPrefix(first), rest.hasPrefix(":") || rest.hasPrefix("\u{FF1A}") {
            return String(first)
        }
        return words.count == 2 && isWordOfVisibility(String(words[1])) ? String(first) : nil
    }
}

private extension MisplacedLine {
    /// Whether the value is possible in the lines below the heading: a date, a time, `internal` or `public`.
    static func isValue(_ value: String) -> Bool {
        let words = value.split { !$0.isLetter && !$0.isNumber }
        let isTime =
            TimeExpression.isMeant(by: value) && words.allSatisfy { $0.prefix(while: \.isLetter).count < 4 }
        return isTime || words.count == 1 && isWordOfVisibility(String(words[0]))
    }

    static func isWordOfVisibility(_ word: String) -> Bool {
        Visibility.byWord.keys.contains { isNear(word.folded, $0, within: 1) }
    }

    /// Whether the line begins with `Escalated:` or `Escalated to:`, or a misspelling of either.
    static func isEscalated(_ line: String) -> Bool {
        guard let colon = line.utf8.prefix(24).firstIndex(of: UInt8(ascii: ":")) else { return false }
        let words = line[..<colon].folded.split { !$0.isLetter }
        guard let first = words.first, isNear(String(first), "escalated", within: 2) else { return false }
        return words.count == 1 || words.count == 2 && words[1] == "to"
    }

    static func isNear(_ word: String, _ meant: String, within edits: Int) -> Bool {
        guard abs(word.utf8.count - meant.utf8.count) <= edits, word.utf8.count > 3 else { return false }
        let isTransposed = word.utf8.first == meant.utf8.dropFirst().first
        return (word.utf8.first == meant.utf8.first || isTransposed)
            && editDistance(from: word, to: meant, atMost: edits) != nil
    }
}

extension PostMortemLines {
    /// Reports lines of the text, outside of code, that were meant for the heading or that probably should be internal.
    func reportMisplaced() {
        if InternalLines.isMarked(part.title) {
            findings.add(.markedTitle(at: body.text.location(ofLineAt: part.offset)))
        }
        part.document.root.forEachDescendant { node in
            switch node.kind {
            case .paragraph:
                for (index, line) in ParagraphLines(of: node).lines.enumerated() {
                    guard let first = line.nodes.first else { continue }
                    report(line.text, beginningWith: first, on: node.startLine + index)
                }
            case .heading: report(node.plainText, beginningWith: node, on: node.startLine)
            default: break
            }
        }
    }

    private func report(
        _ line: String,
        beginningWith node: MarkdownNode,
        on number: Int
    ) {
        if line.hasPrefix("\\") { return removeEscape(of: line, from: node) }
        guard let misplaced = MisplacedLine(line) else { return }
        let place = body.text.location(ofLineAt: body.text.start(ofLine: number))
        findings.add(misplaced.diagnostic(at: place))
    }
}

extension MisplacedLine {
    /// Returns the error about the line.
    func diagnostic(at place: SourceLocation) -> Diagnostic {
        switch self {
        case .named(let name):
            Diagnostic(
                .error, .misplacedLine, "`\(name.rawValue):` is not read here", at: place,
                hint:
                    "move it directly below the post-mortem heading, or write `\\\(name.rawValue):` if it is meant as text"
            )
        case .escalated:
            Diagnostic(
                .error, .misplacedLine,
                "`Escalated:` is not read in a post-mortem, so everyone would see it", at: place,
                hint:
                    "move it to the update in which people were called in, or write `\\Escalated:` if it is meant as text"
            )
        case .slip(let word):
            Diagnostic(
                .error, .misplacedLine, "`\(word)` does not hide anything here", at: place,
                hint:
                    "write `Visibility: internal` directly below the post-mortem heading, or `\\\(word)` if it is meant as text"
            )
        case .slipOfMark(let word):
            Diagnostic(
                .error, .misplacedLine, "`\(word)` does not hide anything", at: place,
                hint: "did you mean `(internal)`?")
        }
    }
}

extension PostMortemLines {
    /// Removes the backslash from a line such as `\Visibility: internal`, which is text.
    private func removeEscape(of line: String, from node: MarkdownNode) {
        let text = String(line.dropFirst())
        guard MisplacedLine(text) != nil || Self.nameAndValue(of: text) != nil else { return }
        var first: MarkdownNode? = node
        while let node = first, node.kind != .text { first = node.firstChild }
        if let first, first.literal.hasPrefix("\\") { first.literal = String(first.literal.dropFirst()) }
    }
}

extension Diagnostic {
    fileprivate static func markedTitle(at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, .misplacedLine, "this heading does not hide anything", at: place,
            hint: "write `Visibility: internal` on the line below it")
    }
}
