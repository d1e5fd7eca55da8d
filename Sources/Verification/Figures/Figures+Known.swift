extension Figures {
    /// A record as lists show it.
    struct Known {
        let title: String
        let from: Int
        let until: Int?
        let isOver: Bool
        let isCancelled: Bool
        /// Whether pages may show another end: the planned one, of maintenance that never began.
        let mayEndOtherwise: Bool
    }
}

extension Figures {
    /// Whether a page of that slug shows a record that is published.
    func isKnown(page slug: String) -> Bool { known[slug] != nil || series[slug] != nil }

    /// Returns the slug of the record that a list's link to a page means: for a series, the window that begins then.
    func slug(onPage slug: String, beginning instant: Int?) -> String {
        series[slug]?.first { $0.from == instant }?.slug ?? slug
    }
}

extension Figures.Known {
    /// Returns an incident with its slug.
    static func named(_ incident: Claims.IncidentClaim) -> (String, Self) {
        (incident.slug, Self(incident))
    }

    /// Returns a maintenance window with its slug.
    static func named(_ window: Claims.WindowClaim) -> (String, Self) { (window.slug, Self(window)) }

    /// Returns a notice with its slug.
    static func named(_ notice: Claims.NoticeClaim) -> (String, Self) {
        let known = Self(
            title: notice.title, from: notice.from, until: notice.until, isOver: notice.until != nil,
            isCancelled: false, mayEndOtherwise: false)
        return (notice.slug, known)
    }

    private init(_ incident: Claims.IncidentClaim) {
        (title, from, until) = (incident.title, incident.startedAt, incident.endsAt)
        (isOver, isCancelled, mayEndOtherwise) = (incident.endsAt != nil, false, false)
    }

    private init(_ window: Claims.WindowClaim) {
        (title, from, until) = (window.title, window.from, window.until)
        isOver = window.isOver
        isCancelled = window.phase == "cancelled"
        mayEndOtherwise = window.until.map { $0 <= window.from } ?? true
    }
}
