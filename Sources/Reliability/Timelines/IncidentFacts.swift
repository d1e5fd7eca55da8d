import StatusModel

/// The facts of one incident that figures need, gathered in one pass over it: many figures ask for them.
struct IncidentFacts: Sendable {
    let slug: String
    let startedAt: Instant
    let isOpen: Bool
    /// The highest it reached.
    let severity: Severity.Rank
    let tags: [String]
    let timeline: IncidentTimeline
    let times: ResponseTimes

    init(of incident: Incident, now: Instant) {
        slug = incident.record.slug
        startedAt = incident.startedAt
        isOpen = incident.isOpen
        severity = incident.highestSeverity
        tags = incident.record.tags
        timeline = IncidentTimeline(of: incident, now: now)
        times = ResponseTimes(of: incident, restoredAt: timeline.restoredAt)
    }
}
