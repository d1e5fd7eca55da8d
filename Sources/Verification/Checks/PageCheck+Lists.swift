/// The pages that link to older records: the history with its counts, the lists of years and components, and the
/// reports.
extension PageCheck {
    /// - Parameter months: the slugs of the records that each month's page lists, by month.
    func compareLists(listing months: [String: Set<String>], _ ledger: inout Ledger) {
        ledger.check(.pages) { ledger throws(Unreadable) in try compareHistory(months, &ledger) }
        ledger.check(.pages) { ledger throws(Unreadable) in try compareReports(&ledger) }
    }

    private func compareHistory(
        _ months: [String: Set<String>], _ ledger: inout Ledger
    ) throws(Unreadable) {
        let path = "history.html"
        let page = try page(path, &ledger)
        try compareEntries(of: page, at: path, &ledger)
        let isMonth = Set(figures.months)
        for row in page.pieces(from: "<li><a href=\"history/", to: "</li>") {
            let month = row.before(".html").source
            guard isMonth.contains(month), let range = figures.claims.calendar.range(of: month) else {
                continue
            }
            let place = "\(path), \(month)"
            // Notices are on the month's page, but in none of the figures.
            let begun = figures.begun[month] ?? []
            let windows = begun.count { figures.windows.contains($0) }
            let counts = [
                begun.count - windows, windows,
                months[month]?.subtracting(figures.beginnings.keys).count ?? 0,
            ]
            compare(
                counts: counts, in: row.piece(from: "<span>", to: "</span>")?.text,
                at: "\(place): how many records started", &ledger)
            compareShare(
                row.piece(from: "<span class=\"figure\">", to: "</span>")?.text,
                figures.site.byTheClock(during: range).text, at: "\(place): uptime", &ledger)
        }
        try compareWays(on: page, &ledger)
    }

    /// Compares the number of records for each list of a year, a component or a severity, and those lists.
    private func compareWays(on page: Markup, _ ledger: inout Ledger) throws(Unreadable) {
        var numbers: [String: String] = [:]
        var levels: [String] = []
        for list in page.pieces(from: "<ul class=\"ways\">", to: "</ul>") {
            for row in list.pieces(from: "<li><a href=\"history/", to: "</li>") {
                let name = row.before(".html\"").source
                let number = Numerals.digits(
                    in: row.piece(from: "<span class=\"figure\">", to: "</span>")?.text ?? "")
                if name.hasPrefix("severity-") { levels.append(number) } else { numbers[name] = number }
            }
        }
        let bySeverity = Dictionary(grouping: figures.incidents, by: \.claim.severity).mapValues(\.count)
        ledger.compare(
            .pages, levels, figures.claims.levels.compactMap { bySeverity[$0] }.map(String.init),
            at: "history.html: incidents by severity")
        let byYear = Dictionary(grouping: figures.begun.values.joined()) { slug in
            String(Day.text(figures.claims.calendar.day(of: figures.beginnings[slug] ?? 0)).prefix(4))
        }
        var lists = byYear
        for component in figures.components {
            // Maintenance that begins at this very second has affected nothing yet.
            let now = figures.claims.now
            let done = component.claim.spans.filter {
                $0.until != nil || $0.from < now || !figures.windows.contains($0.record)
            }
            let slugs = Set(done.map(\.record))
            if !slugs.isEmpty { lists["component-\(component.claim.id)"] = Array(slugs) }
        }
        for (name, slugs) in lists.sorted(by: { $0.key < $1.key }) {
            try compare(
                slugs, with: numbers[name], in: "history/\(name).html", isYear: byYear[name] != nil, &ledger)
        }
    }

    private func compare(
        _ slugs: [String], with number: String?, in path: String, isYear: Bool, _ ledger: inout Ledger
    ) throws(Unreadable) {
        let list = try page(path, &ledger)
        let listed = try compareEntries(of: list, at: path, &ledger)
        // A long list links to the lists of its parts.
        let isSplit = list.contains("<ul class=\"list months\">")
        if !isSplit {
            for slug in slugs {
                ledger.compare(.pages, isListed: listed.contains(slug), at: "\(path): `\(slug)`")
            }
        }
        // The list of a year also has its notices.
        let count = isYear && !isSplit ? listed.count : slugs.count
        guard !(isYear && isSplit) else { return }
        ledger.compare(.pages, number, String(count), at: "history.html: number of records in `\(path)`")
    }

    /// The markup before the text about the day from which a period was tracked.
    private static let tracked = " <span class=\"also\">"

    private func compareReports(_ ledger: inout Ledger) throws(Unreadable) {
        let path = "reports.html"
        let page = try page(path, &ledger)
        for year in page.pieces(from: "<h2><a href=\"reports/", to: "<ul") {
            let text = year.piece(from: "<p class=\"remark\">", to: "</p>")?.before(Self.tracked).text ?? ""
            try compareReport(year, count: text, share: text, at: path, &ledger)
        }
        for row in page.pieces(from: "\"><a href=\"reports/", to: "</li>") {
            let (count, share) = (
                row.piece(from: "<span>", to: "</span>")?.before(Self.tracked).text,
                row.piece(from: "<span class=\"figure\">", to: "</span>")?.text
            )
            try compareReport(row, count: count, share: share, at: path, &ledger)
        }
        for period in figures.periods {
            ledger.compare(
                .pages, isListed: page.contains("<a href=\"reports/\(period).html\">"),
                at: "\(path): \(period)")
        }
    }

    /// Compares the row of a report: the number of incidents that began in its period, and the overall uptime.
    private func compareReport(
        _ row: Markup, count: String?, share: String?, at path: String, _ ledger: inout Ledger
    ) throws(Unreadable) {
        let period = row.before(".html").source
        guard figures.periods.contains(period), let range = figures.claims.calendar.range(of: period) else {
            throw Unreadable("`\(path)` lists a report that does not exist, `\(period)`")
        }
        let incidents = figures.incidents(during: range).count
        let uptime = figures.site.byTheClock(during: range).text
        let place = "\(path), \(period)"
        let start = figures.site.beginning.flatMap { range.from < $0 && $0 < range.until ? $0 : nil }
        let told = row.piece(from: Self.tracked, to: "</span>")?.text
        let isStart = start.map { self.isTold(days: [figures.claims.calendar.day(of: $0)], in: told ?? "") }
        ledger.compare(
            .pages, isRight: isStart ?? (told == nil), found: told ?? "nothing",
            expected: start.map { Day.text(figures.claims.calendar.day(of: $0)) } ?? "nothing",
            at: "\(place): when tracking started")
        if count != share || uptime != "no data" {
            compareShare(share, uptime, at: "\(place): uptime", &ledger)
        }
        // A year has both in one sentence.
        let digits = count == share && uptime != "no data" ? Numerals.digits(in: uptime) : ""
        let all = Numerals.digits(in: count ?? "")
        let rests = [
            all.hasSuffix(digits) ? all.dropLast(digits.count) : nil,
            all.hasPrefix(digits) ? all.dropFirst(digits.count) : nil,
        ]
        let isTold = rests.contains { $0.map { Numerals.tells([incidents], in: String($0)) } ?? false }
        ledger.compare(
            .pages, isTold ? "\(incidents)" : count, "\(incidents)", at: "\(place): incidents")
    }
}
