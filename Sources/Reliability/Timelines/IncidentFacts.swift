import StatusModel

/// What the figures need of one incident, gathered at one visit: a page has many.
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
