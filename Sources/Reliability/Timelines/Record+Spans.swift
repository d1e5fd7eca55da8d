import StatusModel

extension Record {
    /// Returns the statuses other than operational that maintenance gives components up to `now`, by component, then by
    /// time.
    ///
    /// They apply only while it runs.
    func maintenanceSpans(now: Instant) -> [IncidentTimeline.Span] {
        let running = TimeRange(from: begins, to: closesAt ?? .distantFuture)
        guard running.from <= now, !running.isEmpty else { return [] }
        var statuses = DeclaredStatuses()
        statuses.declare(self.components, at: running.from)
        for update in self.updates where update.at <= now {
            statuses.declare(update.changes, at: update.at)
        }
        return statuses.spans(within: running, now: now)
    }
}
