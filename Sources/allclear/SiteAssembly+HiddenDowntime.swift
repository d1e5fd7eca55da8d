import Records
import Reliability
import StatusModel

extension SiteAssembly {
    /// Returns the downtime of internal incidents that the public figures leave out, separately for each incident.
    func hiddenDowntime(at now: Instant) -> [CheckedSite.HiddenDowntime] {
        let hidden = page.records.filter { $0.visibility == .internal && $0.from <= now }
            .compactMap { $0.happened(by: now) }.compactMap { IncidentFacts(of: $0, now: now) }
        guard !hidden.isEmpty else { return [] }
        var added = AddedDowntime(to: StatusHistory(of: page.seen(by: .public, at: now), now: now))
        return hidden.flatMap { incident in
            incident.timeline.components.compactMap { component -> CheckedSite.HiddenDowntime? in
                let missing = added.milliseconds(of: incident.timeline, to: component)
                guard missing > 0 else { return nil }
                return CheckedSite.HiddenDowntime(
                    of: component, in: incident.record, seconds: missing / 1000)
            }
        }
    }
}
