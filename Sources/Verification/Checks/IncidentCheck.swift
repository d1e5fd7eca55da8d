/// Recomputes the times of incidents, their effects, and the statistics of many of them.
struct IncidentCheck {
    let figures: Figures

    func run(_ ledger: inout Ledger) {
        for incident in figures.incidents {
            ledger.check(.incidents) { ledger throws(Unreadable) in try compare(incident, &ledger) }
        }
        for window in figures.claims.windows {
            ledger.check(.maintenance) { ledger throws(Unreadable) in try compare(window, &ledger) }
        }
        ledger.check(.responses) { ledger throws(Unreadable) in try compareResponses(&ledger) }
        ledger.check(.responses) { ledger throws(Unreadable) in try compareTrend(&ledger) }
    }
}

extension IncidentCheck {
    fileprivate func compare(_ incident: MeasuredIncident, _ ledger: inout Ledger) throws(Unreadable) {
        let (claim, json) = (incident.claim, incident.claim.json)
        let place = "statistics, incident `\(claim.slug)`"
        for (metric, time) in zip(Responses.metrics, incident.times) {
            let published = try json.value(metric.key)
            ledger.compare(
                .incidents, published, time.map { .number(Double($0)) } ?? .null,
                at: "\(place): `\(metric.key)`")
        }
        ledger.compare(
            .incidents, instants: [claim.restoredAt], [restored(incident)], at: "\(place): `restored_at`")
        let affected = try json.value("time_affected")
        ledger.compare(
            .incidents, affected, JSON(count: incident.affected(upTo: Stretch.always.until)),
            at: "\(place): `time_affected`")
        let published = try json.map("components")
        ledger.compare(
            .incidents, published.keys.sorted(), incident.spans.keys.sorted(),
            at: "\(place): `components`")
        for (id, spans) in incident.spans.sorted(by: { $0.key < $1.key }) {
            guard let effect = published[id] else { continue }
            let downtime = spans.reduce(0) { sum, span in
                sum + span.weight * ((span.until ?? figures.claims.now) - span.from)
            }
            let (worst, seconds) = (try effect.text("worst"), try effect.value("downtime_seconds"))
            ledger.compare(
                .incidents, worst, Statuses.worst(spans.map(\.status)), at: "\(place), `\(id)`: `worst`")
            ledger.compare(
                .incidents, seconds, .number(Double(downtime) / 1000),
                at: "\(place), `\(id)`: `downtime_seconds`")
        }
    }

    /// Returns the instant from which on nothing was affected.
    fileprivate func restored(_ incident: MeasuredIncident) -> Int? {
        let spans = incident.spans.values.joined()
        if let endedAt = incident.claim.endedAt { return endedAt }
        if spans.isEmpty { return incident.claim.resolvedAt }
        return spans.contains { $0.until == nil } ? nil : spans.compactMap(\.until).max()
    }

    /// Checks that maintenance affected components only while it ran.
    fileprivate func compare(_ window: Claims.WindowClaim, _ ledger: inout Ledger) throws(Unreadable) {
        let place = "statistics, maintenance `\(window.slug)`"
        let end = window.isRunning ? Stretch.always.until : window.until ?? Stretch.always.until
        for (id, spans) in (figures.effects[window.slug] ?? [:]).sorted(by: { $0.key < $1.key }) {
            for span in spans {
                let isWithin = span.from >= window.from && span.until ?? figures.claims.now <= end
                let part = "\(place), `\(id)`: the span of \(Moment.text(span.from))"
                let whole: [Int?] = [window.from, window.isRunning ? nil : window.until]
                ledger.compare(
                    .maintenance, isRight: isWithin, found: Self.text([span.from, span.until]),
                    expected: "a span within \(Self.text(whole))", at: part)
                let lasts = span.until == nil
                ledger.compare(
                    .maintenance, isRight: !lasts || window.isRunning, found: "no end",
                    expected: "an end, because the maintenance is over", at: part)
            }
        }
        let isAnnouncedBefore = window.announcedAt ?? .min < window.from
        ledger.compare(
            .maintenance, isRight: isAnnouncedBefore, found: Self.text([window.announcedAt]),
            expected: "before \(Moment.text(window.from))", at: "\(place): `announced_at`")
    }

    /// Returns the times of a span, of which the last may be missing.
    private static func text(_ instants: [Int?]) -> String {
        instants.map { $0.map(Moment.text) ?? "now" }.joined(separator: " to ")
    }

    fileprivate func compareResponses(_ ledger: inout Ledger) throws(Unreadable) {
        let (claims, published) = (
            figures.claims, try figures.claims.file.value("site").map("response_times")
        )
        var ranges = figures.recent.filter { ["30d", "90d", "365d"].contains($0.name) }
        ranges.append(("all", .always))
        for period in figures.periods {
            if let range = claims.calendar.range(of: period) { ranges.append((period, range)) }
        }
        ledger.compare(
            .responses, published.keys.sorted(), ranges.map(\.name).sorted(),
            at: "statistics, `response_times`")
        for (name, range) in ranges {
            guard let report = published[name] else { continue }
            let incidents = figures.incidents(during: range)
            let place = "statistics, `response_times`, \(name)"
            try compare(report, incidents, upTo: range.until, at: place, &ledger)
            try compare(Pattern(of: incidents, in: claims.calendar), in: report, at: place, &ledger)
        }
    }

    /// Compares the last twelve months.
    fileprivate func compareTrend(_ ledger: inout Ledger) throws(Unreadable) {
        let published = try figures.claims.file.value("site").list("trend")
        let names = try published.mapThrowing { (json) throws(Unreadable) in try json.text("period") }
        let months = Array(figures.months.suffix(12))
        ledger.compare(.responses, names, months, at: "statistics, `trend`: its months")
        for (json, month) in zip(published, months) {
            guard let range = figures.claims.calendar.range(of: month) else { continue }
            let incidents = figures.incidents(during: range)
            let (count, place) = (try json.value("incidents"), "statistics, `trend`, \(month)")
            ledger.compare(.responses, count, JSON(count: incidents.count), at: "\(place): `incidents`")
            try compare(json, metric: 0, of: incidents, at: place, &ledger)
        }
    }

    fileprivate func compare(
        _ pattern: Pattern, in report: JSON, at place: String, _ ledger: inout Ledger
    ) throws(Unreadable) {
        let (counts, shares) = (try report.map("detected_by"), try report.map("detected_by_share"))
        for (key, published) in [("detected_by", counts), ("detected_by_share", shares)] {
            ledger.compare(
                .responses, published.keys.sorted(), Pattern.detectors.sorted(), at: "\(place): `\(key)`")
        }
        for detector in Pattern.detectors {
            let (count, share) = (pattern.found[detector] ?? 0, pattern.share(detector))
            ledger.compare(
                .responses, counts[detector] ?? .null, JSON(count: count),
                at: "\(place), `detected_by`: `\(detector)`")
            ledger.compare(
                .responses, shares[detector] ?? .null, share.map(JSON.number) ?? .null,
                at: "\(place), `detected_by_share`: `\(detector)`")
        }
        let expected: [(String, JSON)] = [
            ("reopened", JSON(count: pattern.reopened)),
            ("by_weekday", .list(pattern.weekdays.map { JSON(count: $0) })),
            ("by_hour", .list(pattern.hours.map { JSON(count: $0) })),
        ]
        for (key, value) in expected {
            let published = try report.value(key)
            ledger.compare(.responses, published, value, at: "\(place): `\(key)`")
        }
    }

    fileprivate func compare(
        _ report: JSON, _ incidents: [MeasuredIncident], upTo end: Int, at place: String,
        _ ledger: inout Ledger
    ) throws(Unreadable) {
        try compare(figures: try report.value("all"), incidents, upTo: end, at: place, &ledger)
        let groups: [(String, (MeasuredIncident) -> Set<String>)] = [
            ("by_severity", { [$0.claim.severity] }), ("by_component", { Set($0.spans.keys) }),
            ("by_tag", { Set($0.claim.tags) }),
        ]
        for (key, groupsOf) in groups {
            var members: [String: [MeasuredIncident]] = [:]
            for incident in incidents {
                for name in groupsOf(incident) { members[name, default: []].append(incident) }
            }
            let published = try report.map(key)
            ledger.compare(
                .responses, published.keys.sorted(), members.keys.sorted(), at: "\(place): `\(key)`")
            for (name, incidents) in members.sorted(by: { $0.key < $1.key }) {
                guard let figures = published[name] else { continue }
                let place = "\(place), `\(name)`"
                try compare(figures: figures, incidents, upTo: end, at: place, &ledger)
            }
        }
    }

    fileprivate func compare(
        figures: JSON, _ incidents: [MeasuredIncident], upTo end: Int, at place: String,
        _ ledger: inout Ledger
    ) throws(Unreadable) {
        let open = incidents.filter(\.claim.isOpen).count
        let (n, published) = (try figures.value("incidents"), try figures.value("open"))
        ledger.compare(.responses, n, .number(Double(incidents.count)), at: "\(place): `incidents`")
        ledger.compare(.responses, published, .number(Double(open)), at: "\(place): `open`")
        let affected = incidents.reduce(0) { $0 + $1.affected(upTo: end) }
        let time = try figures.value("time_affected")
        ledger.compare(.responses, time, JSON(count: affected), at: "\(place): `time_affected`")
        for metric in Responses.metrics.indices {
            try compare(figures, metric: metric, of: incidents, at: place, &ledger)
        }
    }

    fileprivate func compare(
        _ figures: JSON, metric: Int, of incidents: [MeasuredIncident], at place: String,
        _ ledger: inout Ledger
    ) throws(Unreadable) {
        let summary = Responses.Summary(of: metric, over: incidents)
        let name = Responses.metrics[metric].key
        let published = try figures.value(name)
        for (key, value) in [
            ("n", summary.n), ("mean", summary.mean), ("median", summary.median), ("p90", summary.p90),
            ("n_from_first_update", summary.fromFirstUpdate),
        ] {
            let figure = try published.value(key)
            ledger.compare(
                .responses, figure, JSON(count: value), at: "\(place): `\(key)` of `\(name)`")
        }
    }
}
