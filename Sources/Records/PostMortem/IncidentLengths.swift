import Reliability
import StatusModel

/// How long an incident that is over lasted, in seconds.
struct IncidentLengths {
    /// From its beginning to the end of its impact.
    let duration: Int
    /// From its beginning to its resolution.
    let untilResolved: Int
    /// The time affected: what of it any component spent in a status worse than operational; `nil` if it affected none.
    let downtime: Int?

    /// `nil` while it lasts.
    init?(of incident: Record, at now: Instant) {
        guard let facts = IncidentFacts(of: incident, now: now), let resolvedAt = facts.resolvedAt,
            let endsAt = facts.ends
        else { return nil }
        duration = endsAt - facts.begins
        untilResolved = resolvedAt - facts.begins
        downtime = facts.timeline.spans.isEmpty ? nil : facts.affectedSeconds
    }
}

extension IncidentLengths {
    /// The lengths as a post-mortem states them.
    var facts: [Record.Detail] {
        let stated: [(String, Int?)] = [("Duration", duration), ("Downtime", downtime)]
        return stated.compactMap { label, seconds in
            seconds.map { Record.Detail(label: label, text: StatedLength(seconds: $0).description) }
        }
    }

    /// The lengths that a fact of that label may mean, the likeliest first; none if it is about something else. How long
    /// it lasted some count up to the resolution.
    func named(_ label: String) -> [Int] {
        switch Record.Detail.key(of: label) {
        case "downtime": [downtime].compactMap { $0 }
        case "duration": [duration, untilResolved, downtime].compactMap { $0 }
        default: []
        }
    }
}
