import Diagnostics

/// A table as written in its lines.
struct PipeTable {
    /// The lines of the body that it occupies: its head, the line of dashes, its rows.
    let lines: ClosedRange<Int>
    /// The offset at which the table begins on each of these lines.
    let starts: [Int]
    let alignments: [TableRow.Alignment]
    /// The head, followed by the rows; each has at most as many cells as the table has columns.
    let rows: [[Range<Int>]]

    /// A word before each cell that keeps it a paragraph, whatever it begins with, and that is removed after parsing.
    ///
    /// With the space after it, it does not affect the parsing of the cell.
    static let lead = Array("x ".utf8)
}

/// A finder of tables in the paragraphs of a tree: lines with as many cells as the line of dashes below.
struct TableFinder {
    let text: BodyText
    /// The lines that may be lines of dashes, in order.
    private let rules: [Int]
    /// The number of missing cells that may still be added to the rows of a body: a head of a thousand columns with a
    /// thousand short rows would need a million.
    private var padding = 50_000

    /// Makes a finder; `nil` if no line can be a line of dashes, as in most bodies.
    init?(_ text: BodyText) {
        rules = text.lines(where: Self.isRule)
        guard !rules.isEmpty else { return nil }
        self.text = text
    }

    /// Returns the tables that are paragraphs in a tree, in order.
    mutating func tables(in document: MarkdownDocument) -> [PipeTable] {
        var blocks: [MarkdownNode] = []
        document.root.forEachDescendant { node in
            // In CommonMark, a table with a rule below it is a heading.
            guard node.kind == .paragraph || node.kind == .heading, node.startLine < node.endLine,
                hasRule(in: node.startLine + 1...node.endLine)
            else { return }
            blocks.append(node)
        }
        return blocks.flatMap { tables(in: $0) }
    }
}

private extension TableFinder {
    static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        var (hasDash, hasBorder) = (false, false)
        for byte in line {
            switch byte {
            case UInt8(ascii: "-"): hasDash = true
            case UInt8(ascii: "|"), UInt8(ascii: ":"): hasBorder = true
            case UInt8(ascii: ">"), 0x20, 0x09, 0x0B, 0x0C: continue
            default: return false
            }
        }
        return hasDash && hasBorder
    }

    func hasRule(in lines: ClosedRange<Int>) -> Bool {
        let (low, high) = (lowerBound(of: lines.lowerBound), rules.count)
        return low < high && rules[low] <= lines.upperBound
    }

    /// Returns the index of the first of these lines that is not before the given one.
    func lowerBound(of line: Int) -> Int {
        var (low, high) = (0, rules.count)
        while low < high {
            let middle = (low + high) / 2
            if rules[middle] < line { low = middle + 1 } else { high = middle }
        }
        return low
    }

    mutating func tables(in block: MarkdownNode) -> [PipeTable] {
        let lines = BlockLines(of: block, in: text)
        var tables: [PipeTable] = []
        var line = block.startLine
        for rule in rules[lowerBound(of: line + 1)...].prefix(while: { $0 <= block.endLine })
        where rule > line {
            guard let table = table(headedBy: rule - 1, until: block.endLine, lines) else { continue }
            tables.append(table)
            line = table.lines.upperBound + 1
        }
        return tables
    }

    mutating func table(headedBy line: Int, until end: Int, _ lines: BlockLines) -> PipeTable? {
        let bytes = text.file.bytes
        guard let head = lines.content(ofLine: line), let rule = lines.content(ofLine: line + 1),
            rule.indentation < 4, TableEnd.isNone(bytes[head.range]),
            let alignments = TableRow(rule.range, of: bytes).alignments(in: bytes)
        else { return nil }
        let cells = TableRow(head.range, of: bytes).cells
        guard cells.count == alignments.count else { return nil }
        var (rows, starts) = ([cells], [head.range.lowerBound, rule.range.lowerBound])
        while line + 1 + rows.count <= end, let row = lines.content(ofLine: line + 1 + rows.count),
            row.indentation < 4, TableEnd.isNone(bytes[row.range])
        {
            let cells = TableRow(row.range, of: bytes).cells.prefix(alignments.count)
            guard alignments.count - cells.count <= padding else { break }
            padding -= alignments.count - cells.count
            rows.append(Array(cells))
            starts.append(row.range.lowerBound)
        }
        return PipeTable(
            lines: line...line + rows.count,
            starts: starts,
            alignments: alignments,
            rows: rows
        )
    }
}

/// The lines that end a table although they could continue a paragraph.
private enum TableEnd {
    private static let reader = LineReader(words: PhaseWords(configuration: nil), readsFrom: true)

    /// Whether the line does not end a table.
    ///
    /// A line that begins another block, an update or a trailer ends it, so that a table never includes a line that
    /// changes a status.
    static func isNone(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first, first != UInt8(ascii: "|") else { return !line.isEmpty }
        guard !mayBeginBlock(line) || isParagraph(line) else { return false }
        let text = String(decoding: line.filter { $0 != UInt8(ascii: "*") }, as: UTF8.self)
        return PhaseMarker(text) == nil && Trailer(text) == nil
    }

    /// Whether the line has to be parsed because it may have a list mark, a rule or HTML.
    private static func mayBeginBlock(_ line: ArraySlice<UInt8>) -> Bool {
        switch line.first {
        case UInt8(ascii: "<"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"):
            return true
        default:
            let mark = line.drop(while: \.isDigit).first
            return mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
        }
    }

    private static func isParagraph(_ line: ArraySlice<UInt8>) -> Bool {
        let document = MarkdownDocument(parsing: line)
        return withExtendedLifetime(document) { document.root.firstChild?.kind == .paragraph }
    }
}
