import StatusModel

/// One component's disruptions, and their sums.
struct ComponentHistory: Sendable {
    /// The time for which it has figures.
    let observed: TimeRange
    /// The time from its `since`, or else the site's, or else the first record, to its `until`, whether or not it has
    /// passed.
    ///
    /// Its error budget is for that time.
    let lifetime: TimeRange
    /// The worst current status.
    let status: ComponentStatus
    /// The instant from which it has had that status, whether or not it was observed then; `nil` if it is operational.
    let statusBegan: Instant?
    /// The instant at which a record last changed its status, whether or not it was observed then.
    let statusChangedAt: Instant?
    /// The disruptions within `observed`.
    let disruptions: Disruptions
    /// All of the observed time.
    let own: ObservedTime
    /// The part of the observed time that counts towards the site's uptime.
    let counted: ObservedTime

    init(
        of index: Component.Index,
        on page: StatusPage,
        by rules: RulesInForce,
        _ weighing: Weighing,
        trackedFrom trackedSince: Instant,
        disruptions: [Disruption],
        status: ComponentStatus,
        statusBegan: Instant?,
        statusChangedAt: Instant?,
        now: Instant
    ) {
        let component = page.components[index]
        lifetime = TimeRange(
            from: component.since ?? trackedSince,
            to: component.until ?? .distantFuture
        )
        let observed = TimeRange(from: lifetime.from, to: min(lifetime.to, now))
        self.observed = observed
        (self.status, self.statusBegan, self.statusChangedAt) = (status, statusBegan, statusChangedAt)
        self.disruptions = Disruptions(disruptions.compactMap { $0.clipped(to: observed) })
        let curve = DowntimeCurve(of: self.disruptions.all, by: weighing)
        own = ObservedTime(all: observed, curve, by: weighing)
        counted = own.counted(rules.countsByDay(of: index))
    }
}

extension Disruption {
    /// Returns the part of it that was observed, which may be without length, or `nil` if there is none.
    fileprivate func clipped(to observed: TimeRange) -> Disruption? {
        let common = TimeRange(from: from, to: to).intersection(observed)
        guard !common.isEmpty || from == to && observed.contains(from) else { return nil }
        return Disruption(
            from: common.from,
            to: common.to,
            record: record,
            component: component,
            status: status,
            isMaintenance: isMaintenance
        )
    }
}
