public import StatusModel

/// The number of times that each rule of the policy was met and missed, in the incidents that started within a range.
public struct PolicyTally: Sendable, Hashable {
    private var counts: [Key: Count]

    /// Makes an empty tally.
    public init() { counts = [:] }

    /// The numbers of verdicts of each kind.
    public struct Count: Sendable, Hashable {
        /// The number of times that the rule was met.
        public internal(set) var met = 0
        /// The number of times that the rule was missed.
        public internal(set) var missed = 0
        /// The number of times that the rule can still be met.
        public internal(set) var open = 0

        /// The number of all verdicts.
        public var total: Int { met + missed + open }
    }

    private struct Key: Hashable {
        let rule: Judgement.Rule
        let severity: Severity.Rank
    }
}

extension PolicyTally {
    /// Adds an incident's judgements.
    public mutating func add(_ compliance: PolicyCompliance, severity: Severity.Rank) {
        for judgement in compliance.judgements {
            counts[Key(rule: judgement.rule, severity: severity), default: Count()].add(judgement.verdict)
        }
    }

    /// Returns the numbers for the rule in incidents of that severity.
    public subscript(rule: Judgement.Rule, severity: Severity.Rank) -> Count {
        counts[Key(rule: rule, severity: severity)] ?? Count()
    }

    /// Returns the numbers for the rule in all incidents.
    public subscript(rule: Judgement.Rule) -> Count {
        counts.reduce(into: Count()) { sum, entry in
            if entry.key.rule == rule { sum.add(entry.value) }
        }
    }
}

extension PolicyTally.Count {
    fileprivate mutating func add(_ verdict: Judgement.Verdict) {
        switch verdict {
        case .met: met += 1
        case .missed: missed += 1
        case .open: open += 1
        }
    }

    fileprivate mutating func add(_ other: Self) {
        (met, missed, open) = (met + other.met, missed + other.missed, open + other.open)
    }
}
