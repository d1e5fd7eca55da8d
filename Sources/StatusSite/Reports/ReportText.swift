import Reliability
import StatusModel

/// Puts a report's numbers into words.
struct ReportText {
    let report: PeriodReport
    let site: Site
    let provenance: Provenance

    init(of period: Period, on site: Site, provenance: Provenance) {
        report = PeriodReport(of: period, on: site.page, history: site.history)
        (self.site, self.provenance) = (site, provenance)
    }
}

extension ReportText {
    /// The whole report.
    var document: ReportDocument {
        ReportDocument(
            title: "Report for \(name)",
            summary: summary,
            sections: report.standing.hasFigures ? sections : [],
            provenance: provenance.sentence
        )
    }

    private var sections: [ReportSection] {
        [
            comparison, uptime, budget, incidents, responses, maintenance, accounts,
            report.policy.flatMap(policy),
        ]
        .compactMap { $0 }
    }
}

extension ReportText {
    var words: Words { site.words }
    var page: StatusPage { site.page }
    /// As in "November 2026".
    var name: String { words.name(of: report.period) }
    var isRunning: Bool { report.standing == .running }
    /// The first letters of the tense: what a period that goes on has done "so far".
    var soFar: String { isRunning ? " so far" : "" }

    /// The component's name, which leads to its page.
    func cell(for component: Component.Index) -> ReportCell {
        ReportCell(words.components[component], path: "components/\(page.components[component].id).html")
    }

    /// The incident's title, which leads to its page.
    func cell(forIncident place: Int) -> ReportCell {
        let record = page.incidents[place].record
        return ReportCell(record.title, path: "incidents/\(record.slug).html")
    }

    func label(of severity: Severity.Rank) -> String { words.label(of: page.severities[severity]) }
}

extension Words {
    /// As in "45 min"; weighted seconds are rounded to whole ones, and never to none.
    func downtime(_ milliseconds: Int) -> String {
        duration(milliseconds > 0 ? max(1, (milliseconds + 500) / 1000) : 0)
    }

    /// Hundredths of a percent as in "12.5%" or "−3%".
    func percentage(basisPoints: Int) -> String {
        let (whole, rest) = basisPoints.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = basisPoints < 0 ? "\u{2212}" : ""
        let digits = rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)"
        return "\(sign)\(grouped(Int(whole)))\(digits)%"
    }

    /// What stands where there is no figure.
    var none: String { "–" }
}
