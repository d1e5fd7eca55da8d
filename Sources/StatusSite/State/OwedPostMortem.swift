import Reliability
import StatusModel

/// A post-mortem of an incident that is over, or the meeting over it, that the policy still waits for.
struct OwedPostMortem {
    let record: Record
    /// Which of the two.
    let rule: Judgement.Rule
    /// The last instant at which it is in time.
    let dueAt: Instant
}

extension OwedPostMortem {
    /// All that have a day, the longest due first; none for the public.
    static func all(on site: Site) -> [OwedPostMortem] {
        guard site.isForTeam else { return [] }
        var owed: [OwedPostMortem] = []
        for incident in site.history.incidents {
            let compliance = PolicyCompliance(of: incident.record, on: site.page, now: site.now)
            for judgement in compliance.judgements where judgement.isOwed {
                guard let dueAt = judgement.dueAt else { continue }
                owed.append(OwedPostMortem(record: incident.record, rule: judgement.rule, dueAt: dueAt))
            }
        }
        return owed.enumerated()
            .sorted { ($0.element.dueAt, $0.offset) < ($1.element.dueAt, $1.offset) }
            .map(\.element)
    }
}

extension Judgement {
    fileprivate var isOwed: Bool { doneAt == nil && (rule == .postMortemHeld || rule == .postMortem) }
}
