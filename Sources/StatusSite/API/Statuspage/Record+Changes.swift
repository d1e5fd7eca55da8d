import StatusModel

/// When something about a record last changed: what `updated_at` tells, and no build's own instant.
extension Incident {
    /// The latest of its start, its updates, its `ended` and the day its account was published.
    func changedAt(in zone: Zone) -> Instant {
        let publishedAt = isAccounted ? accountPublishedAt(in: zone) : nil
        return [record.updates.last?.at, endedAt, publishedAt].compactMap { $0 }.reduce(startedAt, max)
    }

    /// When its account was published: on the day of the resolution with it, else as the day begins.
    func accountPublishedAt(in zone: Zone) -> Instant? {
        guard let day = record.postMortem?.publishedOn else { return nil }
        let start = zone.start(of: day)
        return resolvedAt.map { zone.day(of: $0) == day ? max($0, start) : start } ?? start
    }

    /// Whether it is over and an account of it has been published.
    var isAccounted: Bool { !isOpen && record.postMortem?.publishedOn != nil }
}

extension MaintenanceWindow {
    /// The latest of its updates, its start and its end, as far as they have come; nothing before all.
    func changedAt(by now: Instant) -> Instant? {
        [record.updates.last?.at, startsAt, endsAt].compactMap { $0 }.filter { $0 <= now }.max()
    }
}

extension StatusPage {
    /// When anything on the page last changed: a record, or a notice or component coming or going.
    func changedAt(by now: Instant) -> Instant {
        var latest = Instant(seconds: 0)
        func take(_ instant: Instant?) {
            if let instant, instant <= now { latest = max(latest, instant) }
        }
        for incident in incidents { take(incident.changedAt(in: zone)) }
        for window in maintenance { take(window.changedAt(by: now)) }
        for notice in notices {
            for instant in [notice.from, notice.record.updates.last?.at, notice.until] { take(instant) }
        }
        for component in components {
            for instant in [component.since, component.until] { take(instant) }
        }
        take(since)
        return latest
    }
}
