public import StatusModel

/// When a site is next to differ by the clock alone, without a commit.
///
/// What counts happens at an instant: an event, a promise or limit that passes, the end of a day. What moves
/// with every second does not: figures of ranges that end now, such as the last 90 days, and the length of
/// what still lasts.
public struct NextChange: Sendable, Hashable {
    /// When something happens that readers can be told of beforehand: maintenance or a notice begins or ends,
    /// or something dated ahead is due. Nothing where nothing is known to come.
    public let eventAt: Instant?
    /// From when on readers of a page that was not built again miss something: at the event, or before it when
    /// a promise or a planned end has passed. Nothing where nothing is known to come.
    public let dueAt: Instant?
    /// When any file differs: at the event, or before it when a promise or a limit passes, or the day ends in
    /// the site's zone: bars move on, months begin, action items fall due, components enter and leave service.
    public let at: Instant
}

extension NextChange {
    /// - Parameters:
    ///   - page: all of the page.
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
    /// When pages stop saying when there will be more, and when work is planned to end.
    func promises(at now: Instant) -> [Instant] {
        records.filter { $0.phase(at: now)?.isFinal == false }
            .flatMap { [$0.updates.last?.nextUpdateAt, $0.plannedEnd] }.compactMap { $0 }
    }

    /// When components change their status. What begins with the last second has no length yet, and is drawn
    /// from the next one on; so is a day.
    var beginnings: [Instant] {
        records.filter { $0.kind != .notice }.flatMap { record in
            [record.begins] + record.updates.lazy.filter { !$0.changes.isEmpty }.map { $0.at }
        }
    }
}
