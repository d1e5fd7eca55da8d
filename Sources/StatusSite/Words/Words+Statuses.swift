import StatusModel

extension Words {
    /// As a label of its own: "Major outage".
    func label(of status: ComponentStatus) -> String {
        switch status {
        case .operational: "Operational"
        case .underMaintenance: "Under maintenance"
        case .degradedPerformance: "Degraded performance"
        case .partialOutage: "Partial outage"
        case .majorOutage: "Major outage"
        }
    }

    /// HTML of a state's symbol, which the template `symbols` draws once a page.
    static func mark(_ kind: String) -> String {
        "<svg class=\"mark \(kind)\" aria-hidden=\"true\"><use href=\"#m-\(kind)\"/></svg>"
    }

    /// Within a sentence: "major outage".
    func phrase(for status: ComponentStatus) -> String {
        switch status {
        case .operational: "operational"
        case .underMaintenance: "maintenance"
        case .degradedPerformance: "degraded performance"
        case .partialOutage: "partial outage"
        case .majorOutage: "major outage"
        }
    }

    /// How much a second in the status counts as downtime, as in "partial outage 30%".
    func share(of thousandths: Int, for status: ComponentStatus) -> String {
        let (whole, tenths) = thousandths.quotientAndRemainder(dividingBy: 10)
        return "\(phrase(for: status)) \(whole)\(tenths == 0 ? "" : ".\(tenths)")%"
    }

    /// What is said of components in the status, as in "Website is slow" and "Website and API are down".
    func sentence(_ subject: String, isOne: Bool, in status: ComponentStatus) -> String {
        let state =
            switch status {
            case .operational: "operational"
            case .underMaintenance: "under maintenance"
            case .degradedPerformance: "slow"
            case .partialOutage: "partly down"
            case .majorOutage: "down"
            }
        return "\(subject) \(isOne ? "is" : "are") \(state)"
    }

    /// The site's own word for the phase, or else: "Identified", "In progress".
    func label(of phase: Phase) -> String {
        if let label = phaseLabels[phase] { return label }
        return switch phase {
        case .investigating: "Investigating"
        case .identified: "Identified"
        case .monitoring: "Monitoring"
        case .resolved: "Resolved"
        case .scheduled: "Scheduled"
        case .inProgress: "In progress"
        case .verifying: "Verifying"
        case .completed: "Completed"
        case .cancelled: "Cancelled"
        }
    }

    /// As in "SEV-2, High".
    func label(of severity: Severity) -> String {
        severity.name.map { "\(severity.level), \($0)" } ?? severity.level
    }

    /// The status's class in the style sheet, and its mark's name.
    static func kind(of status: ComponentStatus) -> String { status.shortName }
}
