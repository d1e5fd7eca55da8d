/// The statuses of components, from best to worst.
enum Statuses {
    static let all = [
        "operational", "under_maintenance", "degraded_performance", "partial_outage", "major_outage",
    ]

    /// How bad a status is: 0 is operational.
    static func rank(_ status: String) -> Int { all.firstIndex(of: status) ?? 0 }

    /// The worst of some statuses.
    static func worst(_ statuses: some Sequence<String>) -> String {
        statuses.max { rank($0) < rank($1) } ?? "operational"
    }

    /// What pages call a status in the classes of their elements.
    static func kind(of status: String) -> String {
        switch status {
        case "under_maintenance": "maintenance"
        case "degraded_performance": "degraded"
        case "partial_outage": "partial"
        case "major_outage": "major"
        default: status
        }
    }
}
