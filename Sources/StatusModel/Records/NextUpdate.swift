/// The time at which readers of an open incident should get the next update, and the reason.
public struct NextUpdate: Hashable, Sendable {
    /// The instant at which it is due.
    public let at: Instant
    /// The reason that it is due.
    public let reason: Reason

    /// The reasons that an update is due.
    public enum Reason: String, Sendable {
        /// The latest update promised it.
        case promise
        /// The severity's cadence requires it.
        case policy
    }
}

extension Record {
    /// Returns the time at which the incident's next update is due, or `nil` if it is not open, or if no update is
    /// required.
    ///
    /// The latest update's promise counts. Without one, it is the cadence of the highest severity that the incident
    /// reached, by the policy at the incident's start, counted from the latest update or else from the start.
    public func nextUpdate(on page: StatusPage) -> NextUpdate? {
        guard isOpen else { return nil }
        if let promisedAt = self.updates.last?.nextUpdateAt {
            return NextUpdate(at: promisedAt, reason: .promise)
        }
        let rules = page.rules
        guard let severity = highestSeverity.map({ rules.severity($0, at: self.from) }),
            let every = severity.updateEvery
        else { return nil }
        let clock = rules.clock(of: severity, at: self.from)
        let at = clock.instant(every, after: self.updates.last?.at ?? self.from)
        return NextUpdate(at: at, reason: .policy)
    }
}
