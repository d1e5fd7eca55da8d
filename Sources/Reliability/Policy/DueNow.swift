public import StatusModel

/// What the team owes an open incident: by the policy of the highest severity that it reached, as that stood when the
/// incident began, and by its own promises.
public struct DueNow: Sendable, Hashable {
    /// When readers are owed the next update; `nil` if nobody asks for one.
    public let nextUpdate: NextUpdate?
    /// When a person took it on; `nil` if nobody has.
    public let acknowledgedAt: Instant?
    /// The limits that nothing has met yet, the soonest first. Those that are past are missed, and still to be met.
    public let limits: [Judgement]
    /// The steps of the escalation ladder that are not made: those that are due, the earliest first, then the next.
    public let escalations: [EscalationStep]
    /// Its steps that are not made and hang on something that may happen, in the ladder's order.
    public let conditionalEscalations: [Severity.Escalation]
    /// All that its checklists ask for, stage by stage, in the policy's order.
    public let checklist: [ChecklistItem]
}

extension DueNow {
    /// What is due for an incident of the page, which was cut at `now`; `nil` if it is not open.
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
        // Of two that are due at once, the policy's order decides.
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
        /// What is to be done.
        public let what: What
        /// The last instant at which it is in time.
        public let at: Instant

        /// Whether it is overdue: an escalation from its very instant on, everything else a second later.
        public func isLate(at now: Instant) -> Bool {
            if case .escalation = what { at <= now } else { at < now }
        }
    }

    /// What a step asks for.
    public enum What: Sendable, Hashable {
        /// The next update.
        case update
        /// What a rule of the policy sets a limit to.
        case limit(Judgement.Rule)
        /// To call in these people.
        case escalation(to: String)
    }

    /// All that has to be done by an instant, the soonest first, so that what is most overdue leads.
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
    /// Whether it is a limit that still waits for what it asks for. Silence and promises are the next update's.
    fileprivate var awaitsAnEnd: Bool {
        switch rule {
        case .acknowledge, .firstUpdate, .identify, .restore, .resolve:
            doneAt == nil && dueAt.map { $0 < .distantFuture } ?? false
        case .watch, .updates, .promise, .postMortemHeld, .postMortem: false
        }
    }
}
