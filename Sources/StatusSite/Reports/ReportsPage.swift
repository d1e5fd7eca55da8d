import Reliability
import StatusModel

/// The index of all reports.
struct ReportsPage: PageContext {
    static let template = "reports"
    static let path = "reports.html"
    static let summary = "the index of the reports, by year"

    let head: Head
    let years: [ReportYear]

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .list("reportYears", "the years, newest first") { $0.years }
        ]
    )

    init(layout: Layout) {
        let periods = layout.site.history.periods
        head = Head(layout: layout, title: layout.words.text.reportsTitle, summary: "", path: Self.path)
        years = periods.years.reversed().map { year in
            let parts = (periods.quarters + periods.months).filter { $0.firstDay.year == year.firstDay.year }
            // A quarter is above its months.
            let newest = parts.sorted { one, other in
                (other.next.firstDay, one.firstDay) < (one.next.firstDay, other.firstDay)
            }
            let row = ReportRow(of: year, layout: layout)
            return ReportYear(
                year: row,
                figures: row.isObserved
                    ? layout.words.text.reportsYear(incidents: row.counts, uptime: row.uptime)
                    : layout.words.enumeration([row.counts, row.uptime]),
                parts: newest.map { ReportRow(of: $0, layout: layout) }
            )
        }
    }
}

/// A year with its reports.
struct ReportYear: TemplateContext {
    let year: ReportRow
    let figures: String
    let parts: [ReportRow]

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.year } + [
            .text("yearFigures", "its incidents and uptime, such as 3 incidents so far, 99.96% uptime") {
                $0.figures
            },
            .list("parts", "the reports of its quarters and months, newest first") { $0.parts },
        ]
    )
}

/// A report in the index.
struct ReportRow: TemplateContext {
    let href: String
    let period: String
    let kind: String
    let counts: String
    let uptime: String
    let isObserved: Bool
    let tracked: String

    static let vocabulary = Vocabulary<Self>([
        .text("href", "the report's address") { $0.href },
        .text("period", "the period, such as November 2026") { $0.period },
        .text("kind", "month, quarter or year") { $0.kind },
        .text("counts", "the number of incidents that started in it, for example 3 incidents so far") {
            $0.counts
        },
        .text(
            "tracked",
            "the date from which the site was tracked; empty if that was the whole period"
        ) {
            $0.tracked
        },
        .text("uptime", "the site's uptime in it, such as 99.96% or no data") { $0.uptime },
    ])

    init(of period: Period, layout: Layout) {
        let (site, words) = (layout.site, layout.words)
        let range = period.range(in: words.zone)
        let number = site.history.incidentCount(startedDuring: range)
        href = "\(layout.root)reports/\(period).html"
        self.period = words.name(of: period)
        switch period {
        case .month: kind = "month"
        case .quarter: kind = "quarter"
        case .year: kind = "year"
        }
        counts = words.incidents(number, areSoFar: site.history.standing(of: period) == .running)
        let uptime = site.history.uptimeOfWhole(during: range).byTheClock
        (self.uptime, isObserved) = (words.share(uptime), uptime.observedSeconds > 0)
        let since = site.history.trackedSince.flatMap { range.from < $0 && $0 < range.to ? $0 : nil }
        tracked = since.map { words.text.uptimeTracked(date: words.date(words.zone.day(of: $0))) } ?? ""
    }
}

extension Localizer {
    /// Returns the number of incidents, such as "no incidents" or "3 incidents so far".
    fileprivate func incidents(_ number: Int, areSoFar isRunning: Bool) -> String {
        guard number > 0 else { return isRunning ? text.reportsNoIncidentsSoFar : text.reportsNoIncidents }
        return isRunning ? text.reportsIncidentsSoFar(number) : text.reportsIncidents(number)
    }
}
