/// The rows about incidents.
extension ReportRows {
    /// Adds the numbers of incidents: all, and by severity, component and tag.
    mutating func add(_ incidents: [MeasuredIncident]) {
        add("incidents", "", "started", "count", incidents.count)
        add("incidents", "", "time_affected", "seconds", affected(by: incidents))
        add("incidents", "", "open_at_start", "count", open(at: range.from))
        add("incidents", "", "open_at_end", "count", open(at: min(range.until, figures.claims.now + 1)))
        let bySeverity = grouped(incidents, by: { [$0.claim.severity] })
        for level in figures.claims.levels {
            add("incidents_by_severity", level, "started", "count", bySeverity[level]?.count ?? 0)
        }
        let byComponent = grouped(incidents, by: { Set($0.spans.keys) })
        for component in figures.components {
            let id = component.claim.id
            guard let own = byComponent[id] else { continue }
            add("incidents_by_component", id, "started", "count", own.count)
            for (level, same) in grouped(own, by: { [$0.claim.severity] }).sorted(by: { $0.key < $1.key }) {
                add("incidents_by_component", id, "started_\(level)", "count", same.count)
            }
        }
        for (tag, own) in grouped(incidents, by: { Set($0.claim.tags) }).sorted(by: { $0.key < $1.key }) {
            add("incidents_by_tag", tag, "started", "count", own.count)
            add("incidents_by_tag", tag, "time_affected", "seconds", affected(by: own))
        }
    }

    /// Returns incidents by each of their names.
    private func grouped(
        _ incidents: [MeasuredIncident], by names: (MeasuredIncident) -> Set<String>
    ) -> [String: [MeasuredIncident]] {
        incidents.reduce(into: [:]) { groups, incident in
            for name in names(incident) { groups[name, default: []].append(incident) }
        }
    }

    /// Returns the seconds during which incidents affected any component, added up.
    private func affected(by incidents: [MeasuredIncident]) -> Int {
        incidents.reduce(0) { $0 + $1.affected(upTo: range.until) }
    }

    /// Adds the number of reopened incidents, and the numbers by detector, day of the week and hour.
    mutating func add(_ pattern: Pattern) {
        add("incidents", "", "reopened", "count", pattern.reopened)
        for detector in Pattern.detectors {
            add("incidents_by_detector", detector, "started", "count", pattern.found[detector] ?? 0)
        }
        for (day, count) in pattern.weekdays.enumerated() {
            add("incidents_by_weekday", "\(day + 1)", "started", "count", count)
        }
        for (hour, count) in pattern.hours.enumerated() {
            add("incidents_by_hour", "\(hour)", "started", "count", count)
        }
    }

    /// Adds the figures by month.
    mutating func addMonths() {
        for month in figures.months(beside: period) {
            guard let range = figures.claims.calendar.range(of: month) else { continue }
            let incidents = figures.incidents(during: range)
            let restored = Responses.Summary(of: 0, over: incidents)
            add("months", month, "started", "count", incidents.count)
            add("months", month, "time_to_restore_n", "count", restored.n)
            add("months", month, "time_to_restore_median", "seconds", restored.median)
        }
    }

    /// Returns the number of incidents that had started before an instant but were not resolved.
    ///
    /// If `since` is later than the instant, it counts instead.
    private func open(at instant: Int) -> Int {
        let instant = max(instant, figures.claims.since ?? instant)
        return figures.claims.incidents.count { $0.startedAt < instant && $0.resolvedAt ?? .max > instant }
    }

    /// Adds the response times.
    mutating func add(
        responsesOf incidents: [MeasuredIncident], _ subject: String, in section: String
    ) {
        for (index, metric) in Responses.metrics.enumerated() {
            let summary = Responses.Summary(of: index, over: incidents)
            add(section, subject, "\(metric.key)_n", "count", summary.n)
            add(section, subject, "\(metric.key)_median", "seconds", summary.median)
            add(section, subject, "\(metric.key)_mean", "seconds", summary.mean)
            add(section, subject, "\(metric.key)_p90", "seconds", summary.p90)
            add(section, subject, "\(metric.key)_n_from_first_update", "count", summary.fromFirstUpdate)
        }
    }
}
