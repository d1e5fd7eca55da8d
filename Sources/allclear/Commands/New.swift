public import ArgumentParser
import Diagnostics
import Records
public import StatusModel

/// `allclear new`: a record with the right front matter and its first update.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a new record, with its first update.",
        discussion: """
            For example:

              allclear new                # at a terminal, asks for all of it
              allclear new "Stories are slow" "We look into it." --severity SEV-2 \\
                --started 16:58
              allclear new --text payments-fail
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
        name: .customLong("text"),
        help: ArgumentHelp(
            "A text of `texts` in status.yml, for all that is not said otherwise.", valueName: "id"),
        completion: Completions.texts
    )
    var readyText: String?

    @OptionGroup var fill: FillOptions

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

    @Option(
        help: ArgumentHelp(
            """
            When the impact began, if not now: a time as in 16:58, with its day where it is not today's, or how \
            long ago as in 20m.
            """,
            valueName: "when"))
    var started: String?

    @Option(
        help: ArgumentHelp("When someone or something noticed; written in the same ways.", valueName: "when"))
    var detected: String?

    @Option(help: ArgumentHelp("Who or what noticed.", valueName: "who"))
    var detectedBy: Record.Detector?

    @Option(help: ArgumentHelp("Who sees it. (default: as the severity says)", valueName: "who"))
    var visibility: Visibility?

    @Flag(help: "Announce maintenance, with --from and --until, in place of an incident.")
    var maintenance = false

    @Option(help: ArgumentHelp("When maintenance begins, as in 2026-01-10T22:00Z.", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("When it ends: a time, or a duration as in 2h.", valueName: "time"))
    var until: String?

    @Option(
        name: .customLong("repeat"),
        help: ArgumentHelp(
            """
            How maintenance recurs: daily, weekly, "every 2 weeks", "monthly on the 15th" or "monthly on the 1st sunday".
            """,
            valueName: "rule"))
    var repeats: String?

    @Option(help: ArgumentHelp("The last day that it may begin on, as in 2026-12-31.", valueName: "day"))
    var repeatUntil: String?

    @OptionGroup var update: UpdateOptions

    @Flag(help: "Open the record in your editor (VISUAL or EDITOR) once it is written, and check it again.")
    var edit = false

    @OptionGroup var options: SiteOptions

    func validate() throws {
        let ofIncidents = [
            ("--severity", severity), ("--started", started), ("--detected", detected),
            ("--detected-by", detectedBy?.rawValue),
        ]
        if maintenance, let (option, _) = ofIncidents.first(where: { $0.1 != nil }) {
            throw ValidationError("maintenance has no \(option)")
        }
        if !maintenance, from != nil || until != nil {
            throw ValidationError("--from and --until are for --maintenance")
        }
        if !maintenance, repeats != nil || repeatUntil != nil {
            throw ValidationError("--repeat and --repeat-until are for --maintenance")
        }
        if (repeats == nil) != (repeatUntil == nil) {
            throw ValidationError("--repeat and --repeat-until go together: a series has an end")
        }
        if readyText == nil, !fill.values.isEmpty { throw ValidationError("--fill is for --text") }
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
            let shown = edit ? try site.file(file.path) : file
            for sentence in PublicPage(showing: shown, of: site).sentences { try console.say(sentence) }
            try console.say("next:")
            try console.show(nextSteps(after: draft, in: shown, of: site).lines)
        }
    }
}

extension Record.Detector: ExpressibleByArgument {}

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

    func nextSteps(after draft: RecordDraft, in file: SourceFile, of site: AuthoredSite) -> NextSteps {
        NextSteps(
            commit: site.commit(of: [file.path], subject: draft.title),
            update: site.update(of: file, to: Phase.next(after: draft.first.phase.phase)))
    }
}

extension RecordDraft {
    /// When it begins: what its file is named by.
    fileprivate var startsAt: Instant {
        switch kind {
        case .incident: startedAt ?? first.at
        case .maintenance(let from, _, _): from
        }
    }
}
