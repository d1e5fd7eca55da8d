import StatusModel

extension Localizer {
    /// Returns the first words of a passage that fit in so many bytes, on one line.
    ///
    /// Items of a list are separated: "uploads arrive; videos will start".
    func line(of prose: Prose, within limit: Int) -> String {
        line(of: prose, within: limit) { _ in nil }
    }

    /// Returns the first sentence of a passage, on one line and cut as by ``line(of:within:)``.
    ///
    /// The text after a colon belongs to the sentence.
    func firstSentence(of prose: Prose, within limit: Int) -> String {
        line(of: prose, within: limit, upTo: \.endOfSentence)
    }

    /// - Parameter end: finds the end of the line in a paragraph or an item; `nil` if the line continues.
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

/// A paragraph or a list item of a plain text.
private struct Piece {
    var text = ""
    var isItem = false

    /// Returns the pieces of a text.
    ///
    /// A line belongs to the piece before it unless it begins an item or follows an empty line.
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
    /// Whether the text begins with the number of a list item, such as "2. ".
    fileprivate var beginsWithNumber: Bool {
        let digits = prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        return !digits.isEmpty && self[digits.endIndex...].starts(with: ". ".utf8)
    }
}

extension String {
    /// The end of the first sentence.
    fileprivate var endOfSentence: Index? { indices.first { endsSentence(at: $0) } }

    /// Whether a sentence ends with the character at `place`.
    ///
    /// A mark does not end a sentence if a lowercase letter follows, as after "e.g.". Neither does a period if a number
    /// follows it, as in "Dez. 2026", or precedes it, as in "1. Dez." and "2. Restart the API".
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

    /// Whether the character ends a sentence in a script that puts no spaces between sentences.
    fileprivate var isFullWidth: Bool { "\u{3002}\u{FF01}\u{FF1F}".contains(self) }
}
