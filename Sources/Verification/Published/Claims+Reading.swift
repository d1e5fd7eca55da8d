extension Claims {
    /// The version of the definitions in docs/statistics.md that this program checks.
    private static let definitions = 1.0

    /// Reads the file and, for a site with many records, the files of its years.
    init(from files: some PublishedFiles) throws(Unreadable) {
        let file = try files.json("api/statistics.json")
        guard case .number(let version)? = try? file.value("definitions") else {
            throw Unreadable(
                """
                `api/statistics.json` does not say how its figures are calculated: an older version of \
                Allclear built it
                """
            )
        }
        guard version == Self.definitions else {
            throw Unreadable(
                """
                its figures use version \(Plain.number(version)) of the definitions, but this program \
                knows only version 1
                """
            )
        }
        let site = try file.value("site")
        self.file = file
        now = try file.instant("now")
        (url, title) = (try site.text("url"), try site.text("title"))
        audience = try file.text("audience")
        since = try site.instantIfAny("since")
        let calendar = try SiteCalendar(zone: try site.text("time_zone"))
        self.calendar = calendar
        let years = try file.list("years").asYears(from: files)
        let lists = years.isEmpty ? [file] : years
        incidents = try lists.flatMapThrowing { (json) throws(Unreadable) in
            try json.list("incidents").mapThrowing(IncidentClaim.init)
        }
        windows = try lists.flatMapThrowing { (json) throws(Unreadable) in
            try json.list("maintenance").mapThrowing(WindowClaim.init)
        }
        notices = try file.list("notices").mapThrowing(NoticeClaim.init)
        let spans = try Self.spans(of: years)
        components = try file.list("components").mapThrowing { (json) throws(Unreadable) in
            let id = try json.text("id")
            return try ComponentClaim(json, spans: years.isEmpty ? nil : spans[id] ?? [], in: calendar)
        }
        groups = try file.list("groups").mapThrowing(GroupClaim.init)
        levels =
            try file.list("rules").first?.list("severities")
            .mapThrowing { (json) throws(Unreadable) in try json.text("level") } ?? []
        try Self.bound(components.map(\.spans.count).reduce(0, +), Self.spanLimit, "spans")
        try Self.bound(components.count, Self.componentLimit, "components")
        try Self.checkUnique(components.map(\.id), "component")
        try Self.checkUnique(groups.map(\.id), "group")
        for window in windows where window.series != nil && window.page != Self.page(of: window.slug) {
            throw Unreadable("`\(window.slug)` is not a window of `\(window.page)`")
        }
        let slugs = incidents.map(\.slug) + windows.map(\.slug) + notices.map(\.slug)
        try Self.checkUnique(slugs, "record")
    }

    /// The greatest number of spans.
    ///
    /// Each lasts for at most 230 years, which are less than 7.3 · 10⁹ seconds, and has a weight of at most 1,000
    /// thousandths, so that their sum fits into 64 bits.
    private static let spanLimit = 1_000_000
    /// The greatest number of components, for which ten thousand times the seconds that all of them were tracked fit
    /// into 64 bits.
    private static let componentLimit = 100_000
    /// The greatest number of changes to rules, objectives and the like, since every lookup searches all of them.
    static let datedLimit = 1_000

    static func bound(_ count: Int, _ limit: Int, _ name: String) throws(Unreadable) {
        guard count <= limit else { throw Unreadable("there are more than \(limit) `\(name)`") }
    }

    /// Makes sure that no id or slug occurs twice.
    private static func checkUnique(_ names: [String], _ kind: String) throws(Unreadable) {
        var known: Set<String> = []
        for name in names where !known.insert(name).inserted {
            throw Unreadable("the \(kind) `\(name)` appears twice")
        }
    }

    /// Returns the spans by component from the files of the years, in the order in which one file would have them.
    private static func spans(of years: [JSON]) throws(Unreadable) -> [String: [SpanClaim]] {
        var spans: [String: [SpanClaim]] = [:]
        for year in years {
            for component in try year.list("components") {
                spans[try component.text("id"), default: []] +=
                    try component.list("spans").mapThrowing(SpanClaim.init)
            }
        }
        return spans.mapValues { $0.sorted(by: SpanClaim.isBefore) }
    }
}

extension Claims {
    /// Returns the address of a record's page.
    func address(of slug: String) -> String {
        url + "/incidents/\(Self.page(of: slug)).html".percentEncodedPath
    }

    /// Returns the slug of the page that a record is on.
    ///
    /// A window of a series has the series' slug, an `@` and its day.
    static func page(of slug: String) -> String { String(slug.prefix { $0 != "@" }) }
}

extension Claims.SpanClaim {
    init(_ json: JSON) throws(Unreadable) {
        from = try json.instant("from")
        until = try json.instantIfAny("until")
        (status, record) = (try json.text("status"), try json.text("incident"))
        weight = try json.thousandths("weight")
        guard Statuses.all.contains(status) else { throw Unreadable("`\(status)` is not a status") }
    }

    /// Whether the first is published before the second.
    static func isBefore(_ one: Self, _ other: Self) -> Bool {
        (one.from, one.until ?? .max, one.record) < (other.from, other.until ?? .max, other.record)
    }
}

extension Claims.ComponentClaim {
    fileprivate init(
        _ json: JSON, spans: [Claims.SpanClaim]?, in calendar: SiteCalendar
    ) throws(Unreadable) {
        self.json = json
        (id, name) = (try json.text("id"), try json.text("name"))
        (since, until) = (try json.instantIfAny("since"), try json.instantIfAny("until"))
        targets = try json.dated("targets").mapThrowing { (json) throws(Unreadable) in
            let percent = try json.numberIfAny("target")
            guard (0...100).contains(percent ?? 0) else { throw Unreadable("`target` is not a percentage") }
            return Claims.Dated(
                from: try json.beginning(in: calendar), value: percent.map { Int(($0 * 10_000).rounded()) })
        }
        isCounted = try json.bool("counts_towards_uptime")
        counted = try json.dated("counted").mapThrowing { (json) throws(Unreadable) in
            Claims.Dated(
                from: try json.beginning(in: calendar), value: try json.bool("counts_towards_uptime"))
        }
        makesHeadline = try json.bool("makes_headline")
        if let spans {
            self.spans = spans
        } else {
            self.spans = try json.list("spans").mapThrowing(Claims.SpanClaim.init)
        }
    }
}

extension Claims.GroupClaim {
    fileprivate init(_ json: JSON) throws(Unreadable) {
        (self.json, id, components) = (json, try json.text("id"), try json.texts("components"))
    }
}

extension Claims.IncidentClaim {
    fileprivate init(_ json: JSON) throws(Unreadable) {
        self.json = json
        (id, slug, title) = (try json.text("id"), try json.text("slug"), try json.text("title"))
        (severity, phase) = (try json.text("severity"), try json.text("phase"))
        startedAt = try json.instant("started_at")
        resolvedAt = try json.instantIfAny("resolved_at")
        restoredAt = try json.instantIfAny("restored_at")
        endedAt = try json.instantIfAny("ended_at")
        detectedAt = try json.instantIfAny("detected_at")
        isStartStated = try json.bool("start_is_stated")
        (detectedBy, isReopened) = (try json.textIfAny("detected_by"), try json.bool("reopened"))
        guard detectedBy.map(Pattern.detectors.contains) ?? true else {
            throw Unreadable("`detected_by` has an unknown value")
        }
        (tags, apiID) = (try json.texts("tags"), try json.text("statuspage_id"))
    }
}

extension Claims.WindowClaim {
    fileprivate init(_ json: JSON) throws(Unreadable) {
        self.json = json
        (slug, title, phase) = (try json.text("slug"), try json.text("title"), try json.text("phase"))
        (from, until) = (try json.instant("from"), try json.instantIfAny("until"))
        announcedAt = try json.instantIfAny("announced_at")
        // Records that are not windows of a series have neither.
        series = try? json.text("series")
        isNews = (try? json.text("announce")) != "none"
        (components, apiID) = (try json.texts("components"), try json.text("statuspage_id"))
    }
}

extension Claims.NoticeClaim {
    fileprivate init(_ json: JSON) throws(Unreadable) {
        (slug, title) = (try json.text("slug"), try json.text("title"))
        (from, until) = (try json.instant("from"), try json.instantIfAny("until"))
    }
}

extension PublishedFiles {
    func json(_ path: String) throws(Unreadable) -> JSON {
        let bytes = try bytes(of: try SafePath.checked(path))
        do throws(Unreadable) { return try JSON(bytes) } catch {
            throw Unreadable("`\(path)` cannot be read: \(error.reason)")
        }
    }

    func text(of path: String) throws(Unreadable) -> String {
        String(decoding: try bytes(of: try SafePath.checked(path)), as: UTF8.self)
    }
}

extension JSON {
    /// Returns the beginning of the day `from`, from which a value applies; the beginning of time if it is `null`.
    func beginning(in calendar: SiteCalendar) throws(Unreadable) -> Int {
        guard let text = try textIfAny("from") else { return Stretch.always.from }
        guard let day = Day.read(text) else { throw Unreadable("`\(text)` is not a day") }
        return calendar.start(ofDay: day)
    }

    /// Returns a list of values that apply from a day on.
    func dated(_ key: String) throws(Unreadable) -> [JSON] {
        let list = try list(key)
        try Claims.bound(list.count, Claims.datedLimit, key)
        return list
    }

    /// Returns a weight in thousandths.
    func thousandths(_ key: String) throws(Unreadable) -> Int {
        let number = try number(key)
        guard (0...1).contains(number) else { throw Unreadable("`\(key)` is not a weight from 0 to 1") }
        return Int((1000 * number).rounded())
    }
}

extension [JSON] {
    fileprivate func asYears(from files: some PublishedFiles) throws(Unreadable) -> [JSON] {
        try mapThrowing { (json) throws(Unreadable) in
            let year = try json.text("year")
            guard SiteCalendar.days(of: year) != nil, year.utf8.count == 4 else {
                throw Unreadable("`\(year)` is not a year")
            }
            return try files.json("api/statistics/\(year).json")
        }
    }
}

extension Sequence {
    func mapThrowing<Value>(_ make: (Element) throws(Unreadable) -> Value) throws(Unreadable)
        -> [Value]
    {
        var values: [Value] = []
        for element in self { values.append(try make(element)) }
        return values
    }

    fileprivate func flatMapThrowing<Value>(
        _ make: (Element) throws(Unreadable) -> [Value]
    ) throws(Unreadable) -> [Value] {
        var values: [Value] = []
        for element in self { values += try make(element) }
        return values
    }
}
