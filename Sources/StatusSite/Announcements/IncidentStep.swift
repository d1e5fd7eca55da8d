public import StatusModel

/// A step of an incident, in the words of a site.
public struct IncidentStep: Sendable, Equatable {
    /// When it happened.
    public let at: Instant
    /// The label, such as "Identified".
    public let label: String
    /// The label with the first sentence of the update, if it has text.
    public let text: String
    /// Whether only the team may see it: it happened before the incident was public, or says who was called in.
    public let isInternal: Bool
}

extension SiteTemplates {
    /// Returns the steps of an incident, the oldest first: when it began, was detected and acknowledged, who was called
    /// in, each of its updates, and the end of its impact if its front matter states it.
    public func steps(of incident: Record, on page: StatusPage) -> [IncidentStep] {
        let words = Localizer(of: page, in: language)
        let updates = incident.updates.enumerated().map { place, update in
            let level = update.severity.map { page.severities[$0].name ?? page.severities[$0].level }
            return words.step(update, to: level, isInternal: place < incident.firstPublicUpdate ?? 0)
        }
        let times = [
            words.step(incident.isStartStated ? incident.from : nil, words.label(of: .began)),
            words.step(incident.detectedAt, words.label(of: .detected)),
            words.step(incident.acknowledgedAt, words.label(of: .acknowledged)),
        ]
        let end = words.step(incident.until, words.text.ruleRestore)
        let calls = incident.allEscalations.map(words.step)
        let steps = times.compactMap { $0 } + updates + calls + [end].compactMap { $0 }
        return steps.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }
}

extension Localizer {
    fileprivate func step(_ instant: Instant?, _ label: String) -> IncidentStep? {
        instant.map { IncidentStep(at: $0, label: label, text: label, isInternal: false) }
    }

    fileprivate func step(_ call: Record.MadeEscalation) -> IncidentStep {
        IncidentStep(
            at: call.at, label: text.severitiesLadder, text: text.updateEscalated(people: call.people),
            isInternal: true)
    }

    /// - Parameter level: the severity, if the update changes it.
    fileprivate func step(_ update: Update, to level: String?, isInternal: Bool) -> IncidentStep {
        let (label, said) = (self.label(of: update.phase), firstSentence(of: update.prose, within: 160))
        let whole = update.keepsPhase ? said : text.recordPhaseAndTitle(phase: label, title: said)
        let parts = [said.isEmpty ? label : whole, level.map { text.updateSeverity(severity: $0) }]
        return IncidentStep(
            at: update.at, label: label, text: parts.compactMap { $0 }.joined(separator: " "),
            isInternal: isInternal)
    }
}
