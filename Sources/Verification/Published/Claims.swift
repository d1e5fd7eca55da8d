/// The data that figures are based on, in `api/statistics.json` and the files of its years.
struct Claims {
    let file: JSON
    let now: Int
    let url: String
    let title: String
    let audience: String
    let since: Int?
    let calendar: SiteCalendar
    let components: [ComponentClaim]
    let groups: [GroupClaim]
    /// The incidents, newest first.
    let incidents: [IncidentClaim]
    /// The maintenance windows, newest first.
    let windows: [WindowClaim]
    let notices: [NoticeClaim]
    /// The levels of the severity policy that readers may see, the highest first.
    let levels: [String]

    /// A component.
    struct ComponentClaim {
        let json: JSON
        let id: String
        let name: String
        let since: Int?
        let until: Int?
        /// The objectives in millionths, newest first.
        let targets: [Dated<Int?>]
        /// Whether it counts towards uptime now.
        let isCounted: Bool
        /// Whether it counted towards uptime, newest first.
        let counted: [Dated<Bool>]
        let makesHeadline: Bool
        /// Its statuses by record, as published: not merged, and not cut to `since` and `until`.
        let spans: [SpanClaim]
    }

    /// A value, and the instant from which it applies until the next newer one.
    struct Dated<Value> {
        let from: Int
        let value: Value
    }

    /// A status that one record gave a component.
    struct SpanClaim: Equatable {
        let from: Int
        /// The end; `nil` while it lasts.
        let until: Int?
        let status: String
        /// The weight, in thousandths.
        let weight: Int
        let record: String
    }

    struct GroupClaim {
        let json: JSON
        let id: String
        let components: [String]
    }

    struct IncidentClaim {
        let json: JSON
        let id: String
        let slug: String
        let title: String
        let severity: String
        let phase: String
        let startedAt: Int
        let resolvedAt: Int?
        let restoredAt: Int?
        let endedAt: Int?
        let detectedAt: Int?
        /// Whether the record states when it started; otherwise, that is its first update.
        let isStartStated: Bool
        /// The person or thing that noticed it first, if the record says so.
        let detectedBy: String?
        let isReopened: Bool
        let tags: [String]
        /// The id in the Statuspage API.
        let apiID: String

        var isOpen: Bool { phase != "resolved" }
        /// The end of its effect.
        var endsAt: Int? { restoredAt ?? resolvedAt }
    }

    struct WindowClaim {
        let json: JSON
        let slug: String
        let title: String
        let phase: String
        let from: Int
        let until: Int?
        let announcedAt: Int?
        let components: [String]
        let apiID: String
        /// The slug of the series that it is a window of; `nil` for other maintenance.
        let series: String?
        /// Whether it is news in feeds.
        let isNews: Bool

        /// The slug of the page that it is on.
        var page: String { series ?? slug }
        var isRunning: Bool { Self.isRunning(phase) }
        var isOver: Bool { ["completed", "cancelled"].contains(phase) }

        /// Whether work is in progress in a phase.
        static func isRunning(_ phase: String) -> Bool { ["in_progress", "verifying"].contains(phase) }
    }

    /// A notice, which is in no figure.
    struct NoticeClaim {
        let slug: String
        let title: String
        let from: Int
        let until: Int?
    }
}
