import StatusModel

/// A report in words, tables and drawings: what its page, its mail and its Markdown have in common.
struct ReportDocument: Sendable {
    /// What it is a report of.
    let title: String
    /// What stands above the headline: the site, and what it is a report of.
    let eyebrow: [String]
    /// What the period comes to, in a few words.
    let headline: String
    /// The four figures that managers look for first, as far as there are any.
    let figures: [ReportFigure]
    /// What else it comes to, in sentences.
    let summary: [String]
    let sections: [ReportSection]
}

/// A large figure at the top of a report.
struct ReportFigure: Sendable {
    let label: String
    let value: String
    /// How it differs from the period before.
    var change: Change?
    /// What it is of; may be empty.
    var note = ""

    struct Change: Sendable {
        let text: String
        let isWorse: Bool
        /// What it was before, as in "before: 99.95%"; empty where it was the same.
        var before = ""
    }
}

/// A part of a report under its own heading. All are built alike: the answer and its number in sentences, then the picture,
/// then the tables, that of the picture first, then how it was counted.
struct ReportSection: Sendable {
    /// Its id on the page.
    let anchor: String
    let heading: String
    var sentences: [String] = []
    /// What somebody wrote of it, with its markup.
    var prose: [Prose] = []
    var charts: [any Chart] = []
    var tables: [ReportTable] = []
    /// What explains how it was counted; may be empty.
    var remark = ""
    var links: ReportLinks?
}

extension ReportSection {
    /// The section, its tables without columns in which no row has a figure.
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
    /// What the language has between the items of a list.
    let separator: String
}

extension ReportLinks {
    /// The label, and the links as they are written.
    func text(_ written: (ReportCell) -> String) -> String {
        let items = cells.map(written).joined(separator: written(ReportCell(separator)))
        return "\(written(ReportCell(label))) \(items)"
    }
}

/// Rows of figures under titles.
struct ReportTable: Sendable {
    /// What it holds, for those who do not see where it stands.
    let caption: String
    let columns: [Column]
    var rows: [[ReportCell]] = []
    /// Whether all but the first column are numbers.
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

    /// How many rows a list of a report has at most.
    static let listLimit = 20

    /// Says how many rows a list of so many leaves out.
    mutating func addRest(of count: Int, _ text: Phrases<String>) {
        guard count > Self.listLimit else { return }
        let blanks = columns.dropFirst().map { _ in ReportCell("") }
        rows.append([ReportCell(text.reportMore(count - Self.listLimit))] + blanks)
    }

    struct Column: Sendable {
        let title: String
        /// Whether a narrow screen leaves it out.
        var isWide = false
        /// Whether the title is a name that the site gave, which may be a long word.
        var isName = false
    }
}

/// A text in a report, which may lead to a page of the site.
struct ReportCell: Sendable, ExpressibleByStringInterpolation {
    let text: String
    /// The page's path from the site's root.
    var path: String?
    /// What sets it apart from the others; may be empty.
    var mark = ""
    /// Facts about it on a second line.
    var facts: [String] = []

    init(_ text: String, path: String? = nil, mark: String = "", facts: [String] = []) {
        (self.text, self.path, self.mark, self.facts) = (text, path, mark, facts)
    }

    init(stringLiteral text: String) {
        self.init(text)
    }

    /// Whether it has no figure.
    var isBlank: Bool { text.isEmpty || text == "–" }
}
