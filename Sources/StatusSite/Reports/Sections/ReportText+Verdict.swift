import Reliability
import StatusModel

extension ReportText {
    /// The answer to how the period went, with what makes it worse first.
    var headline: String {
        guard report.standing.hasFigures else { return text.reportTitle(period: name) }
        if isFirstDay { return firstDay }
        let missed = bound.count(where: \.missesObjective)
        if missed > 0 { return headline(missing: missed) }
        if isQuiet {
            return isRunning
                ? text.reportHeadlineQuietSoFar(period: name) : text.reportHeadlineQuiet(period: name)
        }
        return bound.isEmpty ? uptimeAndIncidents : headlineMeetingAll
    }

    /// Further results of the period, in a few sentences.
    var summary: [String] {
        switch report.standing {
        case .ahead:
            [text.reportAhead(period: name)]
        case .beforeRecords(let first):
            [text.reportBeforeRecords(date: words.date(first), period: name)]
        case .ended, .running:
            [worst, missedBy, extent, changeOfRules, backlog].compactMap { $0 }
        }
    }
}

private extension ReportText {
    /// The components that have an objective.
    var bound: [PeriodReport.ComponentFigures] { report.components.filter { $0.budget != nil } }

    /// Whether the figures begin with the current day.
    var isFirstDay: Bool { isRunning && site.history.periods.firstDay == words.zone.day(of: site.now) }

    var isQuiet: Bool {
        report.incidents.started == 0 && report.whole.componentTime.downtimeMilliseconds == 0
    }

    var firstDay: String {
        let count = report.incidents.started
        return count == 0 ? text.reportHeadlineFirstDay : text.reportHeadlineFirstDayIncidents(count)
    }

    var headlineMeetingAll: String {
        switch bound.count {
        case 1: isRunning ? text.reportObjectivesOnlyOpen : text.reportObjectivesOnlyMet
        case 2: isRunning ? text.reportObjectivesBothOpen : text.reportObjectivesBothMet
        case let count: isRunning ? text.reportObjectivesAllOpen(count) : text.reportObjectivesAllMet(count)
        }
    }

    func headline(missing count: Int) -> String {
        guard bound.count > 1 else {
            return isRunning ? text.reportObjectivesOnlyMissedAlready : text.reportObjectivesOnlyMissed
        }
        let total = words.grouped(bound.count)
        return isRunning
            ? text.reportObjectivesMissedAlready(count, total: total)
            : text.reportObjectivesMissed(count, total: total)
    }

    var uptimeAndIncidents: String {
        let count = report.incidents.started
        let clock = report.whole.byTheClock
        guard clock.observedSeconds > 0 else { return text.reportsIncidents(count) }
        let uptime = words.share(clock)
        switch (count, isRunning) {
        case (0, false): return text.reportHeadlineUptimeQuiet(uptime: uptime)
        case (0, true): return text.reportHeadlineUptimeQuietSoFar(uptime: uptime)
        case (_, false): return text.reportHeadlineUptime(count, uptime: uptime)
        case (_, true): return text.reportHeadlineUptimeSoFar(count, uptime: uptime)
        }
    }
}

private extension ReportText {
    /// The worst month and the components that lost the most.
    var worst: String? {
        let sentences = [worstMonth, worstComponents].compactMap { $0 }
        return sentences.isEmpty ? nil : text.together(sentences)
    }

    var worstMonth: String? {
        let months = report.months.filter {
            report.range.contains($0.month.range(in: words.zone).from)
                && $0.whole.byTheClock.downtimeMilliseconds > 0
        }
        guard case .month = report.period else {
            let worst = months.max { $0.whole.byTheClock.isBetter(than: $1.whole.byTheClock) }
            return worst.map { text.reportWorstMonth(month: words.nameOfMonth($0.month.firstDay)) }
        }
        return nil
    }

    var worstComponents: String? {
        let counted = report.components.filter(\.countsTowardsUptime)
        let lost = counted.filter { $0.uptime.downtimeMilliseconds > 0 }.sorted { one, other in
            (other.uptime.downtimeMilliseconds, one.component)
                < (one.uptime.downtimeMilliseconds, other.component)
        }
        guard counted.count > 1, let first = lost.first else { return nil }
        guard lost.count > 1 else {
            return text.reportWorstOnly(component: words.components[first.component])
        }
        let names = words.names(of: lost.prefix(3).map(\.component))
        return text.reportWorstComponents(names.count, components: words.list(names))
    }

    /// The objectives that were missed, with the uptime of their components.
    var missedBy: String? {
        let missed = bound.filter(\.missesObjective).map { figures in
            (
                component: words.components[figures.component],
                objective: figures.budget.map { words.share($0.target) } ?? "", uptime: share(of: figures)
            )
        }
        guard let only = missed.first else { return nil }
        if missed.count == 1 {
            return text.reportMissedAlone(
                component: only.component, objective: only.objective, uptime: only.uptime)
        }
        let list = missed.map {
            text.reportObjectivesComponent(
                component: $0.component, objective: $0.objective, uptime: $0.uptime)
        }
        return text.reportMissedBy(components: words.list(list, atMost: 5))
    }

    /// The part of the period that has figures, unless it has them for all.
    var extent: String? {
        let since = beginning(in: report.range)
        let until = isRunning ? text.reportRunning(period: name, time: words.dateAndTime(site.now)) : nil
        let sentences = [until, since].compactMap { $0 }
        return sentences.isEmpty ? nil : words.text.together(sentences)
    }

    /// The days on which the rules changed, if they did so in the period.
    var changeOfRules: String? {
        let days = report.rulesChangedOn.map { words.date($0) }
        return days.isEmpty ? nil : text.reportRules(dates: words.list(days, atMost: 5))
    }

    /// The work that is overdue.
    var backlog: String? {
        let (postMortems, items) = (report.postMortems.overdue.count, report.actionItems.overdue)
        guard postMortems + items > 0 else { return nil }
        let parts = [
            postMortems == 0 ? nil : text.reportOverduePostMortems(postMortems),
            items == 0 ? nil : text.reportOverdueActionItems(items),
        ]
        return text.reportOverdue(postMortems + items, list: words.list(parts.compactMap { $0 }))
    }
}

extension ReportText {
    /// Returns a sentence on when the figures begin; `nil` if the range has them from its beginning.
    func beginning(in range: TimeRange) -> String? {
        site.history.trackedSince.flatMap { since in
            range.from < since ? text.reportBegin(date: words.date(words.zone.day(of: since))) : nil
        }
    }

    /// Returns the component's uptime with enough decimals to tell it from its objective.
    func share(of figures: PeriodReport.ComponentFigures) -> String {
        words.share(figures.uptime, beside: figures.budget?.target)
    }
}

extension PeriodReport.ComponentFigures {
    /// Whether more was lost than the objective allows for the whole period.
    var missesObjective: Bool { budget.map { $0.remainingMicroseconds < 0 } ?? false }
}
