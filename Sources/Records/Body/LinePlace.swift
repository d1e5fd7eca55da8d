import Diagnostics

/// Where a line of the tree stands in the file.
struct LinePlace {
    /// Its number in the body, from 1.
    let number: Int
    /// Where its text begins: behind marks of quotes, lists, headings and emphasis.
    let text: Int
    /// Where it begins, with the marks of its emphasis.
    let start: Int
    /// Whether it bears the mark of a quote or of a list's item itself.
    let isMarked: Bool
    /// Whether a backslash stands in front of its text.
    let isEscaped: Bool
}

extension BodyText {
    /// The place of a line, taken apart.
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

    /// The length of a quote's or item's mark.
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

/// Finds lines of the tree in the file: libcmark says where a block begins and ends, and no more.
struct LineFinder {
    let text: BodyText
    /// The numbers of the lines that were found.
    private(set) var found: Set<Int> = []
    private var lines: ClosedRange<Int>?
    private var last = 0
    private var drift = 0
    /// How many more lines are looked at in vain: a text may be made to lead astray.
    private var patience = 100_000

    init(_ text: BodyText) {
        self.text = text
    }
}

extension LineFinder {
    /// Turns to a block's lines.
    ///
    /// - Parameter count: how many lines the tree has of it. The file has more where code or a link is broken over
    ///   two, or a link's definition stands in front.
    mutating func enter(_ block: MarkdownNode, lines count: Int) {
        // What was made of HTML says no line.
        let start = block.startLine > 0 ? block.startLine : last + 1
        let end = block.startLine > 0 ? block.endLine : text.lineCount
        lines = start <= end ? start...end : nil
        drift = max(0, end - start + 1 - count)
        last = max(last, start - 1)
    }

    /// Where the block's line of that number begins, from 0, or one soon before it.
    func start(of index: Int) -> Int {
        text.start(ofLine: (lines?.lowerBound ?? last) + index)
    }

    /// The place of the block's line of that number, from 0, that begins so.
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
    /// Whether the source is that of a text, as far as an entity or a backslash, which stand for something else in it.
    /// One that the text begins with makes it text.
    static func begins(_ source: ArraySlice<UInt8>, with text: [UInt8]) -> Bool {
        for (index, (byte, meant)) in zip(source, text).enumerated() where byte != meant {
            return index > 0 && (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\"))
        }
        return source.count >= text.count
    }
}
