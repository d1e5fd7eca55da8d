/// A report as CommonMark with tables, for pull requests, wikis and chats.
struct ReportMarkdown {
    private let document: ReportDocument
    private let root: String

    /// Makes the Markdown of a report.
    ///
    /// - Parameter root: the address to which paths of the site are appended, with a slash at its end.
    init(_ document: ReportDocument, root: String) {
        (self.document, self.root) = (document, root)
    }
}

extension ReportMarkdown {
    /// Returns the text with a footer of these lines, in UTF-8.
    func bytes(above foot: [String]) -> [UInt8] {
        Array((text + (["---"] + foot.map(\.markdownLine)).joined(separator: "\n\n") + "\n").utf8)
    }

    /// The text without a footer, but with the empty line that comes before it.
    var text: String {
        let eyebrow = document.eyebrow.map(\.markdownLine).joined(separator: " · ")
        var blocks = [eyebrow, "# \(document.headline.markdownLine)"]
        if !document.figures.isEmpty { blocks.append(list(of: document.figures)) }
        blocks += document.summary.map(\.markdownLine)
        for section in document.sections { blocks += self.blocks(of: section) }
        return blocks.joined(separator: "\n\n") + "\n\n"
    }

    private func blocks(of section: ReportSection) -> [String] {
        var blocks = ["## \(section.heading.markdownLine)"]
        blocks += section.sentences.map(\.markdownLine)
        blocks += section.prose.map { Markup($0, root: root, limit: .max).markdown }
        blocks += section.tables.map(text)
        if !section.remark.isEmpty { blocks.append(section.remark.markdownLine) }
        if let links = section.links { blocks.append(links.text(text)) }
        return blocks
    }

    private func list(of figures: [ReportFigure]) -> String {
        figures.map { figure in
            let facts = [figure.value, figure.note, figure.change?.text ?? "", figure.change?.before ?? ""]
                .filter { !$0.isEmpty }
            return "- \(figure.label.markdownLine): **\(facts[0].markdownLine)**"
                + facts.dropFirst().map { " · \($0.markdownLine)" }.joined()
        }
        .joined(separator: "\n")
    }

    private func text(_ table: ReportTable) -> String {
        let rules = table.columns.indices.map { $0 > 0 && table.isNumeric ? "---:" : "---" }
        let rows = [table.columns.map(\.title.markdownLine), rules] + table.rows.map { $0.map(text) }
        return rows.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }

    private func text(_ cell: ReportCell) -> String {
        let text = cell.text.markdownLine
        let link = cell.path.map { "[\(text)](\(root)\($0.percentEncoded))" } ?? text
        let mark = cell.mark.isEmpty ? [] : ["**\(cell.mark.markdownLine)**"]
        return ([link] + mark + cell.facts.map(\.markdownLine)).joined(separator: " · ")
    }
}

extension String {
    /// The text on one line, as paragraphs and cells of tables require.
    fileprivate var markdownLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " ").escapedForMarkdown
    }
}
