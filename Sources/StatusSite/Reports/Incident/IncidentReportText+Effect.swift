import Reliability
import StatusModel

extension IncidentReportText {
    /// The effect of the incident on the months' uptime and budgets.
    var effect: ReportSection {
        let effects = site.history.monthEffects(of: incident.timeline)
        var section = ReportSection(anchor: "effect", heading: text.incidentReportEffect)
        guard !effects.isEmpty else {
            section.sentences = [text.incidentReportEffectNone]
            return section
        }
        section.tables = [table(of: effects)]
        let isRunning = effects.contains { $0.uptime.range.to > site.now }
        section.remark =
            isRunning
            ? text.incidentReportEffectRemarkSoFar(time: words.dateAndTime(site.now))
            : text.incidentReportEffectRemark
        return section
    }
}

private extension IncidentReportText {
    func table(of effects: [MonthEffect]) -> ReportTable {
        var table = ReportTable(
            caption: text.incidentReportEffect,
            columns: [
                .init(title: text.reportColumnComponent), .init(title: text.reportColumnDowntime),
                .init(title: text.reportBudgetColumnSpent), .init(title: text.reportBudgetColumnLeft),
                .init(title: text.reportColumnUptime, isWide: true),
            ]
        )
        table.rows = effects.prefix(ReportTable.listLimit).map { effect in
            let isSoFar = effect.uptime.range.to > site.now
            let month = words.name(of: effect.month)
            return [
                ReportCell(
                    words.components[effect.component],
                    facts: [isSoFar ? text.incidentReportMonthSoFar(month: month) : month]),
                ReportCell(words.exactDowntime(effect.downtimeMilliseconds)),
                ReportCell(effect.spentBasisPoints.map { words.share($0.asPercentage) } ?? words.none),
                ReportCell(effect.budget.map { words.exactDuration($0.remainingSeconds) } ?? words.none),
                ReportCell(words.share(effect.uptime, beside: effect.budget?.target)),
            ]
        }
        table.addRest(of: effects.count, text)
        return table
    }
}
