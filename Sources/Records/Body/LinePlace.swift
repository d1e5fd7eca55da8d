import Diagnostics

/// The place of a line of the tree in the file.
struct LinePlace {
    /// Its number in the body, from 1.
    let number: Int
    /// The offset of its text, after marks of quotes, lists, headings and emphasis.
    let text: Int
    /// The offset of its start, including the marks of its emphasis.
    let start: Int
    /// Whether it has the mark of a quote or list item itself.
    let isMarked: Bool
    /// Whether there is a backslash before its text.
    let isEscaped: Bool
}

extension BodyText {
    /// Returns the place of a line.
    func place(ofLine number: Int) -> LinePlace {
        var rest = file.bytes[start(ofLine: number)..<end(ofLine: number)]
        var isMarked = false
        func skipBlanks() { rest = rest.drop(while: \.isBlank) }
        skipBlanks()
        while let mark = Self.lengthOfMark(rest) {
            rest = rest.dropFirst(mark)
            isMarked = true
            skipBlanks()
        }
        rest = rest.drop { $0 == UInt8(ascii: "#") }
        skipBlanks()
        let start = rest.startIndex
        rest = rest.drop { "*_".utf8.contains($0) }
        let isEscaped = rest.first == UInt8(ascii: "\\")
        return LinePlace(
            number: number,
            text: rest.startIndex + (isEscaped ? 1 : 0),
            start: start,
            isMarked: isMarked,
            isEscaped: isEscaped
        )
    }

    /// Returns the length of the mark of a quote or list item; `nil` if there is none.
    private static func lengthOfMark(_ line: ArraySlice<UInt8>) -> Int? {
        guard let first = line.first else { return nil }
        if first == UInt8(ascii: ">") { return 1 }
        let digits = line.prefix(9).prefix(while: \.isDigit).count
        let mark = line.dropFirst(digits).first
        let isMark =
            digits > 0 ? mark.map { ".)".utf8.contains($0) } : mark.map { "-+*".utf8.contains($0) }
        guard isMark == true, line.dropFirst(digits + 1).first.map(\.isSpace) ?? true else { return nil }
        return digits + 1
    }
}

/// A finder of the tree's lines in the file, because libcmark says only where a block begins and ends.
struct LineFinder {
    let text: BodyText
    /// The numbers of the lines that were found.
    private(set) var found: Set<Int> = []
    private var lines: ClosedRange<Int>?
    private var last = 0
    private var drift = 0
    /// The number of lines that may still be searched in vain, because a text may be made to mislead the search.
    private var patience = 100_000

    init(_ text: BodyText) {
        self.text = text
    }
}

extension LineFinder {
    /// Moves on to a block's lines.
    ///
    /// - Parameter count: the number of its lines in the tree. The file has more if code or a link spans two lines, or
    ///   if a link definition comes first.
    mutating func enter(_ block: MarkdownNode, lines count: Int) {
        // A node that was made from HTML has no line.
        let start = block.startLine > 0 ? block.startLine : last + 1
        let end = block.startLine > 0 ? block.endLine : text.lineCount
        lines = start <= end ? start...end : nil
        drift = max(0, end - start + 1 - count)
        last = max(last, start - 1)
    }

    /// Returns the start of the block's line with that number, from 0, or of a line shortly before it.
    func start(of index: Int) -> Int {
        text.start(ofLine: (lines?.lowerBound ?? last) + index)
    }

    /// Returns the place of the block's line with that number, from 0, that begins with the text.
    mutating func place(of index: Int, beginningWith text: String) -> LinePlace? {
        guard let lines else { return nil }
        let needle = Array(text.utf8.prefix(24).prefix { !"&\\*_`<".utf8.contains($0) })
        let first = max(lines.lowerBound + index, last + 1)
        for number in first...max(first, lines.lowerBound + index + drift) where number <= lines.upperBound {
            guard patience > 0 else { return nil }
            let place = self.text.place(ofLine: number)
            if Self.begins(self.text.file.bytes[place.text...], with: needle) {
                last = number
                found.insert(number)
                return place
            }
            patience -= 1
        }
        return nil
    }
}

private extension LineFinder {
    /// Whether the source is that of a text, up to an entity or a backslash, which differ from what they mean.
    ///
    /// A source that begins with one of these does not count, because that makes the line text.
    static func begins(_ source: ArraySlice<UInt8>, with text: [UInt8]) -> Bool {
        for (index, (byte, meant)) in zip(source, text).enumerated() where byte != meant {
            return index > 0 && (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\"))
        }
        return source.count >= text.count
    }
}
