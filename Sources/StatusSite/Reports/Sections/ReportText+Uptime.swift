import Reliability
import StatusModel

extension ReportText {
    /// Uptime of all and of each, against their objectives.
    var uptime: ReportSection? {
        guard !report.components.isEmpty else { return nil }
        var section = ReportSection(anchor: "uptime", heading: "Uptime")
        section.sentences = [uptimeSentence]
        if report.months.count > 1 {
            section.charts = [UptimeByMonth(of: report.months, within: report.range, words: words)]
        }
        section.tables = [uptimeTable]
        section.remarks = [
            "Downtime is weighted by status, and together is the sum over the components. Maintenance is no downtime; it stands beside it."
        ]
        return section
    }
}

private extension ReportText {
    var uptimeSentence: String {
        let uptime = report.uptime
        guard uptime.observedSeconds > 0 else {
            return "None of these components counts towards the uptime of the whole site."
        }
        guard uptime.downtimeMilliseconds > 0 else {
            return "\(uptime.text) over all components, without any downtime\(soFar)."
        }
        let lost = words.downtime(uptime.downtimeMilliseconds)
        return "\(uptime.text) over all components together\(soFar), with \(lost) of downtime."
    }

    var uptimeTable: ReportTable {
        var table = ReportTable(
            caption: "Uptime by component",
            columns: [
                .init(title: "Component"), .init(title: "Uptime"), .init(title: "Objective"),
                .init(title: "Downtime", isWide: true), .init(title: "Maintenance", isWide: true),
            ]
        )
        table.rows = report.components.map { figures in
            [
                cell(for: figures.component), ReportCell(figures.uptime.text),
                ReportCell(objective(of: figures)),
            ]
                + times(of: figures.uptime)
        }
        if report.uptime.observedSeconds > 0 {
            table.rows.append(["Together", ReportCell(report.uptime.text), ""] + times(of: report.uptime))
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
            return page.components[figures.component].countsTowardsUptime ? "" : "not counted"
        }
        return words.share(budget.target) + (figures.missesObjective ? ", missed" : "")
    }
}
