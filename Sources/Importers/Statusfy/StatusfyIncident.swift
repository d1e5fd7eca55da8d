import Diagnostics
import StatusModel

/// An incident of Statusfy, with remarks about how it was read.
struct StatusfyIncident {
    private(set) var remarks: [Remark]
    private let file: SourceFile
    private let frontMatter: FrontMatter
    private let startedAt: Instant
    private let severity: StatusfySeverity
    /// The window of the maintenance that it announces.
    private let window: (from: Instant, until: Instant)?
    private var comments: [String]

    /// Reads an incident; refuses one without a title, a date or a severity, or with an invalid time.
    init(of file: SourceFile) throws(Refusal) {
        var frontMatter = try FrontMatter(of: file)
        self.file = file
        try frontMatter.refuseDoubles(of: Self.keys)
        _ = try frontMatter.required("title")
        startedAt = try frontMatter.instant("date", zone: .utc)
        let word = try frontMatter.required("severity")
        let known = StatusfySeverity(rawValue: word.text.lowercased())
        severity = known ?? .degradedPerformance
        window = try Self.window(in: &frontMatter, of: severity)
        comments = frontMatter.comments(besides: Self.keys)
        self.frontMatter = frontMatter
        remarks = frontMatter.remarks
        if known == nil {
            comments.append("severity: \(word.text)")
            remarks.append(
                Remark(
                    "Statusfy has no severity `\(word.text)`: using `\(severity.rawValue)`",
                    at: word.location
                )
            )
        }
    }

    /// The systems that the incident names.
    var systems: [String] {
        (frontMatter["affectedsystems"]?.values ?? []).map(\.text.onOneLine).filter { !$0.isEmpty }
    }
}

extension StatusfyIncident {
    /// Returns the record of this incident.
    ///
    /// - Parameter ids: the ids of the components that the incident names.
    mutating func record(of ids: [String]) -> RecordDescription {
        let body = StatusfyBody(frontMatter.body, into: &remarks, of: file)
        let resolvedAt = end(after: body)
        let kind: RecordDescription.Kind =
            if let window {
                .maintenance(from: window.from, until: window.until)
            } else {
                .incident(severity: severity.rawValue, started: startedAt, ended: resolvedAt)
            }
        let status = window == nil ? severity.status : .underMaintenance
        var record = RecordDescription(
            id: id,
            title: frontMatter.line("title"),
            kind: kind,
            state: SourceState(
                overAt: overAt(resolvedAt: resolvedAt, saidIn: body),
                components: Set(ids),
                worst: status
            ),
            place: file.start
        )
        record.aliases = [frontMatter.text("id")?.text].compactMap { $0 }
        record.comments = comments
        record.summary = body.summary
        record.affect(ids, with: status)
        addUpdates(of: body, resolvedAt: resolvedAt, to: &record)
        record.tellOverrun(beginsByClock: true)
        var losses = Losses(in: file)
        record.eachText { text in text = losses.markdown(of: text) }
        remarks += losses.remarks
        return record
    }
}

private extension StatusfyIncident {
    /// The keys that Statusfy has, except `description`.
    static let keys = [
        "id", "title", "date", "modified", "severity", "affectedsystems", "resolved", "scheduled", "duration",
    ]

    var id: String {
        let name = file.path.dropLast(".md".count).split(separator: "/").last ?? "incident"
        return RecordNames.readable(name)
    }

    /// Returns the window of maintenance: Statusfy treats an incident with both keys and this severity as maintenance.
    static func window(
        in frontMatter: inout FrontMatter,
        of severity: StatusfySeverity
    ) throws(Refusal) -> (from: Instant, until: Instant)? {
        guard let scheduled = frontMatter.text("scheduled") else { return nil }
        guard severity == .underMaintenance else {
            frontMatter.remarks.append(
                Remark(
                    """
                    not maintenance, because its severity is not `under-maintenance`: `scheduled` is \
                    left out
                    """,
                    at: scheduled.location
                )
            )
            return nil
        }
        let from = try frontMatter.instant("scheduled", zone: .utc)
        let duration = try frontMatter.required("duration")
        guard let minutes = Double(duration.text), (0...1_000_000).contains(minutes), minutes > 0 else {
            throw Refusal("`duration` must be a number of minutes", at: duration.location)
        }
        return (from, from + Int(minutes.rounded(.up)) * 60)
    }

    /// Returns the time at which it is over, and adds a remark if maintenance was never resolved.
    ///
    /// On Statusfy's page, such maintenance stays in progress. Here it does so only if an update said that it had
    /// started; otherwise it ends with its window.
    mutating func overAt(resolvedAt: Instant?, saidIn body: StatusfyBody) -> Instant? {
        guard let window else { return resolvedAt }
        if let resolvedAt { return max(resolvedAt, window.from) }
        let first = body.entries.map(\.at).min()
        let isUnderWay = body.entries.contains { entry in
            entry.at >= window.from && (entry.at == first || PhaseWord.isOfWork(entry.word))
        }
        if isUnderWay { return nil }
        let place = frontMatter.text("resolved")?.location ?? frontMatter.place(of: "scheduled")
        remarks.append(Remark("it is not `resolved`, so it ends when its window does", at: place))
        return window.until
    }

    /// Returns the time at which it ended; `nil` if it is not resolved.
    ///
    /// Statusfy only records that it ended: the time is that of the last update that says so, or else of the file's
    /// last change.
    mutating func end(after body: StatusfyBody) -> Instant? {
        guard frontMatter.isOn("resolved") else { return nil }
        let last = body.entries.map(\.at).max()
        if let end = body.entries.filter({ PhaseWord.isFinal($0.word) }).map(\.at).max() {
            return max(end, startedAt)
        }
        if window != nil { return last.map { max($0, window?.until ?? $0) } ?? window?.until }
        if let modified = frontMatter.text("modified"), let time = LooseTime(modified.text),
            time.instant >= startedAt
        {
            remarks.append(
                Remark(
                    "no update says when it was resolved: using `modified`",
                    at: modified.location
                )
            )
            return max(time.instant, last ?? time.instant)
        }
        remarks.append(
            Remark(
                "nothing says when it was resolved: using its \(last == nil ? "start" : "last update")",
                at: frontMatter.place(of: "resolved")
            )
        )
        return max(last ?? startedAt, startedAt)
    }

    mutating func addUpdates(of body: StatusfyBody, resolvedAt: Instant?, to record: inout RecordDescription)
    {
        if let early = body.entries.first(where: { $0.at < startedAt }), window == nil {
            record.summary = body.text
            let place = body.places[early.at] ?? file.start
            remarks.append(Remark("the text is not split into updates: this one is before `date`", at: place))
            return
        }
        remarkOnWords(in: body)
        let course = UpdateCourse(
            of: body.entries,
            startedAt: window?.from ?? startedAt,
            resolvedAt: resolvedAt,
            isMaintenance: window != nil
        )
        if let guess = course.guessedAt, let place = body.places[guess] {
            remarks.append(.guessedPhase(at: place))
        }
        record.updates = course.updates
        if window != nil, let resolvedAt, record.updates.isEmpty {
            record.updates = [UpdateDescription(at: resolvedAt, phase: .completed, text: "")]
        }
        record.dropNeedlessEnd()
    }

    mutating func remarkOnWords(in body: StatusfyBody) {
        for entry in body.entries {
            guard let word = entry.word, !PhaseWord.isKnown(word), let place = body.places[entry.at] else {
                continue
            }
            remarks.append(Remark("`\(word)` is not a phase: it is kept as bold text", at: place))
        }
    }
}
