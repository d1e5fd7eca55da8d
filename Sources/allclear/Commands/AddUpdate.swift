import ArgumentParser
import Diagnostics
import Records
import StatusModel

/// `allclear update`: adds an update, with its time, in the right place.
struct AddUpdate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Add an update to a record.",
        discussion: """
            For example:

              allclear update             # at a terminal, asks for everything
              allclear update 2026-01-02-slow IDENTIFIED "It is the database."
              allclear update slow monitoring "A fix is out." --next-update 20m
              allclear update slow RESOLVED --component web=operational < text.md
              allclear update payments IDENTIFIED --text

            The update gets the current time, unless you give another with --at. The rest of the file does \
            not change. If the result would have errors, nothing is written.

            If the incident is resolved, any phase except UPDATE and RESOLVED reopens it. To prevent \
            mistakes, this requires the full id.
            """
    )

    @Argument(
        help: "The record: its id, its file, or any part of its id or title that matches no other record.",
        completion: Completions.records
    )
    var id: String?

    @Argument(
        help: """
            The phase: INVESTIGATING, IDENTIFIED, MONITORING or RESOLVED, or UPDATE to keep the current \
            one. For maintenance: SCHEDULED, 'IN PROGRESS', VERIFYING, COMPLETED or CANCELLED.
            """,
        completion: Completions.phases
    )
    var phase: String?

    @Argument(
        help: """
            The text of the update, in Markdown. If it is - or missing, it is read from standard input. With \
            --text, the id of a prepared text.
            """)
    var text: String?

    @Flag(
        name: .customLong("text"),
        help: """
            Use the prepared text for this phase, from `texts` in status.yml: the one that you name, or the \
            one with the record's title.
            """)
    var takesReadyText = false

    @OptionGroup var fill: FillOptions

    @Option(
        name: .customLong("component"),
        help: ArgumentHelp(
            """
            A component's new status, such as web=operational, all=operational or 'web=operational since \
            17:22'. Can be repeated.
            """,
            valueName: "id=status"
        ),
        completion: Completions.components
    )
    var components: [ComponentArgument] = []

    @Option(
        help: "The new severity: a level from status.yml, or one of its aliases.",
        completion: Completions.severities
    )
    var severity: String?

    @Option(
        help: ArgumentHelp(
            "When you expect it to be over: a duration such as 2h, a time such as 17:45, or text.",
            valueName: "when"))
    var eta: String?

    @Option(
        help: ArgumentHelp(
            """
            The new start of maintenance: a time such as 22:00, on its planned day unless you give the date, \
            or a duration from now such as 2h. The end stays as it is unless you add --until.
            """,
            valueName: "when"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            """
            The new end of maintenance: a time such as 17:45, or a duration such as 2h, which counts from \
            the new start with --from, and otherwise from now.
            """,
            valueName: "when"))
    var until: String?

    @Option(help: ArgumentHelp("The cause of the incident, in one sentence.", valueName: "text"))
    var rootCause: String?

    @Option(help: ArgumentHelp("The fix, in one sentence.", valueName: "text"))
    var fix: String?

    @Option(
        help: ArgumentHelp(
            "Who was called in with this update. Can be repeated. Only the team sees it.", valueName: "people"
        ))
    var escalated: [String] = []

    @Option(
        help: ArgumentHelp(
            """
            Who can see the record from this update on, if its front matter does not say. At a terminal, if \
            a new severity would make an internal record public, you are asked.
            """,
            valueName: "who"))
    var visibility: Visibility?

    @OptionGroup var update: UpdateOptions

    @Option(
        help: ArgumentHelp(
            """
            When the update was made, if not now: a time such as 17:05 (with its date if it was not \
            today), or how long ago, such as 20m.
            """,
            valueName: "when"))
    var at: String?

    @Flag(help: "Open the record in your editor (VISUAL or EDITOR) after writing it, then check it again.")
    var edit = false

    @OptionGroup var options: SiteOptions

    func validate() throws {
        if !takesReadyText, !fill.values.isEmpty { throw ValidationError("--fill needs --text") }
    }

    func run() throws {
        let console = Console()
        try console.reportingErrors {
            let asked = try AuthoredSite(options)
            let prompt = Prompt()
            let questions = UpdateQuestions(self, site: asked, prompt: prompt)
            let file = try asked.file(questions.path(telling: console))
            var draft = try questions.draft(for: file)
            // Answers take minutes: the update is made after they are given.
            let site = try prompt == nil ? asked : AuthoredSite(options)
            if at == nil { draft.at = site.now }
            let reopens = site.reopens(file, by: draft.phase)
            let changed = try written(draft, to: file, in: site)
            try site.check(changed, changing: file, for: console)
            try site.replace(file, with: changed)
            try console.write(line: site.place(of: file.path))
            if edit { try site.edit(file.path, changing: file, for: console) }
            if reopens {
                try console.say(
                    "this reopens the incident: its components return to the status they had before it was "
                        + "resolved"
                )
            }
            let shown = edit ? try site.file(file.path) : changed
            for sentence in PublicPage(showing: shown, of: site).sentences { try console.say(sentence) }
            if let sentence = site.cancellation(in: shown, by: draft.phase) { try console.say(sentence) }
            for sentence in site.moves(from: file, to: shown) { try console.say(sentence) }
            try console.say("added `[\(draft.phase.keyword)]`; next:")
            try console.show(nextSteps(after: draft.phase, in: shown, of: site).lines)
        }
    }
}

private extension AddUpdate {
    func written(_ draft: UpdateDraft, to file: SourceFile, in site: AuthoredSite) throws -> SourceFile {
        do {
            return try site.reader.adding(draft, to: file)
        } catch .latestLiesAhead(let place, let instant) where at != nil {
            throw CommandError(
                "--at must not be before the latest update (\(place.path):\(place.line)), "
                    + "which is dated \(instant)",
                hint: "use a later time, or add the update to the file by hand")
        } catch { throw CommandError(error, in: file.path) }
    }

    func nextSteps(after phase: PhaseWord, in file: SourceFile, of site: AuthoredSite) -> NextSteps {
        let isOver = phase.phase?.isFinal ?? false
        let subject = "\(RecordIndex.id(of: file.path)): \(phase.keyword.lowercased())"
        return NextSteps(
            commit: site.commit(of: [file.path], subject: subject),
            update: isOver
                ? site.postMortem(requiredOf: file)
                : site.update(of: file, to: Phase.next(after: phase.phase)))
    }
}

extension Phase {
    /// Returns the phase that most often follows, or `nil` if none does.
    static func next(after phase: Phase?) -> Phase? {
        switch phase {
        case .investigating: .identified
        case .identified, .mitigating: .monitoring
        case .monitoring: .resolved
        case .inProgress: .verifying
        case .verifying: .completed
        // Maintenance begins as planned without an update, and IN PROGRESS would begin it at once.
        case .scheduled, .resolved, .completed, .cancelled, nil: nil
        }
    }
}

extension AuthoredSite {
    /// Returns a sentence about the window of a series that the latest update cancels, and about the next window;
    /// `nil` if it cancels none.
    fileprivate func cancellation(in file: SourceFile, by phase: PhaseWord) -> String? {
        guard phase.phase == .cancelled, let record = record(in: file), let at = record.updates.last?.at
        else { return nil }
        let windows = record.allWindows
        guard
            let place = windows.firstIndex(where: {
                $0.updates.last?.at == at && $0.phase(at: at) == .cancelled
            })
        else { return nil }
        let zone = configuration.page.zone
        let next = windows[place...].first { $0.phase(at: now)?.isFinal == false }
        return "this cancels the window of \(zone.written(windows[place].from)); "
            + (next.map { "the next one is at \(zone.written($0.from))" } ?? "there is no later one")
    }

    /// Returns a sentence about each window of maintenance that is planned for another time in the changed file; after
    /// three, only their number.
    ///
    /// The windows of a series are compared by the day that the rule gives them.
    fileprivate func moves(from file: SourceFile, to changed: SourceFile) -> [String] {
        guard let before = record(in: file), let after = record(in: changed), after.kind == .maintenance
        else {
            return []
        }
        let former = Dictionary(before.plannedSpans) { first, _ in first }
        let moves = after.plannedSpans.compactMap { day, new -> String? in
            guard let old = former[day], old != new else { return nil }
            return "the maintenance is now planned for \(written(new)) (was \(written(old)))"
        }
        let more = moves.count - 3
        return Array(moves.prefix(3)) + (more > 0 ? ["and \(more) more"] : [])
    }

    private func written(_ span: PlannedSpan) -> String {
        let zone = configuration.page.zone
        return span.until.map { zone.written(from: span.from, to: $0) } ?? zone.written(span.from)
    }

    /// Returns the command that begins the post-mortem, if the policy requires one for the incident in the file.
    fileprivate func postMortem(requiredOf file: SourceFile) -> String? {
        guard let record = record(in: file), record.kind == .incident, record.postMortem == nil,
            let rank = record.highestSeverity,
            configuration.page.rules.severity(rank, at: record.from).postMortem?.isRequired == true
        else { return nil }
        return "allclear post-mortem \(RecordIndex.id(of: file.path).quotedForShell)"
    }

    /// Whether an update to that phase reopens the incident in the file.
    func reopens(_ file: SourceFile, by phase: PhaseWord) -> Bool {
        guard let record = record(in: file), record.kind == .incident else { return false }
        return !record.isOpen && phase.phase.map { $0 != .resolved } ?? false
    }
}

/// The time for which a window of maintenance is planned.
private struct PlannedSpan: Equatable {
    let from: Instant
    let until: Instant?
}

extension Record {
    /// The times for which maintenance is planned: one without a day, or one for each window of a series, with the day
    /// that the rule gives it.
    fileprivate var plannedSpans: [(Day?, PlannedSpan)] {
        (self.series == nil ? [self] : allWindows).map {
            ($0.seriesWindow?.day, PlannedSpan(from: $0.plannedStart, until: $0.plannedEnd))
        }
    }
}
