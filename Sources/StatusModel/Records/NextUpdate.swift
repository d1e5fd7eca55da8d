/// When readers of an open incident are owed the next update, and by whose word.
public struct NextUpdate: Hashable, Sendable {
    /// When it is due.
    public let at: Instant
    /// What makes it due.
    public let reason: Reason

    /// What makes an update due.
    public enum Reason: String, Sendable {
        /// The latest update promised it.
        case promise
        /// The severity's cadence asks for it.
        case policy
    }
}

extension Record {
    /// When the next update on the incident is due on the page; `nil` if it is not open, or nobody asks for one.
    ///
    /// A promise counts; without one, the cadence of the highest severity that it reached, as its policy was at the
    /// incident's start: from the latest update, or else from the start.
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
