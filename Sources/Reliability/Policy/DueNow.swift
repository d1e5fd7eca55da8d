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
    /// The steps of the escalation ladder that are not made: those that are due, in the ladder's order, then the next.
    public let escalations: [EscalationStep]
    /// The closing checklist, in the policy's order.
    public let checklist: [Item]

    /// An item of the checklist.
    public struct Item: Sendable, Hashable {
        /// What is to be seen to.
        public let text: String
        /// Whether the record says that it was.
        public let isDone: Bool
    }
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
        let next = EscalationStep.next(for: incident, by: severity, clock: clock, now: now)
        nextUpdate = incident.nextUpdate(on: page)
        acknowledgedAt = incident.takenOnAt
        // Of two that are due at once, the policy's order decides.
        limits = compliance.judgements.filter(\.awaitsAnEnd).enumerated().sorted { one, other in
            (one.element.dueAt ?? .distantFuture, one.offset)
                < (other.element.dueAt ?? .distantFuture, other.offset)
        }
        .map(\.element)
        escalations = compliance.escalations.filter { $0.madeAt == nil } + [next].compactMap { $0 }
        checklist = severity.checklist.map { Item(text: $0, isDone: incident.hasTicked($0)) }
    }
}

extension Judgement {
    /// Whether it is a limit that still waits for what it asks for. Silence and promises are the next update's.
    fileprivate var awaitsAnEnd: Bool {
        switch rule {
        case .acknowledge, .firstUpdate, .identify, .resolve:
            doneAt == nil && dueAt.map { $0 < .distantFuture } ?? false
        case .updates, .promise, .postMortem: false
        }
    }
}
