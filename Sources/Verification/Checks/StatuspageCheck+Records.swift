/// Compares each incident and maintenance window of the Statuspage API with its updates and with `statistics.json`.
extension StatuspageCheck {
    /// Compares an incident's own file: its times follow from its updates, which follow from what is published
    /// elsewhere.
    func compare(_ incident: MeasuredIncident, _ ledger: inout Ledger) throws(Unreadable) {
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
        // An incident without updates has one for its start and one for its end.
        ledger.compare(
            .updates, instants: [noticedAt ?? claim.startedAt], [first?.at],
            at: "\(path): the first update")
        ledger.compare(.updates, last?.status, claim.phase, at: "\(path): `status` of the last update")
        try compareTimes(of: claim, told, hasUpdates: noticedAt != nil, &ledger)
        try compareMembers(of: incident, told, noticedAt: noticedAt, at: path, &ledger)
        try compareUpdates(of: told, at: path, &ledger)
    }

    /// Compares the times that follow from updates.
    ///
    /// An incident without updates has only its end, which it states.
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
        ledger.compare(
            .updates, isRight: isStart, found: "no",
            expected: "yes, because it did not start at the time of its first update",
            at: "\(place): `start_is_stated`")
    }

    fileprivate func compareMembers(
        of incident: MeasuredIncident, _ told: RecordTimes.Told, noticedAt: Int?, at path: String,
        _ ledger: inout Ledger
    ) throws(Unreadable) {
        let (claim, json) = (incident.claim, told.json)
        let status = try json.text("status")
        let hasPostMortem = status == "postmortem" && !claim.isOpen
        let expected: [(String, JSON)] = [
            ("id", .text(claim.apiID)), ("name", .text(claim.title)),
            ("status", .text(hasPostMortem ? "postmortem" : claim.phase)),
            ("impact", .text(Self.impact(of: incident))),
            ("shortlink", .text(figures.claims.address(of: claim.slug))),
            ("created_at", .text(Self.time(noticedAt ?? claim.startedAt))),
            ("started_at", .text(Self.time(claim.startedAt))),
            ("monitoring_at", told.first("monitoring").map { .text(Self.time($0)) } ?? .null),
            ("resolved_at", claim.resolvedAt.map { .text(Self.time($0)) } ?? .null),
        ]
        try compare(json, expected, at: path, &ledger)
        let updatedAt = try json.instant("updated_at")
        let last = max(
            claim.startedAt, noticedAt == nil ? .min : told.updates.last?.at ?? .min,
            claim.endedAt ?? .min)
        // A post-mortem that was published later is news, too.
        let isLate = hasPostMortem || told.hasPostMortem ? updatedAt < last : updatedAt != last
        ledger.compare(
            .api, isRight: !isLate, found: Moment.text(updatedAt), expected: Moment.text(last),
            at: "\(path): `updated_at`")
        for update in try json.list("incident_updates") {
            let id = try update.text("incident_id")
            ledger.compare(.api, id, claim.apiID, at: "\(path): `incident_id` of an update")
        }
        try compareNames(of: incident, json, at: path, &ledger)
    }

    /// Compares the components that it names.
    fileprivate func compareNames(
        of incident: MeasuredIncident, _ json: JSON, at path: String, _ ledger: inout Ledger
    ) throws(Unreadable) {
        let listed = try json.list("components")
        let named = Set(try listed.mapThrowing { (json) throws(Unreadable) in try json.text("name") })
        for component in incident.spans.keys.sorted().compactMap(figures.component) {
            let isNamed = named.contains(component.claim.name)
            ledger.compare(.api, isListed: isNamed, at: "\(path), `components`: `\(component.claim.id)`")
        }
    }
}

extension StatuspageCheck {
    /// Compares a maintenance window in a list.
    func compare(
        _ json: JSON, _ window: Claims.WindowClaim, at path: String, _ ledger: inout Ledger
    ) throws(Unreadable) {
        let (place, told) = ("\(path), `\(window.slug)`", try RecordTimes.Told(json))
        let resolvedAt = told.end(of: window).map { JSON.text(Self.time($0)) } ?? .null
        let expected: [(String, JSON)] = [
            ("id", .text(window.apiID)), ("name", .text(window.title)), ("impact", .text("maintenance")),
            ("status", .text(window.phase == "cancelled" ? "completed" : window.phase)),
            ("shortlink", .text(figures.claims.address(of: window.slug))),
            ("started_at", .text(Self.time(window.from))), ("resolved_at", resolvedAt),
            ("created_at", told.updates.first.map { .text(Self.time($0.at)) } ?? .null),
        ]
        try compare(json, expected, at: place, &ledger)
        let announcedAt = told.updates.first { $0.status == "scheduled" && $0.at < window.from }?.at
        ledger.compare(
            .updates, instants: [window.announcedAt], [announcedAt],
            at: "statistics, maintenance `\(window.slug)`: `announced_at`")
        let (updatedAt, last) = (try json.instant("updated_at"), told.updates.last?.at ?? .min)
        let isLate = updatedAt < last || updatedAt > figures.claims.now && updatedAt != last
        ledger.compare(
            .api, isRight: !isLate, found: Moment.text(updatedAt),
            expected: told.updates.isEmpty
                ? "a time that is not after now" : "\(Moment.text(last)), or later but not after now",
            at: "\(place): `updated_at`")
        try compareUpdates(of: told, at: place, &ledger)
    }
}

extension StatuspageCheck {
    /// Checks each record's updates: they are in order, each has one time, and the components' statuses follow.
    fileprivate func compareUpdates(
        of told: RecordTimes.Told, at place: String, _ ledger: inout Ledger
    ) throws(Unreadable) {
        let isSorted = zip(told.updates, told.updates.dropFirst()).allSatisfy { $0.at <= $1.at }
        ledger.compare(
            .updates, isRight: isSorted, found: "not sorted", expected: "sorted by time",
            at: "\(place): order of updates")
        for update in try told.json.list("incident_updates") {
            let times = [try update.text("updated_at"), try update.text("display_at")]
            let created = try update.text("created_at")
            ledger.compare(.updates, times, [created, created], at: "\(place): times of an update")
        }
        try compareComponents(of: told.json, at: place, &ledger)
        try compareChanges(of: told.json, at: place, &ledger)
    }

    fileprivate func compare(
        _ json: JSON, _ expected: [(String, JSON)], at place: String, _ ledger: inout Ledger
    ) throws(Unreadable) {
        for (key, value) in expected {
            let published = try json.value(key)
            ledger.compare(.api, published, value, at: "\(place): `\(key)`")
        }
    }

    fileprivate func compareComponents(of json: JSON, at path: String, _ ledger: inout Ledger)
        throws(Unreadable)
    {
        for json in try json.list("components") {
            let (name, status) = (try json.text("name"), try json.text("status"))
            let known = (figures.componentsByName[name] ?? []).map { figures.status(of: $0) }
            ledger.compare(
                .api, isRight: known.contains(status), found: status,
                expected: known.isEmpty ? "a component of that name" : known.joined(separator: " or "),
                at: "\(path), `components`: `status` of \(name)")
        }
    }

    /// Checks that each update's old statuses are the new ones of the update before, and that components are
    /// operational once an incident is resolved.
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

    /// Returns an instant in the form of the API.
    fileprivate static func time(_ instant: Int) -> String {
        Moment.text(instant).dropLast() + ".000Z"
    }
}
