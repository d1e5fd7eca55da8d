extension String {
    /// Returns the text if it is within the limit, otherwise as many of its first words as fit, followed by an
    /// ellipsis.
    ///
    /// A word is cut if it is longer than all words before it.
    ///
    /// - Parameter length: returns the length of a character; by default, its UTF-16 units.
    func cut(
        to limit: Int,
        ellipsis: String = "\u{2026}",
        length: (Character) -> Int = { $0.utf16.count }
    ) -> String {
        guard limit > 0 else { return "" }
        guard reduce(0, { $0 + length($1) }) > limit else { return self }
        var room = limit - ellipsis.utf16.count
        var (end, endOfWord) = (startIndex, startIndex)
        while end < endIndex {
            if self[end].isWhitespace, end > startIndex, !self[index(before: end)].isWhitespace {
                endOfWord = end
            }
            guard length(self[end]) <= room else { break }
            room -= length(self[end])
            end = index(after: end)
        }
        // If a language has no spaces between words, most of the text would be lost.
        let isMost = self[..<endOfWord].utf16.count >= self[..<end].utf16.count / 2
        let kept = self[..<(isMost ? endOfWord : end)]
        return kept.withoutPunctuationAtEnd + ellipsis
    }
}

extension String {
    /// Returns the text if it is within the limit, otherwise as many of its first sentences and lines as fit, followed
    /// by an ellipsis.
    ///
    /// If these fill less than half of the room, it returns the first words instead.
    ///
    /// - Parameter length: returns the length of a character.
    func cutAtSentence(to limit: Int, length: (Character) -> Int) -> String {
        guard limit > 1 else { return isEmpty || limit < 1 ? "" : "\u{2026}" }
        guard reduce(0, { $0 + length($1) }) > limit else { return self }
        // A space and the ellipsis.
        var room = limit - 2
        var end: Index?
        for place in indices {
            room -= length(self[place])
            guard room >= 0 else { break }
            if self[place].isNewline {
                end = place
            } else if endsSentence(at: place) {
                end = index(after: place)
            }
        }
        guard let end else { return cut(to: limit, length: length) }
        let kept = self[..<end]
        guard kept.reduce(0, { $0 + length($1) }) >= limit / 2 else { return cut(to: limit, length: length) }
        return kept.trimmingBlanksAtEnd + " \u{2026}"
    }
}

extension Substring {
    fileprivate var trimmingBlanksAtEnd: Substring {
        lastIndex { !$0.isWhitespace }.map { self[...$0] } ?? self[..<startIndex]
    }

    fileprivate var withoutPunctuationAtEnd: Substring {
        guard let last = lastIndex(where: { !".,:;\u{2026}".contains($0) }) else { return self }
        return self[...last]
    }
}

extension String {
    /// The text without empty lines at its ends or more than one in a row, which empty sections of a template leave.
    ///
    /// Between Markdown's fences, all lines stay.
    var withSingleEmptyLines: String {
        let lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var kept: [Substring] = []
        var fence: Int?
        for line in lines where fence != nil || !(line.isEmpty && kept.last?.isEmpty != false) {
            kept.append(line)
            let run = line.fenceLength
            if let length = fence { fence = run >= length ? nil : length } else if run >= 3 { fence = run }
        }
        if kept.last?.isEmpty == true { kept.removeLast() }
        return kept.joined(separator: "\n") + "\n"
    }
}

extension Substring {
    /// The number of backticks at the start of a line, after the marks of lists and quotes; zero if more follow,
    /// because these are then code within the line.
    fileprivate var fenceLength: Int {
        let rest = drop { " >-+.)".contains($0) || $0.isASCII && $0.isNumber }
        let run = rest.prefix { $0 == "`" }
        return rest.dropFirst(run.count).contains("`") ? 0 : run.count
    }
}
