/// What `api/statistics.json` and the files of its years say that figures are made of.
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
    /// Newest first.
    let incidents: [IncidentClaim]
    /// Newest first.
    let windows: [WindowClaim]
    let notices: [NoticeClaim]
    /// The levels of the severity policy that readers can meet, the highest first.
    let levels: [String]

    /// What a component is.
    struct ComponentClaim {
        let json: JSON
        let id: String
        let name: String
        let since: Int?
        let until: Int?
        /// The objectives in millionths, the newest first.
        let targets: [Dated<Int?>]
        /// Whether it counts towards uptime now.
        let isCounted: Bool
        /// Whether it counted, the newest first.
        let counted: [Dated<Bool>]
        let makesHeadline: Bool
        /// What records did to it, as it was published: not merged, and not cut to `since` and `until`.
        let spans: [SpanClaim]
    }

    /// A value, and the instant from which it holds until the next newer one.
    struct Dated<Value> {
        let from: Int
        let value: Value
    }

    /// A status that one record gave a component.
    struct SpanClaim: Equatable {
        let from: Int
        /// `nil` while it lasts.
        let until: Int?
        let status: String
        /// In thousandths.
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
        /// Whether the record says when it started; else that is its first update.
        let isStartStated: Bool
        /// Who or what noticed first, if the record says so.
        let detectedBy: String?
        let isReopened: Bool
        let tags: [String]
        /// The id in the Statuspage API.
        let apiID: String

        var isOpen: Bool { phase != "resolved" }
        /// When its effect ended.
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
        /// The slug of the series that it is a window of; `nil` if it is of none.
        let series: String?
        /// Whether feeds tell of it.
        let isNews: Bool

        /// The slug of the page that it is on.
        var page: String { series ?? slug }
        var isRunning: Bool { Self.isRunning(phase) }
        var isOver: Bool { ["completed", "cancelled"].contains(phase) }

        /// Whether work goes on in a phase.
        static func isRunning(_ phase: String) -> Bool { ["in_progress", "verifying"].contains(phase) }
    }

    /// What the team announced, which is in no figure.
    struct NoticeClaim {
        let slug: String
        let title: String
        let from: Int
        let until: Int?
    }
}
