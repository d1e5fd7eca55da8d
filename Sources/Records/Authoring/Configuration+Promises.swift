public import StatusModel

extension Configuration {
    /// The promise that the severity's `update_every` comes to, as records write it behind `Next update:`: `15m`, or a
    /// time where it counts business hours. `nil` if the policy asks for no updates.
    ///
    /// - Parameters:
    ///   - start: when the incident began, whose rules hold.
    ///   - instant: when the promise is made.
    public func promise(by rank: Severity.Rank, begunAt start: Instant, at instant: Instant) -> String? {
        let severity = rules.severity(rank, at: start)
        guard let every = severity.updateEvery else { return nil }
        guard severity.hours == .business else { return Duration(seconds: every).description }
        let due = rules.clock(of: severity, at: start).instant(every, after: instant.droppingSeconds)
        return due < .distantFuture ? page.zone.written(due) : nil
    }
}
