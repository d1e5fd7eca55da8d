public import StatusModel

/// What is due for an open incident, by the policy of the highest severity that it reached, as it was when the incident
/// began, and by the team's promises.
public struct DueNow: Sendable, Hashable {
    /// The time at which the next update is due; `nil` if none is required.
    public let nextUpdate: NextUpdate?
    /// The instant at which a person acknowledged the incident; `nil` if nobody has.
    public let acknowledgedAt: Instant?
    /// The limits that are not met yet, soonest first.
    ///
    /// Those that have passed are missed, but still have to be met.
    public let limits: [Judgement]
    /// The steps of the escalation ladder that have not been made: those that are due, earliest first, then the next.
    public let escalations: [EscalationStep]
    /// Its steps that have not been made and depend on an event, in the ladder's order.
    public let conditionalEscalations: [Severity.Escalation]
    /// All items of its checklists, by stage, in the policy's order.
    public let checklist: [ChecklistItem]
}

extension DueNow {
    /// Determines what is due for an incident of the page, which was cut at `now`; `nil` if it is not open.
    public init?(of incident: Record, on page: StatusPage, now: Instant) {
        let rules = page.rules
        guard incident.isOpen,
            let severity = incident.highestSeverity.map({ rules.severity($0, at: incident.from) })
        else { return nil }
        let clock = rules.clock(of: severity, at: incident.from)
        let compliance = PolicyCompliance(of: incident, on: page, now: now)
        let next = EscalationStep.toCome(for: incident, by: severity, clock: clock, now: now)
            .filter { $0.madeAt == nil }.min { $0.dueAt < $1.dueAt }
        nextUpdate = incident.nextUpdate(on: page)
        acknowledgedAt = incident.takenOnAt
        // If two are due at once, the policy's order decides.
        limits = compliance.judgements.filter(\.awaitsAnEnd).enumerated().sorted { one, other in
            (one.element.dueAt ?? .distantFuture, one.offset)
                < (other.element.dueAt ?? .distantFuture, other.offset)
        }
        .map(\.element)
        escalations = compliance.escalations.filter { $0.madeAt == nil } + [next].compactMap { $0 }
        let made = incident.escalationTimes
        conditionalEscalations = severity.escalations.filter {
            $0.event != nil && made[Record.Detail.key(of: $0.to)] == nil
        }
        checklist = incident.checklist(of: severity, in: page.zone, at: now)
    }
}

extension DueNow {
    /// Something that the team has to do by an instant.
    public struct Step: Sendable, Hashable {
        /// The task.
        public let what: What
        /// The last instant at which it is done in time.
        public let at: Instant

        /// Whether it is overdue: an escalation from its very instant, everything else from a second later.
        public func isLate(at now: Instant) -> Bool {
            if case .escalation = what { at <= now } else { at < now }
        }
    }

    /// The task of a step.
    public enum What: Sendable, Hashable {
        /// The next update.
        case update
        /// The event for which a rule of the policy sets a limit.
        case limit(Judgement.Rule)
        /// To call in these people.
        case escalation(to: String)
    }

    /// All tasks that have to be done by an instant, soonest first, so that the most overdue one comes first.
    public var steps: [Step] {
        let update = nextUpdate.map { Step(what: .update, at: $0.at) }
        let limits = limits.compactMap { limit in
            limit.dueAt.map { Step(what: .limit(limit.rule), at: $0) }
        }
        let ladder = escalations.map { Step(what: .escalation(to: $0.to), at: $0.dueAt) }
        let all = [update].compactMap { $0 } + limits + ladder
        return all.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }
}

extension Judgement {
    /// Whether it is a limit whose event has not happened yet.
    ///
    /// Silences and promises are part of the next update.
    fileprivate var awaitsAnEnd: Bool {
        switch rule {
        case .acknowledge, .firstUpdate, .identify, .restore, .resolve:
            doneAt == nil && dueAt.map { $0 < .distantFuture } ?? false
        case .watch, .updates, .promise, .postMortemHeld, .postMortem: false
        }
    }
}
