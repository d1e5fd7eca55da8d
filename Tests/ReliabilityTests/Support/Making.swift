@testable import Reliability
import StatusModel
import TestSupport

/// A page with the components named, tracked long since, and a severity policy of two levels.
func page(
    _ components: Component..., since: Instant? = longAgo, zone: Zone = .utc
) -> StatusPage {
    StatusPage(
        title: "Example",
        url: "https://status.example.com",
        zone: zone,
        since: since,
        components: components,
        severities: [Severity(level: "SEV-1"), Severity(level: "SEV-2")]
    )
}

/// 2024-01-01T00:00:00Z.
let longAgo = Instant(seconds: 1_704_067_200)

func component(
    _ id: String,
    since: Instant? = nil,
    until: Instant? = nil,
    counts: Bool = true
) -> Component {
    Component(id: id, name: id, since: since, until: until, countsTowardsUptime: counts)
}

extension StatusPage {
    func with(_ incidents: Record..., maintenance: [Record] = []) -> StatusPage {
        var page = self
        page.incidents = incidents
        page.maintenance = maintenance
        return page
    }

    func history(now: Instant) -> StatusHistory { StatusHistory(of: self, now: now) }
}

/// An incident that gives the first component the status.
func incident(
    _ slug: String = "incident",
    _ status: ComponentStatus = .majorOutage,
    from startedAt: Instant,
    _ updates: Update...
) -> Record {
    incident(slug, [StatusChange(0, status)], from: startedAt, updates)
}

func incident(
    _ slug: String = "incident",
    _ components: [StatusChange],
    from startedAt: Instant,
    _ updates: [Update]
) -> Record {
    var record = Record(id: slug, slug: slug, path: "incidents/\(slug).md", title: slug)
    record.updates = updates
    return record.incident(severity: 1, components: components, startedAt: startedAt)
}

func maintenance(
    _ slug: String = "maintenance",
    _ components: [StatusChange] = [StatusChange(0, .underMaintenance)],
    from: Instant,
    until: Instant,
    _ updates: Update...
) -> Record {
    var record = Record(id: slug, slug: slug, path: "incidents/\(slug).md", title: slug)
    record.updates = updates
    return record.maintenance(from: from, until: until, components: components)
}

func says(_ phase: Phase, at instant: Instant, _ changes: StatusChange...) -> Update {
    var update = Update(phase: phase, at: instant)
    update.changes = changes
    return update
}

func resolved(_ instant: Instant, _ changes: StatusChange...) -> Update {
    var update = Update(phase: .resolved, at: instant)
    update.changes = changes
    return update
}

extension ResponseTimes {
    init(of incident: Record, now: Instant) {
        self.init(of: incident, restoredAt: IncidentTimeline(of: incident, now: now).restoredAt)
    }
}
