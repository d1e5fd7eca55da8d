import Reliability
import StatusModel

/// The answer to "is it broken, and what exactly": one sentence, and the state of the work on it.
struct Banner: TemplateContext {
    let kind: String
    let sentence: String
    let account: HTML

    static let vocabulary = Vocabulary<Self>([
        .text(
            "kind",
            "the worst that is wrong: `major`, `partial`, `degraded`, `maintenance`, `notice` (an incident that "
                + "affects no component) or `operational`"
        ) { $0.kind },
        .text("sentence", "what is wrong, as in Story API is down") { $0.sentence },
        .html(
            "account",
            "sentences about the worst of it: how far the work has come, when it began, when something was "
                + "last said, when the next update is promised or maintenance is planned to end, and how many "
                + "incidents are open besides"
        ) { $0.account },
    ])
}

extension Banner {
    init(of site: Site) {
        let words = site.words
        let lead = Lead(of: site)
        let affected = site.affectedComponents
        let day = lead.map { words.zone.day(of: $0.startsAt) }
        func time(_ instant: Instant, showingAge: Bool = false) -> HTML {
            guard day != words.zone.day(of: instant) else {
                return words.element(instant, on: day, showingAge: showingAge)
            }
            let text = words.dateAndTime(instant, asOf: site.now)
            return words.element(instant, text, showingAge: showingAge)
        }
        kind = affected.first.map { Words.kind(of: $0.status) } ?? (lead == nil ? "operational" : "notice")
        sentence = words.sentence(on: affected, of: site)
        // Without an affected component the sentence itself names the incident and its phase.
        let isTold = affected.isEmpty && lead != nil
        let detail = isTold ? nil : lead?.detail(words) ?? words.text.bannerNoIncident
        let began = lead.map {
            let time = words.dateAndTime($0.startsAt, asOf: site.now)
            return words.html.bannerBegan(time: words.element($0.startsAt, time))
        }
        let latest = lead?.record.updates.last
        let updated = latest.map { words.html.bannerUpdated(time: time($0.at, showingAge: true)) }
        let promised = latest?.nextUpdateAt.flatMap {
            $0 > site.now ? words.html.updatePromised(time: time($0)) : nil
        }
        let until = lead?.plannedEnd.flatMap {
            $0 > site.now ? words.html.bannerPlannedUntil(time: time($0)) : nil
        }
        let others = site.openIncidents.count - 1
        let more = others > 0 && !isTold ? words.text.bannerMore(others) : nil
        let sentences = [
            detail.map { HTML(escaping: $0) }, began, updated, promised, until,
            more.map { HTML(escaping: $0) },
        ]
        account = words.html.together(sentences.compactMap(\.self))
    }
}

extension Banner {
    /// What the banner tells of: the open incident that does the worst now, of several the first to
    /// begin; or else the maintenance that began first.
    private struct Lead {
        let record: Record
        let startsAt: Instant
        let incident: IncidentFacts?
        let plannedEnd: Instant?

        init?(of site: Site) {
            let ranked = site.openIncidents.map { ($0, site.worstNow(of: $0)) }
            if let incident = ranked.reversed().max(by: { $0.1 < $1.1 })?.0 {
                (record, startsAt, self.incident) = (incident.record, incident.begins, incident)
                plannedEnd = nil
            } else if let window = site.runningMaintenance.last {
                (record, startsAt, incident) = (window, window.begins, nil)
                plannedEnd = window.plannedEnd
            } else {
                return nil
            }
        }

        func detail(_ words: Words) -> String {
            words.text.sentence(words: incident.map { words.label(of: $0.phase) } ?? record.title)
        }
    }
}

extension Site {
    /// Components that have the same status other than operational.
    struct Affected {
        let status: ComponentStatus
        let components: [Component.Index]
    }

    /// What is not operational, the worst first, without what is retired.
    var affectedComponents: [Affected] {
        let current = currentComponents
        return ComponentStatus.allCases.reversed().filter { $0 != .operational }.compactMap { status in
            let components = current.filter { history.status(of: $0) == status }
            return components.isEmpty ? nil : Affected(status: status, components: components)
        }
    }

    /// The worst status that the incident gives a component now.
    func worstNow(of incident: IncidentFacts) -> ComponentStatus {
        historyEntry(at: incident.record.slug)?.effects.filter { $0.range.to >= now }.map(\.status).max()
            ?? .operational
    }
}

extension Words {
    /// "Story API is down, Website and Voice are slow", the worst first; or else that an incident is open
    /// or that all is well.
    fileprivate func sentence(on affected: [Site.Affected], of site: Site) -> String {
        guard affected.isEmpty else {
            return enumeration(affected.map { clause(on: $0, of: site) })
        }
        let open = site.openIncidents
        if open.count > 1 { return text.bannerOpenIncidents(open.count) }
        return open.first.map { text.recordPhaseAndTitle(phase: label(of: $0.phase), title: $0.record.title) }
            ?? text.bannerOperational
    }

    private func clause(on part: Site.Affected, of site: Site) -> String {
        let count = part.components.count
        let subject =
            count > 2 && count == site.currentComponents.count
            ? text.bannerAllComponents : list(names(of: part.components), atMost: 3)
        return sentence(on: subject, count: count, in: part.status)
    }
}
