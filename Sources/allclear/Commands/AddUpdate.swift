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

              allclear update 2026-01-02-slow IDENTIFIED "It is the database."
              allclear update slow monitoring "A fix is out." --next-update 20m
              allclear update slow RESOLVED --component web=operational < text.md

            Everything else in the file stays as it is, and nothing is written that `allclear check` would \
            refuse. The update bears the time of now. A phase other than UPDATE after RESOLVED opens the \
            incident again, and asks for the whole id.
            """
    )

    @Argument(
        help: "The record: its id, a part of it that no other has, or its file.",
        completion: Completions.records
    )
    var id: String

    @Argument(
        help: """
            The phase: INVESTIGATING, IDENTIFIED, MONITORING or RESOLVED, or UPDATE to keep it. For \
            maintenance: SCHEDULED, 'IN PROGRESS', VERIFYING, COMPLETED or CANCELLED.
            """,
        completion: Completions.phases
    )
    var phase: String

    @Argument(help: "What there is to say, in Markdown; - or nothing to read it from standard input.")
    var text: String?

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
            Who sees the record once its severity is one that the public sees: public, from this update on, or \
            internal. Asked for at a terminal.
            """
    )
    var visibility: Visibility?

    @OptionGroup var update: UpdateOptions
    @OptionGroup var options: SiteOptions

    func run() throws {
        let console = Console()
        try console.tellingRefusals {
            let site = try AuthoredSite(options)
            let path = try site.path(ofRecordCalled: id)
            let file = try site.file(path)
            let draft = try draft(for: file, in: site)
            let reopens = site.reopens(file, by: draft.phase)
            let changed = try written(draft, to: file, in: site)
            try site.check(changed, changing: file, for: console)
            try site.replace(file, with: changed)
            try console.write(line: site.place(of: path))
            if reopens {
                try console.say(
                    "this opens the incident again: the statuses that were declared last hold again"
                )
            }
            try console.say("`[\(draft.phase.keyword)]` was added; next:")
            try console.show(nextSteps(after: draft.phase, in: path, of: site).lines)
        }
    }
}

private extension AddUpdate {
    func draft(for file: SourceFile, in site: AuthoredSite) throws -> UpdateDraft {
        let path = file.path
        let phase: PhaseWord
        do {
            phase = try PhaseWord(typedAs: self.phase, ofMaintenance: site.isMaintenance(file))
        } catch { throw Refusal(error) }
        try refuseReopeningByChance(file, by: phase, in: site)
        let (level, visibility) = (try level(in: site), try askedVisibility(for: file, in: site))
        let changes = try components.map {
            try $0.change(in: site.configuration, fallback: nil, allowsAll: true)
        }
        let text = try UpdateTextSource.text(given: text, asking: Prompt()) { text in
            try site.check(text: text, of: path)
        }
        var draft = UpdateDraft(phase, text, at: site.now, changes: changes)
        (draft.severity, draft.visibility) = (level, visibility)
        (draft.estimate, draft.rootCause, draft.fix) = (eta?.onOneLine, rootCause?.onOneLine, fix?.onOneLine)
        draft.escalatedTo = escalated.isEmpty ? nil : escalated.joined(separator: ", ").onOneLine
        draft.nextUpdate = try nextUpdate(after: draft, to: file, in: site)
        return draft
    }

    /// The promise of the next update. Whoever wrote all on one line is asked nothing.
    func nextUpdate(after draft: UpdateDraft, to file: SourceFile, in site: AuthoredSite) throws -> String? {
        let isOver = draft.phase.phase?.isFinal ?? false
        let record = site.record(in: file)
        let named = draft.severity.flatMap { try? site.configuration.severity(called: $0) }
        let promise = NextPromise(
            in: site, severity: record?.highestSeverity.map { min($0, named ?? $0) },
            begunAt: record?.from ?? site.now)
        return try promise.written(
            given: update.nextUpdate, asking: text == nil && !isOver ? Prompt() : nil)
    }

    /// The severity's level in the policy.
    func level(in site: AuthoredSite) throws -> String? {
        do {
            return try severity.map { name throws(UnknownWord) in
                site.configuration.page.severities[try site.configuration.severity(called: name)].level
            }
        } catch { throw Refusal(error) }
    }

    /// Who is to see the record, where the severity raises that question.
    func askedVisibility(for file: SourceFile, in site: AuthoredSite) throws -> Visibility? {
        guard visibility == nil, let severity,
            let rank = try? site.configuration.severity(called: severity),
            site.reader.asksForVisibility(rank, in: file)
        else { return visibility }
        let level = site.configuration.page.severities[rank].level
        guard let prompt = Prompt() else {
            throw Refusal(
                "`\(RecordIndex.id(of: file.path))` is internal, and incidents of `\(level)` are public",
                hint: "nothing was written; write `--visibility public` to show it from this update on, or "
                    + "`--visibility internal` to keep it inside"
            )
        }
        let choices = [
            Prompt.Choice(
                name: "public",
                detail: "its title, file name, impact, tags, links and this update show"
            ),
            Prompt.Choice(name: "internal", detail: "only the team sees it"),
        ]
        return try prompt.answer(to: "It has been internal. Who sees it now?", among: choices) { answer in
            guard let choice = Visibility(rawValue: Prompt.name(for: answer, among: choices)) else {
                throw Refusal("`\(answer)` is neither", hint: "write public or internal")
            }
            return choice
        }
    }

    /// A part of a name may be that of another incident than was meant, long over.
    func refuseReopeningByChance(_ file: SourceFile, by phase: PhaseWord, in site: AuthoredSite) throws {
        guard site.reopens(file, by: phase), !RecordFinder.isWhole(id, of: file.path) else { return }
        let record = RecordIndex.id(of: file.path)
        throw Refusal(
            "`\(record)` is resolved, and `[\(phase.keyword)]` would open it again",
            hint: "nothing was written; if it is meant, write its whole id: "
                + "`allclear update \(record.quotedForShell) …`"
        )
    }

    func written(_ draft: UpdateDraft, to file: SourceFile, in site: AuthoredSite) throws -> SourceFile {
        do {
            return try site.reader.adding(draft, to: file)
        } catch { throw Refusal(error, in: file.path) }
    }

    func nextSteps(after phase: PhaseWord, in path: String, of site: AuthoredSite) -> NextSteps {
        let id = RecordIndex.id(of: path)
        let isOver = phase.phase?.isFinal ?? false
        return NextSteps(
            commit: site.commit(of: [path], subject: "\(id): \(phase.keyword.lowercased())"),
            update: isOver ? nil : "allclear update \(id.quotedForShell) \(next(after: phase)) \"…\""
        )
    }

    func next(after phase: PhaseWord) -> String {
        switch phase.phase {
        case .investigating: "IDENTIFIED"
        case .identified, .mitigating: "MONITORING"
        case .monitoring: "RESOLVED"
        case .scheduled: "'IN PROGRESS'"
        case .inProgress: "VERIFYING"
        case .verifying: "COMPLETED"
        case .resolved, .completed, .cancelled, nil: "UPDATE"
        }
    }
}

extension AuthoredSite {
    fileprivate func isMaintenance(_ file: SourceFile) -> Bool {
        record(in: file)?.kind == .maintenance
    }

    fileprivate func reopens(_ file: SourceFile, by phase: PhaseWord) -> Bool {
        guard let record = record(in: file), record.kind == .incident else { return false }
        return !record.isOpen && phase.phase.map { $0 != .resolved } ?? false
    }
}

extension String {
    /// With one blank between words, as a trailer has it.
    fileprivate var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
