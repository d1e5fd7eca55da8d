import Reliability
import StatusModel

extension ReportText {
    /// The post-mortems and action items of the period's incidents.
    var accounts: ReportSection? {
        guard report.incidents.started > 0 else { return nil }
        var section = ReportSection(anchor: "post-mortems", heading: "Post-mortems and action items")
        section.sentences = [postMortemSentence, itemSentence]
        section.tables = [overdueAccounts, pendingItems, byOwner].compactMap { $0 }
        section.remarks = ["They count with the incident that they are about."]
        return section
    }
}

private extension ReportText {
    var postMortemSentence: String {
        let figures = report.postMortems
        var parts = required
        if figures.toCome > 0 {
            let more = words.count(figures.toCome, "incident that is open", "incidents that are open")
            parts.append("\(more) will require one")
        }
        if figures.voluntary > 0 {
            parts.append("\(words.count(figures.voluntary, "was", "were")) published though not required")
        }
        return parts.isEmpty ? "No post-mortem was required." : parts.joined(separator: "; ") + "."
    }

    /// What became of the required ones, as in "3 of 4 required post-mortems are published, 1 of them late".
    var required: [String] {
        let figures = report.postMortems
        let required = figures.done + figures.due + figures.overdue.count
        let late =
            figures.doneLate == 0
            ? "" : required == 1 ? " late" : ", \(words.grouped(figures.doneLate)) of them late"
        let overdue = figures.overdue.isEmpty ? nil : be(figures.overdue.count, "overdue")
        let due = figures.due == 0 ? nil : be(figures.due, "due later")
        switch (required, figures.done) {
        case (0, _): return []
        case (1, 1): return ["The one required post-mortem is published\(late)"]
        case (1, _): return ["The one required post-mortem is \(overdue == nil ? "due later" : "overdue")"]
        default:
            let share = "\(words.grouped(figures.done)) of \(words.grouped(required)) required post-mortems"
            return ["\(share) \(figures.done == 1 ? "is" : "are") published\(late)", overdue, due].compactMap
            { $0 }
        }
    }

    var itemSentence: String {
        let figures = report.actionItems
        let total = figures.done + figures.pending.count
        if total == 0 { return "No action items were noted." }
        if total == 1 {
            let state = figures.done == 1 ? "done" : figures.overdue == 1 ? "overdue" : "open"
            return "The one action item is \(state)."
        }
        let share = "\(words.grouped(figures.done)) of \(words.grouped(total)) action items"
        let parts = [
            "\(share) \(figures.done == 1 ? "is" : "are") done",
            figures.open == 0 ? nil : be(figures.open, "open"),
            figures.overdue == 0 ? nil : be(figures.overdue, "overdue"),
        ]
        return parts.compactMap { $0 }.joined(separator: ", ") + "."
    }

    func be(_ count: Int, _ state: String) -> String {
        "\(words.grouped(count)) \(count == 1 ? "is" : "are") \(state)"
    }

    var overdueAccounts: ReportTable? {
        let overdue = report.postMortems.overdue
        guard site.isForTeam, !overdue.isEmpty else { return nil }
        var table = ReportTable(
            caption: "Overdue post-mortems",
            columns: [
                .init(title: "Post-mortem overdue"), .init(title: "Severity", isWide: true),
                .init(title: "Resolved"),
            ],
            isNumeric: false
        )
        table.rows = overdue.prefix(Self.listLimit).map { place in
            let incident = page.incidents[place]
            let resolvedOn = incident.resolvedAt.map { words.date(words.zone.day(of: $0)) } ?? ""
            return [
                cell(forIncident: place), ReportCell(page.severities[incident.highestSeverity].level),
                ReportCell(resolvedOn),
            ]
        }
        addRest(of: overdue.count, to: &table)
        return table
    }

    var pendingItems: ReportTable? {
        let pending = report.actionItems.pending
        guard !pending.isEmpty else { return nil }
        let isInternal = site.isForTeam
        var table = ReportTable(
            caption: "Action items that are not done",
            columns: [
                .init(title: "Action not done"), .init(title: "Incident", isWide: true), .init(title: "Due"),
            ]
                + (isInternal
                    ? [.init(title: "Owner", isWide: true), .init(title: "Ticket", isWide: true)] : []),
            isNumeric: false
        )
        table.rows = pending.prefix(Self.listLimit).map { measure in
            let day = measure.item.dueOn.map(words.date) ?? words.none
            return [
                ReportCell(measure.item.text), cell(forIncident: measure.incident),
                ReportCell(measure.isOverdue ? "\(day), overdue" : day),
            ]
                + (isInternal
                    ? [ReportCell(measure.item.owner ?? ""), ReportCell(measure.item.ticket ?? "")] : [])
        }
        addRest(of: pending.count, to: &table)
        return table
    }

    var byOwner: ReportTable? {
        let owners = report.actionItems.byOwner
        guard !owners.isEmpty else { return nil }
        var table = ReportTable(
            caption: "Action items by owner",
            columns: [
                .init(title: "Owner"), .init(title: "Open"), .init(title: "Overdue"), .init(title: "Done"),
            ]
        )
        table.rows = owners.map { row in
            [ReportCell(row.owner ?? "Nobody")]
                + [row.open, row.overdue, row.done].map { ReportCell(words.grouped($0)) }
        }
        return table
    }
}

extension ReportText {
    /// How many rows a list of a report has at most.
    static var listLimit: Int { 20 }

    /// Says how many rows were left out.
    func addRest(of count: Int, to table: inout ReportTable) {
        guard count > Self.listLimit else { return }
        let blanks = table.columns.dropFirst().map { _ in ReportCell("") }
        table.rows.append([ReportCell("\(words.grouped(count - Self.listLimit)) more")] + blanks)
    }
}
