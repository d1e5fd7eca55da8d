import Reliability
import StatusModel

/// All post-mortems, and the action items that are still open.
struct PostMortemsPage: PageContext {
    static let template = "post-mortems"
    static let summary = "all post-mortems, and all open action items"

    let head: Head
    let accounts: [PostMortemEntry]
    let owed: [PostMortemEntry]
    let measures: [OpenMeasure]

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .flag("hasAccounts", "whether there is a post-mortem") { !$0.accounts.isEmpty },
            .list("accounts", "the post-mortems, of the newest incident first") { $0.accounts },
            .flag("hasOwed", "for the team: whether a post-mortem is due or overdue") { !$0.owed.isEmpty },
            .list(
                "owed",
                "for the team: incidents whose post-mortem is due or overdue, the longest due first"
            ) {
                $0.owed
            },
            .flag("hasOpenMeasures", "whether an action item is open") { !$0.measures.isEmpty },
            .list("openMeasures", "the open action items, the first due first") { $0.measures },
        ]
    )

    init(frame: Frame) {
        let site = frame.site
        head = Head(frame: frame, title: frame.words.text.postMortemsTitle, summary: "", path: Self.path)
        accounts = site.history.incidents.filter { $0.record.postMortem != nil }
            .map { PostMortemEntry($0, frame: frame) }
        owed = site.isForTeam ? PostMortemEntry.owed(frame) : []
        measures = OpenMeasure.all(frame)
    }

    /// Where it is, from the site's root.
    static let path = "post-mortems.html"
}

/// An incident with its post-mortem, or with the day by which it is due.
struct PostMortemEntry: TemplateContext {
    let incident: IncidentFacts
    /// When the post-mortem was or is to be published, in a sentence; nothing where nobody says.
    let state: HTML?
    let frame: Frame

    static let vocabulary = Vocabulary<Self>([
        .text("href", "the address of the post-mortem on its incident's page") { $0.href },
        .text("title", "the incident's title") { $0.incident.record.title },
        .html("began", "the day on which the incident began, as a `<time>`") {
            $0.frame.words.element($0.frame.words.zone.day(of: $0.incident.begins))
        },
        .text("level", "the highest severity that it reached, as in SEV-2") {
            $0.frame.site.page.severities[$0.incident.severity].level
        },
        .html(
            "state",
            "when the post-mortem was published, is to be held or is due, in a sentence; may be empty"
        ) { $0.state },
    ])

    private var href: String {
        frame.href(of: incident.record) + (incident.record.postMortem == nil ? "" : "#post-mortem")
    }

    /// Of a post-mortem that there is.
    init(_ incident: IncidentFacts, frame: Frame) {
        let (words, account) = (frame.words, incident.record.postMortem)
        let published = account?.publishedOn.map { words.html.postMortemsPublished(date: words.element($0)) }
        let planned = account?.scheduledAt.map { words.html.postMortemsPlanned(time: words.element($0)) }
        self.init(incident: incident, state: published ?? planned, frame: frame)
    }

    private init(incident: IncidentFacts, state: HTML?, frame: Frame) {
        (self.incident, self.state, self.frame) = (incident, state, frame)
    }

    /// The incidents whose severity demands a post-mortem that is not published.
    static func owed(_ frame: Frame) -> [PostMortemEntry] {
        let site = frame.site
        let owed = site.history.incidents.compactMap {
            incident -> (incident: IncidentFacts, judgement: Judgement)? in
            let judgement = PolicyCompliance(of: incident.record, on: site.page, now: site.now).judgements
                .first { $0.rule == .postMortem && $0.doneAt == nil }
            return judgement.map { (incident, $0) }
        }
        return owed.enumerated()
            .sorted { ($0.element.judgement.order, $0.offset) < ($1.element.judgement.order, $1.offset) }
            .map { _, owed in
                PostMortemEntry(incident: owed.incident, state: frame.words.due(owed.judgement), frame: frame)
            }
    }
}

extension Words {
    /// HTML of when it is or was due.
    fileprivate func due(_ judgement: Judgement) -> HTML {
        guard let time = judgement.dueAt.map({ element($0) }) else { return html.postMortemsDue }
        return judgement.verdict == .missed
            ? html.postMortemsOverdueSince(time: time) : html.postMortemsDueBy(time: time)
    }
}

extension Judgement {
    /// The first due first; what has no day last.
    fileprivate var order: Instant { dueAt ?? .distantFuture }
}

/// An open action item and the incident it comes from.
struct OpenMeasure: TemplateContext {
    let measure: MeasureContext
    let dueBy: HTML?
    let href: String
    let title: String

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.measure } + [
            .html("dueBy", "by when it is due, with a `<time>`; may be empty") { $0.dueBy },
            .text("href", "the address of the post-mortem it stands in") { $0.href },
            .text("title", "the incident's title") { $0.title },
        ]
    )

    /// All of them, the first due first, then those without a day; else of the newest incident first.
    static func all(_ frame: Frame) -> [OpenMeasure] {
        let open = frame.site.history.incidents.flatMap { incident in
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
                OpenMeasure(
                    measure: MeasureContext(item: entry.1, frame: frame),
                    dueBy: entry.1.dueOn.map {
                        frame.words.html.postMortemsActionDue(date: frame.words.element($0))
                    },
                    href: frame.href(of: entry.0) + "#post-mortem",
                    title: entry.0.title
                )
            }
    }
}
