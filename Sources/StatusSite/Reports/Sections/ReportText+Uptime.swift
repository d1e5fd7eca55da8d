import Reliability
import StatusModel

extension ReportText {
    /// The uptime of all components and of each, compared with their objectives.
    var uptime: ReportSection? {
        guard !report.components.isEmpty else { return nil }
        var section = ReportSection(anchor: "uptime", heading: text.reportUptimeTitle)
        section.sentences = [uptimeSentence]
        section.charts = uptimeCharts
        section.tables = [uptimeTable]
        section.remark = text.reportUptimeRemark
        return section
    }
}

private extension ReportText {
    /// The uptime of the site month by month and, if objectives differ, that of each component with its own; the worst
    /// first.
    var uptimeCharts: [any Chart] {
        guard report.months.count > 1 else { return [] }
        let site = UptimeByMonth(
            text.chartUptimeTitle,
            of: report.months.map { month(of: $0, $0.whole.byTheClock) },
            target: commonTarget,
            words: words
        )
        guard commonTarget == nil else { return [site] }
        let bound = report.components.filter {
            $0.budget != nil && $0.uptime.downtimeMilliseconds > 0
        }
        .sorted { one, other in
            (other.uptime.lost(inUnitsOf: 1_000_000), one.component)
                < (one.uptime.lost(inUnitsOf: 1_000_000), other.component)
        }
        return UptimeByMonth.onCommonScales([site] + bound.prefix(BudgetBurnDown.limit).map(chart))
    }

    func chart(of figures: PeriodReport.ComponentFigures) -> UptimeByMonth {
        UptimeByMonth(
            text.chartUptimeOfComponent(component: words.components[figures.component]),
            of: report.months.map {
                let range = $0.month.range(in: words.zone)
                return month(of: $0, site.history.uptime(of: figures.component, during: range))
            },
            target: figures.budget?.target,
            heading: words.components[figures.component],
            words: words
        )
    }

    func month(of figures: MonthFigures, _ uptime: Uptime) -> UptimeByMonth.Month {
        let start = figures.month.range(in: words.zone).from
        return UptimeByMonth.Month(
            month: figures.month,
            uptime: uptime,
            isReported: report.range.contains(start)
        )
    }

    /// The objective that all counted components share; `nil` if they differ or some have none.
    var commonTarget: Target? {
        let counted = report.components.filter(\.countsTowardsUptime)
        let targets = Set(counted.map { $0.budget?.target })
        return targets.count == 1 ? targets.first ?? nil : nil
    }

    var uptimeSentence: String {
        let (uptime, share) = (report.whole.byTheClock, words.share(report.whole.byTheClock))
        guard uptime.observedSeconds > 0 else {
            return text.reportUptimeUncounted
        }
        guard uptime.downtimeMilliseconds > 0 else {
            return isRunning
                ? text.reportUptimeWholeSoFar(uptime: share) : text.reportUptimeWhole(uptime: share)
        }
        let lost = words.exactDowntime(uptime.downtimeMilliseconds)
        return isRunning
            ? text.reportUptimeLostSoFar(downtime: lost, uptime: share)
            : text.reportUptimeLost(downtime: lost, uptime: share)
    }

    var uptimeTable: ReportTable {
        var table = ReportTable(
            caption: text.reportUptimeCaption,
            columns: [
                .init(title: text.reportColumnComponent), .init(title: text.reportColumnUptime),
                .init(title: text.reportColumnObjective),
                .init(title: text.reportColumnDowntime, isWide: true),
                .init(title: text.reportColumnDegraded, isWide: true),
                .init(title: text.reportColumnMaintenance, isWide: true),
            ]
        )
        table.rows = report.components.map { figures in
            [
                cell(for: figures.component), ReportCell(share(of: figures), facts: tracked(figures)),
                ReportCell(objective(of: figures)),
            ]
                + times(of: figures.uptime)
        }
        if report.whole.components > 1 {
            table.rows.append(
                [
                    ReportCell(text.reportUptimeTogether),
                    ReportCell(words.share(report.whole.componentTime)), "",
                ]
                    + times(of: report.whole.componentTime)
            )
        }
        return table
    }

    /// Returns since when a component was tracked, if that was not from the beginning of the period.
    func tracked(_ figures: PeriodReport.ComponentFigures) -> [String] {
        let since = site.history.trackedSince(figures.component)
        guard since > report.range.from else { return [] }
        return [text.uptimeTracked(date: words.date(words.zone.day(of: since)))]
    }

    /// Returns times to the second, because rows add up to the last one, and the sentence and the budgets use the same
    /// values.
    func times(of uptime: Uptime) -> [ReportCell] {
        [uptime.downtimeMilliseconds, 1000 * uptime.degradedSeconds, 1000 * uptime.maintenanceSeconds]
            .map { $0 > 0 ? ReportCell(words.exactDowntime($0)) : "" }
    }

    func objective(of figures: PeriodReport.ComponentFigures) -> String {
        guard let budget = figures.budget else {
            return figures.countsTowardsUptime ? "" : text.reportUptimeNotCounted
        }
        let target = words.share(budget.target)
        return figures.missesObjective ? text.reportUptimeMissed(objective: target) : target
    }
}
