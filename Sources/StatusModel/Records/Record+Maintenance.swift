/// What maintenance comes to, by its updates and the clock.
extension Record {
    /// When maintenance is to begin, with the latest `From:` of its updates.
    public var plannedStart: Instant { lastStated { $0.from } ?? self.from }

    /// When maintenance is to end, with the latest `Until:` of its updates; `nil` if nothing says so.
    public var plannedEnd: Instant? { lastStated { $0.until } ?? self.until }

    /// When a record ended or will end by its times: `until`, or `ended` of an incident. Maintenance has none if an update
    /// put it under way and none has ended it; cancelled before its start, it ends where it starts.
    ///
    /// By the clock alone maintenance runs from `from` to its planned end. Once an update says that it is under
    /// way, only COMPLETED or CANCELLED ends it.
    public var closesAt: Instant? {
        guard self.kind == .maintenance else { return self.until }
        let closed = self.updates.first { $0.phase.isFinal }?.at
        if isPutUnderWay { return closed.map { max($0, begins) } }
        return plannedEnd.map { planned in max(begins, min(closed ?? planned, planned)) }
    }

    /// Whether it is maintenance that was called off before it began.
    public var neverRan: Bool {
        self.kind == .maintenance && !isPutUnderWay && closesAt == begins
    }

    func maintenancePhase(at instant: Instant) -> Phase {
        if let last = self.updates.last, last.phase.isFinal || isPutUnderWay { return last.phase }
        if instant < begins { return .scheduled }
        return plannedEnd.map { instant < $0 } ?? true ? .inProgress : .completed
    }

    private var isPutUnderWay: Bool {
        self.updates.contains { $0.phase == .inProgress || $0.phase == .verifying }
    }
}
