import StatusModel

/// The status of the whole page, in Statuspage's terms.
public enum PageStatus: CaseIterable, Sendable {
    case operational, underMaintenance, partlyDegraded, degraded, minorOutage, partialOutage, majorOutage

    /// The indicator of how bad a page status is, in the terms of Statuspage's API.
    public enum Indicator: String, CaseIterable, Sendable {
        /// Nothing is wrong.
        case none
        /// Something is degraded, or fails for some users.
        case minor
        /// Something fails for all users, or everything fails for some.
        case major
        /// Everything fails.
        case critical
        /// Maintenance is in progress, and nothing else is wrong.
        case maintenance
    }
}

extension PageStatus {
    /// The indicator of how bad the status is.
    public var indicator: Indicator {
        switch self {
        case .operational: .none
        case .underMaintenance: .maintenance
        case .partlyDegraded, .degraded, .minorOutage: .minor
        case .partialOutage: .major
        case .majorOutage: .critical
        }
    }

    /// The description in Statuspage's API, which programs compare.
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

    /// Makes the page's status from those of its components; operational if there are none.
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
