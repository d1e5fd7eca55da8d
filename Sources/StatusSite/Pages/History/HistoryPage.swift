import Reliability
import StatusModel

/// The months of the history, by year, and what the numbers mean.
struct HistoryPage: PageContext {
    static let template = "history"
    static let summary = "the list of all months, and how the numbers are made"

    let head: Head
    let years: [YearContext]
    let weights: String

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .list("years", "the years, newest first") { $0.years },
            .text("weights", "how much a second in each status counts, as in partial outage 30%") {
                $0.weights
            },
        ]
    )

    init(_ chronicle: Chronicle, frame: Frame) {
        head = Head(frame: frame, title: "History", summary: "", path: "history.html")
        weights = frame.words.list(
            ComponentStatus.allCases.reversed().filter { $0 != .operational }
                .map { frame.words.share(of: frame.site.page.weights[$0], for: $0) }
        )
        let byYear = Dictionary(grouping: chronicle.months) { $0.period.firstDay.year }
        years = byYear.keys.sorted(by: >).map { year in
            YearContext(
                year: String(year),
                months: (byYear[year] ?? []).reversed().map { MonthRow($0, frame: frame) }
            )
        }
    }
}

/// A year of the history.
struct YearContext: TemplateContext {
    let year: String
    let months: [MonthRow]

    static let vocabulary = Vocabulary<Self>([
        .text("year", "the year, as in 2026") { $0.year },
        .list("months", "its months, newest first") { $0.months },
    ])
}

/// A month of the history in its list.
struct MonthRow: TemplateContext {
    let href: String
    let month: String
    let counts: String
    let uptime: String

    static let vocabulary = Vocabulary<Self>([
        .text("href", "the address of the month's page") { $0.href },
        .text("month", "the month's name, as in November") { $0.month },
        .text("counts", "how much began in it, as in 3 incidents, 1 maintenance") { $0.counts },
        .text("uptime", "the site's uptime in it, as in 99.96% or no data") { $0.uptime },
    ])

    init(_ month: Chronicle.Month, frame: Frame) {
        let (site, words) = (frame.site, frame.words)
        href = "\(frame.root)\(month.path)"
        self.month = words.nameOfMonth(month.period.firstDay)
        counts = Self.counts(of: month.begun.map { site.occurrences[$0] }, words)
        let range = month.period.range(in: words.zone)
        uptime = site.history.uptime(of: site.page.components.indices, during: range).text
    }

    private static func counts(of occurrences: [Occurrence], _ words: Words) -> String {
        let incidents = occurrences.count { $0.kind == .incident }
        let notices = occurrences.count { $0.kind == .notice }
        let maintenance = occurrences.count - incidents - notices
        var parts = [incidents == 0 ? "no incidents" : words.count(incidents, "incident", "incidents")]
        if maintenance > 0 { parts.append("\(words.grouped(maintenance)) maintenance") }
        if notices > 0 { parts.append(words.count(notices, "announcement", "announcements")) }
        return parts.joined(separator: ", ")
    }
}
