import StatusModel

/// The impacts of Statuspage, the highest first.
enum StatuspageSeverity: String, CaseIterable {
    case critical, major, minor, none

    /// The worst component status for which Statuspage sets this impact.
    var status: ComponentStatus {
        switch self {
        case .critical: .majorOutage
        case .major: .partialOutage
        case .minor: .degradedPerformance
        case .none: .operational
        }
    }

    var description: SeverityDescription {
        SeverityDescription(level: rawValue, status: status)
    }
}

extension ComponentStatus {
    /// Makes the status that has this name at Statuspage.
    init?(statuspageName: String) {
        guard let status = Self.allCases.first(where: { $0.name == statuspageName }) else { return nil }
        self = status
    }
}
