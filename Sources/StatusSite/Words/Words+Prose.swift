import StatusModel

extension Words {
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
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let first = words.first else {
                isOpen = false
                continue
            }
            let hasBullet = first == "-" && words.count > 1
            let isItem = hasBullet || first.isNumber
            let rest = (hasBullet ? words.dropFirst() : words[...]).joined(separator: " ")
            if isOpen, !isItem, !pieces.isEmpty {
                pieces[pieces.count - 1].text += " " + rest
            } else {
                pieces.append(Piece(text: rest, isItem: isItem))
            }
            isOpen = true
        }
        return pieces
    }
}

extension Substring {
    /// Whether it is the number of a list's item, as in "2.".
    fileprivate var isNumber: Bool {
        last == "." && count > 1 && dropLast().allSatisfy { $0.isASCII && $0.isNumber }
    }
}

extension String {
    /// Where its first sentence ends: at a full stop that no small letter follows, as one does "e.g.",
    /// and that is not an item's number.
    fileprivate var endOfSentence: Index? {
        indices.first { place in
            guard self[place].endsSentence, !self[..<place].allSatisfy(\.isNumber) else { return false }
            let rest = self[index(after: place)...]
            return rest.isEmpty || self[place].isFullWidth
                || rest.first?.isWhitespace == true && rest.dropFirst().first?.isLowercase != true
        }
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
