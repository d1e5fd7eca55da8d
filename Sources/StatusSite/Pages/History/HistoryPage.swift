import Reliability
import StatusModel

/// Recent incidents, links to all older records, and an explanation of the numbers.
struct HistoryPage: PageContext {
    static let template = "history"
    static let summary =
        "the history: incidents of the last months, links to older ones, and how figures are calculated"

    let head: Head
    let jumps: [LinkContext]
    let recentMonths: [RecentMonth]
    let byYear: [ListLink]
    let byComponent: [ListLink]
    let bySeverity: [ListLink]
    let years: [YearContext]
    let weighting: String
    let address: String

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .list(
                "jumps",
                "links to the last twelve months, newest first: to the part of the page that shows the month, otherwise to its page"
            ) {
                $0.jumps
            },
            .list(
                "recentMonths", "the months of the last 90 days, newest first, with their incidents"
            ) {
                $0.recentMonths
            },
            .flag("hasRecords", "whether there are any records") { !$0.byYear.isEmpty },
            .list("byYear", "the list of records for each year, newest first") { $0.byYear },
            .flag("hasComponents", "whether any component has records") { !$0.byComponent.isEmpty },
            .list("byComponent", "the list of records for each component, in the order of the page") {
                $0.byComponent
            },
            .flag("hasLevels", "whether any severity has incidents") { !$0.bySeverity.isEmpty },
            .list("bySeverity", "the list of incidents for each severity, highest first") { $0.bySeverity },
            .list("years", "the years, newest first") { $0.years },
            .text("weighting", "sentences that say how much a second in each status counts") { $0.weighting },
            .text("address", "the site's own address, with which its figures can be verified") { $0.address },
        ]
    )

    init(_ chronicle: Chronicle, layout: Layout) {
        let (archive, page, words) = (layout.site.archive, layout.site.page, layout.words)
        head = Head(layout: layout, title: words.text.historyTitle, summary: "", path: Self.path)
        recentMonths = RecentMonth.all(of: chronicle, layout: layout)
        let shown = Set(recentMonths.map(\.anchor))
        jumps = chronicle.months.suffix(12).reversed().map { month in
            LinkContext(
                text: words.shortName(ofMonth: month.period.firstDay),
                href: shown.contains(month.anchor) ? "#" + month.anchor : layout.root + month.path
            )
        }
        byYear = archive.years.map {
            ListLink(words.name(of: .year($0.year ?? 0)), to: $0, layout: layout)
        }
        byComponent = zip(page.componentNames, archive.components).compactMap { name, list in
            list.map { ListLink(name, to: $0, layout: layout) }
        }
        bySeverity = zip(page.severities, archive.severities).compactMap { severity, list in
            list.map { ListLink(words.label(of: severity), to: $0, layout: layout) }
        }
        let current = layout.site.history.rules.weights(at: layout.site.now)
        let weights = ComponentStatus.allCases.reversed().filter { $0 != .operational }
            .map { words.share(of: current[$0], for: $0) }
        weighting = words.text.numbersUptime(weights: words.list(weights))
        address = page.url
        let months = Dictionary(grouping: chronicle.months) { $0.period.firstDay.year }
        years = months.keys.sorted(by: >).map { year in
            YearContext(
                year: words.name(of: .year(year)),
                months: (months[year] ?? []).reversed().map { MonthRow($0, layout: layout) }
            )
        }
    }

    /// Its path from the site's root.
    static let path = "history.html"
}

/// A link to a list of records.
struct ListLink: TemplateContext {
    let text: String
    let href: String
    let number: String

    static let vocabulary = Vocabulary<Self>([
        .text("text", "the year, or the component's or severity's name") { $0.text },
        .text("href", "the address of the list") { $0.href },
        .text("number", "the number of records it lists") { $0.number },
    ])

    init(_ text: String, to list: RecordList, layout: Layout) {
        self.init(text, href: layout.root + list.path, list.places.count, layout.words)
    }

    init(_ text: String, href: String, _ number: Int, _ words: Localizer) {
        (self.text, self.href, self.number) = (text, href, words.grouped(number))
    }
}

/// A year of the history.
struct YearContext: TemplateContext {
    let year: String
    let months: [MonthRow]

    static let vocabulary = Vocabulary<Self>([
        .text("year", "the year, such as 2026") { $0.year },
        .list("months", "its months, newest first") { $0.months },
    ])
}

/// A month in the list of the history.
struct MonthRow: TemplateContext {
    let href: String
    let month: String
    let counts: String
    let uptime: String

    static let vocabulary = Vocabulary<Self>([
        .text("href", "the address of the month's page") { $0.href },
        .text("month", "the month's name, such as November") { $0.month },
        .text(
            "counts", "the number of records that began in it, for example 3 incidents, 1 maintenance window"
        ) { $0.counts },
        .text("uptime", "the site's uptime in it, such as 99.96% or no data") { $0.uptime },
    ])

    init(_ month: Chronicle.Month, layout: Layout) {
        let (site, words) = (layout.site, layout.words)
        href = "\(layout.root)\(month.path)"
        self.month = words.nameOfMonth(month.period.firstDay)
        counts = words.counts(of: month.begun.map { site.historyEntries[$0] })
        let range = month.period.range(in: words.zone)
        uptime = words.share(site.history.uptimeOfWhole(during: range).byTheClock)
    }
}
