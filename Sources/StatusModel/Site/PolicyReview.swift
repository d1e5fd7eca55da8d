extension StatusPage {
    /// The last review of the policy, and the rule for the next one.
    public struct PolicyReview: Hashable, Sendable {
        /// The day of the last review.
        public var lastOn: Day
        /// The time from one review to the next, in seconds.
        public var every: Int
        /// The lowest severity whose incidents make a review due when they are resolved.
        public var afterSeverity: Severity.Rank?

        /// Makes a review rule.
        public init(lastOn: Day, every: Int, afterSeverity: Severity.Rank? = nil) {
            (self.lastOn, self.every, self.afterSeverity) = (lastOn, every, afterSeverity)
        }
    }
}

extension StatusPage.PolicyReview {
    /// Returns the instant at which the next review is due.
    ///
    /// Whole days count by the calendar, even if a clock change makes one longer or shorter.
    public func dueAt(in zone: Zone) -> Instant {
        let day = 86_400
        return zone.start(of: lastOn.advanced(by: every / day)) + every % day
    }

    /// Returns the instant at which the next review is due on a page that was cut at `now`, which is earlier if an
    /// incident makes it so.
    public func dueAt(on page: StatusPage, now: Instant) -> Instant {
        min(dueAt(in: page.zone), incident(of: page, by: now)?.resolvedAt ?? .distantFuture)
    }

    /// Returns the incident that made a review due early, or `nil` if there is none.
    ///
    /// That is the first of ``afterSeverity`` or higher that was resolved on a day after the last review.
    public func incident(of page: StatusPage, by now: Instant) -> Record? {
        guard let afterSeverity else { return nil }
        let from = page.zone.start(of: lastOn.advanced(by: 1))
        let resolved = page.records.compactMap { record -> (record: Record, at: Instant)? in
            guard record.highestSeverity.map({ $0 <= afterSeverity }) == true, let at = record.resolvedAt,
                from <= at, at <= now
            else { return nil }
            return (record, at)
        }
        return resolved.min { ($0.at, $0.record.slug) < ($1.at, $1.record.slug) }?.record
    }
}
