import Reliability
import StatusModel

/// The answer to "is it broken, and what exactly": the state, a headline, how many are affected, and what is known.
struct Banner: TemplateContext {
    let kind: String
    let state: String
    let sentence: String
    let href: String
    let tally: [TallyContext]
    let facts: [BannerFact]
    let remark: String

    static let vocabulary = Vocabulary<Self>([
        .text(
            "kind",
            "the worst that is wrong: `major`, `partial`, `degraded`, `maintenance`, `notice` (an incident that "
                + "affects no component) or `operational`"
        ) { $0.kind },
        .text(
            "state",
            "the state and how long it has lasted, as in Major outage, open for 5 h 2 min; may be empty"
        ) {
            $0.state
        },
        .text(
            "sentence",
            "the headline: which components are affected, as in Story API is down, or if they are many, the title "
                + "of the worst incident"
        ) { $0.sentence },
        .text("href", "the page of the incident that the headline names; empty if it names components") {
            $0.href
        },
        .flag("hasTally", "whether more than three components are affected") { !$0.tally.isEmpty },
        .list(
            "tally",
            "how many components have which status, the worst first; none if at most three are affected"
        ) {
            $0.tally
        },
        .flag("hasFacts", "whether an incident is open or maintenance under way") { !$0.facts.isEmpty },
        .list("facts", "when the next update is due, when it began, and how far the work has come") {
            $0.facts
        },
        .text("remark", "how many incidents are open besides, or that none is, in a sentence; may be empty") {
            $0.remark
        },
    ])
}

/// A fact under the headline.
struct BannerFact: TemplateContext {
    let name: String
    let value: HTML
    let note: HTML

    static let vocabulary = Vocabulary<Self>([
        .text("name", "what it is, as in Next update") { $0.name },
        .html("value", "the fact, as in by 13:30 CET") { $0.value },
        .html("note", "more about it, as in updated 12:32 CET; may be empty") { $0.note },
    ])
}

extension Banner {
    init(of site: Site) {
        let words = site.words
        let lead = Lead(of: site)
        let affected = site.affectedComponents
        kind = affected.first.map { Words.kind(of: $0.status) } ?? (lead == nil ? "operational" : "notice")
        state = words.state(affected.first?.status, lead: lead, of: site)
        let headline = Headline(affected, lead: lead, of: site)
        (sentence, href) = (headline.text, headline.href)
        tally = affected.reduce(0) { $0 + $1.components.count } > 3 ? TallyContext.all(of: site) : []
        facts = lead?.facts(words, now: site.now) ?? []
        let others = site.openIncidents.count - (lead?.incident == nil ? 0 : 1)
        remark = others > 0 ? words.text.bannerMore(others) : lead == nil ? words.text.bannerNoIncident : ""
    }
}

/// The sentence on the components, as long as a reader takes it in at a glance; else the title of what is worst.
private struct Headline {
    let text: String
    var href = ""

    init(_ affected: [Site.Affected], lead: Lead?, of site: Site) {
        let words = site.words
        let sentence = words.sentence(on: affected, of: site)
        let isShort = sentence.count <= 80 && affected.reduce(0) { $0 + $1.components.count } <= 3
        if let lead, affected.isEmpty || !isShort && !affected.areAll(of: site) {
            text = lead.record.title.cut(to: 100)
            href = lead.record.pagePath
        } else {
            text = affected.isEmpty ? words.text.bannerOperational : sentence
        }
    }
}

/// What the banner tells of: the open incident that does the most harm now, or else the maintenance that began first.
private struct Lead {
    let record: Record
    let incident: IncidentFacts?

    init?(of site: Site) {
        let (incident, window) = (site.openIncidents.first, site.runningMaintenance.last)
        // An incident that affects no component does less than maintenance that does.
        let isIncident = window == nil || incident.map { site.harm(of: $0).status > .operational } ?? false
        guard let record = isIncident ? incident?.record : window else { return nil }
        self.record = record
        self.incident = isIncident ? incident : nil
    }

    func facts(_ words: Words, now: Instant) -> [BannerFact] {
        let day = words.zone.day(of: now)
        let latest = record.updates.last
        let next = incident == nil ? record.plannedEnd : latest?.nextUpdateAt
        let isPlanned = incident == nil
        let began = words.element(record.begins, words.dateAndTime(record.begins, asOf: now))
        let updated = latest.map {
            words.html.bannerUpdated(time: words.element($0.at, on: day, showingAge: true))
        }
        return [
            next.flatMap { $0 > now ? $0 : nil }.map { next in
                let time = words.element(next, on: day, showingAge: true)
                return BannerFact(
                    name: isPlanned ? words.text.bannerPlannedEnd : words.text.bannerNextUpdate,
                    value: isPlanned ? time : words.html.bannerBy(time: time),
                    note: .empty)
            },
            BannerFact(name: words.text.bannerBegan, value: began, note: .empty),
            record.phase(at: now).map { phase in
                BannerFact(
                    name: words.text.bannerPhase, value: HTML(escaping: words.label(of: phase)),
                    note: updated ?? .empty)
            },
        ]
        .compactMap { $0 }
    }
}

extension Site {
    /// Components that have the same status other than operational.
    struct Affected {
        let status: ComponentStatus
        let components: [Component.Index]
    }

    /// What is not operational, the worst first, without what is retired.
    var affectedComponents: [Affected] { components(currentComponents).filter { $0.status != .operational } }

    /// The components by status, the worst first.
    func components(_ components: [Component.Index]) -> [Affected] {
        ComponentStatus.allCases.sorted(by: >).compactMap { status in
            let those = components.filter { history.status(of: $0) == status }
            return those.isEmpty ? nil : Affected(status: status, components: those)
        }
    }
}

extension Words {
    /// The page's state, and how long the incident has been open that causes it; empty if all is well.
    fileprivate func state(_ status: ComponentStatus?, lead: Lead?, of site: Site) -> String {
        guard let state = status.map(label(of:)) ?? lead.map({ _ in text.bannerIncident }) else { return "" }
        guard let incident = lead?.incident, site.harm(of: incident).status == status ?? .operational else {
            return state
        }
        return text.bannerStateFor(state: state, duration: duration(site.now - incident.begins))
    }

    /// As in "Story API is down, Website is degraded", the worst first.
    fileprivate func sentence(on affected: [Site.Affected], of site: Site) -> String {
        enumeration(
            affected.map { part in
                let subject =
                    affected.areAll(of: site)
                    ? text.bannerAllComponents : list(names(of: part.components), atMost: 3)
                return sentence(on: subject, count: part.components.count, in: part.status)
            })
    }
}

extension [Site.Affected] {
    /// Whether all of the site's components, more than two, have the same status.
    fileprivate func areAll(of site: Site) -> Bool {
        count == 1 && self[0].components.count > 2 && self[0].components.count == site.currentComponents.count
    }
}
