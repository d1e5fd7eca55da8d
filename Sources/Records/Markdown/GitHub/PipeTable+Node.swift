import Diagnostics

extension PipeTable {
    /// A cell's content and its place in the file.
    typealias Cell = (content: [MarkdownNode], range: Range<Int>)

    /// Returns the table as a node.
    ///
    /// If it is wider than the page, it can be scrolled, with the keyboard as well, so it needs a name: those of its
    /// columns.
    func node(of rows: [[Cell]]) -> MarkdownNode {
        let name = Self.name(of: rows.first ?? [])
        let label = name.isEmpty ? "" : " aria-label=\"\(HTMLText.escaped(name))\""
        let table = MarkdownNode.make(
            .table,
            "<div class=\"table\" role=\"group\"\(label) tabindex=\"0\">\n<table>\n<thead>",
            rows.count > 1 ? "</tbody>\n</table>\n</div>" : "</table>\n</div>"
        )
        for (place, cells) in rows.enumerated() {
            let closing =
                place > 0 ? "</tr>" : rows.count > 1 ? "</tr>\n</thead>\n<tbody>" : "</tr>\n</thead>"
            let row = MarkdownNode.make(.row, "<tr>", closing)
            for column in alignments.indices {
                row.append(
                    cell(column < cells.count ? cells[column] : nil, as: place > 0 ? "td" : "th", in: column)
                )
            }
            table.append(row)
        }
        return table
    }
}

private extension PipeTable {
    func cell(_ cell: Cell?, as element: String, in column: Int) -> MarkdownNode {
        let opening = "<\(element)\(alignments[column].attribute)>"
        let offset = cell?.range.lowerBound ?? 0
        let node = MarkdownNode.make(.cell, opening, "</\(element)>", number: offset)
        for child in cell?.content ?? [] { node.append(child) }
        return node
    }

    /// Returns the name of the table, for which the first few of many columns are enough.
    static func name(of head: [Cell]) -> String {
        head.prefix(6).map { $0.content.map(\.plainText).joined().prefix(40).trimmed }
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension TableRow.Alignment {
    fileprivate var attribute: String {
        switch self {
        case .none: ""
        case .left: " class=\"left\""
        case .center: " class=\"center\""
        case .right: " class=\"right\""
        }
    }
}
