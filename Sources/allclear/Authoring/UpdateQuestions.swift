import Diagnostics
import Records
import StatusModel

/// Makes an update from the command line, and asks for the rest if there is somebody to ask.
struct UpdateQuestions {
    private let given: AddUpdate
    private let site: AuthoredSite
    private let prompt: Prompt?

    init(_ given: AddUpdate, site: AuthoredSite, prompt: Prompt?) {
        (self.given, self.site, self.prompt) = (given, site, prompt)
    }
}

extension UpdateQuestions {
    /// Returns the path of the record: the one that was named, or an open one that a person chooses.
    func path(telling console: Console) throws -> String {
        try site.path(ofRecordCalled: given.id, orOneOf: .update, asking: prompt, telling: console)
    }

    /// Returns the update.
    func draft(for file: SourceFile) throws -> UpdateDraft {
        let record = site.record(in: file)
        let phase = try phase(of: record)
        try refuseReopeningByChance(file, by: phase)
        let isOver = (phase.phase ?? record?.phase(at: site.now))?.isFinal ?? false
        if isOver, given.update.nextUpdate != nil { throw CommandError.promisesNothing(by: phase) }
        let (level, visibility) = (try level(), try askedVisibility(for: file))
        let changes = try given.components.map {
            try $0.change(in: site.configuration, fallback: nil, allowsAll: true)
        }
        let at = try given.at.map { try site.pastInstant($0, of: "--at") } ?? site.now
        let (start, end) = try newPlan(of: record, by: phase, at: at)
        var draft = UpdateDraft(phase, try words(at: phase, in: file), at: at, changes: changes)
        (draft.severity, draft.visibility) = (level, visibility)
        let zone = site.configuration.page.zone
        (draft.from, draft.until) = (start.map(zone.written(_:)), end.map(zone.written(_:)))
        (draft.estimate, draft.rootCause) = (given.eta?.onOneLine, given.rootCause?.onOneLine)
        draft.fix = given.fix?.onOneLine
        draft.escalatedTo = given.escalated.isEmpty ? nil : given.escalated.joined(separator: ", ").onOneLine
        draft.nextUpdate = isOver ? nil : try nextUpdate(after: draft, to: record)
        return draft
    }
}

// MARK: - The phase

private extension UpdateQuestions {
    /// Returns the phase; at a terminal, the person chooses among those of the record, the likeliest with Enter.
    func phase(of record: Record?) throws -> PhaseWord {
        let isMaintenance = record?.kind == .maintenance
        let read = { (word: String) throws -> PhaseWord in
            try PhaseWord(typedAs: word, ofMaintenance: isMaintenance)
        }
        if let word = given.phase { return try read(word) }
        let words = PhaseWord.keywords(ofMaintenance: isMaintenance).filter { $0 != "MITIGATED" }
        guard let prompt else {
            let list = words.map { "`\($0)`" }.joined(separator: ", ")
            throw CommandError("the phase is missing", hint: "use one of \(list)")
        }
        let choices = words.map { Prompt.Choice(name: $0, detail: Self.meaning[$0] ?? "") }
        let current = record?.phase(at: site.now)
        // A first update has no phase to keep.
        let kept = record?.updates.isEmpty == true ? current?.keyword : nil
        let next = Phase.next(after: current)?.keyword ?? kept ?? "UPDATE"
        return try prompt.answer(to: "What is the phase now? (Enter for \(next))", among: choices) { answer in
            try read(answer.isEmpty ? next : Prompt.name(for: answer, among: choices))
        }
    }

    static let meaning = [
        "INVESTIGATING": "we are looking for the cause", "IDENTIFIED": "we know the cause",
        "MITIGATING": "we are reducing the impact",
        "MONITORING": "a fix is in place, and we are watching it", "RESOLVED": "it is over",
        "UPDATE": "there is news, but the phase is the same", "SCHEDULED": "it has not started yet",
        "IN PROGRESS": "it has started", "VERIFYING": "the work is done, and we are checking it",
        "COMPLETED": "it is over", "CANCELLED": "it will not take place",
    ]

    /// Refuses to reopen an incident by part of a name, which may be that of another incident, long over.
    func refuseReopeningByChance(_ file: SourceFile, by phase: PhaseWord) throws {
        guard site.reopens(file, by: phase), !RecordFinder.isWhole(given.id ?? file.path, of: file.path)
        else {
            return
        }
        let record = RecordIndex.id(of: file.path)
        throw CommandError(
            "`\(record)` is resolved, and `[\(phase.keyword)]` would reopen it",
            hint: "if you mean to reopen it, use its full id: "
                + "`allclear update \(record.quotedForShell) …`",
            outcome: .nothingWritten
        )
    }
}

// MARK: - Text

private extension UpdateQuestions {
    /// Returns the text; without a prompt for it if an editor will open.
    func words(at phase: PhaseWord, in file: SourceFile) throws -> String {
        if given.takesReadyText { return try readyWords(at: phase, for: file) }
        if given.edit, given.text == nil { return "" }
        let offer = given.text == nil && prompt != nil ? offer(at: phase, for: file) : nil
        return try UpdateTextSource.text(given: given.text, asking: prompt, offering: offer) { text in
            try site.check(text: text, of: file.path)
        }
    }

    func readyWords(at phase: PhaseWord, for file: SourceFile) throws -> String {
        let (text, known) = try readyText(for: file)
        guard let words = phase.phase.flatMap(text.words(at:)) else {
            let phases = text.phases.map { "`\($0.keyword)`" }
            throw CommandError(
                "`\(text.id)` has no text for `\(phase.keyword)`",
                hint: (phases.isEmpty ? "" : "it has one for \(phases.joined(separator: ", ")); ")
                    + "add one in `status.yml`, or give the text instead of `--text`")
        }
        var filling = try BlankFilling(
            of: text, in: site, given: given.fill.values, known: known, asking: prompt)
        return try filling.filled(words)
    }

    func readyText(for file: SourceFile) throws -> (ReadyText, values: [String: String]) {
        guard let id = given.text else { return try site.readyText(ofRecordIn: file) }
        let text = try site.readyText(called: id)
        return (text, site.reader.title(of: file).flatMap(text.values(making:)) ?? [:])
    }

    /// Returns the words that Enter accepts: from the one prepared text with the record's title, if no blank in them
    /// is open.
    func offer(at phase: PhaseWord, for file: SourceFile) -> String? {
        guard let (text, values) = try? site.readyText(ofRecordIn: file),
            let words = phase.phase.flatMap(text.words(at:))
        else { return nil }
        let filled = ReadyText.filled(words, with: values)
        return ReadyText.blanks(in: words).allSatisfy { values[$0] != nil } ? filled : nil
    }

    /// Returns the promise of the next update, without a question if everything was given on the command line.
    func nextUpdate(after draft: UpdateDraft, to record: Record?) throws -> String? {
        let named = draft.severity.flatMap { try? site.configuration.severity(called: $0) }
        let promise = NextPromise(
            in: site, severity: record?.highestSeverity.map { min($0, named ?? $0) },
            begunAt: record?.from ?? site.now)
        let isAsked = given.text == nil && !given.takesReadyText && !given.edit
        return try promise.written(given: given.update.nextUpdate, asking: isAsked ? prompt : nil)
    }

    /// Returns the instants at which maintenance is now planned to begin and end, as far as they change.
    ///
    /// Before maintenance begins, a time without a day belongs to its planned day; afterwards, it comes after the
    /// update. An end that is given with a start counts from that start.
    func newPlan(of record: Record?, by phase: PhaseWord, at: Instant) throws -> (
        from: Instant?, until: Instant?
    ) {
        let isAnnounced = phase.phase.map { $0 == .scheduled } ?? true
        let planned = record?.subject(ofUpdateTo: phase.phase, at: at)
        let former = planned.flatMap { planned in
            isAnnounced && planned.phase(at: at) == .scheduled ? planned.plannedStart : nil
        }
        let (configuration, now) = (site.configuration, site.now)
        let start = try moved(given.from, "--from", of: record) {
            (text: String) throws(UnknownWord) -> Instant in
            guard let former else {
                return try configuration.instant(writtenAs: text, from: at, now: now)
            }
            return try configuration.instant(writtenAs: text, movedFrom: former, from: at, now: now)
        }
        let end = try moved(given.until, "--until", of: record) {
            (text: String) throws(UnknownWord) -> Instant in
            if let start {
                return try configuration.instant(
                    writtenAs: text, from: start, called: "after the start", now: now)
            }
            guard let former else {
                return try configuration.instant(writtenAs: text, from: at, now: now)
            }
            return try configuration.instant(writtenAs: text, afterPlanned: former, from: at, now: now)
        }
        return (start, end)
    }

    /// Returns the new start or end of maintenance, or `nil` if none is given.
    func moved(
        _ text: String?,
        _ option: String,
        of record: Record?,
        reading: (String) throws(UnknownWord) -> Instant
    ) throws -> Instant? {
        guard let text else { return nil }
        guard record?.kind == .maintenance else {
            throw CommandError(
                "`\(option)` can be used only for maintenance",
                hint: "use `--eta` to say when you expect an incident to be over")
        }
        do {
            return try reading(text)
        } catch { throw CommandError(error, of: option) }
    }
}

// MARK: - Severity and visibility

private extension UpdateQuestions {
    /// Returns the severity's level in the policy.
    func level() throws -> String? {
        try given.severity.map { name in
            site.configuration.page.severities[try site.configuration.severity(called: name)].level
        }
    }

    /// Returns who may see the record, if the severity raises that question.
    func askedVisibility(for file: SourceFile) throws -> Visibility? {
        guard given.visibility == nil, let severity = given.severity,
            let rank = try? site.configuration.severity(called: severity),
            site.reader.asksForVisibility(rank, in: file)
        else { return given.visibility }
        let level = site.configuration.page.severities[rank].level
        guard let prompt else {
            throw CommandError(
                "`\(RecordIndex.id(of: file.path))` is internal, but incidents of `\(level)` are public",
                hint: "add `--visibility public` to show it from this update on, or "
                    + "`--visibility internal` to keep it internal",
                outcome: .nothingWritten
            )
        }
        let choices = [
            Prompt.Choice(
                name: "public",
                detail:
                    "readers see its title, file name, impact, tags, links, ticket, component statuses, "
                    + "and this and later updates"
            ),
            Prompt.Choice(name: "internal", detail: "only the team sees it"),
        ]
        return try prompt.answer(to: "The record is internal. Who can see it from now on?", among: choices) {
            answer in
            guard let choice = Visibility(rawValue: Prompt.name(for: answer, among: choices)) else {
                throw CommandError("`\(answer)` is not an audience", hint: "write public or internal")
            }
            return choice
        }
    }
}

extension CommandError {
    fileprivate static func promisesNothing(by phase: PhaseWord) -> CommandError {
        let reason =
            switch phase.phase {
            case nil: "the incident or maintenance has already ended"
            case .resolved: "this ends the incident"
            default: "this ends the maintenance"
            }
        return CommandError(
            "`--next-update` cannot be used with `\(phase.keyword)`: \(reason)",
            hint: "leave it out", outcome: .nothingWritten)
    }
}
