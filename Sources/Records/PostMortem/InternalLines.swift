import Diagnostics
import StatusModel

/// The lines that only the team may read: those that end with `(internal)`, and those with a label that is internal in
/// the site.
struct InternalLines: Sendable {
    /// The internal labels, in the form in which labels are compared.
    let labels: Set<String>
    /// The labels that are public in the site, in the same form.
    private let publicLabels: Set<String>
    /// Whole internal lines, without marks and in the same form.
    private let lines: Set<String>
    /// The number of scalars to search: a label becomes longer when it is decomposed or has spaces between its words.
    private let longest: Int

    /// Makes the lines of a site.
    ///
    /// - Parameter labels: the labels of the site; one that ends with `(public)` is public.
    init(labels: [String]) {
        let isPublic = { (label: String) in Self.mark(of: label) == "public" }
        self.labels = Set(labels.filter { !isPublic($0) }.map { Record.Detail.key(of: $0) })
        publicLabels = Set(
            labels.filter(isPublic).compactMap(Self.withoutAddition).map { Record.Detail.key(of: $0) })
        lines = []
        longest = Self.longest(of: labels)
    }

    private init(_ labels: Set<String>, _ publicLabels: Set<String>, lines: Set<String>) {
        (self.labels, self.publicLabels, self.lines) = (labels, publicLabels, lines)
        longest = Self.longest(of: labels)
    }

    private static func longest(of labels: some Sequence<String>) -> Int {
        100 + 4 * (labels.map(\.unicodeScalars.count).max() ?? 0)
    }
}

extension InternalLines {
    /// Returns a copy with more labels and lines; `nil` if it would be the same.
    func adding(_ other: InternalFacts) -> InternalLines? {
        let labels = labels.union(other.labels)
        guard labels != self.labels || !other.lines.isEmpty else { return nil }
        return InternalLines(labels, publicLabels, lines: other.lines)
    }

    /// Returns the form in which lines are compared: without marks and list markers.
    static func key(ofLine line: some StringProtocol) -> String {
        let start = line.unicodeScalars.first {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        guard start != nil else { return "" }
        let words = isMarked(line) ? withoutMark(line) : String(line)
        return Record.Detail.key(of: words.drop { !$0.isLetter && !$0.isNumber })
    }

    /// Returns the text before the brackets at the end of the line.
    static func withoutMark(_ line: some StringProtocol) -> String {
        let scalars = Array(line.unicodeScalars)
        guard let end = scalars.lastIndex(where: { closings[$0] != nil }),
            let opening = closings[scalars[end]],
            let start = scalars[..<end].lastIndex(of: opening)
        else { return String(line) }
        return String(String.UnicodeScalarView(scalars[..<start])).trimmed
    }

    /// Returns the possible label of a line: everything before its first colon, or the first cell of a table's row.
    static func label(of line: some StringProtocol) -> String? {
        let words = line.drop { !$0.isLetter && !$0.isNumber }
        return words.firstIndex { ":|=\u{FF1A}".contains($0) }.map { String(words[..<$0]) }
    }
}

extension InternalLines {
    func hides(_ line: String) -> Bool {
        Self.isMarked(line) || beginsWithLabel(line) || isNamed(line)
    }

    private func isNamed(_ line: String) -> Bool { !lines.isEmpty && lines.contains(Self.key(ofLine: line)) }

    func hides(label: some StringProtocol) -> Bool { Self.names(label, labels) }

    /// Whether the label is public in the site.
    func shows(label: String) -> Bool { !hides(label: label) && Self.names(label, publicLabels) }

    /// Whether the label is one of the given ones, with or without an addition in brackets: `Revenue impact
    /// (estimated)`.
    private static func names(_ label: some StringProtocol, _ labels: Set<String>) -> Bool {
        guard !labels.isEmpty else { return false }
        return labels.contains(Record.Detail.key(of: label))
            || withoutAddition(label).map { labels.contains(Record.Detail.key(of: $0)) } ?? false
    }

    /// Whether the line begins a new fact instead of continuing the line above it: it is a table's row, or it has a
    /// label, which a wrapped sentence would not have.
    static func beginsFact(_ line: String) -> Bool {
        guard let first = line.trimmed.unicodeScalars.first, !first.properties.isLowercase else {
            return false
        }
        return first == "|" || line.utf8.prefix(40).contains(UInt8(ascii: ":"))
    }

    /// Whether only the team may read a detail of the front matter: a mark on one part of its text hides all of it.
    func hides(label: String, text: String) -> Bool {
        hides(label: label)
            || Self.parts(of: text).contains { Self.isMarked($0) }
    }

    private static func parts(of text: String) -> [Substring] {
        text.split { $0 == "," || $0 == ";" || $0.isNewline }
    }

    /// Whether the line ends with `(internal)`, in any case, with any brackets and possibly with more words:
    /// `[INTERNAL]`, `(internal only)`.
    static func isMarked(_ line: some StringProtocol) -> Bool {
        mark(of: line).map { $0.split { !$0.isLetter }.first == "internal" } ?? false
    }

    /// Returns the end of the line if it is probably a misspelled `(internal)`: a similar word in brackets, or
    /// `internal` with a missing or wrong bracket.
    static func slip(in line: some StringProtocol) -> String? {
        guard let mark = mark(of: line) else { return halfMark(of: line) }
        guard mark.allSatisfy(\.isLetter), mark.hasPrefix("i"),
            !["internal", "interval", "integral"].contains(mark),
            nearest(to: mark, in: ["internal"]) != nil || mark.count > 5 && "internal".hasPrefix(mark)
        else { return nil }
        return "(\(mark))"
    }

    /// Returns the same for any part of a detail in the front matter.
    static func slip(inPartOf text: String) -> String? {
        parts(of: text).lazy.compactMap { slip(in: $0) }.first
    }

    /// Returns `(internal`, `internal)` or `(internal]` at the end of the line.
    private static func halfMark(of line: some StringProtocol) -> String? {
        guard line.utf8.suffix(16).contains(where: isBracket) else { return nil }
        let end = line.suffix(40).split(whereSeparator: \.isWhitespace).last.map { String($0).folded } ?? ""
        let word = end.drop { ".,;:!*_|`".contains($0) }
        let mark = String(word.reversed().drop { ".,;:!*_|`".contains($0) }.reversed())
        guard mark.filter(\.isLetter) == "internal", mark.count > 8, mark.count < 11 else { return nil }
        // It does not count if it ends a longer text in brackets.
        let begins = mark.utf8.first.map(isBracket) ?? false
        return begins || !line.utf8.contains { "([{".utf8.contains($0) } ? mark : nil
    }
}

private extension InternalLines {
    static func isBracket(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ")"), UInt8(ascii: "]"),
            UInt8(ascii: "}"):
            true
        default: false
        }
    }

    static let closings: [Unicode.Scalar: Unicode.Scalar] = [
        ")": "(", "]": "[", "}": "{", "\u{FF09}": "\u{FF08}", "\u{FF3D}": "\u{FF3B}",
    ]

    /// Returns the text in the brackets at the end of the line, in lowercase.
    static func mark(of line: some StringProtocol) -> String? {
        let scalars = Array(line.unicodeScalars.suffix(60))
        guard let end = scalars.lastIndex(where: { !" \t\r\n.,;:!*_|`".unicodeScalars.contains($0) }),
            let opening = closings[scalars[end]],
            let start = scalars[..<end].lastIndex(of: opening)
        else { return nil }
        return String(String.UnicodeScalarView(scalars[(start + 1)..<end])).trimmed.folded
    }

    /// Returns the text before the brackets at the end of the label; `nil` if there are none.
    static func withoutAddition(_ label: some StringProtocol) -> String? {
        let scalars = Array(label.unicodeScalars)
        guard let end = scalars.last(where: { !$0.properties.isWhitespace }), let opening = closings[end],
            let start = scalars.firstIndex(of: opening)
        else { return nil }
        return String(String.UnicodeScalarView(scalars[..<start]))
    }

    /// Whether the line starts with an internal label followed by a colon, a cell border, an equals sign or a dash.
    ///
    /// Every separator is tried, scalar by scalar, since labels may contain separators, and combining marks may follow
    /// one.
    func beginsWithLabel(_ line: String) -> Bool {
        guard !labels.isEmpty else { return false }
        let head = line.unicodeScalars.drop { $0 == " " || $0 == "|" }.prefix(longest)
        return head.indices.contains { index in
            let isSeparator =
                switch head[index] {
                case ":", "\u{FF1A}", "|", "=": true
                case " ": Self.isDash(head[head.index(after: index)...].prefix(2))
                default: false
                }
            return isSeparator && hides(label: Substring(head[..<index]))
        }
    }

    /// Whether the scalars are a dash and a space.
    static func isDash(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
        scalars.count == 2 && scalars.last == " "
            && ["-", "\u{2013}", "\u{2014}"].contains { $0 == scalars.first }
    }
}
