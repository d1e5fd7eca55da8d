import Reliability
import StatusModel

extension ReportText {
    /// Uptime of all and of each, against their objectives.
    var uptime: ReportSection? {
        guard !report.components.isEmpty else { return nil }
        var section = ReportSection(anchor: "uptime", heading: text.reportUptimeTitle)
        section.sentences = [uptimeSentence]
        if report.months.count > 1 {
            section.charts = [UptimeByMonth(of: report.months, within: report.range, words: words)]
        }
        section.tables = [uptimeTable]
        section.remark = text.reportUptimeRemark
        return section
    }
}

private extension ReportText {
    var uptimeSentence: String {
        let (uptime, share) = (report.whole.componentTime, words.share(report.whole.componentTime))
        guard uptime.observedSeconds > 0 else {
            return text.reportUptimeUncounted
        }
        guard uptime.downtimeMilliseconds > 0 else {
            return isRunning
                ? text.reportUptimeWholeSoFar(uptime: share) : text.reportUptimeWhole(uptime: share)
        }
        let lost = words.downtime(uptime.downtimeMilliseconds)
        return isRunning
            ? text.reportUptimeLostSoFar(uptime: share, downtime: lost)
            : text.reportUptimeLost(uptime: share, downtime: lost)
    }

    var uptimeTable: ReportTable {
        var table = ReportTable(
            caption: text.reportUptimeCaption,
            columns: [
                .init(title: text.reportColumnComponent), .init(title: text.reportColumnUptime),
                .init(title: text.reportColumnObjective),
                .init(title: text.reportColumnDowntime, isWide: true),
                .init(title: text.reportColumnMaintenance, isWide: true),
            ]
        )
        table.rows = report.components.map { figures in
            [
                cell(for: figures.component), ReportCell(words.share(figures.uptime)),
                ReportCell(objective(of: figures)),
            ]
                + times(of: figures.uptime)
        }
        if report.whole.componentTime.observedSeconds > 0 {
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

    func times(of uptime: Uptime) -> [ReportCell] {
        [
            ReportCell(uptime.downtimeMilliseconds > 0 ? words.downtime(uptime.downtimeMilliseconds) : ""),
            ReportCell(uptime.maintenanceSeconds > 0 ? words.duration(uptime.maintenanceSeconds) : ""),
        ]
    }

    func objective(of figures: PeriodReport.ComponentFigures) -> String {
        guard let budget = figures.budget else {
            return page.components[figures.component].countsTowardsUptime ? "" : text.reportUptimeNotCounted
        }
        let target = words.share(budget.target)
        return figures.missesObjective ? text.reportUptimeMissed(objective: target) : target
    }
}
