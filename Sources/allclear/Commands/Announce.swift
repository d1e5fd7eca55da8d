import ArgumentParser
import Diagnostics
import Records
import StatusModel
import StatusSite

/// `allclear announce`: the messages that tell people of news.
struct Announce: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the messages for news: an incident's, or all that came since a revision.",
        discussion: """
            With an ID, the message for the record's latest news but a post-mortem, or for the update that \
            --update names. With --since, one message for each piece of news that was written since the git \
            revision, and none for changed words: \(Announcer.Format.joinings). With --due, for what the \
            clock brought since: maintenance that began or ended, a post-mortem whose day has come. With \
            --told, for both, since the channel of that name was last told. Nothing is sent: pipe it into what \
            sends.

            Exit status 0, also where there is no news; 1: nothing is written, as for errors in status.yml or a \
            record that is named; 3: records with errors are left out, and all others are told.
            """
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var readers: AudienceOption

    @Argument(
        help: "The record: its id, a part of its id or title that no other has, or its file.",
        completion: Completions.records
    )
    var id: String?

    @Option(
        help: ArgumentHelp(
            "Which update: its time, as in 2026-01-02T17:05Z, or its number, the oldest being 1.",
            valueName: "update"
        )
    )
    var update: UpdateChoice?

    @Option(
        help: ArgumentHelp(
            "Announce what was written since this git revision; with --due, a revision or an instant.",
            valueName: "revision"))
    var since: String?

    @Flag(help: "With --since: what the clock brought since then, in place of what was written.")
    var due = false

    @Option(
        help: ArgumentHelp(
            """
            Announce all that is new since the channel of this name was last told, and remember that in the git ref \
            refs/allclear/told/NAME once everything is written. The first time, only that is done.
            """, valueName: "name"))
    var told: String?

    @Option(
        help: ArgumentHelp(
            "With --since or --told: leave out what is older, as in 2d, or than an instant.",
            valueName: "age"))
    var newerThan = "1d"

    @Flag(help: "With --since: say in Markdown what would be told to whom, for a pull request's comment.")
    var preview = false

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "With --since or --told: only what the policy has told to this channel, by `notify`.",
            valueName: "channel"
        )
    )
    var channel: String?

    @Option(help: "What to write: \(Announcer.Format.choices).")
    var format = Announcer.Format.markdown

    @Option(
        help: ArgumentHelp(
            "Whom an email is from. (default: the site's title and status@ its host)",
            valueName: "address"
        )
    )
    var from: Mailbox?

    @Option(
        help: ArgumentHelp(
            "Whom an email is for, as in team@example.com; may be repeated. By default, the site's mailing lists. For telegram the chat, for ntfy the topic: by default, called after the site.",
            valueName: "address"
        )
    )
    var to: [String] = []

    func validate() throws {
        let ways = [id != nil, since != nil, told != nil]
        if !ways.contains(true) {
            throw ValidationError("name a record, a revision by --since, or a channel by --told")
        }
        if ways.count(where: \.self) > 1 {
            throw ValidationError(
                "name a record, a revision by --since or a channel by --told: only one of them")
        }
        if update != nil, id == nil { throw ValidationError("--update is for one record") }
        if channel != nil, id != nil {
            throw ValidationError("--for chooses among what --since and --told find")
        }
        if due, since == nil { throw ValidationError("--due needs --since, and is a part of --told") }
        if preview, since == nil || due { throw ValidationError("--preview needs --since, without --due") }
        if let since, !due, Instant(writtenAs: since) != nil {
            throw ValidationError("--since takes an instant with --due alone: name a revision")
        }
        if let told, !ToldMark.isName(told) {
            throw ValidationError("--told takes letters, digits, `-` and `_`, as in --told slack-leads")
        }
        if format != .email, from != nil { throw ValidationError("--from is for --format email") }
        switch format.destination {
        case .mailboxes: _ = try recipients
        case .channel:
            guard to.count < 2 else { throw ValidationError("--to names one chat or topic") }
        case nil:
            guard to.isEmpty else {
                throw ValidationError("--to is for --format email, telegram and ntfy")
            }
        }
    }

    func run() throws {
        let console = Console()
        try console.tellingRefusals {
            do {
                let job = try AnnounceJob(self)
                if let id {
                    try job.announce(id, update, console)
                } else {
                    try job.announceNews(console)
                }
            } catch let error as GitError {
                throw Refusal(error.description, hint: error.hint)
            }
        }
    }
}

extension Announce {
    /// Whom an e-mail is for.
    var recipients: [Mailbox] {
        get throws {
            guard format.destination == .mailboxes else { return [] }
            return try to.map { address in
                guard let mailbox = Mailbox(address) else {
                    throw ValidationError("`\(address)` is no address: write --to team@example.com")
                }
                return mailbox
            }
        }
    }
}
