import ArgumentParser
import Diagnostics
import Records
import StatusModel

/// `allclear update`: one more update, with the time, where it belongs.
struct AddUpdate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Adds an update to a record, with the time, where it belongs.",
        discussion: """
            For example:

              allclear update             # at a terminal, asks for all of it
              allclear update 2026-01-02-slow IDENTIFIED "It is the database."
              allclear update slow monitoring "A fix is out." --next-update 20m
              allclear update slow RESOLVED --component web=operational < text.md
              allclear update payments IDENTIFIED --text

            Everything else in the file stays as it is, and nothing is written that `allclear check` would \
            refuse. The update bears the time of now, unless --at says another. A phase other than UPDATE after \
            RESOLVED opens the incident again, and asks for the whole id.
            """
    )

    @Argument(
        help: "The record: its id, a part of its id or title that no other has, or its file.",
        completion: Completions.records
    )
    var id: String?

    @Argument(
        help: """
            The phase: INVESTIGATING, IDENTIFIED, MONITORING or RESOLVED, or UPDATE to keep it. For \
            maintenance: SCHEDULED, 'IN PROGRESS', VERIFYING, COMPLETED or CANCELLED.
            """,
        completion: Completions.phases
    )
    var phase: String?

    @Argument(
        help: """
            What there is to say, in Markdown; - or nothing to read it from standard input. With --text, the id \
            of a text.
            """)
    var text: String?

    @Flag(
        name: .customLong("text"),
        help: """
            Say what `texts` in status.yml has for the phase: in the text that is named, else in the one whose \
            title the record has.
            """)
    var takesReadyText = false

    @OptionGroup var fill: FillOptions

    @Option(
        name: .customLong("component"),
        help: ArgumentHelp(
            """
            A component's new status, as in web=operational, all=operational or 'web=operational since 17:22'; may \
            be repeated.
            """,
            valueName: "id=status"
        ),
        completion: Completions.components
    )
    var components: [ComponentArgument] = []

    @Option(
        help: "The severity from now on: a level of status.yml, or one of its aliases.",
        completion: Completions.severities
    )
    var severity: String?

    @Option(
        help: ArgumentHelp(
            "When it is expected to be over: a duration as in 2h, a time as in 17:45, or words.",
            valueName: "when"))
    var eta: String?

    @Option(
        help: ArgumentHelp(
            "When maintenance is planned to begin now: a duration from now on as in 2h, or a time as in 22:00.",
            valueName: "when"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "When maintenance is planned to end now: a duration from now on as in 2h, or a time as in 17:45.",
            valueName: "when"))
    var until: String?

    @Option(help: "What caused the incident, in a sentence.")
    var rootCause: String?

    @Option(help: "What fixed the incident, in a sentence.")
    var fix: String?

    @Option(
        help: ArgumentHelp(
            "Who was called in with this update; may be repeated. Only the team sees it.", valueName: "people"
        ))
    var escalated: [String] = []

    @Option(
        help: """
            Who sees the record, where its front matter does not say: public, from this update on, or internal. \
            Asked for at a terminal if a severity that the public sees raises it.
            """
    )
    var visibility: Visibility?

    @OptionGroup var update: UpdateOptions

    @Option(
        help: ArgumentHelp(
            "When it was said, if not now: a time as in 17:05, with its day where it is not today's, or how long ago.",
            valueName: "when"))
    var at: String?

    @Flag(help: "Open the record in your editor (VISUAL or EDITOR) once it is written, and check it again.")
    var edit = false

    @OptionGroup var options: SiteOptions

    func validate() throws {
        if !takesReadyText, !fill.values.isEmpty { throw ValidationError("--fill is for --text") }
    }

    func run() throws {
        let console = Console()
        try console.tellingRefusals {
            let site = try AuthoredSite(options)
            let questions = UpdateQuestions(self, site: site, prompt: Prompt())
            let file = try site.file(questions.path(telling: console))
            let draft = try questions.draft(for: file)
            let reopens = site.reopens(file, by: draft.phase)
            let changed = try written(draft, to: file, in: site)
            try site.check(changed, changing: file, for: console)
            try site.replace(file, with: changed)
            try console.write(line: site.place(of: file.path))
            if edit { try site.edit(file.path, changing: file, for: console) }
            if reopens {
                try console.say(
                    "this opens the incident again: the statuses that were declared last hold again"
                )
            }
            let shown = edit ? try site.file(file.path) : changed
            for sentence in PublicPage(showing: shown, of: site).sentences { try console.say(sentence) }
            try console.say("`[\(draft.phase.keyword)]` was added; next:")
            try console.show(nextSteps(after: draft.phase, in: shown, of: site).lines)
        }
    }
}

private extension AddUpdate {
    func written(_ draft: UpdateDraft, to file: SourceFile, in site: AuthoredSite) throws -> SourceFile {
        do {
            return try site.reader.adding(draft, to: file)
        } catch .latestLiesAhead(let place, let instant) where at != nil {
            throw Refusal(
                "--at: the latest update, at \(place.path):\(place.line), is of \(instant)",
                hint: "write a later time, or write the update into the file by hand")
        } catch { throw Refusal(error, in: file.path) }
    }

    func nextSteps(after phase: PhaseWord, in file: SourceFile, of site: AuthoredSite) -> NextSteps {
        let isOver = phase.phase?.isFinal ?? false
        let subject = "\(RecordIndex.id(of: file.path)): \(phase.keyword.lowercased())"
        return NextSteps(
            commit: site.commit(of: [file.path], subject: subject),
            update: isOver ? nil : site.update(of: file, to: Phase.next(after: phase.phase)))
    }
}

extension Phase {
    /// The phase that most often follows; `nil` if none does.
    static func next(after phase: Phase?) -> Phase? {
        switch phase {
        case .investigating: .identified
        case .identified, .mitigating: .monitoring
        case .monitoring: .resolved
        case .scheduled: .inProgress
        case .inProgress: .verifying
        case .verifying: .completed
        case .resolved, .completed, .cancelled, nil: nil
        }
    }
}

extension AuthoredSite {
    /// Whether an update of that phase opens the incident in the file again.
    func reopens(_ file: SourceFile, by phase: PhaseWord) -> Bool {
        guard let record = record(in: file), record.kind == .incident else { return false }
        return !record.isOpen && phase.phase.map { $0 != .resolved } ?? false
    }
}
