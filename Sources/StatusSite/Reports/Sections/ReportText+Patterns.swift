import Reliability
import StatusModel

extension ReportText {
    /// The patterns in the incidents: who noticed them, which were reopened, their course month by month, and when in the
    /// week they began; and how long there was no outage.
    var patterns: ReportSection? {
        var section = ReportSection(anchor: "patterns", heading: text.reportPatternsTitle)
        section.sentences = [longestRun, lastOutage, detectors, reopened].compactMap { $0 }
        section.tables = [byMonth, byWeekday, byTimeOfDay].compactMap { $0 }
        guard !section.sentences.isEmpty || !section.tables.isEmpty else { return nil }
        section.remark = text.reportPatternsRemark
        return section
    }
}

private extension ReportText {
    var pattern: IncidentPattern { report.responses.pattern }

    /// The smallest number of incidents for which the times at which they began are meaningful.
    static var fewest: Int { 10 }

    /// The longest time without an outage; `nil` for a whole period without one, which is already mentioned.
    var longestRun: String? {
        guard report.outageFree.since != nil, let longest = report.outageFree.longest, !longest.isEmpty else {
            return nil
        }
        return text.reportPatternsRun(
            duration: duration(longest.seconds),
            from: words.dateAndTime(longest.from),
            to: words.dateAndTime(longest.to)
        )
    }

    var lastOutage: String? {
        guard isRunning, let days = report.outageFree.days, days > 0 else { return nil }
        return text.reportPatternsDays(days)
    }

    /// A sentence such as "Of 4 incidents whose record says who noticed first: alerts 50%, customers 50%."
    var detectors: String? {
        let found = Record.Detector.allCases.compactMap { detector -> String? in
            guard let count = pattern.byDetector[detector], count > 0 else { return nil }
            let share = words.percentage(basisPoints: 10_000 * count / pattern.detected)
            return words.found(by: detector, share: share)
        }
        return found.isEmpty
            ? nil : text.reportPatternsFound(pattern.detected, list: words.enumeration(found))
    }

    var reopened: String? {
        pattern.reopened > 0 ? text.reportPatternsReopened(pattern.reopened) : nil
    }

    var byMonth: ReportTable? {
        guard report.months.count > 1, report.months.contains(where: { $0.incidents > 0 }) else { return nil }
        var table = ReportTable(
            caption: text.reportPatternsCaptionMonths,
            columns: [
                .init(title: text.reportPatternsMonth), .init(title: text.reportColumnIncidents),
                .init(title: text.reportFigureRestore),
            ]
        )
        table.rows = report.months.map { month in
            [
                ReportCell(words.name(of: month.month)), ReportCell(words.grouped(month.incidents)),
                ReportCell(month.restore.median.map(duration) ?? words.none),
            ]
        }
        return table
    }

    var byWeekday: ReportTable? {
        table(
            text.reportPatternsCaptionWeekdays,
            of: text.reportPatternsWeekday,
            zip(words.conventions.dates.weekdays, pattern.byWeekday).map { ($0, $1) }
        )
    }

    /// The incidents in four parts of the day.
    var byTimeOfDay: ReportTable? {
        let hours = 6
        return table(
            text.reportPatternsCaptionTimes,
            of: text.reportPatternsTime,
            stride(from: 0, to: 24, by: hours).map { first in
                let end = (first + hours) % 24
                let span = words.text.timeFromTo(
                    from: words.time(TimeOfDay(seconds: 3_600 * first)),
                    to: words.time(TimeOfDay(seconds: 3_600 * end))
                )
                return (span, pattern.byHour[first..<first + hours].reduce(0, +))
            }
        )
    }

    func table(_ caption: String, of title: String, _ counts: [(name: String, count: Int)]) -> ReportTable? {
        guard report.incidents.started >= Self.fewest else { return nil }
        var table = ReportTable(
            caption: caption,
            columns: [.init(title: title), .init(title: text.reportColumnIncidents)]
        )
        table.rows = counts.map { [ReportCell($0.name), ReportCell(words.grouped($0.count))] }
        return table
    }
}

private extension Localizer {
    /// Returns the share of a detector, such as "alerts 50%".
    func found(by detector: Record.Detector, share: String) -> String {
        switch detector {
        case .alert: text.reportPatternsAlert(share: share)
        case .customer: text.reportPatternsCustomer(share: share)
        case .staff: text.reportPatternsStaff(share: share)
        case .partner: text.reportPatternsPartner(share: share)
        }
    }
}
