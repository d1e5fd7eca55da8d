public import StatusModel

extension Configuration {
    /// Returns the promise that follows from the severity's `update_every`, as records write it after `Next update:`.
    ///
    /// It is a duration such as `15m`, or a time if the severity counts business hours; `nil` if the policy requires no
    /// updates.
    ///
    /// - Parameters:
    ///   - start: the start of the incident, whose rules apply.
    ///   - instant: the time at which the promise is made.
    public func promise(by rank: Severity.Rank, begunAt start: Instant, at instant: Instant) -> String? {
        let severity = rules.severity(rank, at: start)
        guard let every = severity.updateEvery else { return nil }
        guard severity.hours == .business else { return Duration(seconds: every).description }
        let due = rules.clock(of: severity, at: start).instant(every, after: instant.droppingSeconds)
        return due < .distantFuture ? page.zone.written(due) : nil
    }
}
