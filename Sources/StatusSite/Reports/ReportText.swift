import Reliability
import StatusModel

/// The text of a report.
struct ReportText: Sendable {
    let report: PeriodReport
    let site: Site
    let provenance: Provenance

    init(_ report: PeriodReport, on site: Site, provenance: Provenance) {
        (self.report, self.site, self.provenance) = (report, site, provenance)
    }
}

extension ReportText {
    /// The whole report.
    var document: ReportDocument {
        ReportDocument(
            title: text.reportTitle(period: name),
            eyebrow: [page.title] + (report.standing.hasFigures ? [text.reportTitle(period: name)] : []),
            headline: headline,
            figures: report.standing.hasFigures ? figures : [],
            summary: summary,
            sections: report.standing.hasFigures ? sections : []
        )
    }

    /// The report's address, and for a running period the time up to which it is covered, for copies on paper.
    var imprint: [String] {
        ["\(page.url)/reports/\(report.period).html"] + (isRunning ? [words.dateAndTime(report.asOf)] : [])
    }

    private var sections: [ReportSection] {
        [
            named, uptime, budget, incidents, responses, patterns, comparison, maintenance, followUp,
            report.policy.flatMap(policy), alerts,
        ]
        .compactMap { $0?.withoutEmptyColumns }
    }
}

extension ReportText {
    var words: Localizer { site.words }
    var text: Phrases<String> { words.text }
    var page: StatusPage { site.page }
    /// The name of the period, such as "November 2026".
    var name: String { words.name(of: report.period) }
    var isRunning: Bool { report.standing == .running }

    /// Returns the component's name with a link to its page.
    func cell(for component: Component.Index) -> ReportCell {
        ReportCell(words.components[component], path: "components/\(page.components[component].id).html")
    }

    /// Returns the incident's title with a link to its page.
    func cell(forIncident place: Int) -> ReportCell {
        let record = report.allIncidents[place].record
        return ReportCell(record.title, path: record.pagePath)
    }

    func label(of severity: Severity.Rank) -> String { words.label(of: page.severities[severity]) }

    /// Returns the severity's name, or its level if it has none.
    func name(of severity: Severity.Rank) -> String {
        page.severities[severity].name ?? page.severities[severity].level
    }

    /// Returns a duration such as "2 h 20 min".
    func duration(_ seconds: Int) -> String { words.duration(seconds) }
}
