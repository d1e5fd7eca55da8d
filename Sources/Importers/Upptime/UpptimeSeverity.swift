import StatusModel

/// The severities of a site that is not up, the worst first.
enum UpptimeSeverity: String, CaseIterable {
    case down, degraded

    /// Makes the severity from one of Upptime's titles: "Site is down", "Site has degraded performance".
    init(ofTitle title: String) {
        self = title.lowercased().contains("degraded") ? .degraded : .down
    }

    var status: ComponentStatus {
        switch self {
        case .down: .majorOutage
        case .degraded: .degradedPerformance
        }
    }

    var description: SeverityDescription {
        SeverityDescription(level: rawValue, status: status)
    }
}
