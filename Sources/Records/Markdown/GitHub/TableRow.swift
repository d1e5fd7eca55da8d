import Diagnostics

/// A line of a table, split at its pipes.
///
/// Source: GitHub Flavored Markdown Spec 0.29, §4.10 on tables.
struct TableRow {
    /// The ranges of the cells, without the spaces around them.
    let cells: [Range<Int>]

    /// Splits a line.
    ///
    /// Pipes at its ends do not separate cells, and a pipe after a backslash is text.
    init(_ line: Range<Int>, of bytes: [UInt8]) {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        if let first = line.first(where: { !bytes[$0].isSpace }), bytes[first] == UInt8(ascii: "|") {
            start = first + 1
        }
        for index in start..<max(start, line.upperBound) where bytes[index] == UInt8(ascii: "|") {
            guard index == start || bytes[index - 1] != UInt8(ascii: "\\") else { continue }
            cells.append(Self.trimmed(start..<index, bytes))
            start = index + 1
        }
        let last = Self.trimmed(start..<max(start, line.upperBound), bytes)
        if !last.isEmpty { cells.append(last) }
        self.cells = cells
    }

    /// The side on which the text of a column is aligned.
    enum Alignment {
        case none, left, center, right
    }

    /// Returns the alignments of the columns if this is the line of dashes below a table's head.
    func alignments(in bytes: [UInt8]) -> [Alignment]? {
        var alignments: [Alignment] = []
        for cell in cells {
            var dashes = bytes[cell]
            let isLeft = dashes.first == UInt8(ascii: ":")
            if isLeft { dashes.removeFirst() }
            let isRight = dashes.last == UInt8(ascii: ":")
            if isRight { dashes.removeLast() }
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            alignments.append(isLeft ? isRight ? .center : .left : isRight ? .right : .none)
        }
        return alignments.isEmpty ? nil : alignments
    }

    private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        guard let first = range.first(where: { !bytes[$0].isSpace }),
            let last = range.last(where: { !bytes[$0].isSpace })
        else { return range.lowerBound..<range.lowerBound }
        return first..<last + 1
    }
}
