import ArgumentParser
import Diagnostics
import Records
import StatusModel
import StatusSite

/// `allclear announce`: writes the messages that announce news.
struct Announce: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write messages about incidents, maintenance and notices, for chat, email and more.",
        discussion: """
            Prints the messages and sends nothing: pipe the output to your chat or mail tool. For example:

              allclear announce 2026-01-02-slow --format slack
              allclear announce --since HEAD~1 --format email > messages.mbox
              allclear announce --told slack-leads --format slack

            With an id, writes the message for the record's latest update, or for the one that you choose \
            with --update.

            With --since, writes a message for everything written since the given git revision; edits to \
            existing text do not count. Adding --due covers what happened on schedule instead: \
            maintenance that started or ended, or a post-mortem whose publication date arrived. With \
            --told, does both since the last run with the same name.

            Multiple messages are printed \(Announcer.Format.joinings).

            Exit status: 0 if the messages were written, even if there are none; 1 if nothing was written, \
            for example because status.yml or the record that you named has errors; 3 if records with \
            errors were left out.
            """
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var readers: AudienceOption

    @Argument(
        help: "The record: its id, its file, or any part of its id or title that matches no other record.",
        completion: Completions.records
    )
    var id: String?

    @Option(
        help: ArgumentHelp(
            "The update: its time, such as 2026-01-02T17:05Z, or its number, counted from the oldest.",
            valueName: "update"
        )
    )
    var update: UpdateChoice?

    @Option(
        help: ArgumentHelp(
            "Announce what was written since this git revision. With --due, a revision or a time.",
            valueName: "revision"))
    var since: String?

    @Flag(help: "With --since: announce what happened on schedule since then, instead of what was written.")
    var due = false

    @Option(
        help: ArgumentHelp(
            """
            Announce everything that is new since this name was last used, and then move the git ref \
            refs/allclear/told/NAME. On first use, only create that ref.
            """, valueName: "name"))
    var told: String?

    @Option(
        help: ArgumentHelp(
            "With --since or --told: leave out older news. An age such as 2d, or a time.",
            valueName: "age"))
    var newerThan = "1d"

    @Flag(help: "With --since: list in Markdown which messages would be sent, for a pull request comment.")
    var preview = false

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "With --since or --told: announce only what the policy sends to this channel with `notify`.",
            valueName: "channel"
        )
    )
    var channel: String?

    @Option(help: "The format of the messages.")
    var format = Announcer.Format.markdown

    @Option(
        help: ArgumentHelp(
            "The sender of an email. (default: the site's title and status@HOST)",
            valueName: "address"
        )
    )
    var from: Mailbox?

    @Option(
        help: ArgumentHelp(
            """
            The recipient: for email, an address such as team@example.com (can be repeated); for \
            telegram, a chat; for ntfy, a topic. (default: the site's mailing lists, or a name made \
            from the site's title)
            """,
            valueName: "address"
        )
    )
    var to: [String] = []

    func validate() throws {
        let ways = [id != nil, since != nil, told != nil]
        if !ways.contains(true) {
            throw ValidationError("name a record, or use --since or --told")
        }
        if ways.count(where: \.self) > 1 {
            throw ValidationError(
                "name a record, or use --since or --told, but only one of the three")
        }
        if update != nil, id == nil { throw ValidationError("--update needs the id of a record") }
        if channel != nil, id != nil {
            throw ValidationError("--for needs --since or --told")
        }
        if due, since == nil { throw ValidationError("--due needs --since; --told includes it") }
        if preview, since == nil || due {
            throw ValidationError("--preview needs --since and cannot be used with --due")
        }
        if let since, !due, Instant(writtenAs: since) != nil {
            throw ValidationError("--since needs a git revision; it takes a time only with --due")
        }
        if let told, !ToldMark.isName(told) {
            throw ValidationError("--told takes letters, digits, `-` and `_`, such as --told slack-leads")
        }
        if format != .email, from != nil { throw ValidationError("--from needs --format email") }
        switch format.destination {
        case .mailboxes: _ = try recipients
        case .channel:
            guard to.count < 2 else {
                throw ValidationError("--to can be used only once for a chat or topic")
            }
        case nil:
            guard to.isEmpty else {
                throw ValidationError("--to needs --format email, telegram or ntfy")
            }
        }
    }

    func run() throws {
        let console = Console()
        try console.reportingErrors {
            let job = try AnnounceJob(self)
            if let id {
                try job.announce(id, update, console)
            } else {
                try job.announceNews(console)
            }
        }
    }
}

extension Announce {
    /// The recipients of an email.
    var recipients: [Mailbox] {
        get throws {
            guard format.destination == .mailboxes else { return [] }
            return try to.map { address in
                guard let mailbox = Mailbox(address) else {
                    throw ValidationError("`\(address)` is not an email address such as team@example.com")
                }
                return mailbox
            }
        }
    }
}
