/// Recomputes the rows of `reports/*.csv`, except for those about post-mortems, action items and the policy, which do
/// not follow from what is published.
struct ReportCheck {
    let figures: Figures
    let files: any PublishedFiles

    func run(_ ledger: inout Ledger) {
        let calledOff = calledOff
        ledger.check(.incidents) { ledger throws(Unreadable) in try compareFirst(without: calledOff, &ledger)
        }
        let maintenance = MaintenanceCourse(figures, without: calledOff)
        for period in figures.periods {
            ledger.check(.reports) { ledger throws(Unreadable) in try compare(period, maintenance, &ledger) }
        }
    }
}

extension ReportCheck {
    fileprivate typealias Row = ReportRows.Row

    /// Sections that depend on the records' texts.
    fileprivate static let beyond: Set = [
        "post_mortems", "action_items", "action_items_by_owner", "policy", "policy_missed", "silences",
        "escalations", "escalations_late", "escalations_missed", "alerts", "alerts_by_component",
        "alerts_untold",
    ]

    /// The windows that were cancelled before they began, by their updates.
    ///
    /// Windows that the API no longer lists count as such if they are cancelled and had no effect on components.
    private var calledOff: Set<String> {
        let listed = (try? files.api("scheduled-maintenances").list("scheduled_maintenances")) ?? []
        let all = listed.compactMap { try? RecordTimes.Told($0) }
        let told = Dictionary(all.map { ((try? $0.json.text("id")) ?? "", $0) }) { first, _ in first }
        let active = Set(figures.claims.components.flatMap { $0.spans.map(\.record) })
        let windows = figures.claims.windows.filter { window in
            // A window that never ran is published with its planned end, unlike one that ran for no time.
            guard window.until != window.from else { return false }
            guard let told = told[window.apiID] else {
                return window.phase == "cancelled" && !active.contains(window.slug)
            }
            return told.end(of: window).map { $0 <= window.from } ?? false
        }
        return Set(windows.map(\.slug))
    }

    /// Compares the beginning of the first record, from which components without a `since` are tracked.
    private func compareFirst(without calledOff: Set<String>, _ ledger: inout Ledger) throws(Unreadable) {
        let published = try figures.claims.file.value("site").instantIfAny("first_record_at")
        let first = figures.beginnings.filter { !calledOff.contains($0.key) }.values.min()
        ledger.compare(
            .incidents, instants: [published], [first.flatMap { $0 <= figures.claims.now ? $0 : nil }],
            at: "statistics, site: `first_record_at`")
    }

    fileprivate func compare(
        _ period: String, _ maintenance: MaintenanceCourse, _ ledger: inout Ledger
    ) throws(Unreadable) {
        let path = "reports/\(period).csv"
        let rows: [[String]]
        do throws(Unreadable) { rows = try CSV.rows(of: try files.text(of: path)) } catch {
            throw Unreadable("`\(path)`: \(error.reason)")
        }
        guard rows.first == ["period", "section", "subject", "figure", "unit", "value"] else {
            throw Unreadable("`\(path)` has unexpected columns")
        }
        var published: [Row: String] = [:]
        for row in rows.dropFirst() {
            guard row.count == 6 else { throw Unreadable("`\(path)` has a row of \(row.count) fields") }
            ledger.compare(.reports, row[0], period, at: "\(path): the period of a row")
            let key = Row(section: row[1], subject: row[2].unguarded, figure: row[3], unit: row[4])
            guard !Self.beyond.contains(key.section) else { continue }
            ledger.compare(
                .reports, isRight: published[key] == nil, found: "more than one row", expected: "one row",
                at: "\(path): \(key)")
            published[key] = row[5].unguarded
        }
        guard let range = figures.claims.calendar.range(of: period) else { return }
        let expected = try ReportRows(figures, of: period, during: range, maintenance: maintenance).rows
        for (row, value) in expected {
            let published = published.removeValue(forKey: row) ?? "nothing"
            ledger.compare(.reports, JSON(figure: published), JSON(figure: value), at: "\(path): \(row)")
        }
        for (row, value) in published.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            ledger.compare(.reports, value, "nothing", at: "\(path): \(row)")
        }
    }
}

extension JSON {
    /// Makes the value of a field: a number, or else a text.
    fileprivate init(figure: String) {
        self = Double(figure).map(JSON.number) ?? .text(figure)
    }
}

extension String {
    /// The text without the apostrophe that keeps a spreadsheet from taking it for a formula.
    fileprivate var unguarded: String {
        hasPrefix("'") && dropFirst().first.map("=+-@\t\r\n＝＋－＠".contains) == true
            ? String(dropFirst()) : self
    }
}
