import StatusModel

/// One component's disruptions and what they sum up to.
struct ComponentHistory: Sendable {
    /// When its figures count.
    let observed: TimeRange
    /// From its `since`, else the site's, else the first record, to its `until`, elapsed or not: what its error budget is
    /// allowed for.
    let lifetime: TimeRange
    /// The worst status that holds now.
    let status: ComponentStatus
    /// The instant from which it has had that status, whether or not it was observed; `nil` if it is operational.
    let statusBegan: Instant?
    /// When a record last changed its status, whether or not that was while it was observed.
    let statusChangedAt: Instant?
    /// Those within `observed`.
    let disruptions: Disruptions
    /// All that is observed.
    let own: ObservedTime
    /// What of it counts towards the site's uptime.
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
    /// What of it was observed, be it an instant.
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
