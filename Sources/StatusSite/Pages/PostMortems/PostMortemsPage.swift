import Reliability
import StatusModel

/// All post-mortems and the action items that are still open; or those of one year, if there are too many for one page.
struct PostMortemsPage: PageContext {
    static let template = "post-mortems"
    static let summary =
        "post-mortems and open action items; if there are more than 500, a page for each year lists that year's"

    let head: Head
    let heading: String
    let postMortems: CutList<PostMortemEntry>
    let owed: CutList<PostMortemEntry>
    let actionItems: CutList<OpenActionItem>
    let years: [ListLink]
    let whole: LinkContext?

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .text("heading", "the heading of the list, for example Post-mortems from 2026") { $0.heading },
            .flag("hasAnyPostMortem", "whether there is a post-mortem") { !$0.postMortems.isEmpty },
            .list("postMortems", "the post-mortems, that of the newest incident first") {
                $0.postMortems.shown
            },
            .text("postMortemsPart", "the number shown out of the total; empty if all are shown") {
                $0.postMortems.part
            },
            .flag("hasOwed", "for the team: whether a post-mortem is due or overdue") { !$0.owed.isEmpty },
            .list(
                "owed",
                "for the team: incidents whose post-mortem is due or overdue, the earliest due first"
            ) {
                $0.owed.shown
            },
            .text("owedPart", "the number shown out of the total; empty if all are shown") { $0.owed.part },
            .flag("hasOpenActionItems", "whether an action item is open") { !$0.actionItems.isEmpty },
            .list("openActionItems", "the open action items, the earliest due first") {
                $0.actionItems.shown
            },
            .text("openActionItemsPart", "the number shown out of the total; empty if all are shown") {
                $0.actionItems.part
            },
            .flag("isSplit", "whether each year has its own page because one page cannot hold them all") {
                !$0.years.isEmpty
            },
            .list("byYear", "the page for each year, newest first") { $0.years },
            .section("whole", "on a year's page, the page for all years") { $0.whole },
        ]
    )

    /// Makes the page.
    ///
    /// - Parameter year: the year in which the incidents began; `nil` for all.
    init(of year: Int? = nil, layout: Layout) {
        let (site, words) = (layout.site, layout.words)
        heading =
            year.map { words.text.postMortemsOf(year: words.name(of: .year($0))) }
            ?? words.text.postMortemsTitle
        head = Head(
            layout: layout, title: heading, summary: "", path: year.map(Self.path(of:)) ?? Self.path)
        let incidents = site.history.incidents.filter { year == nil || site.year(of: $0) == year }
        let limit = year == nil ? RecordList.limit : .max
        postMortems = CutList(of: incidents.filter { $0.record.postMortem != nil }, limit, words) {
            PostMortemEntry($0, layout: layout)
        }
        owed = CutList(of: site.isForTeam ? PostMortemEntry.owed(incidents, layout) : [], limit, words) { $0 }
        actionItems = CutList(of: OpenActionItem.all(incidents, layout), limit, words) { $0 }
        years =
            year == nil
            ? site.postMortemYears.map { ListLink($0.year, $0.number, layout: layout) } : []
        whole = year.map { _ in
            LinkContext(text: words.text.historyAllYears, href: layout.root + Self.path)
        }
    }

    /// Its path from the site's root.
    static let path = "post-mortems.html"

    /// Returns the path of a year's page.
    static func path(of year: Int) -> String { "history/\(Period.year(year))-post-mortems.html" }
}

extension ListLink {
    fileprivate init(_ year: Int, _ number: Int, layout: Layout) {
        self.init(
            layout.words.name(of: .year(year)), href: layout.root + PostMortemsPage.path(of: year), number,
            layout.words)
    }
}

extension Site {
    /// The years that have their own page, newest first, each with the number of incidents that have or require a
    /// post-mortem; empty if one page holds them all.
    var postMortemYears: [(year: Int, number: Int)] {
        guard hasPostMortems else { return [] }
        let incidents = history.incidents.filter {
            $0.record.postMortem != nil
                || isForTeam && $0.resolvedAt != nil
                    && history.rules.severity($0.severity, at: $0.begins).postMortem?.isRequired == true
        }
        let entries = incidents.reduce(0) { count, incident in
            count + 1 + (incident.record.postMortem?.actionItems.count { !$0.isDone } ?? 0)
        }
        guard entries > RecordList.limit else { return [] }
        return Dictionary(grouping: incidents, by: year).map { ($0, $1.count) }.sorted { $0.year > $1.year }
    }

    /// Returns the year in which the incident began.
    func year(of incident: IncidentFacts) -> Int { page.zone.day(of: incident.begins).year }
}

/// An incident with its post-mortem, or with the day by which it is due.
struct PostMortemEntry: TemplateContext {
    let incident: IncidentFacts
    /// A sentence on when the post-mortem was or will be published; `nil` if that is not stated.
    let state: HTML?
    let layout: Layout

    static let vocabulary = Vocabulary<Self>([
        .text("href", "the address of the post-mortem on its incident's page") { $0.href },
        .text("title", "the incident's title") { $0.incident.record.title },
        .html("began", "the date on which the incident began, as a `<time>`") {
            $0.layout.words.element($0.layout.words.zone.day(of: $0.incident.begins))
        },
        .text("level", "the highest severity that the incident reached, such as High") {
            $0.layout.words.label(of: $0.layout.site.page.severities[$0.incident.severity])
        },
        .html(
            "state",
            "a sentence that says when the post-mortem was published, is scheduled or is due; may be empty"
        ) { $0.state },
    ])

    private var href: String {
        layout.href(of: incident.record) + (incident.record.postMortem == nil ? "" : "#post-mortem")
    }

    /// Makes the entry of an incident that has a post-mortem.
    init(_ incident: IncidentFacts, layout: Layout) {
        let (words, postMortem) = (layout.words, incident.record.postMortem)
        let published = postMortem?.publishedOn.map {
            words.html.postMortemsPublished(date: words.element($0))
        }
        let planned = postMortem?.scheduledAt.map { words.html.postMortemsPlanned(time: words.element($0)) }
        self.init(incident: incident, state: published ?? planned, layout: layout)
    }

    private init(incident: IncidentFacts, state: HTML?, layout: Layout) {
        (self.incident, self.state, self.layout) = (incident, state, layout)
    }

    /// Returns the incidents whose severity requires a post-mortem that is not published.
    static func owed(_ incidents: [IncidentFacts], _ layout: Layout) -> [PostMortemEntry] {
        let site = layout.site
        let owed = incidents.compactMap {
            incident -> (incident: IncidentFacts, judgement: Judgement)? in
            let judgement = PolicyCompliance(of: incident.record, on: site.page, now: site.now).judgements
                .first { $0.rule == .postMortem && $0.doneAt == nil }
            return judgement.map { (incident, $0) }
        }
        return owed.enumerated()
            .sorted { ($0.element.judgement.order, $0.offset) < ($1.element.judgement.order, $1.offset) }
            .map { _, owed in
                PostMortemEntry(
                    incident: owed.incident, state: layout.words.due(owed.judgement), layout: layout)
            }
    }
}

extension Localizer {
    /// Returns HTML of when a post-mortem is or was due.
    fileprivate func due(_ judgement: Judgement) -> HTML {
        guard let time = judgement.dueAt.map({ element($0) }) else { return html.postMortemsDue }
        return judgement.verdict == .missed
            ? html.postMortemsOverdueSince(time: time) : html.postMortemsDueBy(time: time)
    }
}

extension Judgement {
    /// The order of due times, the earliest first; what has none comes last.
    fileprivate var order: Instant { dueAt ?? .distantFuture }
}

/// An open action item and the incident it comes from.
struct OpenActionItem: TemplateContext {
    let actionItem: ActionItemContext
    let dueBy: HTML?
    let href: String
    let title: String

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.actionItem } + [
            .html("dueBy", "a text with the due date, with a `<time>`; may be empty") { $0.dueBy },
            .text("href", "the address of the post-mortem that lists it") { $0.href },
            .text("title", "the incident's title") { $0.title },
        ]
    )

    /// Returns all open action items, the first due first, then those without a day; otherwise the newest incident's
    /// first.
    static func all(_ incidents: [IncidentFacts], _ layout: Layout) -> [OpenActionItem] {
        let open = incidents.flatMap { incident in
            (incident.record.postMortem?.actionItems ?? []).filter { !$0.isDone }.map {
                (incident.record, $0)
            }
        }
        return open.enumerated()
            .sorted { one, other in
                let (first, second) = (one.element.1.dueOn, other.element.1.dueOn)
                guard let first, let second, first != second else {
                    return (first == nil ? 1 : 0, one.offset) < (second == nil ? 1 : 0, other.offset)
                }
                return first < second
            }
            .map { _, entry in
                OpenActionItem(
                    actionItem: ActionItemContext(item: entry.1, layout: layout),
                    dueBy: entry.1.dueOn.map {
                        layout.words.html.postMortemsActionDue(date: layout.words.element($0))
                    },
                    href: layout.href(of: entry.0) + "#post-mortem",
                    title: entry.0.title
                )
            }
    }
}
