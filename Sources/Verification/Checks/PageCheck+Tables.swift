extension PageCheck {
    /// Checks that the tables of figures are complete, row by row.
    func compareTables(
        of page: Markup, _ expected: [[TableRow]], at path: String, _ ledger: inout Ledger
    ) {
        let tables = page.pieces(from: "<table class=\"numbers\">", to: "</table>")
        ledger.compare(.pages, tables.count, expected.count, at: "\(path): tables of figures")
        for (number, (table, expected)) in zip(tables, expected).enumerated() {
            let rows = table.split(at: "<tr><th scope=\"row\">")
            ledger.compare(
                .pages, rows.count, expected.count, at: "\(path), table \(number + 1): number of rows")
            for (row, expected) in zip(rows, expected) {
                let place = "\(path), table \(number + 1), \(expected.name)"
                for (cell, wanted) in zip(row.pieces(from: "<td>", to: "</td>"), expected.cells) {
                    ledger.compare(.pages, digitsOf: cell.text, wanted, at: place)
                }
                let text = row.piece(from: "<p class=\"facts\">", to: "</p>")?.text ?? ""
                let facts = Numerals.digits(in: text)
                // If a range was not tracked from its beginning, the text first says from when it was.
                let isKnown = expected.facts.contains {
                    expected.isPartial ? facts.hasSuffix($0) : facts == $0
                }
                let sum = row.piece(from: "<td class=\"wide\">", to: "</td>")?.text
                ledger.compare(
                    .pages, sum.map(Numerals.digits), expected.componentTime, at: "\(place): component time")
                ledger.compare(
                    .pages, digitsOf: isKnown ? expected.facts[0] : text, expected.facts[0],
                    at: "\(place): the facts below its name")
            }
        }
    }

    /// Returns the budgets of the month and the quarter, and of the last 30 and 90 days, or `nil` if the component has
    /// no objective now.
    func budgets(of component: ComponentCourse) -> [TableRow]? {
        let now = Stretch(from: figures.claims.now, until: figures.claims.now + 1)
        guard component.target(during: now) != nil else { return nil }
        let periods = [figures.months.last, figures.quarters.last].compactMap { $0 }
        let ranges = periods.compactMap { name in
            figures.claims.calendar.range(of: name).map { (name, $0) }
        }
        let recent = figures.recent.filter { ["30d", "90d"].contains($0.name) }
        return (ranges + recent).compactMap { name, range in
            guard let budget = component.budget(during: range) else { return nil }
            return TableRow(
                name: "budget of \(name)",
                cells: [
                    Numerals.digits(of: Numerals.exactDuration(budget.allowed / 1_000_000)),
                    budget.share.map { Numerals.digits(in: Plain.percent(hundredths: $0)) } ?? "",
                ],
                facts: [Numerals.digits(of: Numerals.exactDuration(budget.secondsLeft))])
        }
    }
}
