/// Holds the Statuspage API against the incidents, their updates' times against each other, and its lists against its
/// files.
struct StatuspageCheck {
    let figures: Figures
    let files: any PublishedFiles

    func run(_ ledger: inout Ledger) {
        ledger.check(.api) { ledger throws(Unreadable) in try compareStatus(&ledger) }
        ledger.check(.api) { ledger throws(Unreadable) in try compareComponents(&ledger) }
        ledger.check(.api) { ledger throws(Unreadable) in try compareIncidents(&ledger) }
        ledger.check(.api) { ledger throws(Unreadable) in try compareMaintenance(&ledger) }
        ledger.check(.api) { ledger throws(Unreadable) in try compareSummary(&ledger) }
        for incident in figures.incidents {
            ledger.check(.updates) { ledger throws(Unreadable) in try compare(incident, &ledger) }
        }
    }
}

extension PublishedFiles {
    /// A file of the API.
    func api(_ name: String) throws(Unreadable) -> JSON { try json("api/v2/\(name).json") }
}

extension StatuspageCheck {
    fileprivate static let lists = [
        "summary", "status", "components", "incidents", "incidents/unresolved",
        "scheduled-maintenances",
        "scheduled-maintenances/upcoming", "scheduled-maintenances/active",
    ]

    fileprivate func compareStatus(_ ledger: inout Ledger) throws(Unreadable) {
        let (status, expected) = (try files.api("status").value("status"), figures.pageStatus)
        let (indicator, description) = (try status.text("indicator"), try status.text("description"))
        ledger.compare(.api, indicator, expected.indicator, at: "api/v2/status.json: `indicator`")
        ledger.compare(.api, description, expected.description, at: "api/v2/status.json: `description`")
        let page = try files.api("status").value("page")
        let (name, url) = (try page.text("name"), try page.text("url"))
        ledger.compare(.api, name, figures.claims.title, at: "api/v2/status.json, page: `name`")
        ledger.compare(.api, url, figures.claims.url, at: "api/v2/status.json, page: `url`")
        for list in Self.lists {
            let other = try files.api(list).value("page")
            ledger.compare(
                .api, other == page, true, at: "api/v2/\(list).json: `page` is that of status.json")
        }
    }

    fileprivate func compareComponents(_ ledger: inout Ledger) throws(Unreadable) {
        let (path, listed) = ("api/v2/components.json", try files.api("components").list("components"))
        var (statuses, groups) = ([String: String](), [JSON]())
        var own: [[String]] = []
        for json in listed {
            if try json.bool("group") {
                groups.append(json)
            } else {
                statuses[try json.text("id")] = try json.text("status")
                own.append([try json.text("name"), try json.text("status")])
                try compareBeginning(of: json, &ledger)
            }
        }
        let expected = figures.components.filter { figures.isInService($0) }
            .map { [$0.claim.name, figures.status(of: $0)] }
        let sorted = (
            own.sorted { $0.lexicographicallyPrecedes($1) },
            expected.sorted { $0.lexicographicallyPrecedes($1) }
        )
        ledger.compare(.api, sorted.0.count, sorted.1.count, at: "\(path): number of components")
        for (published, expected) in zip(sorted.0, sorted.1) {
            ledger.compare(.api, published, expected, at: "\(path): `status` of \(expected[0])")
        }
        for group in groups {
            let (status, members) = (try group.text("status"), try group.texts("components"))
            let name = try group.text("name")
            let worst = Statuses.worst(members.compactMap { statuses[$0] })
            ledger.compare(.api, status, worst, at: "\(path): `status` of the group \(name)")
        }
    }

    /// Since when a component is there: since its own day or, where it names none, since the site's.
    fileprivate func compareBeginning(of json: JSON, _ ledger: inout Ledger) throws(Unreadable) {
        let (name, createdAt) = (try json.text("name"), try json.instant("created_at"))
        let own = (figures.componentsByName[name] ?? []).map(\.claim.since)
        let expected = try json.value("start_date") == .null ? [figures.claims.since] : own
        guard !expected.contains(nil) else { return }
        ledger.compare(
            .api, expected.contains(createdAt), true,
            at: "api/v2/components.json: `created_at` of \(name)")
    }

    fileprivate func compareIncidents(_ ledger: inout Ledger) throws(Unreadable) {
        let open = figures.incidents.filter(\.claim.isOpen)
        for (name, expected) in [
            ("incidents", Array(figures.incidents.prefix(50))), ("incidents/unresolved", open),
        ] {
            let published = try files.api(name).list("incidents")
            ledger.compare(
                .api, published.count, expected.count, at: "api/v2/\(name).json: number of incidents")
            for (json, incident) in zip(published, expected) {
                let file = try files.api("incidents/\(incident.claim.apiID)").value("incident")
                ledger.compare(
                    .api, json == file, true,
                    at: "api/v2/\(name).json: `\(incident.claim.slug)` is as in its own file")
            }
        }
    }

    fileprivate func compareSummary(_ ledger: inout Ledger) throws(Unreadable) {
        let (path, summary) = ("api/v2/summary.json", try files.api("summary"))
        let (active, upcoming) = (
            try files.api("scheduled-maintenances/active").list("scheduled_maintenances"),
            try files.api("scheduled-maintenances/upcoming").list("scheduled_maintenances")
        )
        let expected: [(String, JSON)] = [
            ("status", try files.api("status").value("status")),
            ("components", try files.api("components").value("components")),
            ("incidents", try files.api("incidents/unresolved").value("incidents")),
            ("scheduled_maintenances", .list(active + upcoming)),
        ]
        for (key, value) in expected {
            let published = try summary.value(key)
            ledger.compare(.api, published == value, true, at: "\(path): `\(key)` is as in its own file")
        }
    }
}

extension StatuspageCheck {
    /// An incident's own file: its times follow from its updates, and they from what was published elsewhere.
    fileprivate func compare(_ incident: MeasuredIncident, _ ledger: inout Ledger) throws(Unreadable) {
        let (claim, facts) = (incident.claim, incident.claim.json)
        let path = "api/v2/incidents/\(claim.apiID).json"
        let file = try files.json(path)
        let json = try file.value("incident")
        let changes = try ([json] + json.list("components")).mapThrowing { (json) throws(Unreadable) in
            try json.instant("updated_at")
        }
        let changedAt = try file.value("page").instant("updated_at")
        ledger.compare(.api, instants: [changedAt], [changes.max()], at: "\(path), page: `updated_at`")
        let told = try RecordTimes.Told(json)
        let noticedAt = try facts.instantIfAny("noticed_at")
        let (first, last) = (told.updates.first, told.updates.last)
        // One without updates is told by a single one, which bears its start.
        ledger.compare(
            .updates, instants: [noticedAt ?? claim.startedAt], [first?.at],
            at: "\(path): the first update")
        ledger.compare(.updates, last?.status, claim.phase, at: "\(path): `status` of the last update")
        let isSorted = zip(told.updates, told.updates.dropFirst()).allSatisfy { $0.at <= $1.at }
        ledger.compare(.updates, isSorted, true, at: "\(path): updates are in order")
        try compareTimes(of: claim, told, hasUpdates: noticedAt != nil, &ledger)
        try compareMembers(of: incident, told, noticedAt: noticedAt, at: path, &ledger)
        try compareChanges(of: json, at: path, &ledger)
    }

    /// The times that follow from updates. One without any has none of them but for its end, which it states.
    fileprivate func compareTimes(
        of claim: Claims.IncidentClaim, _ told: RecordTimes.Told, hasUpdates: Bool, _ ledger: inout Ledger
    ) throws(Unreadable) {
        let place = "statistics, incident `\(claim.slug)`"
        let (identifiedAt, mitigatedAt) = (
            try claim.json.instantIfAny("identified_at"), try claim.json.instantIfAny("mitigated_at")
        )
        let monitoredAt = hasUpdates ? told.first("monitoring") : nil
        let mended = [monitoredAt, claim.restoredAt].compactMap { $0 }.min()
        ledger.compare(.updates, instants: [mitigatedAt], [mended], at: "\(place): `mitigated_at`")
        ledger.compare(
            .updates, claim.isReopened, hasUpdates && told.isReopened, at: "\(place): `reopened`")
        guard hasUpdates else { return }
        ledger.compare(
            .updates, instants: [identifiedAt], [told.first("identified")],
            at: "\(place): `identified_at`")
        ledger.compare(
            .updates, instants: [claim.resolvedAt], [told.resolvedAt], at: "\(place): `resolved_at`")
        let isStart = claim.isStartStated || claim.startedAt == told.updates.first?.at
        ledger.compare(.updates, isStart, true, at: "\(place): `start_is_stated`")
    }

    fileprivate func compareMembers(
        of incident: MeasuredIncident, _ told: RecordTimes.Told, noticedAt: Int?, at path: String,
        _ ledger: inout Ledger
    ) throws(Unreadable) {
        let (claim, json) = (incident.claim, told.json)
        let status = try json.text("status")
        let isAccounted = status == "postmortem" && !claim.isOpen
        let expected: [(String, JSON)] = [
            ("id", .text(claim.apiID)), ("name", .text(claim.title)),
            ("status", .text(isAccounted ? "postmortem" : claim.phase)),
            ("impact", .text(Self.impact(of: incident))),
            ("shortlink", .text(figures.claims.address(of: claim.slug))),
            ("created_at", .text(Self.time(noticedAt ?? claim.startedAt))),
            ("started_at", .text(Self.time(claim.startedAt))),
            ("monitoring_at", told.first("monitoring").map { .text(Self.time($0)) } ?? .null),
            ("resolved_at", claim.resolvedAt.map { .text(Self.time($0)) } ?? .null),
        ]
        for (key, value) in expected {
            let published = try json.value(key)
            ledger.compare(.api, published, value, at: "\(path): `\(key)`")
        }
        let updatedAt = try json.instant("updated_at")
        let last = max(
            claim.startedAt, noticedAt == nil ? .min : told.updates.last?.at ?? .min,
            claim.endedAt ?? .min)
        // An account that was published since is news, too.
        let isLate = isAccounted ? updatedAt < last : updatedAt != last
        ledger.compare(.api, isLate, false, at: "\(path): `updated_at` is \(Moment.text(last))")
        for update in try json.list("incident_updates") {
            let id = try update.text("incident_id")
            ledger.compare(.api, id, claim.apiID, at: "\(path): `incident_id` of an update")
            let (created, updated) = (try update.text("created_at"), try update.text("updated_at"))
            let displayed = try update.text("display_at")
            ledger.compare(
                .updates, [updated, displayed], [created, created], at: "\(path): times of an update")
        }
        try compareComponents(of: incident, json, at: path, &ledger)
    }

    /// Which components it names, and what they are now.
    fileprivate func compareComponents(
        of incident: MeasuredIncident, _ json: JSON, at path: String, _ ledger: inout Ledger
    ) throws(Unreadable) {
        let listed = try json.list("components")
        let named = Set(try listed.mapThrowing { (json) throws(Unreadable) in try json.text("name") })
        for component in incident.spans.keys.sorted().compactMap(figures.component) {
            let isNamed = named.contains(component.claim.name)
            ledger.compare(.api, isNamed, true, at: "\(path): `components` name `\(component.claim.id)`")
        }
        try compareComponents(of: json, at: path, &ledger)
    }

    fileprivate func compareComponents(of json: JSON, at path: String, _ ledger: inout Ledger)
        throws(Unreadable)
    {
        for json in try json.list("components") {
            let (name, status) = (try json.text("name"), try json.text("status"))
            let known = (figures.componentsByName[name] ?? []).map { figures.status(of: $0) }
            ledger.compare(
                .api, known.contains(status), true, at: "\(path), `components`: `status` of \(name)")
        }
    }

    /// Each update's old statuses are those that the one before it left, and what is resolved is operational.
    fileprivate func compareChanges(of json: JSON, at path: String, _ ledger: inout Ledger)
        throws(Unreadable)
    {
        var statuses: [String: String] = [:]
        for update in try json.list("incident_updates").reversed() {
            guard try update.value("affected_components") != .null else { continue }
            let status = try update.text("status")
            for change in try update.list("affected_components") {
                let code = try change.text("code")
                let (old, new) = (try change.text("old_status"), try change.text("new_status"))
                if let known = statuses[code] {
                    ledger.compare(.api, old, known, at: "\(path): `old_status` of \(code)")
                }
                if status == "resolved" {
                    ledger.compare(.api, new, "operational", at: "\(path): `new_status` of \(code)")
                }
                statuses[code] = new
            }
        }
    }

    fileprivate static func impact(of incident: MeasuredIncident) -> String {
        let worst = Statuses.rank(Statuses.worst(incident.spans.values.joined().map(\.status)))
        return ["none", "none", "minor", "major", "critical"][worst]
    }

    /// An instant as the API writes it.
    fileprivate static func time(_ instant: Int) -> String {
        Moment.text(instant).dropLast() + ".000Z"
    }
}

extension StatuspageCheck {
    fileprivate func compareMaintenance(_ ledger: inout Ledger) throws(Unreadable) {
        let windows = figures.claims.windows
        let running = windows.filter(\.isRunning)
        let planned = windows.filter { $0.phase == "scheduled" }
        for (name, expected) in [
            ("scheduled-maintenances", Array(windows.prefix(50))),
            ("scheduled-maintenances/active", running),
            ("scheduled-maintenances/upcoming", planned.reversed()),
        ] {
            let (path, published) = (
                "api/v2/\(name).json", try files.api(name).list("scheduled_maintenances")
            )
            ledger.compare(.api, published.count, expected.count, at: "\(path): number of windows")
            for (json, window) in zip(published, expected) {
                try compare(json, window, at: path, &ledger)
            }
        }
    }

    fileprivate func compare(
        _ json: JSON, _ window: Claims.WindowClaim, at path: String, _ ledger: inout Ledger
    ) throws(Unreadable) {
        let told = try RecordTimes.Told(json)
        let resolvedAt = told.end(of: window).map { JSON.text(Self.time($0)) } ?? .null
        let expected: [(String, JSON)] = [
            ("id", .text(window.apiID)), ("name", .text(window.title)), ("impact", .text("maintenance")),
            ("status", .text(window.phase == "cancelled" ? "completed" : window.phase)),
            ("shortlink", .text(figures.claims.address(of: window.slug))),
            ("started_at", .text(Self.time(window.from))), ("resolved_at", resolvedAt),
            ("created_at", told.updates.first.map { .text(Self.time($0.at)) } ?? .null),
        ]
        for (key, value) in expected {
            let published = try json.value(key)
            ledger.compare(.api, published, value, at: "\(path), `\(window.slug)`: `\(key)`")
        }
        let announcedAt = told.updates.first { $0.status == "scheduled" && $0.at < window.from }?.at
        ledger.compare(
            .updates, instants: [window.announcedAt], [announcedAt],
            at: "statistics, maintenance `\(window.slug)`: `announced_at`")
        let isSorted = zip(told.updates, told.updates.dropFirst()).allSatisfy { $0.at <= $1.at }
        ledger.compare(.updates, isSorted, true, at: "\(path), `\(window.slug)`: updates are in order")
        for update in try json.list("incident_updates") {
            let times = [try update.text("updated_at"), try update.text("display_at")]
            let created = try update.text("created_at")
            ledger.compare(
                .updates, times, [created, created], at: "\(path), `\(window.slug)`: times of an update")
        }
        let (updatedAt, last) = (try json.instant("updated_at"), told.updates.last?.at ?? .min)
        let isLate = updatedAt < last || updatedAt > figures.claims.now && updatedAt != last
        ledger.compare(
            .api, isLate, false,
            at: "\(path), `\(window.slug)`: `updated_at` is its last update's or later")
        try compareChanges(of: json, at: "\(path), `\(window.slug)`", &ledger)
        try compareComponents(of: json, at: "\(path), `\(window.slug)`", &ledger)
    }
}
