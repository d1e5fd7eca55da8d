import StatusModel

/// The results of the severity policy in the incidents that started within a period; internal.
public struct PolicyFigures: Sendable, Hashable {
    /// The number of times that each rule was met and missed.
    public private(set) var tally = PolicyTally()
    /// The rules that were missed, with their incidents: by rule, and for each rule the one missed by most first.
    public private(set) var missed: [MissedRule] = []
    /// The longest silences of incidents, longest first; at most ``silenceLimit``.
    public private(set) var silences: [LongSilence] = []
    /// The number of steps of the escalation ladder that were made, in time or late.
    public private(set) var escalationsMade = 0
    /// The steps that were made late, by the time at which they became due.
    public private(set) var escalationsLate: [LadderStep] = []
    /// The steps that became due but were not made, earliest first.
    public private(set) var escalationsMissed: [LadderStep] = []

    /// A rule that an incident missed.
    public struct MissedRule: Sendable, Hashable {
        /// The place of the incident in ``PeriodReport/allIncidents``.
        public let incident: Int
        /// The rule, and the times that decide.
        public let judgement: Judgement
        /// The number of seconds by which it was missed; see ``Judgement/missedBy(asOf:)``.
        public let seconds: Int
    }

    /// A time during which an open incident had no update.
    public struct LongSilence: Sendable, Hashable {
        /// The place of its incident in ``PeriodReport/allIncidents``.
        public let incident: Int
        /// Its length in seconds, in the hours that the policy counts.
        public let seconds: Int
        /// The length that the policy allows, in seconds.
        public let limit: Int?
    }

    /// People who should have been called in.
    public struct LadderStep: Sendable, Hashable {
        /// The place of the incident in ``PeriodReport/allIncidents``.
        public let incident: Int
        /// The people, and the time at which the step became due.
        public let step: EscalationStep
    }

    /// The greatest number of silences that are stored.
    public static let silenceLimit = 5

    /// Makes empty figures.
    init() {}
}

extension PolicyFigures {
    /// - Parameter instant: the instant by which something must have been done to count.
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
    /// The steps by the time at which they became due.
    ///
    /// Steps that became due at once stay in their order.
    public var byDueTime: [PolicyFigures.LadderStep] {
        enumerated()
            .sorted { ($0.element.step.dueAt, $0.offset) < ($1.element.step.dueAt, $1.offset) }
            .map(\.element)
    }
}
