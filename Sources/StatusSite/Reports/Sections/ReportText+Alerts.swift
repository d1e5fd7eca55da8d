import Reliability
import StatusModel

extension ReportText {
    /// The figures that alerts measured, next to those that records declare; only for the team.
    var alerts: ReportSection? {
        guard site.isForTeam, let figures = report.alerts else { return nil }
        var section = ReportSection(anchor: "alerts", heading: text.reportAlertsTitle)
        section.tables = [counts(of: figures), byComponent(figures), untold(figures)].compactMap { $0 }
        section.remark = text.reportAlertsRemark
        return section
    }
}

private extension ReportText {
    func counts(of figures: AlertFigures) -> ReportTable {
        var table = ReportTable(
            caption: text.reportAlertsTitle,
            columns: [
                .init(title: text.reportAlertsColumnWhat), .init(title: text.reportAlertsColumnFigure),
            ]
        )
        table.rows = [
            (text.reportAlertsFired, words.grouped(figures.fired)),
            (text.reportAlertsIncidents, words.grouped(figures.incidents)),
            (text.reportAlertsTold, words.grouped(figures.told)),
            (text.reportAlertsUntilNotice, figures.untilNotice.median.map(duration) ?? words.none),
        ]
        .map { [ReportCell($0), ReportCell($1)] }
        return table
    }

    func byComponent(_ figures: AlertFigures) -> ReportTable {
        var table = ReportTable(
            caption: text.reportAlertsCaptionComponents,
            columns: [
                .init(title: text.reportColumnComponent), .init(title: text.reportAlertsColumnDeclared),
                .init(title: text.reportAlertsColumnAlerting),
            ]
        )
        table.rows = figures.components.map { row in
            [cell(for: row.component)]
                + [row.declaredSeconds, row.alertingSeconds].map { ReportCell(duration($0)) }
        }
        return table
    }

    func untold(_ figures: AlertFigures) -> ReportTable? {
        guard !figures.untold.isEmpty else { return nil }
        var table = ReportTable(
            caption: text.reportAlertsCaptionUntold,
            columns: [
                .init(title: text.reportColumnComponent), .init(title: text.reportAlertsColumnBegan),
                .init(title: text.reportAlertsColumnLasted),
            ],
            isNumeric: false
        )
        table.rows = figures.untold.prefix(ReportTable.listLimit).compactMap { incident in
            incident.span.map { span in
                [
                    cell(for: incident.component), ReportCell(words.dateAndTime(span.from)),
                    ReportCell(duration(span.seconds)),
                ]
            }
        }
        table.addRest(of: figures.untold.count, text)
        return table
    }
}
