/// Recomputes uptime, days and budgets of `api/statistics.json`.
struct UptimeCheck {
    let figures: Figures

    func run(_ ledger: inout Ledger) {
        let claims = figures.claims
        ledger.check(.uptime) { ledger throws(Unreadable) in
            let site = try claims.file.value("site")
            try compare(site, with: figures.site, called: "site", &ledger)
            for group in claims.groups {
                let whole = figures.whole(of: group)
                try compare(group.json, with: whole, called: "group `\(group.id)`", &ledger)
            }
            try compare(figures.site.calm(during: .always), in: site, of: "site", &ledger)
        }
        for component in figures.components {
            ledger.check(.uptime) { ledger throws(Unreadable) in try compare(component, &ledger) }
            ledger.check(.days) { ledger throws(Unreadable) in try compareDays(of: component, &ledger) }
        }
    }
}

extension UptimeCheck {
    fileprivate func compare(
        _ json: JSON, with whole: WholeCourse, called name: String, _ ledger: inout Ledger
    ) throws(Unreadable) {
        for (published, range, place) in try ranges(of: json, called: name, &ledger) {
            let (sum, clock) = (whole.componentTime(during: range), whole.byTheClock(during: range))
            try compare(published, sum, mtbf: clock.timeBetweenOutages, at: place, &ledger)
            let byTheClock = try published.value("by_the_clock")
            for (key, value) in clock.members() + [
                ("affected_seconds", .number(Double(clock.sums.affected))),
                ("degraded_seconds", .number(Double(clock.sums.degraded))),
            ] {
                let published = try byTheClock.value(key)
                ledger.compare(.uptime, published, value, at: "\(place), `by_the_clock`: `\(key)`")
            }
        }
    }

    fileprivate func compare(_ component: ComponentCourse, _ ledger: inout Ledger) throws(Unreadable) {
        let (json, name) = (component.claim.json, "component `\(component.claim.id)`")
        for (published, range, place) in try ranges(of: json, called: name, &ledger) {
            let uptime = component.uptime(during: range)
            try compare(
                published, uptime, beside: component.target(during: range), mtbf: uptime.timeBetweenOutages,
                at: place, &ledger)
        }
        let now = figures.claims.now
        let target = component.claim.targets.first { $0.from <= now }?.value
        let (percent, isCounted) = (try json.value("target"), try json.value("counts_towards_uptime"))
        ledger.compare(
            .budgets, percent, target.map { .number(Double($0) / 10_000) } ?? .null,
            at: "api/statistics.json, \(name): `target`")
        let counts = component.claim.counted.first { $0.from <= now }?.value ?? false
        ledger.compare(
            .uptime, isCounted, .bool(counts), at: "api/statistics.json, \(name): `counts_towards_uptime`")
        try compare(component.calm, in: json, of: name, &ledger)
        try compare(figures.burn(of: component), in: json, of: name, &ledger)
        guard component.claim.targets.contains(where: { $0.value != nil }) else { return }
        for period in try json.list("periods") {
            let name = try period.text("period")
            guard let range = figures.claims.calendar.range(of: name) else { continue }
            let allowance = component.allowance(during: range)
            let budget = allowance.map { JSON.number(Double($0) / 1_000_000) } ?? .null
            // If nothing is allowed, a burn rate is not known.
            let burn =
                allowance.flatMap { _ in component.burnRate(during: range) }.map(JSON.number) ?? .null
            for (key, value) in [("budget_seconds", budget), ("burn_rate", burn)] {
                let published = try period.value(key)
                ledger.compare(
                    .budgets, published, value,
                    at: "api/statistics.json, component `\(component.claim.id)`, \(name): `\(key)`")
            }
        }
    }

    fileprivate func compare(
        _ calm: Calm, in json: JSON, of name: String, _ ledger: inout Ledger
    ) throws(Unreadable) {
        let (published, longest) = (try json.value("without_outage"), calm.longest)
        let expected: [(String, JSON)] = [
            ("since", JSON(instant: calm.since)), ("days", JSON(count: calm.days)),
            ("longest_seconds", JSON(count: longest?.seconds)),
            ("longest_from", JSON(instant: longest?.from)), ("longest_to", JSON(instant: longest?.until)),
        ]
        for (key, value) in expected {
            let published = try published.value(key)
            ledger.compare(
                .uptime, published, value, at: "api/statistics.json, \(name), `without_outage`: `\(key)`")
        }
    }

    fileprivate func compare(
        _ burn: Burn?, in json: JSON, of name: String, _ ledger: inout Ledger
    ) throws(Unreadable) {
        let place = "api/statistics.json, \(name), `burn`"
        let published = try json.value("burn")
        guard let burn, published != .null else {
            return ledger.compare(
                .budgets, isRight: published == .null && burn == nil,
                found: published == .null ? "null" : "burn rates",
                expected: burn == nil ? "null" : "burn rates", at: place)
        }
        let names = try json.map("burn").keys.sorted()
        ledger.compare(.budgets, names, burn.windows.map(\.name).sorted(), at: "\(place): its windows")
        for spent in burn.windows where names.contains(spent.name) {
            let window = try published.value(spent.name)
            let (rate, end) = (try window.value("burn_rate"), try window.value("runs_out_at"))
            let expected = spent.rate.map(JSON.number) ?? .null
            ledger.compare(.budgets, rate, expected, at: "\(place), \(spent.name): `burn_rate`")
            ledger.compare(
                .budgets, end, JSON(instant: spent.runsOutAt), at: "\(place), \(spent.name): `runs_out_at`")
        }
    }

    /// Returns the recent ranges and the periods of the site, a group or a component, each with a description of its
    /// place.
    fileprivate func ranges(
        of json: JSON, called name: String, _ ledger: inout Ledger
    ) throws(Unreadable) -> [(published: JSON, range: Stretch, place: String)] {
        let uptime = try json.value("uptime")
        var ranges: [(JSON, Stretch, String)] = []
        for recent in figures.recent {
            ranges.append((try uptime.value(recent.name), recent.range, recent.name))
        }
        let periods = try json.list("periods")
        let names = try periods.mapThrowing { (json) throws(Unreadable) in try json.text("period") }
        ledger.compare(.uptime, names, figures.periods, at: "api/statistics.json, \(name): `periods`")
        for (period, name) in zip(periods, names) {
            guard let range = figures.claims.calendar.range(of: name) else { continue }
            ranges.append((period, range, name))
        }
        return ranges.map { ($0, $1, "api/statistics.json, \(name), \($2)") }
    }

    fileprivate func compare(
        _ published: JSON, _ uptime: Uptime, beside target: Int? = nil, mtbf: Int?, at place: String,
        _ ledger: inout Ledger
    ) throws(Unreadable) {
        let more: [(String, JSON)] = [
            ("from", .text(Moment.text(uptime.range.from))),
            ("to", .text(Moment.text(uptime.range.until))),
            ("maintenance_seconds", .number(Double(uptime.sums.maintenance))),
            ("degraded_seconds", .number(Double(uptime.sums.degraded))),
            ("outages", .number(Double(uptime.outages.count))),
            ("mtbf_seconds", mtbf.map { .number(Double($0)) } ?? .null),
        ]
        for (key, value) in uptime.members(beside: target) + more {
            let published = try published.value(key)
            ledger.compare(.uptime, published, value, at: "\(place): `\(key)`")
        }
    }

    fileprivate func compareDays(of component: ComponentCourse, _ ledger: inout Ledger)
        throws(Unreadable)
    {
        let published = try component.claim.json.list("days")
        let place = "api/statistics.json, component `\(component.claim.id)`"
        ledger.compare(.days, published.count, figures.days.count, at: "\(place): number of `days`")
        for (json, day) in zip(published, figures.days) {
            let range = figures.range(ofDay: day)
            let (uptime, spans) = (component.uptime(during: range), component.spans(during: range))
            let worst =
                uptime.observed > 0 ? JSON.text(Statuses.worst(spans.map(\.effect.status))) : .null
            let expected: [(String, JSON)] = [
                ("date", .text(Day.text(day))),
                ("observed_seconds", .number(Double(uptime.observed))),
                ("downtime_seconds", .number(Double(uptime.downtime) / 1000)),
                ("maintenance_seconds", .number(Double(uptime.sums.maintenance))),
                ("degraded_seconds", .number(Double(uptime.sums.degraded))),
                ("worst", worst),
                ("incidents", .list(figures.records(of: spans).map(JSON.text))),
            ]
            for (key, value) in expected {
                let published = try json.value(key)
                ledger.compare(.days, published, value, at: "\(place), \(Day.text(day)): `\(key)`")
            }
        }
    }
}

extension Uptime {
    /// Returns the members that accompany the figures everywhere.
    fileprivate func members(beside target: Int? = nil) -> [(String, JSON)] {
        [
            ("observed_seconds", .number(Double(observed))),
            ("downtime_seconds", .number(Double(downtime) / 1000)),
            ("uptime", ratio.map(JSON.number) ?? .null),
            ("text", .text(text(beside: target))),
        ]
    }
}
