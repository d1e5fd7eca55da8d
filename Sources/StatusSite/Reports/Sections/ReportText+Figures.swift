import Reliability
import StatusModel

extension ReportText {
    /// Uptime by the clock, the time lost per component, incidents, and the median time to restore: each where there is
    /// one, and beside the period before where the two can be compared.
    var figures: [ReportFigure] {
        [uptimeFigure, lostFigure, incidentsFigure, restoreFigure].compactMap { $0 }
    }
}

private extension ReportText {
    var uptimeFigure: ReportFigure? {
        let now = report.whole.byTheClock
        guard now.observedSeconds > 0 else { return nil }
        let then = report.before?.whole.byTheClock
        return ReportFigure(
            label: text.reportFigureUptime,
            value: words.share(now),
            change: then.flatMap { change(of: now, since: $0) }
        )
    }

    /// What of the time that components lost falls to each of them.
    var lostFigure: ReportFigure? {
        guard let lost = report.lostSecondsPerComponent, lost > 0 else { return nil }
        let then = fullPeriodBefore?.lostSecondsPerComponent
        return ReportFigure(
            label: text.reportFigureLost,
            value: duration(lost),
            change: then.map { change(of: lost, since: $0) }
        )
    }

    var incidentsFigure: ReportFigure {
        let count = report.incidents.started
        return ReportFigure(
            label: text.reportColumnIncidents,
            value: words.grouped(count),
            change: fullPeriodBefore.map { before in
                ReportFigure.Change(
                    text: change(ofIncidentsSince: before),
                    isWorse: count > before.responses.incidents
                )
            },
            note: worstLevel ?? ""
        )
    }

    /// As in "Critical: 52".
    var worstLevel: String? {
        report.incidents.bySeverity.enumerated().first { $0.element > 0 }.map { rank, count in
            text.reportFigureLevel(count: words.grouped(count), level: name(of: rank))
        }
    }

    var restoreFigure: ReportFigure? {
        let times = report.responses.all[.restore]
        guard let median = times.median else { return nil }
        return ReportFigure(
            label: text.reportFigureRestore,
            value: duration(median),
            change: report.before?.responses[.restore].median.map { change(of: median, since: $0) },
            note: text.reportFigureOf(times.n)
        )
    }

    /// The period before, where sums of both are of whole periods.
    var fullPeriodBefore: PeriodReport.PeriodBefore? {
        guard !isRunning, let before = report.before else { return nil }
        return site.history.periods.firstDay <= before.period.firstDay ? before : nil
    }
}

private extension ReportText {
    var nameBefore: String { words.name(of: report.period.previous) }

    /// As in "0.15 points lower than in 2023". The words are chosen from the exact ratios, the number is the difference of
    /// the figures as they are shown.
    func change(of now: Uptime, since then: Uptime) -> ReportFigure.Change? {
        guard let shown = now.basisPoints, let shownThen = then.basisPoints else { return nil }
        let isWorse = then.isBetter(than: now)
        let size = points(abs(shown - shownThen))
        let sentence =
            if !isWorse, !now.isBetter(than: then) {
                text.reportChangeSame(period: nameBefore)
            } else if shown == shownThen {
                text.reportChangeAboutSame(period: nameBefore)
            } else if isWorse {
                text.reportChangeLower(period: nameBefore, points: size)
            } else {
                text.reportChangeHigher(period: nameBefore, points: size)
            }
        return ReportFigure.Change(text: sentence, isWorse: isWorse && shown != shownThen)
    }

    /// As in "13 h more than in 2023": of times of which less is better.
    func change(of now: Int, since then: Int) -> ReportFigure.Change {
        let size = duration(abs(now - then))
        let sentence =
            switch (now - then).signum() {
            case 0: text.reportChangeSame(period: nameBefore)
            case 1: text.reportChangeMore(amount: size, period: nameBefore)
            default: text.reportChangeLess(amount: size, period: nameBefore)
            }
        return ReportFigure.Change(text: sentence, isWorse: now > then)
    }
}

extension PeriodReport {
    /// The components' downtime by their number, rounded up to whole seconds; `nil` if none was observed.
    fileprivate var lostSecondsPerComponent: Int? {
        whole.componentTime.lostSeconds(perOneOf: whole.components)
    }
}

extension PeriodReport.PeriodBefore {
    fileprivate var lostSecondsPerComponent: Int? {
        whole.componentTime.lostSeconds(perOneOf: whole.components)
    }
}

extension Uptime {
    fileprivate func lostSeconds(perOneOf components: Int) -> Int? {
        guard components > 0 else { return nil }
        return (downtimeMilliseconds + 1000 * components - 1) / (1000 * components)
    }
}
