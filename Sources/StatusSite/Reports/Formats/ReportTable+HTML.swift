extension ReportTable {
    /// The table's HTML. Made at once: a template would take longer for a cell than for a page's frame.
    func html(root: String) -> String {
        let head = columns.map {
            "<th scope=\"col\"\($0.isWide ? " class=\"wide\"" : "")>\($0.title.escapedForHTML)</th>"
        }
        var html =
            "<table\(isNumeric ? " class=\"numbers\"" : " class=\"measures\"")><caption class=\"hidden\">\(caption.escapedForHTML)</caption>"
        html += "<thead><tr>\(head.joined())</tr></thead>\n<tbody>\n"
        for row in rows {
            html += "<tr>"
            for (column, cell) in zip(columns.indices, row) {
                let kind = columns[column].isWide ? " class=\"wide\"" : ""
                html +=
                    column == 0
                    ? "<th scope=\"row\">\(cell.html(root: root))</th>"
                    : "<td\(kind)>\(cell.html(root: root))</td>"
            }
            html += "</tr>\n"
        }
        return html + "</tbody></table>\n"
    }
}

extension ReportCell {
    /// The text, as a link where it leads somewhere.
    func html(root: String) -> String {
        guard let path else { return text.escapedForHTML }
        return "<a href=\"\((root + path).escapedForHTML)\">\(text.escapedForHTML)</a>"
    }
}
