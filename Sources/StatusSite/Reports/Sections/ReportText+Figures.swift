import Reliability
import StatusModel

extension ReportText {
    /// Overall uptime, the average downtime of components, incidents, and the median time to restore.
    ///
    /// A figure that does not exist is left out. Each is next to that of the period before if the two can be compared.
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

    /// The average downtime of a component.
    var lostFigure: ReportFigure? {
        guard let lost = report.whole.lostMillisecondsPerComponent, lost > 0 else { return nil }
        let then = fullPeriodBefore?.whole.lostMillisecondsPerComponent
        return ReportFigure(
            label: text.reportFigureLost,
            value: words.downtime(lost),
            change: then.map { change(of: lost, since: $0, shownAs: \.asDowntimeShown) }
        )
    }

    var incidentsFigure: ReportFigure {
        let count = report.incidents.started
        return ReportFigure(
            label: text.reportColumnIncidents,
            value: words.grouped(count),
            change: fullPeriodBefore.map { change(ofIncidentsTo: count, since: $0) },
            note: worstLevel ?? ""
        )
    }

    func change(ofIncidentsTo count: Int, since before: PeriodReport.PeriodBefore) -> ReportFigure.Change {
        let then = before.responses.incidents
        guard count != then else {
            return ReportFigure.Change(text: text.reportChangeSame(period: nameBefore), isWorse: false)
        }
        return ReportFigure.Change(
            text: change(ofIncidentsSince: before),
            isWorse: count > then,
            before: text.reportFigureBefore(value: words.grouped(then))
        )
    }

    /// The number of incidents of the worst severity, such as "Critical: 52".
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
            change: report.before?.responses[.restore].median.map {
                change(of: median, since: $0, shownAs: \.asDurationShown)
            },
            note: text.reportFigureOf(times.n)
        )
    }

    /// The period before, if both periods are whole so that their sums can be compared.
    var fullPeriodBefore: PeriodReport.PeriodBefore? {
        guard !isRunning, let before = report.before else { return nil }
        return beginning(in: before.period.range(in: words.zone)) == nil ? before : nil
    }
}

private extension ReportText {
    var nameBefore: String { words.name(of: report.period.previous) }

    /// Returns the change of the uptime, such as "0.15 points lower than in 2023".
    ///
    /// The words are chosen by the exact ratios; the number is the difference of the figures as they are shown.
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
        return ReportFigure.Change(
            text: sentence,
            isWorse: isWorse && shown != shownThen,
            before: shown == shownThen ? "" : text.reportFigureBefore(value: words.share(then))
        )
    }

    /// Returns the change of a time of which less is better, such as "13 h more than in 2023".
    ///
    /// The number is the difference of the durations as they are shown.
    func change(of now: Int, since then: Int, shownAs shown: (Int) -> Int) -> ReportFigure.Change {
        let difference = shown(now) - shown(then)
        let size = duration(abs(difference))
        let sentence =
            switch difference.signum() {
            case 0 where now == then: text.reportChangeSame(period: nameBefore)
            case 0: text.reportChangeAboutSame(period: nameBefore)
            case 1: text.reportChangeMore(amount: size, period: nameBefore)
            default: text.reportChangeLess(amount: size, period: nameBefore)
            }
        return ReportFigure.Change(
            text: sentence,
            isWorse: difference > 0,
            before: difference == 0 || then == 0 ? "" : text.reportFigureBefore(value: duration(shown(then)))
        )
    }
}

extension WholeUptime {
    /// The components' downtime divided by their number, rounded up to whole thousandths of a second; `nil` if there
    /// are none.
    fileprivate var lostMillisecondsPerComponent: Int? {
        guard components > 0 else { return nil }
        return (componentTime.downtimeMilliseconds + components - 1) / components
    }
}
