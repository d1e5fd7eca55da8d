import Reliability
import StatusModel

/// How long an incident that is over lasted, in seconds.
struct IncidentLengths {
    /// From its beginning to the end of its impact.
    let duration: Int
    /// From its beginning to its resolution.
    let untilResolved: Int
    /// The time affected: what of it any component spent in a status worse than operational; `nil` if it affected none.
    let affected: Int?
    /// Whether each affected second counts as one of downtime. Elsewhere downtime is weighted, and the same word for
    /// another number would contradict it.
    private let isDowntime: Bool

    /// `nil` while it lasts.
    init?(of incident: Record, by rules: RulesInForce, at now: Instant) {
        guard let facts = IncidentFacts(of: incident, now: now), let resolvedAt = facts.resolvedAt,
            let endsAt = facts.ends
        else { return nil }
        duration = endsAt - facts.begins
        untilResolved = resolvedAt - facts.begins
        affected = facts.timeline.spans.isEmpty ? nil : facts.affectedSeconds
        isDowntime = facts.timeline.spans.allSatisfy { span in
            [span.range.from, span.range.to].allSatisfy { rules.weights(at: $0)[span.status] == 1_000 }
        }
    }
}

extension IncidentLengths {
    /// The lengths as a post-mortem states them.
    var facts: [Record.Detail] {
        let stated: [(String, Int?)] = [
            ("Duration", duration), (isDowntime ? "Downtime" : "Time affected", affected),
        ]
        return stated.compactMap { label, seconds in
            seconds.map { Record.Detail(label: label, text: StatedLength(seconds: $0).description) }
        }
    }

    /// The lengths that a fact of that label may mean, the likeliest first; none if it is about something else. How long
    /// it lasted some count up to the resolution.
    func named(_ label: String) -> [Int] {
        switch Record.Detail.key(of: label) {
        case "downtime", "timeaffected": [affected].compactMap { $0 }
        case "duration": [duration, untilResolved, affected].compactMap { $0 }
        default: []
        }
    }
}
