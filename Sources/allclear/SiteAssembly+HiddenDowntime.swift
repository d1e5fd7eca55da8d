import Records
import Reliability
import StatusModel

extension SiteAssembly {
    /// What internal incidents take from the public figures.
    func hiddenDowntime(at now: Instant) -> [CheckedSite.HiddenDowntime] {
        let hidden = page.records.filter { $0.visibility == .internal && $0.from <= now }
            .compactMap { IncidentFacts(of: $0, now: now) }
        guard !hidden.isEmpty else { return [] }
        let everything = StatusHistory(of: page.seen(by: .internal, at: now), now: now)
        let shown = StatusHistory(of: page.seen(by: .public, at: now), now: now)
        return hidden.flatMap { incident -> [CheckedSite.HiddenDowntime] in
            let range = TimeRange(from: incident.begins, to: incident.resolvedAt ?? now)
            return incident.timeline.components.compactMap { component in
                let missing =
                    everything.uptime(of: component, during: range).downtimeMilliseconds
                    - shown.uptime(of: component, during: range).downtimeMilliseconds
                guard missing > 0 else { return nil }
                return CheckedSite.HiddenDowntime(
                    of: component, in: incident.record, seconds: missing / 1000)
            }
        }
    }
}
