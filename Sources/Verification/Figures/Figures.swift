/// All that follows from what was published, ready to be compared.
struct Figures {
    let claims: Claims
    let components: [ComponentCourse]
    let site: WholeCourse
    let incidents: [MeasuredIncident]
    /// From when on components are tracked that have no `since`.
    let trackedFrom: Int
    /// The names of the periods with figures, oldest first.
    let months: [String]
    let quarters: [String]
    let years: [String]
    /// When each record began, by its slug.
    let beginnings: [String: Int]
    /// The records as lists show them, by their slugs.
    let known: [String: Known]

    init(of claims: Claims) throws(Unreadable) {
        self.claims = claims
        let windows = Set(claims.windows.map(\.slug))
        trackedFrom = try Self.beginning(of: claims)
        let trackedFrom = trackedFrom
        let components = claims.components.map {
            ComponentCourse(
                $0, windows: windows, trackedFrom: trackedFrom, now: claims.now)
        }
        self.components = components
        site = WholeCourse(of: components.flatMap(\.counted))
        incidents = try Self.measure(claims)
        let starts =
            claims.incidents.map { ($0.slug, $0.startedAt) } + claims.windows.map { ($0.slug, $0.from) }
        beginnings = Dictionary(starts) { first, _ in first }
        known = Dictionary(claims.incidents.map(Known.named) + claims.windows.map(Known.named)) {
            first, _ in
            first
        }
        let first = min(claims.since ?? trackedFrom, claims.now)
        (months, quarters, years) = claims.calendar.periods(from: first, through: claims.now)
    }

    /// When the first record began, or else the first that is planned does; now where there is none.
    private static func beginning(of claims: Claims) throws(Unreadable) -> Int {
        let planned = claims.windows.filter { $0.phase == "scheduled" }.map(\.from).min()
        let begun = try claims.file.value("site").instantIfAny("first_record_at")
        return begun ?? planned ?? claims.now
    }

    private static func measure(_ claims: Claims) throws(Unreadable) -> [MeasuredIncident] {
        var spans: [String: [String: [Claims.SpanClaim]]] = [:]
        for component in claims.components {
            for span in component.spans {
                spans[span.record, default: [:]][component.id, default: []].append(span)
            }
        }
        return try claims.incidents.mapThrowing { (incident) throws(Unreadable) in
            try MeasuredIncident(incident, spans: spans[incident.slug] ?? [:], now: claims.now)
        }
    }
}

extension Figures {
    /// The names of all periods: months, then quarters, then years.
    var periods: [String] { months + quarters + years }

    /// A group's components, as far as they count.
    func whole(of group: Claims.GroupClaim) -> WholeCourse {
        WholeCourse(
            of: components.filter { group.components.contains($0.claim.id) }.flatMap(\.counted))
    }

    /// A component's worst status now.
    func status(of component: ComponentCourse) -> String {
        Statuses.worst(component.claim.spans.lazy.filter { $0.until == nil }.map(\.status))
    }

    /// From when on a component was tracked: from its `since`, or the site's, or the first record on.
    func trackedSince(_ component: ComponentCourse) -> Int { component.claim.since ?? trackedFrom }

    /// Whether a component is still in use.
    func isInService(_ component: ComponentCourse) -> Bool {
        component.claim.until ?? .max > claims.now
    }

    /// The ranges back from now, by their names.
    var recent: [(name: String, range: Stretch)] {
        [("24h", 1), ("7d", 7), ("30d", 30), ("90d", 90), ("365d", 365)].map { name, days in
            (name, Stretch(from: claims.now - days * 86_400, until: claims.now))
        }
    }

    /// The last 90 days, the oldest first.
    var days: [Int] {
        let today = claims.calendar.day(of: claims.now)
        return Array(today - 89...today)
    }

    /// The months beside a period: of a year its own, or else the twelve that end with it.
    func months(beside period: String) -> [String] {
        guard let days = SiteCalendar.days(of: period) else { return [] }
        let past = months.filter { month in
            SiteCalendar.days(of: month).map { $0.lowerBound < days.upperBound } ?? false
        }
        return years.contains(period) ? past.filter { $0.hasPrefix(period) } : past.suffix(12)
    }

    /// The period of the same length before another, if it has figures.
    func before(_ period: String) -> String? {
        let all = months.contains(period) ? months : quarters.contains(period) ? quarters : years
        let place = all.firstIndex(of: period) ?? 0
        return place > 0 ? all[place - 1] : nil
    }

    /// A day's instants.
    func range(ofDay day: Int) -> Stretch {
        Stretch(
            from: claims.calendar.start(ofDay: day), until: claims.calendar.start(ofDay: day + 1))
    }

    /// The records of some spans, the newest first.
    func records(of spans: [HeldSpan]) -> [String] {
        Set(spans.map(\.record)).sorted {
            (beginnings[$1] ?? 0, $0) < (beginnings[$0] ?? 0, $1)
        }
    }
}
