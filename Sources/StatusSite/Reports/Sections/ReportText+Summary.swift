import Reliability
import StatusModel

extension ReportText {
    /// What the period comes to, in a few sentences.
    var summary: [String] {
        switch report.standing {
        case .ahead:
            [text.reportAhead(period: name)]
        case .beforeRecords(let first):
            [text.reportBeforeRecords(period: name, date: words.date(first))]
        case .ended, .running:
            [extent, totals, objectives, backlog].compactMap { $0 }
        }
    }
}

private extension ReportText {
    /// Which part of the period has figures, where that is not all of it.
    var extent: String? {
        let first = site.history.periods.firstDay
        let since = first > report.period.firstDay ? text.reportBegin(date: words.date(first)) : nil
        let until = isRunning ? text.reportRunning(period: name, time: words.dateAndTime(site.now)) : nil
        let sentences = [until, since].compactMap { $0 }
        return sentences.isEmpty ? nil : words.text.together(sentences)
    }

    var totals: String {
        let (started, worked) = (report.incidents.started, report.maintenance.seconds)
        let parts = [
            report.whole.componentTime.observedSeconds > 0
                ? text.reportTotalsUptime(uptime: words.share(report.whole.componentTime)) : nil,
            started == 0 ? text.reportTotalsNoIncidents : text.reportTotalsIncidents(started),
            worked == 0
                ? text.reportTotalsNoMaintenance
                : text.reportTotalsMaintenance(duration: words.duration(worked)),
        ]
        let list = words.list(parts.compactMap { $0 })
        let sum = text.sentence(words: list.prefix(1).uppercased() + list.dropFirst())
        return words.text.together([sum, medianTime].compactMap { $0 })
    }

    var medianTime: String? {
        let resolved = report.responses.all[.resolve]
        return resolved.median.map(words.duration).map { median in
            resolved.n == 1
                ? text.reportTotalsResolvedOne(duration: median)
                : text.reportTotalsResolved(resolved.n, duration: median)
        }
    }

    /// Whether the objectives were met.
    var objectives: String? {
        let bound = report.components.filter { $0.budget != nil }
        guard !bound.isEmpty else { return nil }
        let missed = bound.filter(\.missesObjective)
        guard !missed.isEmpty else { return metObjectives(of: bound.count) }
        let details = missed.map { figures in
            text.reportObjectivesComponent(
                component: words.components[figures.component],
                uptime: words.share(figures.uptime),
                objective: figures.budget.map { words.share($0.target) } ?? ""
            )
        }
        return missedObjectives(missed.count, of: bound.count, words.list(details, atMost: 5))
    }

    func metObjectives(of count: Int) -> String {
        switch count {
        case 1: isRunning ? text.reportObjectivesOnlyOpen : text.reportObjectivesOnlyMet
        case 2: isRunning ? text.reportObjectivesBothOpen : text.reportObjectivesBothMet
        default: isRunning ? text.reportObjectivesAllOpen(count) : text.reportObjectivesAllMet(count)
        }
    }

    func missedObjectives(_ missed: Int, of count: Int, _ components: String) -> String {
        guard count > 1 else {
            return isRunning
                ? text.reportObjectivesOnlyMissedAlready(components: components)
                : text.reportObjectivesOnlyMissed(components: components)
        }
        let total = words.grouped(count)
        return isRunning
            ? text.reportObjectivesMissedAlready(missed, total: total, components: components)
            : text.reportObjectivesMissed(missed, total: total, components: components)
    }

    /// What is left to do.
    var backlog: String? {
        let (accounts, items) = (report.postMortems.overdue.count, report.actionItems.overdue)
        guard accounts + items > 0 else { return nil }
        let parts = [
            accounts == 0 ? nil : text.reportOverduePostMortems(accounts),
            items == 0 ? nil : text.reportOverdueActionItems(items),
        ]
        return text.reportOverdue(accounts + items, list: words.list(parts.compactMap { $0 }))
    }
}

extension PeriodReport.ComponentFigures {
    /// Whether more was lost than the objective allows for the whole period.
    var missesObjective: Bool { budget.map { $0.remainingMicroseconds < 0 } ?? false }
}
