import StatusModel

extension Localizer {
    /// A passage on one line, as many of its first words as have at most that many bytes: a list's items are told apart as
    /// in "uploads arrive; videos will start".
    func line(of prose: Prose, within limit: Int) -> String {
        line(of: prose, within: limit) { _ in nil }
    }

    /// The first sentence of a passage, on one line and cut as ``line(of:within:)`` is. What a colon announces belongs to it.
    func firstSentence(of prose: Prose, within limit: Int) -> String {
        line(of: prose, within: limit, upTo: \.endOfSentence)
    }

    /// - Parameter end: where in a paragraph or an item the line ends, if it does.
    private func line(of prose: Prose, within limit: Int, upTo end: (String) -> String.Index?) -> String {
        var line = Piece()
        for piece in Piece.pieces(of: prose.text) where line.text.utf8.count < limit {
            guard let end = end(piece.text) else {
                line = join(line, piece)
                continue
            }
            line = join(line, Piece(text: String(piece.text[...end]), isItem: piece.isItem))
            break
        }
        return line.text.firstWords(within: limit)
    }

    private func join(_ line: Piece, _ next: Piece) -> Piece {
        if line.text.isEmpty { return next }
        let isApart = (line.isItem || next.isItem) && line.text.last?.endsClause != true
        let words =
            isApart ? text.announceImpactAnd(impact: line.text, next: next.text) : line.text + " " + next.text
        return Piece(text: words, isItem: next.isItem)
    }
}

/// A paragraph, or an item of a list, of a plain text.
private struct Piece {
    var text = ""
    var isItem = false

    /// Lines belong to the piece that began before them, unless they are empty or begin an item.
    static func pieces(of text: String) -> [Piece] {
        guard text.utf8.contains(UInt8(ascii: "\n")) || text.hasPrefix("- ") else {
            return [Piece(text: text)]
        }
        var pieces: [Piece] = []
        var isOpen = false
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let line = line.drop { $0 <= UInt8(ascii: " ") }
            guard !line.isEmpty else {
                isOpen = false
                continue
            }
            let hasBullet = line.starts(with: "- ".utf8)
            let words = String(Substring(hasBullet ? line.dropFirst(2) : line))
            let isItem = hasBullet || line.beginsWithNumber
            if isOpen, !isItem {
                pieces[pieces.count - 1].text += " " + words
            } else {
                pieces.append(Piece(text: words, isItem: isItem))
            }
            isOpen = true
        }
        return pieces
    }
}

extension Substring.UTF8View {
    /// Whether it begins with the number of a list's item, as in "2. ".
    fileprivate var beginsWithNumber: Bool {
        let digits = prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        return !digits.isEmpty && self[digits.endIndex...].starts(with: ". ".utf8)
    }
}

extension String {
    /// Where its first sentence ends.
    fileprivate var endOfSentence: Index? { indices.first { endsSentence(at: $0) } }

    /// Whether a sentence ends with the character there: a full stop that neither a small letter nor a number follows, as
    /// they do "e.g." and "Dez.", and that is not behind a number, as in "1. Dez." and in front of an item.
    func endsSentence(at place: Index) -> Bool {
        guard self[place].endsSentence else { return false }
        let rest = self[index(after: place)...]
        if rest.isEmpty || self[place].isFullWidth { return true }
        let next = rest.dropFirst().first
        guard rest.first?.isWhitespace == true, next?.isLowercase != true else { return false }
        let word = self[..<place].reversed().prefix { !$0.isWhitespace }
        return self[place] != "." || next?.isNumber != true && !word.allSatisfy(\.isNumber)
    }
}

extension Character {
    fileprivate var endsSentence: Bool { isFullWidth || ".!?\u{0964}\u{06D4}\u{061F}".contains(self) }

    fileprivate var endsClause: Bool {
        endsSentence || ":;,\u{2026}\u{3001}\u{FF1A}\u{061B}\u{060C}".contains(self)
    }

    /// Whether it ends a sentence of a script that puts no blanks between them.
    fileprivate var isFullWidth: Bool { "\u{3002}\u{FF01}\u{FF1F}".contains(self) }
}
