/// All that follows from what was published, ready to be compared.
struct Figures {
    let claims: Claims
    let components: [ComponentCourse]
    let site: WholeCourse
    /// Newest first, as they are published.
    let incidents: [MeasuredIncident]
    /// The places of each component's incidents among these.
    let incidentPlaces: [String: [Int]]
    /// What each record did, by its slug, to which component.
    let effects: [String: [String: [Claims.SpanClaim]]]
    /// The slugs of maintenance.
    let windows: Set<String>
    private let byStart: [MeasuredIncident]
    private let starts: [Int]
    /// From when on components are tracked that have no `since`.
    let trackedFrom: Int
    /// The names of the periods with figures, oldest first.
    let months: [String]
    let quarters: [String]
    let years: [String]
    /// When each record began, by its slug.
    let beginnings: [String: Int]
    /// The slugs of what began in each month, and not after now.
    let begun: [String: [String]]
    /// The records as lists show them, by their slugs.
    let known: [String: Known]
    /// By slug of its page, the windows of each series.
    let series: [String: [Claims.WindowClaim]]
    let incidentsBySlug: [String: MeasuredIncident]
    let componentsByName: [String: [ComponentCourse]]
    let groupsByID: [String: Claims.GroupClaim]
    /// The places of components, by their ids.
    private let places: [String: Int]

    init(of claims: Claims) throws(Unreadable) {
        self.claims = claims
        let windows = Set(claims.windows.map(\.slug))
        self.windows = windows
        trackedFrom = try Self.beginning(of: claims)
        let trackedFrom = trackedFrom
        let components = claims.components.map {
            ComponentCourse(
                $0, windows: windows, trackedFrom: trackedFrom, now: claims.now)
        }
        self.components = components
        site = WholeCourse(of: components.flatMap(\.counted))
        let effects = Self.effects(claims)
        let incidents = try claims.incidents.mapThrowing { (incident) throws(Unreadable) in
            try MeasuredIncident(incident, spans: effects[incident.slug] ?? [:], now: claims.now)
        }
        (self.incidents, self.effects) = (incidents, effects)
        incidentPlaces = incidents.enumerated().reduce(into: [:]) { places, incident in
            for id in incident.element.spans.keys { places[id, default: []].append(incident.offset) }
        }
        byStart = incidents.sorted { $0.claim.startedAt < $1.claim.startedAt }
        starts = byStart.map(\.claim.startedAt)
        let starts =
            claims.incidents.map { ($0.slug, $0.startedAt) } + claims.windows.map { ($0.slug, $0.from) }
        let beginnings = Dictionary(starts) { first, _ in first }
        self.beginnings = beginnings
        begun = Dictionary(grouping: beginnings.filter { $0.value <= claims.now }.keys.sorted()) { slug in
            String(Day.text(claims.calendar.day(of: beginnings[slug] ?? 0)).dropLast(3))
        }
        known = Dictionary(
            claims.incidents.map(Known.named) + claims.windows.map(Known.named)
                + claims.notices.map(Known.named)
        ) { first, _ in first }
        series = Dictionary(grouping: claims.windows.filter { $0.series != nil }, by: \.page)
        incidentsBySlug = Dictionary(incidents.map { ($0.claim.slug, $0) }) { first, _ in first }
        places = Dictionary(components.enumerated().map { ($1.claim.id, $0) }) { first, _ in first }
        componentsByName = Dictionary(grouping: components, by: \.claim.name)
        groupsByID = Dictionary(claims.groups.map { ($0.id, $0) }) { first, _ in first }
        let first = min(claims.since ?? trackedFrom, claims.now)
        (months, quarters, years) = claims.calendar.periods(from: first, through: claims.now)
    }

    /// When the first record began, or else the first that is planned does; now where there is none.
    private static func beginning(of claims: Claims) throws(Unreadable) -> Int {
        let planned = claims.windows.filter { $0.phase == "scheduled" }.map(\.from).min()
        let begun = try claims.file.value("site").instantIfAny("first_record_at")
        return begun ?? planned ?? claims.now
    }

    private static func effects(_ claims: Claims) -> [String: [String: [Claims.SpanClaim]]] {
        claims.components.reduce(into: [:]) { effects, component in
            for span in component.spans {
                effects[span.record, default: [:]][component.id, default: []].append(span)
            }
        }
    }
}

extension Figures {
    /// The names of all periods: months, then quarters, then years.
    var periods: [String] { months + quarters + years }

    /// The incidents that started in a range, and not before the site's `since`.
    func incidents(during range: Stretch) -> [MeasuredIncident] {
        let first = starts.firstPlace(notBefore: max(range.from, claims.since ?? .min))
        return Array(byStart[first..<max(first, starts.firstPlace(notBefore: range.until))])
    }

    /// How many of the components have which status, the worst first: all of those that are operational, but only if no
    /// other is worse off.
    func tally(_ components: some Sequence<ComponentCourse>) -> [Int] {
        let ranks = Dictionary(grouping: components.filter { isInService($0) }) {
            Statuses.rank(status(of: $0))
        }
        let worse = ranks.filter { $0.key > 0 }.sorted { $0.key > $1.key }.map(\.value.count)
        return worse.isEmpty ? [ranks[0]?.count ?? 0] : worse
    }

    /// A group's components, as far as they count.
    func whole(of group: Claims.GroupClaim) -> WholeCourse {
        WholeCourse(of: members(of: group).flatMap(\.counted))
    }

    /// A group's components, in the order in which they are published.
    func members(of group: Claims.GroupClaim) -> [ComponentCourse] {
        Set(group.components.compactMap { places[$0] }).sorted().map { components[$0] }
    }

    /// The component of that id.
    func component(_ id: some StringProtocol) -> ComponentCourse? {
        places[String(id)].map { components[$0] }
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
