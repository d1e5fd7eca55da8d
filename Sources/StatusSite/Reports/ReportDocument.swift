import StatusModel

/// A report in words, tables and drawings: the common content of its page, its mail and its Markdown.
struct ReportDocument: Sendable {
    /// The subject of the report.
    let title: String
    /// The texts above the headline: the site and the subject.
    let eyebrow: [String]
    /// The result of the period, in a few words.
    let headline: String
    /// The four figures that managers look for first, if they exist.
    let figures: [ReportFigure]
    /// Further results, in sentences.
    let summary: [String]
    let sections: [ReportSection]
}

/// A large figure at the top of a report.
struct ReportFigure: Sendable {
    let label: String
    let value: String
    /// The difference from the period before.
    var change: Change?
    /// A note on what the figure refers to; may be empty.
    var note = ""

    struct Change: Sendable {
        let text: String
        let isWorse: Bool
        /// The former value, such as "before: 99.95%"; empty if it was the same.
        var before = ""
    }
}

/// A part of a report under its own heading.
///
/// All are structured alike: the answer and its number in sentences, then the picture, then the tables, that of the
/// picture first, then how the figures were counted.
struct ReportSection: Sendable {
    /// Its id on the page.
    let anchor: String
    let heading: String
    var sentences: [String] = []
    /// Text of the team about it, with its markup.
    var prose: [Prose] = []
    var charts: [any Chart] = []
    var tables: [ReportTable] = []
    /// An explanation of how it was counted; may be empty.
    var remark = ""
    var links: ReportLinks?
}

extension ReportSection {
    /// The section, without columns of its tables in which no row has a figure.
    var withoutEmptyColumns: ReportSection {
        var section = self
        section.tables = tables.map(\.withoutEmptyColumns)
        return section
    }
}

/// Links under a label.
struct ReportLinks: Sendable {
    let label: String
    let cells: [ReportCell]
    /// The language's separator between the items of a list.
    let separator: String
}

extension ReportLinks {
    /// Returns the label, and the links as they are written.
    func text(_ written: (ReportCell) -> String) -> String {
        let items = cells.map(written).joined(separator: written(ReportCell(separator)))
        return "\(written(ReportCell(label))) \(items)"
    }
}

/// Rows of figures under titles.
struct ReportTable: Sendable {
    /// A description of the table, for readers who cannot see its context.
    let caption: String
    let columns: [Column]
    var rows: [[ReportCell]] = []
    /// Whether all columns except the first are numbers.
    var isNumeric = true

    /// The table without columns in which no row has a figure.
    var withoutEmptyColumns: ReportTable {
        let kept = columns.indices.filter { place in
            place == 0 || rows.contains { !$0[place].isBlank }
        }
        var table = ReportTable(caption: caption, columns: kept.map { columns[$0] }, isNumeric: isNumeric)
        table.rows = rows.map { row in kept.map { row[$0] } }
        return table
    }

    /// The largest number of rows of a list in a report.
    static let listLimit = 20

    /// Adds a row with the number of rows that the table leaves out.
    mutating func addRest(of count: Int, _ text: Phrases<String>) {
        guard count > Self.listLimit else { return }
        let blanks = columns.dropFirst().map { _ in ReportCell("") }
        rows.append([ReportCell(text.reportMore(count - Self.listLimit))] + blanks)
    }

    struct Column: Sendable {
        let title: String
        /// Whether a narrow screen leaves it out.
        var isWide = false
        /// Whether the title is a name from the site's settings, which may be a long word.
        var isName = false
    }
}

/// A text in a report, which may link to a page of the site.
struct ReportCell: Sendable, ExpressibleByStringInterpolation {
    let text: String
    /// The page's path from the site's root.
    var path: String?
    /// A mark that distinguishes it from the others; may be empty.
    var mark = ""
    /// Facts about it on a second line.
    var facts: [String] = []

    init(_ text: String, path: String? = nil, mark: String = "", facts: [String] = []) {
        (self.text, self.path, self.mark, self.facts) = (text, path, mark, facts)
    }

    init(stringLiteral text: String) {
        self.init(text)
    }

    /// Whether it does not contain a figure.
    var isBlank: Bool { text.isEmpty || text == "–" }
}
