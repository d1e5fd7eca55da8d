import Reliability
import StatusModel

/// The lengths of an incident that is over, in seconds.
struct IncidentLengths {
    /// The time from its beginning to the end of its impact.
    let duration: Int
    /// The time from its beginning to its resolution.
    let untilResolved: Int
    /// The time affected: the part of its duration in which any component had a status worse than operational; `nil` if
    /// it affected no component.
    let affected: Int?
    /// Whether each affected second counts as a whole second of downtime.
    ///
    /// Otherwise, downtime is weighted, and using the same word for another number would contradict it.
    private let isDowntime: Bool

    /// Makes the lengths; `nil` if the incident is not over.
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

    /// Returns the lengths that a fact with the label may mean, the most probable first; `[]` if it is about something
    /// else.
    ///
    /// For the duration, the time until the resolution is also possible.
    func named(_ label: String) -> [Int] {
        switch Record.Detail.key(of: label) {
        case "downtime", "timeaffected": [affected].compactMap { $0 }
        case "duration": [duration, untilResolved, affected].compactMap { $0 }
        default: []
        }
    }
}
