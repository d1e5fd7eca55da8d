import Reliability
import StatusModel

/// The page of an incident, maintenance or a notice.
struct RecordPage: PageContext {
    static let template = "record"
    static let summary = "the page of an incident, of maintenance or of a notice"

    let head: Head
    let news: NewsContext?
    let title: String
    var kind = "notice"
    var state = LastingState("")
    var severity: LinkContext?
    var facts: [RecordFact] = []
    var lead: HTML
    var promised: HTML?
    var recurrence: HTML?
    var windows: [WindowContext] = []
    let windowsHeading: String
    var drawing: IncidentTimelineChart?
    let content: RecordContent
    let mailingLists: [LinkContext]
    var figures: [DetailContext] = []
    var team: TeamContext?

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .section("news", "for the script, while an incident is open: how to check for news") {
                $0.news
            },
            .text("title", "the record's title") { $0.title },
            .text(
                "kind",
                "the kind of its state, for its symbol: for example `major`, or `operational` once it is over"
            ) { $0.kind },
            .text(
                "state",
                "while an incident is open, its status and duration, for example Major outage, 40 min so far; otherwise the "
                    + "phase, for example Resolved; empty for a notice"
            ) { $0.state.text },
            .text(
                "stateAlone",
                "the same without the duration, such as Major outage, which the script shows; empty if there is none"
            ) { $0.state.alone },
            .section("severity", "the highest severity it reached, as a link to its definition") {
                $0.severity
            },
            .flag("hasFacts", "whether an incident is open or maintenance in progress") { !$0.facts.isEmpty },
            .list(
                "facts",
                "when the next update is due or maintenance is planned to end, when it began, and the phase"
            ) { $0.facts },
            .html(
                "lead",
                "a sentence on when it began and ended, how long its effect lasted, and how it affected which components; "
                    + "if `hasFacts`, only on its current effect; may be empty"
            ) { $0.lead },
            .html(
                "promised",
                "a sentence that says when the next update on maintenance is promised; may be empty"
            ) {
                $0.promised
            },
            .html(
                "recurrence",
                "when maintenance recurs, for example every Sunday, 02:00–04:00 CET; otherwise empty"
            ) {
                $0.recurrence
            },
            .flag("hasWindows", "whether recurring maintenance has future windows") {
                !$0.windows.isEmpty
            },
            .text("windowsHeading", "the name of their phase, for example Scheduled") {
                $0.windowsHeading
            },
            .list("windows", "the next of these windows") { $0.windows },
            .list("mailingLists", "links to join the mailing lists for such news") {
                $0.mailingLists
            },
            .section("drawing", "the affected components over time") { $0.drawing },
            .flag("hasFigures", "whether any response time is known") {
                !$0.figures.isEmpty
            },
            .list("figures", "the response times") { $0.figures },
            .section("team", "for the team: internal details, and the verdicts on policy rules") { $0.team },
        ] + Vocabulary<Self>.words { $0.content }
    )
}

extension RecordPage {
    init(_ record: Record, layout: Layout) {
        switch record.kind {
        case .incident:
            if let incident = layout.site.incident(at: record.slug)
                ?? IncidentFacts(of: record, now: layout.site.now)
            {
                self.init(incident, layout: layout)
            } else {
                self.init(record, known: nil, layout: layout)
            }
        case .maintenance:
            if let series = record.series {
                self.init(series, of: record, layout: layout)
            } else {
                self.init(maintenance: record, layout: layout)
            }
        case .notice: self.init(notice: record, layout: layout)
        }
    }

    private init(_ incident: IncidentFacts, layout: Layout) {
        let (site, words) = (layout.site, layout.words)
        let record = incident.record
        let entry = HistoryEntry(incident)
        let day = words.zone.day(of: incident.begins)
        self.init(record, known: day, isOpen: incident.isOpen, layout: layout)
        severity = Self.link(to: incident.severity, layout: layout)
        drawing = IncidentTimelineChart(of: incident, effects: entry.effects, layout: layout)
        figures = Self.figures(incident.times, words)
        if incident.isOpen {
            let effects = site.effects(of: incident)
            kind = entry.markNow(at: site.now)
            state = words.state(effects.map(\.status).max(), of: incident, on: site)
            facts = RecordFact.all(of: record, words, now: site.now)
            lead = words.lead(affected: layout.links(to: effects.map { ($0.component, $0.status) }))
        } else {
            kind = Localizer.kind(of: .operational)
            state = LastingState(words.label(of: incident.phase))
            let affected = layout.links(to: entry.effects.map { ($0.component, $0.status) })
            lead = words.lead(
                from: incident.begins, to: entry.endsAt, affectedSeconds: incident.affectedSeconds,
                affected: affected)
        }
    }

    private init(maintenance record: Record, layout: Layout) {
        let (site, words) = (layout.site, layout.words)
        let phase = record.phase(at: site.now)
        let isOver = phase?.isFinal == true
        let affected = layout.links(to: record.maintenanceStatuses.map { ($0.component, $0.status) })
        self.init(record, known: words.zone.day(of: record.begins), layout: layout)
        kind =
            phase == .cancelled ? "notice" : Localizer.kind(of: isOver ? .operational : .underMaintenance)
        state = LastingState(phase.map { words.label(of: $0) } ?? "")
        if record.isUnderWay(at: site.now) {
            facts = RecordFact.all(of: record, words, now: site.now)
            lead = words.lead(affected: affected)
        } else {
            lead = words.lead(
                from: record.begins, to: record.shownEnd,
                hasLength: record.hasLength(at: site.now), affected: affected)
        }
        promised = isOver ? nil : record.promise(after: site.now, words)
    }

    private init(_ series: Series, of record: Record, layout: Layout) {
        let (site, words) = (layout.site, layout.words)
        let windows = site.windows(of: record)
        let planned = windows.filter { $0.phase(at: site.now) == .scheduled }
        let phase = record.phase(at: site.now)
        let isOver = phase?.isFinal == true
        self.init(record, known: nil, layout: layout)
        kind = Localizer.kind(of: isOver ? .operational : .underMaintenance)
        state = LastingState(phase.map { words.label(of: $0) } ?? "")
        facts =
            windows.first { $0.isUnderWay(at: site.now) }
            .map { RecordFact.all(of: $0, words, now: site.now) } ?? []
        lead = words.lead(
            affected: layout.links(to: record.maintenanceStatuses.map { ($0.component, $0.status) }))
        promised = isOver ? nil : record.promise(after: site.now, words)
        recurrence = words.recurrenceElement(
            of: series, next: planned.first.map { words.zone.day(of: $0.begins) }, now: site.now)
        self.windows = planned.map { WindowContext($0, words) }
    }

    private init(notice record: Record, layout: Layout) {
        self.init(record, known: nil, layout: layout)
        if let until = record.until {
            let time = layout.words.element(from: record.from, to: until)
            lead = layout.words.html.recordLeadSpan(time: time)
        }
    }

    private init(_ record: Record, known: Day?, isOpen: Bool = false, layout: Layout) {
        title = record.title
        windowsHeading = layout.words.label(of: .scheduled)
        team = TeamContext(of: record, layout: layout)
        content = RecordContent(record: record, known: known, isOpen: isOpen, layout: layout)
        let named = record.components + record.updates.flatMap(\.changes)
        mailingLists = layout.mailingLists(of: named.map(\.component))
        news = isOpen ? NewsContext(of: layout.site) : nil
        lead = layout.words.lead(from: record.begins, to: nil, affected: .empty)
        head = Head(
            layout: layout,
            title: record.title,
            summary: record.updates.last.map {
                layout.words.asOf($0.at, record.excerpt(in: layout.words), now: layout.site.now)
            } ?? record.excerpt(in: layout.words),
            path: record.pagePath
        )
    }

    private static func link(to rank: Severity.Rank, layout: Layout) -> LinkContext {
        LinkContext(
            text: layout.words.label(of: layout.site.page.severities[rank]),
            href: "\(layout.root)\(SeveritiesPage.path)#\(layout.site.severityAnchors[rank])"
        )
    }

    private static func figures(_ times: ResponseTimes, _ words: Localizer) -> [DetailContext] {
        ResponseTimes.Metric.allCases.compactMap { metric in
            times[metric].map {
                DetailContext(label: words.label(of: metric), text: words.duration($0))
            }
        }
    }
}

private extension Localizer {
    /// Returns HTML of a sentence, such as "17:00–17:45 UTC, 45 min. Story API major outage."
    ///
    /// - Parameters:
    ///   - hasLength: whether the time was spent at all; that of a window that was cancelled or never ran was not.
    ///   - affectedSeconds: the seconds of it in which an incident affected its components; 0 if it affected none.
    func lead(
        from: Instant, to: Instant?, hasLength: Bool = true, affectedSeconds: Int = 0, affected: HTML
    ) -> HTML {
        guard let to else { return html.recordLeadSince(time: element(from)) }
        let time = element(from: from, to: to)
        guard to > from, hasLength else {
            return affected.isEmpty
                ? html.recordLeadSpan(time: time)
                : html.recordLeadSpanAffecting(components: affected, time: time)
        }
        let (whole, part) = (duration(to - from), duration(affectedSeconds))
        let isInterrupted = affectedSeconds > 0 && part != whole
        let length = HTML(
            escaping: isInterrupted ? text.recordLeadDuration(affected: part, duration: whole) : whole)
        return affected.isEmpty
            ? html.recordLeadLasted(duration: length, time: time)
            : html.recordLeadLastedAffecting(components: affected, duration: length, time: time)
    }

    /// Returns HTML of a sentence on what is affected now; empty if nothing is.
    func lead(affected: HTML) -> HTML { affected.isEmpty ? .empty : html.sentence(words: affected) }
}

extension HistoryEntry {
    /// Returns the class and mark of its worst effect at `now`.
    func markNow(at now: Instant) -> String {
        effects.filter { $0.range.to >= now }.map(\.status).max().map(Localizer.kind) ?? "notice"
    }
}

extension Record {
    /// Returns the time of the next update that the latest update promises, unless that is past.
    fileprivate func promise(after now: Instant, _ words: Localizer) -> HTML? {
        self.updates.last?.nextUpdateAt.flatMap {
            $0 > now ? words.html.updatePromised(time: words.element($0)) : nil
        }
    }

    /// Returns the beginning of its latest update, or else of its summary, for previews of links to its page.
    fileprivate func excerpt(in words: Localizer) -> String {
        let prose = self.updates.last?.prose ?? self.summary
        return words.line(of: prose, within: 200)
    }
}

/// A window of recurring maintenance, on the page of its series.
struct WindowContext: TemplateContext {
    let time: HTML

    static let vocabulary = Vocabulary<Self>([
        .html("time", "its start and end, as a `<time>`") { $0.time }
    ])

    init(_ window: Record, _ words: Localizer) {
        time = words.element(from: window.begins, to: window.plannedEnd ?? window.begins)
    }
}
