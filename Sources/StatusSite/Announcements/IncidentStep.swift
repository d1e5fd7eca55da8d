public import StatusModel

/// A step of an incident, in the words of a site.
public struct IncidentStep: Sendable, Equatable {
    /// When it came.
    public let at: Instant
    /// What it was, as in "Identified".
    public let label: String
    /// The same with the first sentence of what was said, if anything was.
    public let text: String
    /// Whether only the team may see it: it came before the incident was public.
    public let isInternal: Bool
}

extension SiteTemplates {
    /// The steps of an incident, oldest first: when it began, was noticed and taken on, each of its updates, and the end of
    /// its impact where its front matter states it.
    public func steps(of incident: Record, on page: StatusPage) -> [IncidentStep] {
        let words = Words(of: page, in: language)
        let updates = incident.updates.enumerated().map { place, update in
            words.step(update, isInternal: place < incident.firstPublicUpdate ?? 0)
        }
        let times = [
            words.step(incident.isStartStated ? incident.from : nil, words.label(of: .began)),
            words.step(incident.detectedAt, words.label(of: .detected)),
            words.step(incident.acknowledgedAt, words.label(of: .acknowledged)),
        ]
        let end = words.step(incident.until, words.text.ruleRestore)
        let steps = times.compactMap { $0 } + updates + [end].compactMap { $0 }
        return steps.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }
}

extension Words {
    fileprivate func step(_ instant: Instant?, _ label: String) -> IncidentStep? {
        instant.map { IncidentStep(at: $0, label: label, text: label, isInternal: false) }
    }

    fileprivate func step(_ update: Update, isInternal: Bool) -> IncidentStep {
        let (label, said) = (self.label(of: update.phase), firstSentence(of: update.prose, within: 160))
        let whole = update.keepsPhase ? said : text.recordPhaseAndTitle(phase: label, title: said)
        return IncidentStep(
            at: update.at, label: label, text: said.isEmpty ? label : whole, isInternal: isInternal)
    }
}
