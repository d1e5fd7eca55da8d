/// A report in words, tables and drawings: what its page, its mail and its Markdown have in common.
struct ReportDocument: Sendable {
    let title: String
    /// What it comes to, in sentences.
    let summary: [String]
    let sections: [ReportSection]
    /// By what and from what it was made.
    let provenance: String
}

/// A part of a report under its own heading: the number in a sentence, then the picture, then the table.
struct ReportSection: Sendable {
    /// Its id on the page.
    let anchor: String
    let heading: String
    var sentences: [String] = []
    var charts: [any Chart] = []
    var tables: [ReportTable] = []
    /// What explains how it was counted; may be empty.
    var remark = ""
    var links: ReportLinks?
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

    struct Column: Sendable {
        let title: String
        /// Whether a narrow screen leaves it out.
        var isWide = false
    }
}

/// A text in a report, which may lead to a page of the site.
struct ReportCell: Sendable, ExpressibleByStringInterpolation {
    let text: String
    /// The page's path from the site's root.
    var path: String?

    init(_ text: String, path: String? = nil) {
        (self.text, self.path) = (text, path)
    }

    init(stringLiteral text: String) {
        self.init(text)
    }
}
