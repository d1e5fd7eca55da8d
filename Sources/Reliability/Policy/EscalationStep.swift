public import StatusModel

/// A step of the escalation ladder that an incident has reached by its age.
public struct EscalationStep: Sendable, Hashable {
    /// Who is to be called in, in the policy's words.
    public let to: String
    /// When the step fell due.
    public let dueAt: Instant
    /// When an update first said that they were called in; nothing where none does.
    public let madeAt: Instant?
}

extension EscalationStep {
    /// The steps whose time has come while the incident was open, in the ladder's order.
    ///
    /// A step counts as made by the first update whose `Escalated:` names the same people, whatever the
    /// case of its letters.
    static func due(
        for incident: Record,
        by severity: Severity,
        clock: PolicyClock,
        now: Instant
    ) -> [EscalationStep] {
        return severity.escalations.compactMap { step in
            guard case .after(let seconds) = step.trigger else { return nil }
            let dueAt = clock.instant(seconds, after: incident.clockStartsAt)
            guard incident.resolvedAt.map({ dueAt < $0 }) ?? (dueAt <= now) else { return nil }
            return EscalationStep(to: step.to, dueAt: dueAt, madeAt: incident.escalatedAt(to: step.to))
        }
    }
}

extension Record {
    fileprivate func escalatedAt(to people: String) -> Instant? {
        let wanted = people.lowercased()
        return self.updates.first { $0.escalatedTo.contains { $0.lowercased() == wanted } }?.at
    }
}
