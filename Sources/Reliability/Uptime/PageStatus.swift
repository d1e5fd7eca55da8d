import StatusModel

/// The state of the whole page, in Statuspage's words.
public struct PageStatus: Sendable, Hashable {
    /// How bad it is.
    public let indicator: Indicator
    /// What it is called, as in "Partial System Outage".
    public let description: String

    /// How bad it is, in the words of Statuspage's API.
    public enum Indicator: String, CaseIterable, Sendable {
        /// Nothing is wrong.
        case none
        /// Something is slow, or fails in part.
        case minor
        /// Something fails for all.
        case major
        /// Everything fails.
        case critical
        /// Work is under way, and nothing is wrong beyond it.
        case maintenance
    }
}

extension PageStatus {
    /// The page's status from those of its components; nothing is wrong where there are none.
    init(of statuses: [ComponentStatus]) {
        let (best, worst) = (statuses.min() ?? .operational, statuses.max() ?? .operational)
        switch (best, worst) {
        case (.majorOutage, _):
            self.init(indicator: .critical, description: "Major System Outage")
        case (_, .majorOutage), (.partialOutage, .partialOutage):
            self.init(indicator: .major, description: "Partial System Outage")
        case (_, .partialOutage):
            self.init(indicator: .minor, description: "Minor Service Outage")
        case (.degradedPerformance, .degradedPerformance):
            self.init(indicator: .minor, description: "Degraded System Service")
        case (_, .degradedPerformance):
            self.init(indicator: .minor, description: "Partially Degraded Service")
        case (_, .underMaintenance):
            self.init(indicator: .maintenance, description: "Service Under Maintenance")
        case (_, .operational):
            self.init(indicator: .none, description: "All Systems Operational")
        }
    }
}
