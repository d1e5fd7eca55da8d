/// Compares the pages of reports with the figures: the headline, the verdicts on objectives, and the tables of uptime,
/// budgets and burn rates.
struct ReportPageCheck {
    let figures: Figures
    let files: any PublishedFiles

    func run(_ ledger: inout Ledger) {
        var verdicts: [Verdict] = []
        for period in figures.periods {
            ledger.check(.pages) { ledger throws(Unreadable) in
                if let verdict = try compare(period, &ledger) { verdicts.append(verdict) }
            }
        }
        compareWords(of: verdicts, &ledger)
    }
}

extension ReportPageCheck {
    fileprivate func compare(_ period: String, _ ledger: inout Ledger) throws(Unreadable) -> Verdict? {
        let path = "reports/\(period).html"
        let page = Markup(try files.bytes(of: try SafePath.checked(path)))
        guard let range = figures.claims.calendar.range(of: period) else { return nil }
        let clock = figures.site.byTheClock(during: range)
        let headline = page.piece(from: "<dl class=\"verdict\">", to: "</dl>")
        let lead = headline?.piece(from: "<dd class=\"value\">", to: "</dd>")?.text ?? ""
        // If nothing was observed yet, other figures come first.
        if clock.observed > 0 {
            compare(share: clock.text, in: lead, at: "\(path): overall uptime", &ledger)
        }
        let values = headline?.pieces(from: "<dd class=\"value\">", to: "</dd>").map(\.text) ?? []
        compare(
            figures: Array(values.dropFirst(clock.observed > 0 ? 1 : 0)), during: range, at: path, &ledger)
        let uptimes = tables(in: "uptime", of: page).first ?? []
        for row in uptimes { compare(uptime: row, during: range, at: path, &ledger) }
        let tracked = figures.components.filter { $0.uptime(during: range).observed > 0 }
        compare(uptimes, tracked, of: "uptime", at: path, &ledger)
        let count = tracked.count + (figures.site.count(during: range) > 1 ? 1 : 0)
        ledger.compare(.pages, uptimes.count, count, at: "\(path): number of rows in the uptime table")
        let budgets = tables(in: "budget", of: page)
        let bound = tracked.filter { $0.allowance(during: range) != nil }
        compare(budgets.first ?? [], bound, of: "budgets", at: path, &ledger)
        let rows = (budgets.first ?? []).compactMap { row in
            component(of: row).flatMap { budget(of: $0, during: range) }.map { (row, $0) }
        }
        // A column that is empty in all rows is left out.
        let columns = Self.budgetColumns.indices.filter { column in rows.contains { !$0.1[column].isEmpty } }
        for (row, budget) in rows {
            let id = component(of: row)?.claim.id ?? ""
            compare(row, budget, in: columns, at: "\(path), `\(id)`", &ledger)
        }
        compare(burns: budgets.dropFirst().first ?? [], during: range, at: path, &ledger)
        return compareVerdict(on: page, uptimes, of: bound, during: range, at: path, &ledger)
    }

    /// Compares the figures that follow the uptime in the headline, of which those that do not exist are left out.
    fileprivate func compare(
        figures shown: [String], during range: Stretch, at path: String, _ ledger: inout Ledger
    ) {
        let incidents = figures.incidents(during: range)
        let (lost, count) = (
            figures.site.componentTime(during: range).downtime, figures.site.count(during: range)
        )
        let average = lost > 0 && count > 0 ? Numerals.downtime((lost + count - 1) / count) : []
        let median = Responses.Summary(of: 0, over: incidents).median.map(Numerals.duration) ?? []
        let expected = [
            ("average downtime of components", average), ("incidents", [incidents.count]),
            ("median time to restore", median),
        ].filter { !$0.1.isEmpty }
        ledger.compare(.pages, shown.count, expected.count, at: "\(path): number of figures in its headline")
        for (text, (name, numbers)) in zip(shown, expected) {
            ledger.compare(.pages, digitsOf: text, Numerals.digits(of: numbers), at: "\(path): \(name)")
        }
    }

    /// Checks that there is a row for each component, and no other.
    fileprivate func compare(
        _ rows: [Markup], _ expected: [ComponentCourse], of what: String, at path: String,
        _ ledger: inout Ledger
    ) {
        let shown = rows.compactMap { component(of: $0)?.claim.id }
        ledger.compare(
            .pages, shown.sorted(), expected.map(\.claim.id).sorted(), at: "\(path): components with \(what)")
    }

    /// Compares the row of a component, or the last one, of all that count.
    fileprivate func compare(
        uptime row: Markup, during range: Stretch, at path: String, _ ledger: inout Ledger
    ) {
        let component = component(of: row)
        let uptime = component?.uptime(during: range) ?? figures.site.componentTime(during: range)
        let place = "\(path), \(component.map { "`\($0.claim.id)`" } ?? "all components")"
        compare(
            share: uptime.text(beside: component?.target(during: range)), in: row.cells.first?.text ?? "",
            at: "\(place): uptime", &ledger)
        let times = [uptime.downtime, 1000 * uptime.sums.degraded, 1000 * uptime.sums.maintenance]
        let expected = times.filter { $0 > 0 }.map { time in
            Numerals.digits(of: Numerals.exactDuration((time + 999) / 1000))
        }
        let shown = row.wideCells.map { Numerals.digits(in: $0.text) }.filter { !$0.isEmpty }
        ledger.compare(
            .pages, shown, expected, at: "\(place): downtime, time degraded and maintenance")
    }

    fileprivate static let budgetColumns = ["budget", "budget spent", "budget left", "burn rate"]

    /// Returns the digits of each column, or `nil` without an objective.
    fileprivate func budget(of component: ComponentCourse, during range: Stretch) -> [String]? {
        guard let budget = component.budget(during: range) else { return nil }
        return [
            Numerals.digits(of: Numerals.exactDuration(budget.allowed / 1_000_000)),
            budget.share.map { Numerals.digits(in: Plain.percent(hundredths: $0)) } ?? "",
            Numerals.digits(of: Numerals.exactDuration(budget.secondsLeft)),
            component.burnRateInHundredths(during: range).map(Numerals.hundredths) ?? "",
        ]
    }

    fileprivate func compare(
        _ row: Markup, _ budget: [String], in columns: [Int], at place: String, _ ledger: inout Ledger
    ) {
        let cells = row.cells.map { Numerals.digits(in: $0.text) }
        ledger.compare(.pages, cells.count, columns.count, at: "\(place): number of budget cells")
        for (cell, column) in zip(cells, columns) {
            ledger.compare(
                .pages, cell, budget[column], at: "\(place): \(Self.budgetColumns[column])")
        }
    }

    /// Compares recent burn rates, which reports of periods that are not over show if any budget was spent.
    fileprivate func compare(
        burns rows: [Markup], during range: Stretch, at path: String, _ ledger: inout Ledger
    ) {
        var shown: [String] = []
        for row in rows {
            guard let component = component(of: row), let burn = figures.burn(of: component) else { continue }
            let place = "\(path), `\(component.claim.id)`: burn rate"
            shown.append(component.claim.id)
            let cells = row.cells.filter { !$0.text.isEmpty }
            ledger.compare(.pages, cells.count, burn.windows.count, at: "\(place): number of windows")
            for (cell, spent) in zip(cells, burn.windows) {
                let rate = component.burnRateInHundredths(during: spent.range)
                ledger.compare(
                    .pages, Numerals.digits(in: cell.before("<span class=\"also\">").text),
                    rate.map(Numerals.hundredths) ?? "", at: "\(place) over \(spent.name)")
                compare(
                    end: spent.runsOutAt, in: cell.split(at: "<span class=\"also\">").first?.text,
                    at: "\(place) over \(spent.name): when it runs out", &ledger)
            }
        }
        let burning = figures.components.filter { component in
            let isSpent = { component.burnRateInHundredths(during: $0) ?? 0 > 0 }
            return range.until > figures.claims.now && component.uptime(during: range).observed > 0
                && figures.burn(of: component)?.windows.contains { isSpent($0.range) } ?? false
        }
        ledger.compare(
            .pages, shown.sorted(), burning.map(\.claim.id).sorted(),
            at: "\(path): components with a burn rate")
    }

    /// Compares the time of day only, since dates are written in many ways.
    ///
    /// An instant that has passed must not be shown.
    fileprivate func compare(
        end: Int?, in text: String?, at place: String, _ ledger: inout Ledger
    ) {
        guard let end, end > figures.claims.now else {
            return ledger.compare(.pages, text, nil, at: place)
        }
        let (hour, minute) = figures.claims.calendar.clock(at: end)
        let isShown = [hour, hour % 12, hour % 12 + 12].contains {
            Numerals.contains([$0, minute], in: text ?? "")
        }
        ledger.compare(.pages, isShown ? Moment.text(end) : text, Moment.text(end), at: place)
    }

    fileprivate func compare(share: String, in text: String, at place: String, _ ledger: inout Ledger) {
        let agrees = Numerals.shows(share == "no data" ? "" : share, in: text)
        ledger.compare(.pages, agrees ? share : text, share, at: place)
    }

    /// Returns the rows of a section's tables.
    fileprivate func tables(in section: String, of page: Markup) -> [[Markup]] {
        let section = page.piece(from: "<section id=\"\(section)\">", to: "</section>")
        let tables = section?.pieces(from: "<table class=\"numbers\">", to: "</table>") ?? []
        return tables.map { $0.split(at: "<tr><th scope=\"row\">") }
    }

    func component(of row: Markup) -> ComponentCourse? {
        row.piece(from: "<a href=\"../components/", to: ".html\"").flatMap { figures.component($0.source) }
    }
}

extension Markup {
    /// The cells of a table's row.
    fileprivate var cells: [Markup] {
        pieces(from: "<td", to: "</td>").map { Markup($0.bytes.drop { $0 != UInt8(ascii: ">") }.dropFirst()) }
    }

    /// The cells for which narrow screens have no room.
    fileprivate var wideCells: [Markup] { pieces(from: "<td class=\"wide\">", to: "</td>") }
}

extension Uptime {
    /// Returns the share as readers see it next to an objective in millionths: with one more decimal than that has, but
    /// at least two.
    func text(beside target: Int?) -> String {
        guard let target, observed > 0, downtime > 0, downtime < 1000 * observed else { return text }
        let trailing = Plain.decimal(target, decimals: 4).split(separator: ".")
        let decimals = max(2, trailing.count > 1 ? trailing[1].count + 1 : 1)
        let unit = (0..<decimals).reduce(1) { unit, _ in 10 * unit }
        let share = (1000 * observed - downtime).multipliedFullWidth(by: 100 * unit)
        let (cut, _) = (1000 * observed).dividingFullWidth(share)
        return "\(cut / unit).\(Plain.digits(cut % unit, decimals))%"
    }
}
