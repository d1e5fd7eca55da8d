import StatusModel

/// The impacts that Statuspage has, the highest first.
enum StatuspageSeverity: String, CaseIterable {
    case critical, major, minor, none

    /// The worst status of a component from which Statuspage makes this impact.
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
    /// The status that Statuspage calls so.
    init?(statuspageName: String) {
        guard let status = Self.allCases.first(where: { $0.name == statuspageName }) else { return nil }
        self = status
    }
}
