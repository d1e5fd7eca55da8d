import StatusModel

/// The time of a record's last change, for `updated_at`; it does not depend on when the site is built.
extension Record {
    /// Returns the latest of its beginning, its end and its news up to `now`; `nil` before all of them.
    func changedAt(by now: Instant, in zone: Zone) -> Instant? {
        let times = neverRan ? [] : [begins, closesAt]
        return (times + [news(by: now, in: zone).last?.at]).compactMap { $0 }.filter { $0 <= now }.max()
    }

    /// When maintenance ended; if it was cancelled before it began, the time of the update that says so.
    var closedAt: Instant? {
        neverRan ? self.updates.first { $0.phase.isFinal }?.at : closesAt
    }

    /// Whether the record is over and its post-mortem is published.
    var isOverWithPostMortem: Bool { !isOpen && self.postMortem?.publishedOn != nil }
}

extension StatusPage {
    /// Returns when anything on the page last changed: a record, or a notice or component that was added or removed.
    func changedAt(by now: Instant) -> Instant {
        var latest = Instant(seconds: 0)
        func take(_ instant: Instant?) {
            if let instant, instant <= now { latest = max(latest, instant) }
        }
        for record in records { take(record.changedAt(by: now, in: zone)) }
        for component in components {
            for instant in [component.since, component.until] { take(instant) }
        }
        take(since)
        return latest
    }
}
