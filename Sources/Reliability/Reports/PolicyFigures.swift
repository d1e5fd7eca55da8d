import StatusModel

/// What came of the severity policy in the incidents that started within a period: internal.
public struct PolicyFigures: Sendable, Hashable {
    /// How often each rule was kept and missed.
    public private(set) var tally = PolicyTally()
    /// Each incident's longest silence, the longest first; at most ``silenceLimit``.
    public private(set) var silences: [LongSilence] = []
    /// The steps of the escalation ladder that were made in time or late.
    public private(set) var escalationsMade = 0
    /// How many of those were made late.
    public private(set) var escalationsLate = 0
    /// The steps that fell due and were not made, the earliest first.
    public private(set) var escalationsMissed: [MissedStep] = []

    /// A while in which an open incident had no update.
    public struct LongSilence: Sendable, Hashable {
        /// The place of its incident in ``PeriodReport/allIncidents``.
        public let incident: Int
        /// Its length in seconds, of the hours that the policy counts.
        public let seconds: Int
        /// What the policy allows, in seconds.
        public let limit: Int?
    }

    /// People who were to be called in and were not.
    public struct MissedStep: Sendable, Hashable {
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
    mutating func add(
        _ compliance: PolicyCompliance,
        of incident: IncidentFacts,
        at place: Int,
        by rules: RulesInForce
    ) {
        let severity = rules.severity(incident.severity, at: incident.begins)
        tally.add(compliance, severity: incident.severity)
        for step in compliance.escalations {
            guard step.madeAt != nil else {
                escalationsMissed.append(MissedStep(incident: place, step: step))
                continue
            }
            escalationsMade += 1
            if step.isLate { escalationsLate += 1 }
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
        escalationsMissed.sort { ($0.step.dueAt, $0.incident) < ($1.step.dueAt, $1.incident) }
    }
}
