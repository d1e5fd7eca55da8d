import Reliability
import StatusModel

extension ReportText {
    /// The post-mortems and action items of the period's incidents.
    var followUp: ReportSection? {
        let sentences = [postMortemSentence, itemSentence].compactMap { $0 }
        guard !sentences.isEmpty else { return nil }
        var section = ReportSection(anchor: "post-mortems", heading: text.reportFollowUpTitle)
        section.sentences = sentences
        section.tables = [overduePostMortems, pendingItems, byOwner].compactMap { $0 }
        section.remark = text.reportFollowUpRemark
        return section
    }
}

private extension ReportText {
    var postMortemSentence: String? {
        let figures = report.postMortems
        var parts = required
        if figures.toCome > 0 { parts.append(text.reportPostMortemsToCome(figures.toCome)) }
        if figures.voluntary > 0 { parts.append(text.reportPostMortemsVoluntary(figures.voluntary)) }
        return parts.isEmpty ? nil : words.sentence(of: parts)
    }

    /// The state of the required post-mortems, such as "3 of 4 required post-mortems are published, 1 of them late".
    var required: [String] {
        let figures = report.postMortems
        let overdue = figures.overdue.count
        guard !figures.hasInternal else {
            return [
                figures.done == 0 ? nil : text.reportPostMortemsWithoutTotal(figures.done),
                overdue == 0 ? nil : text.reportOverduePostMortems(overdue),
            ]
            .compactMap { $0 }
        }
        switch (figures.done + figures.due + overdue, figures.done) {
        case (0, _): return []
        case (1, 1):
            return [
                figures.doneLate == 0
                    ? text.reportPostMortemsOnlyPublished : text.reportPostMortemsOnlyPublishedLate
            ]
        case (1, _):
            return [overdue == 0 ? onlyOneDue : text.reportPostMortemsOnlyOverdue]
        case (let total, _):
            return [
                published(of: words.grouped(total)),
                overdue == 0 ? nil : text.reportPostMortemsOverdue(overdue),
                figures.due == 0 ? nil : due(figures.due),
            ]
            .compactMap { $0 }
        }
    }

    func published(of total: String) -> String {
        let figures = report.postMortems
        switch figures.doneLate {
        case 0: return text.reportPostMortemsPublished(figures.done, total: total)
        case figures.done: return text.reportPostMortemsPublishedAllLate(figures.done, total: total)
        case let late:
            return text.reportPostMortemsPublishedLate(
                figures.done, late: words.grouped(late), total: total)
        }
    }

    /// The text about a single required post-mortem that was not due when the period ended.
    ///
    /// If the period is over, the text does not depend on the day on which it is read.
    var onlyOneDue: String {
        isRunning ? text.reportPostMortemsOnlyDue : text.reportPostMortemsOnlyMissing
    }

    func due(_ count: Int) -> String {
        isRunning ? text.reportPostMortemsDue(count) : text.reportPostMortemsMissing(count)
    }

    var itemSentence: String? {
        let figures = report.actionItems
        switch figures.done + figures.pending.count {
        case 0: return nil
        case 1:
            return figures.done == 1
                ? text.reportActionItemsOnlyDone
                : figures.overdue == 1 ? text.reportActionItemsOnlyOverdue : text.reportActionItemsOnlyOpen
        case let total:
            let parts = [
                text.reportActionItemsDone(figures.done, total: words.grouped(total)),
                figures.open == 0 ? nil : text.reportActionItemsOpen(figures.open),
                figures.overdue == 0 ? nil : text.reportActionItemsOverdue(figures.overdue),
            ]
            return text.sentence(words: words.enumeration(parts.compactMap { $0 }))
        }
    }

    var overduePostMortems: ReportTable? {
        let overdue = report.postMortems.overdue
        guard site.isForTeam, !overdue.isEmpty else { return nil }
        var table = ReportTable(
            caption: text.reportPostMortemsCaption,
            columns: [
                .init(title: text.reportPostMortemsColumn),
                .init(title: text.reportColumnSeverity, isWide: true),
                .init(title: text.reportPostMortemsColumnResolved),
            ],
            isNumeric: false
        )
        table.rows = overdue.prefix(ReportTable.listLimit).map { place in
            let incident = report.allIncidents[place]
            let resolvedOn = incident.resolvedAt.map { words.date(words.zone.day(of: $0)) } ?? ""
            return [
                cell(forIncident: place), ReportCell(page.severities[incident.severity].level),
                ReportCell(resolvedOn),
            ]
        }
        table.addRest(of: overdue.count, text)
        return table
    }

    var pendingItems: ReportTable? {
        let pending = report.actionItems.pending
        guard !pending.isEmpty else { return nil }
        let isInternal = site.isForTeam
        var table = ReportTable(
            caption: text.reportActionItemsCaption,
            columns: [
                .init(title: text.reportActionItemsColumn),
                .init(title: text.reportColumnIncident, isWide: true), .init(title: text.reportColumnDue),
            ]
                + (isInternal
                    ? [
                        .init(title: text.reportColumnOwner, isWide: true),
                        .init(title: text.reportColumnTicket, isWide: true),
                    ] : []),
            isNumeric: false
        )
        table.rows = pending.prefix(ReportTable.listLimit).map { entry in
            let day = entry.item.dueOn.map(words.date) ?? words.none
            return [
                ReportCell(entry.item.text), cell(forIncident: entry.incident),
                ReportCell(entry.isOverdue ? text.reportActionItemsDueOverdue(date: day) : day),
            ]
                + (isInternal
                    ? [ReportCell(entry.item.owner ?? ""), ReportCell(entry.item.ticket ?? "")] : [])
        }
        table.addRest(of: pending.count, text)
        return table
    }

    var byOwner: ReportTable? {
        let owners = report.actionItems.byOwner
        guard !owners.isEmpty else { return nil }
        var table = ReportTable(
            caption: text.reportActionItemsCaptionOwners,
            columns: [
                .init(title: text.reportColumnOwner), .init(title: text.reportActionItemsColumnOpen),
                .init(title: text.reportActionItemsColumnOverdue),
                .init(title: text.reportActionItemsColumnDone),
            ]
        )
        table.rows = owners.map { row in
            [ReportCell(row.owner ?? text.reportActionItemsNobody)]
                + [row.open, row.overdue, row.done].map { ReportCell(words.grouped($0)) }
        }
        return table
    }
}
