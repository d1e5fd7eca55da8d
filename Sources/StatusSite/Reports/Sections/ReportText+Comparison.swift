import Reliability
import StatusModel

extension ReportText {
    /// The period next to the one before it.
    var comparison: ReportSection? {
        guard let before = report.before else { return nil }
        let other = words.name(of: report.period.previous)
        var section = ReportSection(
            anchor: "comparison",
            heading: text.reportComparisonTitle(period: other)
        )
        section.sentences = [
            words.sentence(
                of: [change(ofIncidentsSince: before), course(since: before.whole.byTheClock)].compactMap {
                    $0
                }
            )
        ]
        section.sentences += [beginning(in: before.period.range(in: words.zone))].compactMap { $0 }
        if isRunning {
            section.sentences.append(text.reportComparisonRunning(before: other, period: name))
        }
        section.tables = [table(beside: before)]
        return section
    }
}

extension ReportText {
    /// Returns the change in the number of incidents, such as "2 incidents fewer than in October 2026".
    func change(ofIncidentsSince before: PeriodReport.PeriodBefore) -> String {
        let (difference, period) = (
            report.incidents.started - before.responses.incidents, words.name(of: before.period)
        )
        if difference == 0, report.incidents.started == 0 {
            return isRunning
                ? text.reportComparisonNoneSoFar(period: period) : text.reportComparisonNone(period: period)
        }
        let size = abs(difference)
        return switch (difference.signum(), isRunning) {
        case (0, false): text.reportComparisonSame(period: period)
        case (0, true): text.reportComparisonSameSoFar(period: period)
        case (1, false): text.reportComparisonMore(size, period: period)
        case (1, true): text.reportComparisonMoreSoFar(size, period: period)
        case (_, false): text.reportComparisonFewer(size, period: period)
        case (_, true): text.reportComparisonFewerSoFar(size, period: period)
        }
    }

    /// Returns hundredths of a percent as points, such as "0.02 points".
    func points(_ size: Int) -> String {
        let number = "\(size / 100).\(size % 100 < 10 ? "0" : "")\(size % 100)"
        // The number stays with its unit, which may itself have two words.
        return text.reportComparisonPoints(number: words.conventions.numbers.localized(number))
            .replacing(" ", with: "\u{A0}", maxReplacements: 1)
    }
}

private extension ReportText {
    /// Returns the change of the uptime, such as "uptime rose by 0.02 points, from 99.91% to 99.93%".
    func course(since before: Uptime) -> String? {
        let clock = report.whole.byTheClock
        guard let now = clock.basisPoints, let then = before.basisPoints else { return nil }
        let (from, to) = (words.share(before), words.share(clock))
        guard clock.isBetter(than: before) || before.isBetter(than: clock) else {
            return text.reportComparisonUptimeSame(uptime: to)
        }
        guard now != then else {
            let lost = words.downtime(clock.downtimeMilliseconds)
            let lostBefore = words.downtime(before.downtimeMilliseconds)
            return lost == lostBefore
                ? text.reportComparisonUptimeAbout(uptime: to)
                : text.reportComparisonUptimeAlike(before: lostBefore, now: lost, uptime: to)
        }
        let size = points(abs(now - then))
        return now > then
            ? text.reportComparisonUptimeRose(before: from, now: to, points: size)
            : text.reportComparisonUptimeFell(before: from, now: to, points: size)
    }

    func table(beside before: PeriodReport.PeriodBefore) -> ReportTable {
        let this = isRunning ? text.reportComparisonSoFar(period: name) : name
        var table = ReportTable(
            caption: text.reportComparisonCaption(period: name),
            columns: [
                .init(title: text.reportComparisonFigure), .init(title: words.name(of: before.period)),
                .init(title: this),
                .init(title: text.reportComparisonChange, isWide: true),
            ]
        )
        let (now, then) = (report.whole.byTheClock, before.whole.byTheClock)
        if let one = then.basisPoints, let other = now.basisPoints {
            table.rows.append(
                [text.reportFigureUptime, words.share(then), words.share(now), change(other - one, points)]
                    .map { ReportCell($0) }
            )
        }
        add(
            text.reportComparisonComponentTime,
            before.whole.componentTime.downtimeMilliseconds.asDowntimeShown,
            report.whole.componentTime.downtimeMilliseconds.asDowntimeShown,
            to: &table
        )
        table.rows.append(
            row(
                text.reportColumnIncidents,
                before.responses.incidents,
                report.incidents.started,
                words.grouped
            )
        )
        for metric in [ResponseTimes.Metric.restore, .resolve] {
            guard let one = before.responses[metric].median, let other = report.responses.all[metric].median
            else { continue }
            let title = metric == .restore ? text.reportFigureRestore : text.reportColumnMedianToResolve
            add(title, one.asDurationShown, other.asDurationShown, to: &table)
        }
        add(
            text.reportColumnMaintenance,
            before.maintenance.seconds.asDurationShown,
            report.maintenance.seconds.asDurationShown,
            to: &table
        )
        return table
    }

    func row(_ title: String, _ then: Int, _ now: Int, _ written: (Int) -> String) -> [ReportCell] {
        [title, written(then), written(now), change(now - then, written)].map { ReportCell($0) }
    }

    /// Adds a row of durations, unless both are zero.
    func add(_ title: String, _ then: Int, _ now: Int, to table: inout ReportTable) {
        guard then > 0 || now > 0 else { return }
        table.rows.append(row(title, then, now) { $0 == 0 ? words.none : duration($0) })
    }

    /// Returns a difference such as "+2" or "−45 min".
    func change(_ difference: Int, _ written: (Int) -> String) -> String {
        guard difference != 0 else { return "±\(words.grouped(0))" }
        let size = written(abs(difference))
        return difference < 0
            ? text.reportComparisonDecrease(size: size) : text.reportComparisonIncrease(size: size)
    }
}
