/// Work on the service that is announced beforehand.
public struct MaintenanceWindow: Sendable {
    /// Its file, text and updates.
    public var record: Record
    /// When it was announced to begin.
    public var from: Instant
    /// When it was announced to end; after `from`.
    public var until: Instant
    /// The components' statuses while it runs.
    public var components: [StatusChange]

    /// Makes a window.
    public init(record: Record, from: Instant, until: Instant, components: [StatusChange] = []) {
        (self.record, self.from, self.until, self.components) = (record, from, until, components)
    }
}

extension MaintenanceWindow {
    /// When it is to end, with the latest `Until:` of its updates.
    public var plannedEnd: Instant { record.lastStated { $0.until } ?? until }

    /// When it began or will: the first IN PROGRESS, else `from`.
    public var startsAt: Instant {
        record.updates.first { $0.phase == .inProgress }?.at ?? from
    }

    /// When it ended or will end; nothing where an update put it under way and none has ended it.
    /// A window cancelled before its start ends where it starts.
    ///
    /// By the clock alone it runs from `from` to its planned end. Once an update says that it is under
    /// way, only COMPLETED or CANCELLED ends it.
    public var endsAt: Instant? {
        let closed = record.updates.first { $0.phase.isFinal }?.at
        if isPutUnderWay { return closed.map { max($0, startsAt) } }
        return max(startsAt, min(closed ?? plannedEnd, plannedEnd))
    }

    /// Its phase at the instant, from its updates and the clock.
    public func phase(at instant: Instant) -> Phase {
        if let last = record.updates.last, last.phase.isFinal || isPutUnderWay { return last.phase }
        if instant < startsAt { return .scheduled }
        return instant < plannedEnd ? .inProgress : .completed
    }

    private var isPutUnderWay: Bool {
        record.updates.contains { $0.phase == .inProgress || $0.phase == .verifying }
    }
}
