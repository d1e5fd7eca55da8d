import StatusModel

/// The records of a month, newest first.
struct MonthPage: PageContext {
    static let template = "month"
    static let summary = "a month of the history: all its incidents, maintenance and notices"

    let head: Head
    let month: String
    let earlier: LinkContext?
    let later: LinkContext?
    let days: [DayContext]

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .text("month", "the month's name, such as November 2026") { $0.month },
            .section("earlierMonth", "the link to the month before, if the history has it") { $0.earlier },
            .section("laterMonth", "the link to the month after, if the history has it") { $0.later },
            .flag("hasDays", "whether anything happened") { !$0.days.isEmpty },
            .list("days", "the days on which something happened, newest first") { $0.days },
        ]
    )

    /// Makes the page of a month.
    ///
    /// - Parameter place: the month's place in the chronicle.
    init(_ chronicle: Chronicle, at place: Int, layout: Layout) {
        let months = chronicle.months
        month = layout.words.name(of: months[place].period)
        head = Head(layout: layout, title: month, summary: "", path: months[place].path)
        earlier =
            place > 0
            ? LinkContext(to: months[place - 1], saying: layout.words.text.pageEarlier, layout.words) : nil
        later =
            place + 1 < months.count
            ? LinkContext(to: months[place + 1], saying: layout.words.text.pageLater, layout.words) : nil
        days = months[place].days.map { DayContext($0, layout: layout) }
    }
}

extension LinkContext {
    fileprivate init(to month: Chronicle.Month, saying phrase: (String) -> String, _ words: Localizer) {
        let name = words.shortName(ofMonth: month.period.firstDay)
        self.init(text: phrase(name), href: "\(month.period).html")
    }
}

/// A day with records.
struct DayContext: TemplateContext {
    let anchor: String
    let date: String
    let entries: HTML
    let continued: [SentenceContext]
    let more: String

    static let vocabulary = Vocabulary<Self>([
        .text("anchor", "the day's id on the page") { $0.anchor },
        .text("date", "the date and its time zone, such as Monday, 2 November 2026, CET") { $0.date },
        .html("entries", "the records that began that day, newest first, each made by the template `entry`") {
            $0.entries
        },
        .list("continued", "records that began earlier and continued, worst first; at most five") {
            $0.continued
        },
        .text("moreContinued", "a sentence with the number of others that continued; may be empty") {
            $0.more
        },
    ])

    /// The number of continuing records that are named.
    private static let limit = 5

    init(_ records: Chronicle.DayOfRecords, layout: Layout) {
        let historyEntries = layout.site.historyEntries
        anchor = "d-\(records.day)"
        date = layout.words.zonedLongDate(records.day)
        entries = layout.entries(at: records.begun)
        let worst = records.continued.map { (place: $0, status: historyEntries[$0].worst ?? .operational) }
            .sorted { ($1.status, $0.place) < ($0.status, $1.place) }
            .map(\.place)
        let rest = worst.count - Self.limit
        more = rest > 0 ? layout.words.text.historyWentOnMore(rest) : ""
        continued = worst.prefix(Self.limit).map { place in
            let entry = historyEntries[place]
            let link = LinkContext(
                text: entry.record.title,
                href: layout.href(of: entry.record)
            )
            return SentenceContext(layout.words.html.recordWentOn(record: link.html))
        }
    }
}
