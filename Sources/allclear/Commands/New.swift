import ArgumentParser
import Diagnostics
import Records
import StatusModel

/// `allclear new`: a record with the right front matter and its first update.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a new record, with its first update.",
        discussion: """
            For example:

              allclear new "Stories are slow" "We look into it." --severity SEV-2
              allclear new "Database move" "Stories cannot be saved." --maintenance \\
                --from 2026-01-10T22:00Z --until 2h --component story-api

            At a terminal it asks for what is missing. The file goes into incidents/, by its day and title; \
            no file is ever replaced, and nothing is written that `allclear check` would refuse. The update \
            bears the time of now.
            """
    )

    @Argument(help: "The headline, as readers see it.")
    var title: String?

    @Argument(help: "What there is to say, in Markdown; - or nothing to read it from standard input.")
    var text: String?

    @Option(
        help: "How urgent it is: a level of status.yml, or one of its aliases.",
        completion: Completions.severities
    )
    var severity: String?

    @Option(
        name: .customLong("component"),
        help: ArgumentHelp(
            """
            A component that is affected, as in web=partial_outage; may be repeated. Without a status it has \
            that of the severity, or under_maintenance.
            """,
            valueName: "id=status"
        ),
        completion: Completions.components
    )
    var components: [ComponentArgument] = []

    @Flag(help: "Announce maintenance, with --from and --until, in place of an incident.")
    var maintenance = false

    @Option(help: ArgumentHelp("When maintenance begins, as in 2026-01-10T22:00Z.", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("When it ends: a time, or a duration as in 2h.", valueName: "time"))
    var until: String?

    @OptionGroup var update: UpdateOptions

    @Flag(help: "Open the record in your editor (VISUAL or EDITOR) once it is written, and check it again.")
    var edit = false

    @OptionGroup var options: SiteOptions

    func validate() throws {
        if maintenance, severity != nil { throw ValidationError("maintenance has no --severity") }
        if !maintenance, from != nil || until != nil {
            throw ValidationError("--from and --until are for --maintenance")
        }
    }

    func run() throws {
        let console = Console()
        try console.tellingRefusals {
            let site = try AuthoredSite(options)
            let draft = try RecordQuestions(self, site: site, prompt: Prompt()).draft()
            let file = try write(draft, in: site, console: console)
            let place = site.place(of: file.path)
            try console.write(line: place)
            if edit { try site.edit(file.path, changing: nil, for: console) }
            try console.say("next:")
            try console.show(nextSteps(after: draft, in: file.path, of: site).lines)
        }
    }
}

private extension New {
    /// Somebody else may take the name meanwhile: then there is another.
    func write(_ draft: RecordDraft, in site: AuthoredSite, console: Console) throws -> SourceFile {
        var taken = site.addresses.all
        while true {
            let path = RecordIndex.path(
                for: draft.title,
                on: site.configuration.page.zone.day(of: draft.startsAt),
                beside: site.paths,
                avoiding: taken
            )
            let file: SourceFile
            do {
                file = try site.reader.file(of: draft, at: path)
            } catch { throw Refusal(error, in: path) }
            try site.check(file, changing: nil, for: console)
            do {
                try CarefulWriting.create(path, in: site.folder, with: file.bytes)
                return file
            } catch .exists {
                guard taken.insert(RecordIndex.slug(ofPath: path)).inserted else {
                    throw Refusal(.exists, of: path)
                }
            } catch { throw Refusal(error, of: site.place(of: path)) }
        }
    }

    func nextSteps(after draft: RecordDraft, in path: String, of site: AuthoredSite) -> NextSteps {
        let id = RecordIndex.id(of: path)
        let phase = maintenance ? "'IN PROGRESS'" : "IDENTIFIED"
        return NextSteps(
            commit: site.commit(of: [path], subject: draft.title),
            update: "allclear update \(id.quotedForShell) \(phase) \"…\""
        )
    }
}

extension RecordDraft {
    /// When it begins: what its file is named by.
    fileprivate var startsAt: Instant {
        switch kind {
        case .incident: first.at
        case .maintenance(let from, _): from
        }
    }
}
