/// A table of a report.
struct ReportTableContext: TemplateContext {
    let table: ReportTable
    let root: String

    static let vocabulary = Vocabulary<Self>([
        .text("caption", "the caption, for readers who cannot see the table's context") { $0.table.caption },
        .flag("isNumeric", "whether all columns except the first are numbers") { $0.table.isNumeric },
        .list("columns", "its columns") { $0.table.columns.map(ReportTableColumn.init) },
        .list("rows", "its rows") { context in
            context.table.rows.map {
                ReportTableRow(row: $0, columns: context.table.columns, root: context.root)
            }
        },
    ])
}

/// A column of a report's table.
struct ReportTableColumn: TemplateContext {
    let column: ReportTable.Column

    static let vocabulary = Vocabulary<Self>([
        .text("columnTitle", "its title") { $0.column.title },
        .flag("isWide", "whether it is hidden on narrow screens") { $0.column.isWide },
        .flag("isName", "whether it holds names from the site, which may be long") {
            $0.column.isName
        },
    ])
}

/// A row of a report's table.
struct ReportTableRow: TemplateContext {
    let row: [ReportCell]
    let columns: [ReportTable.Column]
    let root: String

    static let vocabulary = Vocabulary<Self>([
        .section("head", "its first cell, which says what the row is about") { context in
            context.row.first.map { ReportCellContext(cell: $0, isWide: false, root: context.root) }
        },
        .list("cells", "its other cells") { context in
            zip(context.columns, context.row).dropFirst().map {
                ReportCellContext(cell: $1, isWide: $0.isWide, root: context.root)
            }
        },
    ])
}

/// A text of a report that may link to a page of the site.
struct ReportCellContext: TemplateContext {
    let cell: ReportCell
    var isWide = false
    /// The language's separator between this item of a list and the one before; empty elsewhere.
    var separator = ""
    let root: String

    static let vocabulary = Vocabulary<Self>([
        .text("text", "its text") { $0.cell.text },
        .text("href", "the address; empty if there is no link") { context in
            context.cell.path.map { context.root + $0 }
        },
        .text("mark", "a mark that sets it apart, for example Worst incident; may be empty") {
            $0.cell.mark
        },
        .list("facts", "facts about it on a second line") { $0.cell.facts.map(ItemContext.init) },
        .flag("isWide", "whether it is hidden on narrow screens") { $0.isWide },
        .text("separator", "in a list: the text in front of it; may be empty") { $0.separator },
    ])
}

/// Links of a report under a label.
struct ReportLinksContext: TemplateContext {
    let links: ReportLinks
    let root: String

    static let vocabulary = Vocabulary<Self>([
        .text("label", "the label") { $0.links.label },
        .list("cells", "the links") { context in
            context.links.cells.enumerated().map { place, cell in
                ReportCellContext(
                    cell: cell,
                    separator: place == 0 ? "" : context.links.separator,
                    root: context.root
                )
            }
        },
    ])
}
