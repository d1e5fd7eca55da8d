public import StatusModel

/// How often each rule of the policy was met and missed, over the incidents that started within a range.
public struct PolicyTally: Sendable, Hashable {
    private var counts: [Key: Count]

    /// Makes a tally of nothing.
    public init() { counts = [:] }

    /// How many judgements came out how.
    public struct Count: Sendable, Hashable {
        /// How many rules were kept.
        public internal(set) var met = 0
        /// How many were not.
        public internal(set) var missed = 0
        /// How many can still be kept.
        public internal(set) var open = 0

        /// All of them.
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

    /// What came of the rule in incidents of that severity.
    public subscript(rule: Judgement.Rule, severity: Severity.Rank) -> Count {
        counts[Key(rule: rule, severity: severity)] ?? Count()
    }

    /// What came of the rule in all incidents.
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
