import StatusModel

/// The severities of Statusfy, the highest first.
enum StatusfySeverity: String, CaseIterable {
    case majorOutage = "major-outage"
    case partialOutage = "partial-outage"
    case degradedPerformance = "degraded-performance"
    case underMaintenance = "under-maintenance"

    /// The status of the systems that an incident of this severity names.
    var status: ComponentStatus {
        switch self {
        case .majorOutage: .majorOutage
        case .partialOutage: .partialOutage
        case .degradedPerformance: .degradedPerformance
        case .underMaintenance: .underMaintenance
        }
    }

    var description: SeverityDescription {
        SeverityDescription(level: rawValue, status: status)
    }
}
