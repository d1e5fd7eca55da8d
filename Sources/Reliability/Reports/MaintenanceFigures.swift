public import StatusModel

/// The figures of a period's maintenance.
public struct MaintenanceFigures: Sendable, Hashable {
    /// The number of windows that began within the period.
    ///
    /// One that was cancelled before it began does not count.
    public let windows: Int
    /// The seconds of the period in which at least one window ran.
    public let seconds: Int
    /// The seconds from the announcement, which is the first SCHEDULED, to the start, of those windows that were
    /// announced before they began.
    public let leadTime: Summary
    /// The number of the period's windows that no update announced before they began.
    public let unannounced: Int
}

extension Record {
    /// The instant at which maintenance was announced: its first SCHEDULED before it began.
    public var announcedAt: Instant? {
        let (updates, startsAt) = (self.updates, begins)
        return updates.indices.first { updates[$0].phase == .scheduled && updates[$0].at < startsAt }
            .map { updates[$0].at }
    }
}

/// The facts about one maintenance window on which figures are based.
struct MaintenanceFacts: Sendable {
    /// The time during which it ran, up to now; empty if it was cancelled before its start.
    let ran: TimeRange
    let announcedAt: Instant?

    init(of window: Record, now: Instant) {
        let startsAt = window.begins
        ran = TimeRange(from: startsAt, to: min(window.closesAt ?? now, now))
        announcedAt = window.announcedAt
    }

    /// Returns the facts about all windows that have begun by now, earliest start first.
    static func all(of page: StatusPage, now: Instant) -> [MaintenanceFacts] {
        page.records(of: .maintenance).map { MaintenanceFacts(of: $0, now: now) }
            .filter { !$0.ran.isEmpty }
            .sorted { ($0.ran.from, $0.ran.to) < ($1.ran.from, $1.ran.to) }
    }
}

extension StatusHistory {
    /// Returns the figures of the windows in the range.
    func maintenance(during range: TimeRange) -> MaintenanceFigures {
        let begun = maintenance.filter { range.contains($0.ran.from) }
        let leadTimes = begun.compactMap { window in window.announcedAt.map { window.ran.from - $0 } }
        return MaintenanceFigures(
            windows: begun.count,
            seconds: maintenance.lazy.map { $0.ran.intersection(range) }.secondsTogether,
            leadTime: Summary(of: leadTimes),
            unannounced: begun.count - leadTimes.count
        )
    }
}

extension Sequence<TimeRange> {
    /// The seconds of all ranges, which must be in the order of their starts.
    ///
    /// Seconds that several share count once.
    fileprivate var secondsTogether: Int {
        var (sum, end) = (0, Instant.distantPast)
        for range in self where range.to > end {
            sum += range.to - Swift.max(range.from, end)
            end = range.to
        }
        return sum
    }
}
