import StatusModel

/// When something about a record last changed: what `updated_at` tells, and no build's own instant.
extension Record {
    /// The latest of its beginning, its end and its news, as far as they have come; `nil` before all.
    func changedAt(by now: Instant, in zone: Zone) -> Instant? {
        let times = neverRan ? [] : [begins, closesAt]
        return (times + [news(by: now, in: zone).last?.at]).compactMap { $0 }.filter { $0 <= now }.max()
    }

    /// When maintenance ended; called off before it began, it ended with the update that said so.
    var closedAt: Instant? {
        neverRan ? self.updates.first { $0.phase.isFinal }?.at : closesAt
    }

    /// Whether it is over and its post-mortem is published.
    var isOverWithPostMortem: Bool { !isOpen && self.postMortem?.publishedOn != nil }
}

extension StatusPage {
    /// When anything on the page last changed: a record, or a notice or component coming or going.
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
