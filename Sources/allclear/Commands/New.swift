public import ArgumentParser
import Diagnostics
import Records
public import StatusModel

/// `allclear new`: writes a record with the right front matter and its first update.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Create a record with its first update.",
        discussion: """
            For example:

              allclear new                # at a terminal, asks for everything
              allclear new "Stories are slow" "We are investigating." --severity SEV-2 \\
                --started 16:58
              allclear new --text payments-fail
              allclear new "Database move" "Stories cannot be saved." --maintenance \\
                --from 2026-01-10T22:00Z --until 2h --component story-api

            At a terminal, asks for what is missing. The update gets the current time. The file goes to \
            incidents/, and its name is made from the date and the title. Existing files are not changed. \
            If the record would have errors, nothing is written.
            """
    )

    @Argument(help: "The title, as readers see it.")
    var title: String?

    @Argument(
        help:
            """
            The text of the first update, in Markdown. If it is - or missing, it is read from standard \
            input.
            """
    )
    var text: String?

    @Option(
        name: .customLong("text"),
        help: ArgumentHelp(
            "The prepared text to use, from `texts` in status.yml. Other arguments and options override it.",
            valueName: "id"),
        completion: Completions.texts
    )
    var readyText: String?

    @OptionGroup var fill: FillOptions

    @Option(
        help: "The severity: a level from status.yml, or one of its aliases.",
        completion: Completions.severities
    )
    var severity: String?

    @Option(
        name: .customLong("component"),
        help: ArgumentHelp(
            """
            An affected component, such as web=partial_outage. Can be repeated. Without a status, it gets \
            the default for the severity or, for maintenance, under_maintenance.
            """,
            valueName: "id=status"
        ),
        completion: Completions.components
    )
    var components: [ComponentArgument] = []

    @Option(
        help: ArgumentHelp(
            """
            When the impact started, if not now: a time such as 16:58 (with its date if it was not today), \
            or how long ago, such as 20m.
            """,
            valueName: "when"))
    var started: String?

    @Option(
        help: ArgumentHelp("When it was detected. Same format as --started.", valueName: "when"))
    var detected: String?

    @Option(help: ArgumentHelp("Who or what detected it.", valueName: "who"))
    var detectedBy: Record.Detector?

    @Option(help: ArgumentHelp("Who can see the record; by default, set by the severity.", valueName: "who"))
    var visibility: Visibility?

    @Flag(help: "Announce maintenance instead of an incident. Needs --from and --until.")
    var maintenance = false

    @Option(help: ArgumentHelp("When maintenance starts, such as 2026-01-10T22:00Z.", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("When maintenance ends: a time, or a duration such as 2h.", valueName: "time"))
    var until: String?

    @Option(
        name: .customLong("repeat"),
        help: ArgumentHelp(
            """
            How maintenance recurs: daily, weekly, "every 2 weeks", "monthly on the 15th" or "monthly on the 1st \
            sunday". Needs --repeat-until. Weekly maintenance is on the weekday of --from.
            """,
            valueName: "rule"))
    var repeats: String?

    @Option(
        help: ArgumentHelp(
            "The last day on which it can recur, such as 2026-12-31. Needs --repeat.", valueName: "day"))
    var repeatUntil: String?

    @OptionGroup var update: UpdateOptions

    @Flag(help: "Open the record in your editor (VISUAL or EDITOR) after writing it, then check it again.")
    var edit = false

    @OptionGroup var options: SiteOptions

    func validate() throws {
        let ofIncidents = [
            ("--severity", severity), ("--started", started), ("--detected", detected),
            ("--detected-by", detectedBy?.rawValue),
        ]
        if maintenance, let (option, _) = ofIncidents.first(where: { $0.1 != nil }) {
            throw ValidationError("\(option) cannot be used with --maintenance")
        }
        if !maintenance, from != nil || until != nil {
            throw ValidationError("--from and --until need --maintenance")
        }
        if !maintenance, repeats != nil || repeatUntil != nil {
            throw ValidationError("--repeat and --repeat-until need --maintenance")
        }
        if (repeats == nil) != (repeatUntil == nil) {
            throw ValidationError("--repeat and --repeat-until must be used together")
        }
        if readyText == nil, !fill.values.isEmpty { throw ValidationError("--fill needs --text") }
    }

    func run() throws {
        let console = Console()
        try console.reportingErrors {
            let asked = try AuthoredSite(options)
            let prompt = Prompt()
            var draft = try RecordQuestions(self, site: asked, prompt: prompt, console: console).draft()
            // Answers take minutes: the update is made after they are given.
            let site = try prompt == nil ? asked : AuthoredSite(options)
            draft.first.at = site.now
            let file = try write(draft, in: site, console: console)
            let place = site.place(of: file.path)
            try console.write(line: place)
            if edit { try site.edit(file.path, changing: nil, for: console) }
            let shown = edit ? try site.file(file.path) : file
            for sentence in PublicPage(showing: shown, of: site).sentences { try console.say(sentence) }
            if case .maintenance(let from, _, _) = draft.kind {
                let start = site.configuration.page.zone.written(from)
                try console.say(
                    "from \(start) on, the site shows the maintenance as in progress; no update is needed")
            }
            try console.say("next:")
            try console.show(nextSteps(after: draft, in: shown, of: site).lines)
        }
    }
}

extension Record.Detector: ExpressibleByArgument {}

private extension New {
    /// Writes the record under a name that is free; if somebody else takes that meanwhile, under another one.
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
            } catch { throw CommandError(error, in: path) }
            try site.check(file, changing: nil, for: console)
            do {
                try CarefulWriting.create(path, in: site.folder, with: file.bytes)
                return file
            } catch .exists {
                guard taken.insert(RecordIndex.slug(ofPath: path)).inserted else {
                    throw CommandError(.exists, of: path)
                }
            } catch { throw CommandError(error, of: site.place(of: path)) }
        }
    }

    func nextSteps(after draft: RecordDraft, in file: SourceFile, of site: AuthoredSite) -> NextSteps {
        NextSteps(
            commit: site.commit(of: [file.path], subject: draft.title),
            update: site.update(of: file, to: Phase.next(after: draft.first.phase.phase)))
    }
}

extension RecordDraft {
    /// The start of the record, after which its file is named.
    fileprivate var startsAt: Instant {
        switch kind {
        case .incident: startedAt ?? first.at
        case .maintenance(let from, _, _): from
        }
    }
}
