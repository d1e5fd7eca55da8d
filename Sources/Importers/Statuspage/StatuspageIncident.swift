import Diagnostics
import JSONFiles
import StatusModel

/// An incident or maintenance of Statuspage, with remarks about how it was read.
struct StatuspageIncident {
    let object: JSONObject
    /// The id at Statuspage; `nil` if there is none.
    let id: String?
    let title: String
    let startedAt: Instant
    var remarks: [Remark] = []
    let updates: [StatuspageUpdate]
    let resolvedAt: Instant?
    let window: (from: Instant, until: Instant)?

    /// Reads an incident; refuses one without a name or a start, or with an invalid time.
    init(_ object: JSONObject) throws(Refusal) {
        self.object = object
        id = object.text("id")
        title = try object.required("name").onOneLine
        updates = try StatuspageUpdate.all(of: object)
        resolvedAt = try object.instant("resolved_at")
        window = try Self.window(of: object, resolvedAt: resolvedAt)
        if window == nil, let resolvedAt, let start = try object.instant("started_at"), resolvedAt < start {
            throw Refusal(
                "`resolved_at` is before `started_at`: correct one of the two",
                at: object.json["resolved_at"].map(object.place) ?? object.place
            )
        }
        let stated = try object.instant("started_at", "created_at")
        let first = updates.first { $0.word != "postmortem" }?.at
        guard let start = window?.from ?? [stated, first].compactMap({ $0 }).min() else {
            throw Refusal("nothing says when it started: there is no `started_at`", at: object.place)
        }
        startedAt = start
        if window == nil, let stated, start < stated {
            remarks.append(
                Remark("it starts with its first update, which is before `started_at`", at: object.place))
        }
    }
}

extension StatuspageIncident {
    /// Returns the record of this incident.
    ///
    /// - Parameters:
    ///   - name: the id of the record.
    ///   - zone: the time zone of the page.
    mutating func record(
        named name: String,
        zone: Zone,
        naming components: inout StatuspageComponents
    ) throws(Refusal) -> RecordDescription {
        let kind: RecordDescription.Kind =
            if let window {
                .maintenance(from: window.from, until: window.until)
            } else {
                .incident(severity: severity().rawValue, started: startedAt, ended: nil)
            }
        var record = RecordDescription(
            id: name,
            title: title,
            kind: kind,
            state: SourceState(),
            place: object.place
        )
        record.aliases = id.map { [$0] } ?? []
        record.statuspageID = id
        record.postMortem = try postMortem(zone: zone)
        tell(&record, naming: &components)
        return record
    }

    /// Adds remarks.
    mutating func remark(_ more: [Remark]) { remarks += more }
}

// MARK: - Kind

private extension StatuspageIncident {
    static func window(
        of object: JSONObject,
        resolvedAt: Instant?
    ) throws(Refusal) -> (from: Instant, until: Instant)? {
        guard let from = try object.instant("scheduled_for") else { return nil }
        guard let until = try object.instant("scheduled_until") ?? resolvedAt, until > from else {
            throw Refusal("maintenance needs a `scheduled_until` after `scheduled_for`", at: object.place)
        }
        return (from, until)
    }

    mutating func severity() -> StatuspageSeverity {
        let word = object.text("impact") ?? ""
        if let severity = StatuspageSeverity(rawValue: word.lowercased()) { return severity }
        remarks.append(
            Remark("Statuspage has no impact `\(word)`: using `none`", at: object.place)
        )
        return .none
    }
}

// MARK: - Text

private extension StatuspageIncident {
    mutating func tell(_ record: inout RecordDescription, naming components: inout StatuspageComponents) {
        let end = endedAt
        let course = StatuspageCourse(of: said, window: window, isOver: isOver) { change in
            components.id(ofCode: change.code, named: change.name, until: end)
        }
        (record.updates, record.components) = (course.updates, course.components)
        remarks += course.remarks
        if course.named.isEmpty { guessComponents(of: &record, naming: &components) }
        finish(&record)
        record.tellOverrun(beginsByClock: false)
        let named = record.components.map(\.id) + record.updates.flatMap { $0.components.map(\.id) }
        record.state = SourceState(overAt: overAt, components: Set(course.named).union(named))
        remarkOnNow(in: record)
    }

    /// Adds the components of old incidents, whose updates have no statuses.
    mutating func guessComponents(
        of record: inout RecordDescription,
        naming components: inout StatuspageComponents
    ) {
        let named = object.json["components"]?.elements.compactMap { component -> String? in
            guard let name = component["name"]?.text else { return nil }
            return components.id(ofCode: component["id"]?.text, named: name, until: endedAt)
        }
        guard let named, !named.isEmpty else { return }
        guard window == nil else { return record.affect(named, with: .underMaintenance) }
        guessStatus(of: named, in: &record)
    }

    /// Gives the components the status that corresponds to the impact, which at Statuspage is that of the worst
    /// component.
    mutating func guessStatus(of ids: [String], in record: inout RecordDescription) {
        guard case .incident(let severity, _, _) = record.kind, !ids.isEmpty,
            let status = StatuspageSeverity(rawValue: severity)?.status
        else { return }
        record.components = []
        record.affect(ids, with: status)
        remarks.append(
            Remark(
                "no update has component statuses: using `\(status.name)`, because of its impact",
                at: object.place
            )
        )
    }

    /// Makes sure that the updates say so if the incident is over.
    mutating func finish(_ record: inout RecordDescription) {
        let final: Phase = window == nil ? .resolved : .completed
        if isAfterthought, let resolvedAt, case .incident(let severity, let start, _) = record.kind {
            record.summary = record.updates.first?.text ?? ""
            record.updates = []
            guessStatus(of: record.components.map(\.id), in: &record)
            record.kind = .incident(severity: severity, started: start, ended: max(resolvedAt, start))
            return
        }
        if let window, isPutUnderWay,
            !record.updates.contains(where: { $0.phase == .inProgress || $0.phase == .verifying })
        {
            record.putUnderWay(at: window.from)
            remarks.append(
                Remark("no update says that it started: using `scheduled_for`", at: object.place)
            )
        }
        guard isOver, record.updates.last(where: { $0.phase != nil })?.phase != final else { return }
        remarks.append(Remark("no update says that it is over: using \(unsaidEnd)", at: object.place))
        record.updates.append(UpdateDescription(at: unsaidEnd, phase: final, text: ""))
    }

    /// Adds a remark if a component of an open incident has changed since its last update.
    mutating func remarkOnNow(in record: RecordDescription) {
        guard !isOver, let last = updates.last, !last.changes.isEmpty else { return }
        for component in object.json["components"]?.elements ?? [] {
            guard let name = component["name"]?.text, let word = component["status"]?.text,
                let told = last.changes.first(where: { $0.code == component["id"]?.text }),
                told.after.name != word
            else { continue }
            remarks.append(
                Remark(
                    "`\(name)` is now `\(word)`, but the last update says `\(told.after.name)`",
                    at: last.place
                )
            )
        }
    }
}
