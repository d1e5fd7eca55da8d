import StatusModel

extension MaintenanceWindow {
    /// The statuses other than operational that the window gives components up to `now`, by component,
    /// then by time. They hold only while the window runs.
    func spans(now: Instant) -> [IncidentTimeline.Span] {
        let running = TimeRange(from: startsAt, to: endsAt ?? .distantFuture)
        guard running.from <= now, !running.isEmpty else { return [] }
        var statuses = DeclaredStatuses()
        statuses.declare(components, at: running.from)
        for update in record.updates where update.at <= now {
            statuses.declare(update.changes, at: update.at)
        }
        return statuses.spans(within: running, now: now)
    }
}
