import StatusModel

/// What came of the severity policy in the incidents that started within a period: internal.
public struct PolicyFigures: Sendable, Hashable {
    /// How often each rule was kept and missed.
    public private(set) var tally = PolicyTally()
    /// Each rule that was missed, with its incident: by rule, of each what was missed by most first.
    public private(set) var missed: [MissedRule] = []
    /// Each incident's longest silence, the longest first; at most ``silenceLimit``.
    public private(set) var silences: [LongSilence] = []
    /// The steps of the escalation ladder that were made in time or late.
    public private(set) var escalationsMade = 0
    /// Those of them that were made late, by when they fell due.
    public private(set) var escalationsLate: [LadderStep] = []
    /// The steps that fell due and were not made, the earliest first.
    public private(set) var escalationsMissed: [LadderStep] = []

    /// A rule that an incident missed.
    public struct MissedRule: Sendable, Hashable {
        /// The place of the incident in ``PeriodReport/allIncidents``.
        public let incident: Int
        /// Which rule, and the times that decide.
        public let judgement: Judgement
        /// By how many seconds, as ``Judgement/missedBy(asOf:)`` has it.
        public let seconds: Int
    }

    /// A while in which an open incident had no update.
    public struct LongSilence: Sendable, Hashable {
        /// The place of its incident in ``PeriodReport/allIncidents``.
        public let incident: Int
        /// Its length in seconds, of the hours that the policy counts.
        public let seconds: Int
        /// What the policy allows, in seconds.
        public let limit: Int?
    }

    /// People who were to be called in.
    public struct LadderStep: Sendable, Hashable {
        /// The place of the incident in ``PeriodReport/allIncidents``.
        public let incident: Int
        /// Who, and by when.
        public let step: EscalationStep
    }

    /// How many silences are kept.
    public static let silenceLimit = 5

    /// Makes figures of nothing.
    init() {}
}

extension PolicyFigures {
    /// - Parameter instant: when it is asked what was done by then.
    mutating func add(
        _ compliance: PolicyCompliance,
        of incident: IncidentFacts,
        at place: Int,
        by rules: RulesInForce,
        asOf instant: Instant
    ) {
        let severity = rules.severity(incident.severity, at: incident.begins)
        tally.add(compliance, severity: incident.severity)
        missed += compliance.judgements.compactMap { judgement in
            judgement.missedBy(asOf: instant).map {
                MissedRule(incident: place, judgement: judgement, seconds: $0)
            }
        }
        for step in compliance.escalations.map({ LadderStep(incident: place, step: $0) }) {
            if step.step.madeAt == nil { escalationsMissed.append(step) } else { escalationsMade += 1 }
            if step.step.isLate { escalationsLate.append(step) }
        }
        if let silence = compliance.longestSilence {
            let clock = rules.clock(of: severity, at: incident.begins)
            let seconds = clock.seconds(during: silence.range)
            guard seconds > 0 else { return }
            silences.append(LongSilence(incident: place, seconds: seconds, limit: severity.updateEvery))
        }
    }

    mutating func sort() {
        silences.sort { ($1.seconds, $0.incident) < ($0.seconds, $1.incident) }
        silences.removeLast(max(0, silences.count - Self.silenceLimit))
        missed = Judgement.Rule.allCases.flatMap { rule in
            missed.enumerated().filter { $0.element.judgement.rule == rule }
                .sorted { ($1.element.seconds, $0.offset) < ($0.element.seconds, $1.offset) }
                .map(\.element)
        }
        escalationsLate = escalationsLate.byDueTime
        escalationsMissed = escalationsMissed.byDueTime
    }
}

extension [PolicyFigures.LadderStep] {
    /// The steps by when they fell due; of several at once in their order.
    public var byDueTime: [PolicyFigures.LadderStep] {
        enumerated()
            .sorted { ($0.element.step.dueAt, $0.offset) < ($1.element.step.dueAt, $1.offset) }
            .map(\.element)
    }
}
