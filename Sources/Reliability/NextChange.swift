public import StatusModel

/// The time at which a site next changes on schedule, without a commit.
///
/// Changes that count happen at an instant: an event, a promise or limit that passes, the end of a day. Values that
/// change with every second do not count: figures of ranges that end now, such as the last 90 days, and the duration of
/// something that continues.
public struct NextChange: Sendable, Hashable {
    /// The instant of the next event that readers can know beforehand: maintenance or a notice begins or ends, or
    /// something with a future date is due.
    ///
    /// It is `nil` if none is known.
    public let eventAt: Instant?
    /// The instant from which readers miss something unless the site is built again: the event, or an earlier one for
    /// which an update is promised or an end is planned.
    ///
    /// It is `nil` if none is known.
    public let dueAt: Instant?
    /// The instant at which any file changes: the event, or earlier if a promise or a limit passes, or the day ends in
    /// the site's zone.
    ///
    /// With the day, bars advance, months begin, action items become due, and components enter and leave service.
    public let at: Instant
}

extension NextChange {
    /// Determines the next change of a page.
    ///
    /// - Parameters:
    ///   - page: the complete page.
    ///   - seen: the page as its readers see it at `now`: `StatusPage.seen(by:at:)`.
    public init(of page: StatusPage, seenAs seen: StatusPage, after now: Instant) {
        eventAt = page.nextEvent(after: now, for: seen.audience)
        let promises = seen.promises(at: now)
        dueAt = ([eventAt].compactMap { $0 } + promises).filter { $0 > now }.min()
        let day = page.zone.range(of: page.zone.day(of: now))
        let isTracked = seen.components.contains { ($0.since ?? seen.since ?? seen.firstRecordAt) != nil }
        let beginnings = isTracked ? ([day.from] + seen.beginnings).map { $0 + 1 } : []
        let instants =
            promises + seen.policyTurns(at: now) + beginnings + [eventAt].compactMap { $0 }
        at = instants.filter { $0 > now }.reduce(day.to, min)
    }
}

private extension StatusPage {
    /// Returns the instants for which pages promise the next update, and at which maintenance is planned to end.
    func promises(at now: Instant) -> [Instant] {
        records.filter { $0.phase(at: now)?.isFinal == false }
            .flatMap { [$0.updates.last?.nextUpdateAt, $0.plannedEnd] }.compactMap { $0 }
    }

    /// The instants at which components change their status.
    ///
    /// A status that begins at the last second has no length yet, and is drawn from the next second on; so is a day.
    var beginnings: [Instant] {
        records.filter { $0.kind != .notice }.flatMap { record in
            [record.begins] + record.updates.lazy.filter { !$0.changes.isEmpty }.map { $0.at }
        }
    }
}
