import StatusModel

/// One component's disruptions and what they sum up to.
struct ComponentHistory: Sendable {
    /// When its figures count.
    let observed: TimeRange
    /// From its `since` to its `until`, elapsed or not: what its error budget is allowed for.
    let lifetime: TimeRange
    let target: Target?
    let countsTowardsUptime: Bool
    /// The worst status that holds now.
    let status: ComponentStatus
    /// When a record last changed its status, whether or not that was while it was observed.
    let statusChangedAt: Instant?
    /// Those within `observed`.
    let disruptions: Disruptions
    let curve: DowntimeCurve
    private let weights: UptimeWeights

    init(
        of index: Component.Index,
        on page: StatusPage,
        disruptions: [Disruption],
        status: ComponentStatus,
        statusChangedAt: Instant?,
        now: Instant
    ) {
        let component = page.components[index]
        lifetime = TimeRange(
            from: component.since ?? page.since ?? .distantPast,
            to: component.until ?? .distantFuture
        )
        let observed = TimeRange(from: lifetime.from, to: min(lifetime.to, now))
        self.observed = observed
        target = page.target(of: index)
        (self.status, self.statusChangedAt) = (status, statusChangedAt)
        countsTowardsUptime = component.countsTowardsUptime
        weights = page.weights
        self.disruptions = Disruptions(disruptions.compactMap { $0.clipped(to: observed) })
        curve = DowntimeCurve(of: self.disruptions.all, weights: page.weights)
    }

    /// Whether the disruption is an incident's and counts as downtime.
    func weighs(_ disruption: Disruption) -> Bool {
        !disruption.isMaintenance && weights[disruption.status] > 0
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
            status: status,
            isMaintenance: isMaintenance
        )
    }
}
