import StatusModel

/// A month that includes some of the last 90 days, with all of its incidents.
///
/// Without those of its first weeks, a month could be called quiet although its own page lists incidents.
struct RecentMonth: TemplateContext {
    let anchor: String
    let month: String
    let href: String
    let entries: HTML
    let more: String

    static let vocabulary = Vocabulary<Self>([
        .text("anchor", "the month's id on the page") { $0.anchor },
        .text("month", "the month's name, such as November 2026") { $0.month },
        .text("href", "the address of the month's page") { $0.href },
        .html("entries", "its incidents, newest first, each made by the template `entry`; may be empty") {
            $0.entries
        },
        .text(
            "more",
            "the number of others on the month's page, for example 12 more in November 2026; may be empty"
        ) {
            $0.more
        },
    ])

    /// The number of incidents of a month that are listed.
    private static let limit = 20

    /// Returns the months that include some of the last 90 days, newest first.
    static func all(of chronicle: Chronicle, layout: Layout) -> [RecentMonth] {
        let site = layout.site
        let first = site.words.zone.day(of: site.now).advanced(by: -89)
        let oldest = Period.month(of: first).firstDay
        return chronicle.months.filter { $0.period.firstDay >= oldest }.reversed().map { month in
            let incidents = month.days.flatMap(\.begun).filter {
                site.historyEntries[$0].record.kind == .incident
            }
            return RecentMonth(month, incidents, layout: layout)
        }
    }

    private init(_ month: Chronicle.Month, _ incidents: [Int], layout: Layout) {
        let words = layout.words
        let rest = incidents.count - Self.limit
        anchor = month.anchor
        self.month = words.name(of: month.period)
        href = layout.root + month.path
        entries = layout.entries(at: incidents.prefix(Self.limit))
        more = rest > 0 ? words.text.historyMoreInMonth(rest, month: self.month) : ""
    }
}

extension Chronicle.Month {
    /// Its id on the page of the history.
    var anchor: String { "m-\(period)" }
}
