/// The status of a component, in Statuspage's terms, from best to worst.
public enum ComponentStatus: Int, CaseIterable, Hashable, Sendable {
    /// Works as it should.
    case operational
    /// Taken out of service on purpose.
    case underMaintenance
    /// Works, but slowly or with defects.
    case degradedPerformance
    /// Fails for some users, or in part.
    case partialOutage
    /// Fails for all.
    case majorOutage
}

extension ComponentStatus {
    /// Statuspage's name for it, which records and APIs use, such as `partial_outage`.
    public var name: String {
        switch self {
        case .operational: "operational"
        case .underMaintenance: "under_maintenance"
        case .degradedPerformance: "degraded_performance"
        case .partialOutage: "partial_outage"
        case .majorOutage: "major_outage"
        }
    }

    /// The short form that records may use instead, such as `partial`.
    public var shortName: String {
        switch self {
        case .operational: "operational"
        case .underMaintenance: "maintenance"
        case .degradedPerformance: "degraded"
        case .partialOutage: "partial"
        case .majorOutage: "major"
        }
    }
}

extension ComponentStatus: Comparable {
    /// Better statuses come before worse ones.
    public static func < (one: ComponentStatus, other: ComponentStatus) -> Bool {
        one.rawValue < other.rawValue
    }
}
