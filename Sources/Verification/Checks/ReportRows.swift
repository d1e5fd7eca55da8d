/// The rows that a report must have.
struct ReportRows {
    let figures: Figures
    let period: String
    let range: Stretch
    private let maintenance: MaintenanceCourse
    private(set) var rows: [(row: Row, value: String)] = []

    /// The identity of a row.
    struct Row: Hashable, CustomStringConvertible {
        let section: String
        let subject: String
        let figure: String
        let unit: String

        var description: String {
            [section, subject, figure].filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }

    init(
        _ figures: Figures, of period: String, during range: Stretch, maintenance: MaintenanceCourse
    ) throws(Unreadable) {
        (self.figures, self.period, self.range) = (figures, period, range)
        self.maintenance = maintenance
        try addHead()
        add(figures.site.componentTime(during: range), "", in: "uptime")
        for component in figures.components { add(component) }
        add(clock: figures.site.byTheClock(during: range), "")
        add(figures.site.calm(during: range))
        addBurns()
        let incidents = figures.incidents(during: range)
        add(incidents)
        add(Pattern(of: incidents, in: figures.claims.calendar))
        addMonths()
        add(responsesOf: incidents, "", in: "response_times")
        for level in Set(incidents.map(\.claim.severity)).sorted() {
            let own = incidents.filter { $0.claim.severity == level }
            add(responsesOf: own, level, in: "response_times_by_severity")
        }
        let work = Maintenance(maintenance, during: range)
        add("maintenance", "", "windows", "count", work.windows)
        add("maintenance", "", "duration", "seconds", work.seconds)
        add("maintenance", "", "notice_n", "count", work.notice.n)
        add("maintenance", "", "notice_median", "seconds", work.notice.median)
        add("maintenance", "", "unannounced", "count", work.windows - work.notice.n)
        try addBefore()
    }
}

extension ReportRows {
    mutating func add(
        _ section: String, _ subject: String, _ figure: String, _ unit: String, _ value: String?
    ) {
        rows.append((Row(section: section, subject: subject, figure: figure, unit: unit), value ?? ""))
    }

    mutating func add(
        _ section: String, _ subject: String, _ figure: String, _ unit: String, _ value: Int?
    ) {
        add(section, subject, figure, unit, value.map(String.init))
    }
}

extension ReportRows {
    /// Whether the period is over.
    private var isOver: Bool { range.until <= figures.claims.now }

    fileprivate mutating func addHead() throws(Unreadable) {
        let (file, now) = (figures.claims.file, figures.claims.now)
        let revision = try file.textIfAny("revision")
        let modified = try file.optional("modified") { (json, key) throws(Unreadable) in
            try json.bool(key)
        }
        add("report", "", "from", "instant", Moment.text(range.from))
        add("report", "", "to", "instant", Moment.text(range.until))
        add("report", "", "now", "instant", Moment.text(min(now, range.until)))
        add("report", "", "standing", "text", isOver ? "ended" : "running")
        add("report", "", "audience", "text", figures.claims.audience)
        add("report", "", "generator", "text", try file.text("generator"))
        add("report", "", "revision", "text", revision.map { String($0.prefix(12)) })
        add("report", "", "modified", "text", modified.map { "\($0)" })
    }

    fileprivate mutating func add(_ uptime: Uptime, _ subject: String, in section: String) {
        add(section, subject, "observed", "seconds", uptime.observed)
        add(section, subject, "downtime", "seconds", Plain.decimal(uptime.downtime, decimals: 3))
        add(section, subject, "maintenance", "seconds", uptime.sums.maintenance)
        add(section, subject, "degraded", "seconds", uptime.sums.degraded)
        add(section, subject, "outages", "count", uptime.outages.count)
        add(section, subject, "uptime", "ratio", uptime.ratio.map(Plain.number))
    }

    fileprivate mutating func add(clock uptime: Uptime, _ subject: String) {
        add(uptime, subject, in: "by_the_clock")
        add("by_the_clock", subject, "affected", "seconds", uptime.sums.affected)
    }

    fileprivate mutating func add(_ component: ComponentCourse) {
        let (uptime, id) = (component.uptime(during: range), component.claim.id)
        guard uptime.observed > 0 else { return }
        add(uptime, id, in: "uptime")
        guard let budget = component.budget(during: range), let target = component.target(during: range)
        else {
            return
        }
        add("budget", id, "target", "percent", Plain.decimal(target, decimals: 4))
        add("budget", id, "allowed", "seconds", Plain.decimal(budget.allowed, decimals: 6))
        add("budget", id, "consumed", "seconds", Plain.decimal(budget.consumed, decimals: 6))
        add("budget", id, "remaining", "seconds", Plain.decimal(budget.left, decimals: 6))
        add("budget", id, "consumed", "percent", budget.share.map { Plain.decimal($0, decimals: 2) })
        add("budget", id, "burn_rate", "ratio", component.burnRate(during: range).map(Plain.number))
    }

    fileprivate mutating func add(_ calm: Calm) {
        add("without_outage", "", "since", "instant", calm.since.map(Moment.text))
        add("without_outage", "", "days", "count", calm.days)
        add("without_outage", "", "longest", "seconds", calm.longest?.seconds)
    }

    /// Adds recent burn rates, in a report of a period that is not over.
    fileprivate mutating func addBurns() {
        for component in figures.components where !isOver && component.uptime(during: range).observed > 0 {
            for spent in figures.burn(of: component)?.windows ?? [] {
                let (id, name) = (component.claim.id, spent.name)
                add("burn", id, "burn_rate_\(name)", "ratio", spent.rate.map(Plain.number))
                add("burn", id, "runs_out_at_\(name)", "instant", spent.runsOutAt.map(Moment.text))
            }
        }
    }

    fileprivate mutating func addBefore() throws(Unreadable) {
        guard let before = figures.before(period), let range = figures.claims.calendar.range(of: before)
        else {
            return
        }
        let incidents = figures.incidents(during: range)
        add(figures.site.componentTime(during: range), before, in: "before")
        add(clock: figures.site.byTheClock(during: range), before)
        add("before", before, "started", "count", incidents.count)
        // Only the first two times are compared with the period before: those to restore and to resolve.
        for (index, metric) in Responses.metrics.prefix(2).enumerated() {
            let times = Responses.Summary(of: index, over: incidents)
            add("before", before, "\(metric.key)_n", "count", times.n)
            add("before", before, "\(metric.key)_median", "seconds", times.median)
        }
        add(
            "before", before, "maintenance_duration", "seconds",
            Maintenance(maintenance, during: range).seconds)
    }
}
