import Diagnostics
import StatusModel

/// An incident or a maintenance of Statuspage, with what is to be said of how it was read.
struct StatuspageIncident {
    let object: JSONObject
    /// Statuspage's id; nothing where there is none.
    let id: String?
    let title: String
    let startedAt: Instant
    private(set) var remarks: [Remark] = []
    private let updates: [StatuspageUpdate]
    private let resolvedAt: Instant?
    private let window: (from: Instant, until: Instant)?

    /// Refuses what has no name or no start, and times that cannot be.
    init(_ object: JSONObject) throws(Refusal) {
        self.object = object
        id = object.text("id")
        title = try object.required("name").onOneLine
        updates = try StatuspageUpdate.all(of: object)
        resolvedAt = try object.instant("resolved_at")
        window = try Self.window(of: object, resolvedAt: resolvedAt)
        if window == nil, let resolvedAt, let start = try object.instant("started_at"), resolvedAt < start {
            throw Refusal(
                "`resolved_at` lies before `started_at`: correct one of the two",
                at: object.json["resolved_at"].map(object.place) ?? object.place
            )
        }
        let stated = try object.instant("started_at", "created_at")
        let first = updates.first { $0.word != "postmortem" }?.at
        guard let start = window?.from ?? [stated, first].compactMap({ $0 }).min() else {
            throw Refusal("nothing says when it began: there is no `started_at`", at: object.place)
        }
        startedAt = start
        if window == nil, let stated, start < stated {
            remarks.append(Remark("it begins with its first update, before `started_at`", at: object.place))
        }
    }
}

extension StatuspageIncident {
    /// The record.
    ///
    /// - Parameters:
    ///   - name: its id here.
    ///   - zone: that of the page.
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
        record.postMortem = try postMortem(zone: zone)
        tell(&record, naming: &components)
        return record
    }

    /// Adds what is to be said of it.
    mutating func remark(_ more: [Remark]) { remarks += more }

    /// What it is now counts: one that was opened again may still bear the time of its first end.
    private var isOver: Bool { object.text("status").map(StatuspagePhase.isFinal) ?? (resolvedAt != nil) }

    /// When it ended; the distant future while it is open.
    var endedAt: Instant {
        isOver
            ? [resolvedAt, updates.last?.at, window?.until, startedAt].compactMap { $0 }.max() ?? startedAt
            : .distantFuture
    }
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
            Remark("Statuspage has no impact `\(word)`: it is read as `none`", at: object.place)
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

    /// What was said of it while it was going on.
    var said: [StatuspageUpdate] { updates.filter { $0.word != "postmortem" } }

    /// Whether it was written down afterwards, as a whole.
    var isAfterthought: Bool {
        guard window == nil, let resolvedAt, isOver else { return false }
        return said.count <= 1 && said.allSatisfy { StatuspagePhase.isFinal($0.word) && $0.at < resolvedAt }
    }

    /// From when on it is over there: the first word of its last end. By the clock, while nobody put maintenance under
    /// way.
    var overAt: Instant? {
        guard isOver else {
            let isUnderWay = isPutUnderWay || said.contains { StatuspagePhase.isOfWork($0, in: window) }
            return isUnderWay ? nil : window?.until
        }
        if isAfterthought, let resolvedAt { return max(resolvedAt, startedAt) }
        let words = said.filter { !StatuspagePhase.isUpdate($0.word) }
        let last = words.lastIndex { !StatuspagePhase.isFinal($0.word) } ?? -1
        return max(words.dropFirst(last + 1).first?.at ?? unsaidEnd, startedAt)
    }

    /// When it ended, where no update says so.
    var unsaidEnd: Instant {
        let last = said.last?.at ?? startedAt
        return max(resolvedAt ?? window?.until ?? last, last)
    }

    /// Whether its status says that maintenance is under way.
    var isPutUnderWay: Bool { window != nil && ["in_progress", "verifying"].contains(object.text("status")) }

    /// Old incidents name components, and no update says how they fared.
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

    /// Statuspage's impact is that of the worst component.
    mutating func guessStatus(of ids: [String], in record: inout RecordDescription) {
        guard case .incident(let severity, _, _) = record.kind, !ids.isEmpty,
            let status = StatuspageSeverity(rawValue: severity)?.status
        else { return }
        record.components = []
        record.affect(ids, with: status)
        remarks.append(
            Remark(
                "no update says how components fared: for its impact they are `\(status.name)`",
                at: object.place
            )
        )
    }

    /// Sees to it that what is over says so.
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
                Remark("no update says that it is under way: it is from `scheduled_for` on", at: object.place)
            )
        }
        guard isOver, record.updates.last(where: { $0.phase != nil })?.phase != final else { return }
        remarks.append(Remark("no update says that it is over: \(unsaidEnd) is taken", at: object.place))
        record.updates.append(UpdateDescription(at: unsaidEnd, phase: final, text: ""))
    }

    /// The post-mortem, with the day on which the public got it: that of its update, else what the source says, else
    /// the resolution's.
    mutating func postMortem(zone: Zone) throws(Refusal) -> RecordDescription.PostMortem? {
        let publishedAt = try object.instant("postmortem_published_at")
        let said = updates.filter { $0.word == "postmortem" }
        if let first = said.first {
            remarks += said.flatMap(\.remarks)
            let text = said.map(\.text).joined(separator: "\n\n")
            return RecordDescription.PostMortem(
                publishedOn: zone.day(of: publishedAt ?? first.at),
                text: text
            )
        }
        guard let body = object.text("postmortem_body") else { return nil }
        let text = StatuspageText(body, at: object.place, isMarkdown: true)
        remarks += text.remarks
        let isPublic =
            publishedAt != nil || object.text("status") == "postmortem"
            || !object.json.keys.contains("postmortem_published_at")
        guard isPublic else {
            remarks.append(
                Remark(
                    "its post-mortem is not public: it becomes a draft, without `Published:`",
                    at: object.place
                )
            )
            return RecordDescription.PostMortem(publishedOn: nil, text: text.markdown)
        }
        let day = zone.day(of: publishedAt ?? overAt ?? startedAt)
        return RecordDescription.PostMortem(publishedOn: day, text: text.markdown)
    }

    /// An open incident's components may have changed since its last update.
    mutating func remarkOnNow(in record: RecordDescription) {
        guard !isOver, let last = updates.last, !last.changes.isEmpty else { return }
        for component in object.json["components"]?.elements ?? [] {
            guard let name = component["name"]?.text, let word = component["status"]?.text,
                let told = last.changes.first(where: { $0.code == component["id"]?.text }),
                told.after.name != word
            else { continue }
            remarks.append(
                Remark(
                    "`\(name)` is `\(word)` since, and the last update says `\(told.after.name)`",
                    at: last.place
                )
            )
        }
    }
}
