/// All figures that follow from what was published, for comparison.
struct Figures {
    let claims: Claims
    let components: [ComponentCourse]
    let site: WholeCourse
    /// The incidents, newest first, as they are published.
    let incidents: [MeasuredIncident]
    /// The places of each component's incidents in ``incidents``.
    let incidentPlaces: [String: [Int]]
    /// The spans of each record, by its slug and by component.
    let effects: [String: [String: [Claims.SpanClaim]]]
    /// The slugs of maintenance.
    let windows: Set<String>
    private let byStart: [MeasuredIncident]
    private let starts: [Int]
    /// The instant from which components without a `since` are tracked.
    let trackedFrom: Int
    /// The names of the periods with figures, oldest first.
    let months: [String]
    let quarters: [String]
    let years: [String]
    /// The beginning of each record, by its slug.
    let beginnings: [String: Int]
    /// The slugs of the records that began in each month, up to now.
    let begun: [String: [String]]
    /// The records as lists show them, by their slugs.
    let known: [String: Known]
    /// The windows of each series, by the slug of its page.
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

    /// Returns the beginning of the first record, or else of the first that is planned, or else now.
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

    /// Returns the incidents that started in a range, but not before the site's `since`.
    func incidents(during range: Stretch) -> [MeasuredIncident] {
        let first = starts.firstPlace(notBefore: max(range.from, claims.since ?? .min))
        return Array(byStart[first..<max(first, starts.firstPlace(notBefore: range.until))])
    }

    /// Returns the number of components in each status that is worse than operational, worst first.
    ///
    /// If all components are operational, it is the number of these.
    func tally(_ components: some Sequence<ComponentCourse>) -> [Int] {
        let ranks = Dictionary(grouping: components.filter { isInService($0) }) {
            Statuses.rank(status(of: $0))
        }
        let worse = ranks.filter { $0.key > 0 }.sorted { $0.key > $1.key }.map(\.value.count)
        return worse.isEmpty ? [ranks[0]?.count ?? 0] : worse
    }

    /// Returns the components of a group, as far as they count towards uptime.
    func whole(of group: Claims.GroupClaim) -> WholeCourse {
        WholeCourse(of: members(of: group).flatMap(\.counted))
    }

    /// Returns a group's components, in the order in which they are published.
    func members(of group: Claims.GroupClaim) -> [ComponentCourse] {
        Set(group.components.compactMap { places[$0] }).sorted().map { components[$0] }
    }

    /// Returns the component of that id.
    func component(_ id: some StringProtocol) -> ComponentCourse? {
        places[String(id)].map { components[$0] }
    }

    /// Returns a component's worst status now.
    func status(of component: ComponentCourse) -> String {
        Statuses.worst(component.claim.spans.lazy.filter { $0.until == nil }.map(\.status))
    }

    /// Returns the instant from which a component was tracked: its `since`, or else the site's, or else the first
    /// record's beginning.
    func trackedSince(_ component: ComponentCourse) -> Int { component.claim.since ?? trackedFrom }

    /// Whether a component is still in use.
    func isInService(_ component: ComponentCourse) -> Bool {
        component.claim.until ?? .max > claims.now
    }

    /// The recent ranges up to now, with their names.
    var recent: [(name: String, range: Stretch)] {
        [("24h", 1), ("7d", 7), ("30d", 30), ("90d", 90), ("365d", 365)].map { name, days in
            (name, Stretch(from: claims.now - days * 86_400, until: claims.now))
        }
    }

    /// The last 90 days, oldest first.
    var days: [Int] {
        let today = claims.calendar.day(of: claims.now)
        return Array(today - 89...today)
    }

    /// Returns the months that a report of a period shows: those of the year, or else the twelve that end with the
    /// period.
    func months(beside period: String) -> [String] {
        guard let days = SiteCalendar.days(of: period) else { return [] }
        let past = months.filter { month in
            SiteCalendar.days(of: month).map { $0.lowerBound < days.upperBound } ?? false
        }
        return years.contains(period) ? past.filter { $0.hasPrefix(period) } : past.suffix(12)
    }

    /// Returns the period of the same length before another, if it has figures.
    func before(_ period: String) -> String? {
        let all = months.contains(period) ? months : quarters.contains(period) ? quarters : years
        let place = all.firstIndex(of: period) ?? 0
        return place > 0 ? all[place - 1] : nil
    }

    /// Returns the range of a day.
    func range(ofDay day: Int) -> Stretch {
        Stretch(
            from: claims.calendar.start(ofDay: day), until: claims.calendar.start(ofDay: day + 1))
    }

    /// Returns the records of spans, newest first.
    func records(of spans: [HeldSpan]) -> [String] {
        Set(spans.map(\.record)).sorted {
            (beginnings[$1] ?? 0, $0) < (beginnings[$0] ?? 0, $1)
        }
    }
}
