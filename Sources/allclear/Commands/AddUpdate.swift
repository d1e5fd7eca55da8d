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
            "A component's new status, as in web=operational or all=operational; may be repeated.",
            valueName: "id=status"
        ),
        completion: Completions.components
    )
    var components: [ComponentArgument] = []

    @OptionGroup var update: UpdateOptions
    @OptionGroup var options: SiteOptions

    func run() throws {
        let talk = Talk()
        try talk.tellingRefusals {
            let site = try AuthoredSite(options)
            let open = site.openPaths
            let path = try RecordFinder(among: site.paths) { open.contains($0) }.path(of: id)
            let file = try site.file(path)
            let draft = try draft(for: path, in: site)
            let changed = try written(draft, to: file, in: site)
            try site.check(changed, for: talk)
            try replace(file, with: changed, in: site)
            print(site.place(of: path))
            if site.reopens(path, by: draft.phase) {
                talk.say("this opens the incident again: the statuses that were declared last hold again")
            }
            talk.say("`[\(draft.phase.keyword)]` was added; next:")
            talk.show(nextSteps(after: draft.phase, in: path, of: site).lines)
        }
    }
}

private extension AddUpdate {
    func draft(for path: String, in site: AuthoredSite) throws -> UpdateDraft {
        let phase: PhaseWord
        do {
            phase = try PhaseWord(typedAs: self.phase, ofMaintenance: site.isMaintenance(path))
        } catch { throw Refusal(error) }
        try refuseReopeningByChance(path, by: phase, in: site)
        let changes = try components.map {
            try $0.change(in: site.configuration, fallback: nil, allowsAll: true)
        }
        let text = try UpdateTextSource.text(given: text, asking: Prompt()) { text in
            try site.check(text: text, of: path)
        }
        return UpdateDraft(phase, text, at: site.now, changes: changes, nextUpdate: update.nextUpdate)
    }

    /// A part of a name may be that of another incident than was meant, long over.
    func refuseReopeningByChance(_ path: String, by phase: PhaseWord, in site: AuthoredSite) throws {
        guard site.reopens(path, by: phase), !RecordFinder.isWhole(id, of: path) else { return }
        let record = RecordIndex.id(of: path)
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

    func replace(_ file: SourceFile, with changed: SourceFile, in site: AuthoredSite) throws {
        let place = site.place(of: file.path)
        do {
            try CarefulWriting.replace(file.path, in: site.folder, reading: file.bytes, with: changed.bytes)
        } catch { throw Refusal(error, of: place) }
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
        case .identified: "MONITORING"
        case .monitoring: "RESOLVED"
        case .scheduled: "'IN PROGRESS'"
        case .inProgress: "VERIFYING"
        case .verifying: "COMPLETED"
        case .resolved, .completed, .cancelled, nil: "UPDATE"
        }
    }
}

extension AuthoredSite {
    fileprivate func isMaintenance(_ path: String) -> Bool {
        page?.maintenance.contains { $0.record.path == path } ?? false
    }

    fileprivate func reopens(_ path: String, by phase: PhaseWord) -> Bool {
        guard let incident = page?.incidents.first(where: { $0.record.path == path }) else { return false }
        return !incident.isOpen && phase.phase.map { $0 != .resolved } ?? false
    }
}

extension Refusal {
    /// Why nothing was written at the place.
    init(_ failure: CarefulWriting.Failure, of place: String) {
        switch failure {
        case .exists: self.init("`\(place)` is there already", hint: "nothing was written")
        case .changed:
            self.init(
                "`\(place)` was changed by somebody else meanwhile",
                hint: "nothing was written: look at the file, and try again"
            )
        case .leavesSite:
            self.init(
                "`\(place)` lies behind a symbolic link, which could lead out of the site",
                hint: "put the folder itself in the link's place; nothing was written"
            )
        case .unconfirmed(let words):
            self.init(
                "`\(place)` was written, and the disk does not say that it will last: \(words)",
                hint: "look at the file, and at the disk"
            )
        case .system(let words): self.init("`\(place)` cannot be written: \(words)")
        }
    }
}
