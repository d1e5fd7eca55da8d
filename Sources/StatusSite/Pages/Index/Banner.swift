import Reliability
import StatusModel

/// The answer to "is it broken, and what exactly": the state, a headline, the number of affected components, and what
/// is known.
struct Banner: TemplateContext {
    let kind: String
    let state: LastingState
    let sentence: String
    let href: String
    let summary: String
    let tally: [TallyContext]
    let facts: [RecordFact]
    let remark: String

    static let vocabulary = Vocabulary<Self>([
        .text(
            "kind",
            "the worst current status: `major`, `partial`, `degraded`, `maintenance`, `notice` (an incident that "
                + "affects no component, or a record that cannot be read) or `operational`"
        ) { $0.kind },
        .text(
            "state",
            "the status and how long it has lasted, such as Major outage, 40 min so far; may be empty"
        ) {
            $0.state.text
        },
        .text(
            "stateAlone",
            "the same without the duration, such as Major outage, which the script shows; empty if there is none"
        ) {
            $0.state.alone
        },
        .text(
            "sentence",
            "the headline: which components are affected, such as Story API is down; if they are many or none, the "
                + "title of the worst incident, or of the maintenance in progress"
        ) { $0.sentence },
        .text(
            "href", "the page of the record whose title is the headline; empty if the headline is a sentence"
        ) {
            $0.href
        },
        .text(
            "summary",
            "what is wrong, in one self-contained sentence, for example 12 down, 2 partially down"
        ) {
            $0.summary
        },
        .flag("hasTally", "whether the headline does not name every affected component") {
            !$0.tally.isEmpty
        },
        .list("tally", "the number of components in each status, worst first, if `hasTally`") { $0.tally },
        .flag("hasFacts", "whether an incident is open or maintenance in progress") { !$0.facts.isEmpty },
        .list(
            "facts",
            "when the next update is due or maintenance is planned to end, when it began, and the phase"
        ) { $0.facts },
        .text(
            "remark",
            "a sentence with the number of other open incidents, or that there are none; may be empty"
        ) {
            $0.remark
        },
    ])
}

extension Banner {
    init(of site: Site) {
        let words = site.words
        let lead = Lead(of: site)
        let affected = site.affectedComponents
        let headline = Headline(affected, lead: lead, of: site)
        let worst = affected.first?.status ?? (lead?.isMaintenance == true ? .underMaintenance : nil)
        kind = worst.map(Localizer.kind) ?? (lead == nil && !site.isInDoubt ? "operational" : "notice")
        state = words.state(worst, lead: lead, of: site)
        (sentence, href, summary) = (headline.text, headline.href, headline.summary)
        tally = headline.namesAll ? [] : TallyContext.all(of: site)
        facts = lead.map { RecordFact.all(of: $0.record, words, now: site.now) } ?? []
        remark = words.remark(on: site.openIncidents.count, lead: lead, isInDoubt: site.isInDoubt)
    }
}

/// A sentence on the affected components if it can be read at a glance, or else the title of the lead.
private struct Headline {
    let text: String
    let href: String
    /// The same in one sentence, without a title that is shown below.
    let summary: String
    /// Whether it names all components that are affected.
    let namesAll: Bool

    init(_ affected: [Site.Affected], lead: Lead?, of site: Site) {
        let words = site.words
        let count = affected.reduce(0) { $0 + $1.components.count }
        let sentence =
            affected.isEmpty ? words.ofQuiet(site) : words.sentence(on: affected, of: site)
        let isShort = sentence.count <= 80 && count <= 3 || affected.areAll(of: site)
        namesAll = affected.isEmpty || isShort
        if let lead, affected.isEmpty || !isShort {
            text = lead.record.title.cut(to: 100)
            href = lead.record.pagePath
            summary = affected.isEmpty ? lead.summary(words, now: site.now) : words.state(of: affected)
        } else {
            (text, href, summary) = (sentence, "", sentence)
        }
    }
}

/// The record that the banner is about.
///
/// It is the open incident that does the most harm now, unless it affects only components that do not make headlines.
/// It is the maintenance that began first if there is no such incident, or if that does not affect a component but
/// maintenance does.
private struct Lead {
    let record: Record
    let incident: IncidentFacts?

    init?(of site: Site) {
        let incident = site.openIncidents.first {
            !site.headlineEffects(of: $0).isEmpty || site.effects(of: $0).isEmpty
        }
        let window = site.runningMaintenance.last
        let isHarmless = incident.map { site.headlineEffects(of: $0).isEmpty } ?? true
        let isIncident = incident != nil && !(isHarmless && window != nil && !site.affectedComponents.isEmpty)
        guard let record = isIncident ? incident?.record : window else { return nil }
        self.record = record
        self.incident = isIncident ? incident : nil
    }

    var isMaintenance: Bool { incident == nil }

    func summary(_ words: Localizer, now: Instant) -> String {
        let phase = record.phase(at: now).map(words.label(of:))
        return phase.map { words.text.recordPhaseAndTitle(phase: $0, title: record.title) } ?? record.title
    }
}

extension Site {
    /// Whether there are records that cannot be read, which may describe a problem: the site then cannot say that all
    /// is well.
    var isInDoubt: Bool { !page.brokenRecords.isEmpty || page.withheldRecords > 0 }

    /// Components that have the same status other than operational.
    struct Affected {
        let status: ComponentStatus
        let components: [Component.Index]
    }

    /// The components that are not operational and make headlines, without retired ones, the worst first.
    var affectedComponents: [Affected] { components(headlineComponents).filter { $0.status != .operational } }

    /// Returns the components by status, the worst first.
    func components(_ components: [Component.Index]) -> [Affected] {
        ComponentStatus.allCases.sorted(by: >).compactMap { status in
            let those = components.filter { history.status(of: $0) == status }
            return those.isEmpty ? nil : Affected(status: status, components: those)
        }
    }
}

extension Localizer {
    /// Returns the state, and how long the incident has given it to a component; empty if all is well.
    fileprivate func state(_ status: ComponentStatus?, lead: Lead?, of site: Site) -> LastingState {
        guard let lead else { return LastingState("") }
        return lead.incident.map { state(status, of: $0, on: site) }
            ?? LastingState(status.map(label(of:)) ?? text.bannerIncident)
    }

    /// Returns a remark about the incidents that the rest of the banner does not mention.
    fileprivate func remark(on open: Int, lead: Lead?, isInDoubt: Bool) -> String {
        guard let lead else {
            return open > 0 ? text.bannerOpenIncidents(open) : isInDoubt ? "" : text.bannerNoIncident
        }
        if lead.isMaintenance { return open > 0 ? text.bannerOpenIncidents(open) : "" }
        return open > 1 ? text.bannerMore(open - 1) : ""
    }

    /// Returns the sentence that applies if no component is known to be affected.
    func ofQuiet(_ site: Site) -> String { site.isInDoubt ? text.bannerInDoubt : text.bannerOperational }

    /// Returns a sentence such as "Story API is down, Website is partially down", the worst first.
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
    /// Whether all of the site's components that make headlines, more than two, have the same status.
    fileprivate func areAll(of site: Site) -> Bool {
        count == 1 && self[0].components.count > 2
            && self[0].components.count == site.headlineComponents.count
    }
}
