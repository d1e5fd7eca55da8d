import StatusModel

/// When something about a record last changed: what `updated_at` tells, and no build's own instant.
extension Record {
    /// The latest of its beginning, its updates, its end and the day its account was published, as far as they have come;
    /// `nil` before all.
    func changedAt(by now: Instant, in zone: Zone) -> Instant? {
        let publishedAt = isAccounted ? accountPublishedAt(in: zone) : nil
        let times = neverRan ? [] : [begins, closesAt]
        return (times + [self.updates.last?.at, publishedAt]).compactMap { $0 }.filter { $0 <= now }
            .max()
    }

    /// When maintenance ended; called off before it began, it ended with the update that said so.
    var closedAt: Instant? {
        neverRan ? self.updates.first { $0.phase.isFinal }?.at : closesAt
    }

    /// When an incident's account was published: on the day of the resolution with it, else as the day begins.
    func accountPublishedAt(in zone: Zone) -> Instant? {
        guard self.kind == .incident, let day = self.postMortem?.publishedOn else { return nil }
        let start = zone.start(of: day)
        return resolvedAt.map { zone.day(of: $0) == day ? max($0, start) : start } ?? start
    }

    /// Whether it is over and an account of it has been published.
    var isAccounted: Bool { !isOpen && self.postMortem?.publishedOn != nil }
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
