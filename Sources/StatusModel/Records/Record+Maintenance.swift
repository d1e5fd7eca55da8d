/// Facts of maintenance that follow from its updates and the clock.
extension Record {
    /// The planned start of maintenance, with the latest `From:` of its updates.
    public var plannedStart: Instant { lastStated { $0.from } ?? self.from }

    /// The planned end of maintenance, with the latest `Until:` of its updates; `nil` if nothing states one.
    public var plannedEnd: Instant? { lastStated { $0.until } ?? self.until }

    /// The instant at which a record ended or will end by its times: `until`, or `ended` of an incident.
    ///
    /// Without updates on its progress, maintenance runs from `from` to its planned end. Once an update says that it is
    /// in progress, only COMPLETED or CANCELLED ends it; until then, this is `nil`. Maintenance that is cancelled
    /// before its start ends where it starts.
    public var closesAt: Instant? {
        guard self.kind == .maintenance else { return self.until }
        if let series = self.series { return series.windows.last?.range.to }
        let closed = self.updates.first { $0.phase.isFinal }?.at
        if isPutUnderWay { return closed.map { max($0, begins) } }
        return plannedEnd.map { planned in max(begins, min(closed ?? planned, planned)) }
    }

    /// The actual end of maintenance, or else its planned end; `nil` if nothing states one.
    ///
    /// Maintenance that never ran has only its planned end.
    public var actualOrPlannedEnd: Instant? { neverRan ? plannedEnd : closesAt ?? plannedEnd }

    /// Whether it is maintenance that was cancelled or completed before it began.
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
