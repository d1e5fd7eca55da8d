/// The statuses of components, from best to worst.
enum Statuses {
    static let all = [
        "operational", "under_maintenance", "degraded_performance", "partial_outage", "major_outage",
    ]

    /// Returns the rank of a status, from 0 for operational to 4 for the worst.
    static func rank(_ status: String) -> Int { all.firstIndex(of: status) ?? 0 }

    /// Returns the worst of several statuses.
    static func worst(_ statuses: some Sequence<String>) -> String {
        statuses.max { rank($0) < rank($1) } ?? "operational"
    }

    /// Returns the name of a status in the classes of elements on pages.
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
