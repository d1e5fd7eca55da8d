import StatusModel

/// The state of the whole page, in Statuspage's words.
public enum PageStatus: CaseIterable, Sendable {
    case operational, underMaintenance, partlyDegraded, degraded, minorOutage, partialOutage, majorOutage

    /// How bad it is, in the words of Statuspage's API.
    public enum Indicator: String, CaseIterable, Sendable {
        /// Nothing is wrong.
        case none
        /// Something is degraded, or fails in part.
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
    /// How bad it is.
    public var indicator: Indicator {
        switch self {
        case .operational: .none
        case .underMaintenance: .maintenance
        case .partlyDegraded, .degraded, .minorOutage: .minor
        case .partialOutage: .major
        case .majorOutage: .critical
        }
    }

    /// What Statuspage's API calls it, which programs compare.
    public var description: String {
        switch self {
        case .operational: "All Systems Operational"
        case .underMaintenance: "Service Under Maintenance"
        case .partlyDegraded: "Partially Degraded Service"
        case .degraded: "Degraded System Service"
        case .minorOutage: "Minor Service Outage"
        case .partialOutage: "Partial System Outage"
        case .majorOutage: "Major System Outage"
        }
    }

    /// The page's status from those of its components; nothing is wrong where there are none.
    init(of statuses: [ComponentStatus]) {
        let (best, worst) = (statuses.min() ?? .operational, statuses.max() ?? .operational)
        self =
            switch (best, worst) {
            case (.majorOutage, _): .majorOutage
            case (_, .majorOutage), (.partialOutage, .partialOutage): .partialOutage
            case (_, .partialOutage): .minorOutage
            case (.degradedPerformance, .degradedPerformance): .degraded
            case (_, .degradedPerformance): .partlyDegraded
            case (_, .underMaintenance): .underMaintenance
            case (_, .operational): .operational
            }
    }
}
