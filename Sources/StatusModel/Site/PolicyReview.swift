extension StatusPage {
    /// When the policy was last reviewed, and how often it is to be.
    public struct PolicyReview: Hashable, Sendable {
        /// The day it was last reviewed.
        public var lastOn: Day
        /// Seconds from one look to the next.
        public var every: Int
        /// Incidents of this severity, or of a higher one, make it due once they are resolved.
        public var afterSeverity: Severity.Rank?

        /// Makes a review rule.
        public init(lastOn: Day, every: Int, afterSeverity: Severity.Rank? = nil) {
            (self.lastOn, self.every, self.afterSeverity) = (lastOn, every, afterSeverity)
        }
    }
}

extension StatusPage.PolicyReview {
    /// When the next look is due: whole days count by the calendar, however long the clocks make them.
    public func dueAt(in zone: Zone) -> Instant {
        let day = 86_400
        return zone.start(of: lastOn.advanced(by: every / day)) + every % day
    }

    /// When the next look is due on a page that was cut at `now`: with the incident that makes it so before its time.
    public func dueAt(on page: StatusPage, now: Instant) -> Instant {
        min(dueAt(in: page.zone), incident(of: page, by: now)?.resolvedAt ?? .distantFuture)
    }

    /// The incident that made a look due before its time: the first of ``afterSeverity`` or above that was resolved on a
    /// day after the last look; `nil` if there is none.
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
