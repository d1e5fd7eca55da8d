import Diagnostics

extension MarkdownDocument {
    /// Parses a body, including its tables.
    ///
    /// For libcmark, a table is a paragraph. The lines of each table that is found are parsed again as a comment, which
    /// ends blocks in the same way as a table. The comment is then replaced in the tree by the table's cells, which
    /// libcmark parses, too.
    static func parse(_ text: BodyText) -> MarkdownDocument {
        let plain = MarkdownDocument(parsing: EscapeMarks.added(to: text.bytes))
        guard var finder = TableFinder(text) else { return plain }
        var stand: TableStand?
        // The text after a table may have been part of its paragraph, and may itself be a table.
        for _ in 0..<3 {
            let found = finder.tables(in: stand?.document ?? plain)
            guard !found.isEmpty else { break }
            stand = TableStand(in: text, tables: (stand?.tables ?? []) + found).withoutLost
        }
        stand?.fill()
        return stand?.document ?? plain
    }
}

/// The tree of a body with comments instead of its tables.
private struct TableStand {
    let text: BodyText
    let tables: [PipeTable]
    let document: MarkdownDocument
    private let source: ArraySlice<UInt8>

    init(in text: BodyText, tables: [PipeTable]) {
        self.text = text
        self.tables = Self.apart(tables)
        source = EscapeMarks.added(to: Self.source(of: text, without: self.tables))
        document = MarkdownDocument(parsing: source)
    }

    /// The same tree without the tables that libcmark did not read as a comment: their lines are text.
    var withoutLost: TableStand {
        let found = comments
        guard found.count < tables.count else { return self }
        let kept = TableStand(in: text, tables: tables.filter { found[$0.lines.lowerBound] != nil })
        return kept.comments.count == kept.tables.count ? kept : TableStand(in: text, tables: [])
    }

    /// Replaces the comments with the tables.
    func fill() {
        guard !tables.isEmpty else { return }
        let comments = comments
        var cells = TableCells(of: tables, in: text, definitions: source)
        withExtendedLifetime(cells.document) {
            for table in tables {
                guard let comment = comments[table.lines.lowerBound] else { continue }
                let nodes = table.rows.map { row in row.map { cells.next(at: $0) } }
                table.node(of: nodes).insert(before: comment)
                comment.remove()
            }
        }
    }
}

private extension TableStand {
    /// Returns the tables in order, without those that overlap an earlier one.
    static func apart(_ tables: [PipeTable]) -> [PipeTable] {
        var end = 0
        return tables.sorted { $0.lines.lowerBound < $1.lines.lowerBound }.filter { table in
            guard table.lines.lowerBound > end else { return false }
            end = table.lines.upperBound
            return true
        }
    }

    /// Returns the body with each table replaced by a comment of as many lines.
    static func source(of text: BodyText, without tables: [PipeTable]) -> ArraySlice<UInt8> {
        guard !tables.isEmpty else { return text.bytes }
        var source: [UInt8] = []
        var copied = text.range.lowerBound
        for table in tables {
            for (place, words) in table.comment.enumerated() {
                source += text.file.bytes[copied..<table.starts[place]]
                source += words.utf8
                copied = text.contentEnd(ofLine: table.lines.lowerBound + place)
            }
        }
        return (source + text.file.bytes[copied..<text.range.upperBound])[...]
    }

    /// The comments that replace tables, by the line on which they begin.
    var comments: [Int: MarkdownNode] {
        let byLine = Dictionary(uniqueKeysWithValues: tables.map { ($0.lines.lowerBound, $0) })
        var found: [Int: MarkdownNode] = [:]
        document.root.forEachDescendant { node in
            guard node.kind == .html, let table = byLine[node.startLine],
                node.literal.split(separator: "\n").map(\.trimmed) == table.comment
            else { return }
            found[node.startLine] = node
        }
        return found
    }
}

extension PipeTable {
    /// A comment with the same number of lines.
    fileprivate var comment: [String] {
        ["<!--"] + Array(repeating: "x", count: lines.count - 2) + ["-->"]
    }
}

/// The cells of tables, one after the other, as libcmark reads them.
private struct TableCells {
    /// The owner of the nodes until they are moved elsewhere.
    let document: MarkdownDocument
    private var nodes: ArraySlice<MarkdownNode>

    /// Parses the cells of tables.
    ///
    /// - Parameter definitions: the body, for its link definitions.
    init(of tables: [PipeTable], in text: BodyText, definitions: ArraySlice<UInt8>) {
        var source: [UInt8] = []
        var (count, hasBrackets) = (0, false)
        for cell in tables.flatMap({ $0.rows.joined() }) where !cell.isEmpty {
            let bytes = text.file.bytes[cell]
            hasBrackets = hasBrackets || bytes.contains(UInt8(ascii: "["))
            source += PipeTable.lead + Self.unescaped(bytes) + [0x0A, 0x0A]
            count += 1
        }
        let marked = EscapeMarks.added(to: source[...])
        document = MarkdownDocument(parsing: hasBrackets ? (marked + definitions)[...] : marked)
        nodes = document.root.children[...].prefix(count)
    }

    /// Returns the content of the next cell; it is empty if the range is empty.
    mutating func next(at range: Range<Int>) -> (content: [MarkdownNode], range: Range<Int>) {
        guard !range.isEmpty, let paragraph = nodes.popFirst() else { return ([], range) }
        if let first = paragraph.firstChild, first.kind == .text {
            let text = String(first.markedLiteral.utf8.dropFirst(PipeTable.lead.count)) ?? ""
            if text.isEmpty { first.remove() } else { first.literal = text }
        }
        return (paragraph.children, range)
    }

    /// Returns the cell without the backslashes before pipes, which are needed only in a table.
    private static func unescaped(_ cell: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in cell {
            if byte == UInt8(ascii: "|"), bytes.last == UInt8(ascii: "\\") { bytes.removeLast() }
            bytes.append(byte)
        }
        return bytes
    }
}
