import ArgumentParser
import Diagnostics
import Foundation
import Records
import StatusModel
import StatusSite

/// `allclear announce`: the messages that tell people of an update.
struct Announce: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the message for an incident's update, or for all that came since a revision.",
        discussion: """
            With an ID, the message for the record's latest update, or for the one that --update names. With \
            --since, one message for each update that was added since the git revision, and none for changes \
            to older ones: \(Announcer.Format.joinings). Nothing is sent: pipe it into what sends.
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

    @Option(help: ArgumentHelp("Announce what was added since this git revision.", valueName: "revision"))
    var since: String?

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "With --since: only what the policy has told to this channel, by `notify`.",
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
            "Whom an email is for, as in team@example.com; may be repeated. For telegram the chat, for ntfy the topic. (default for both: called after the site)",
            valueName: "address"
        )
    )
    var to: [String] = []

    func validate() throws {
        if id == nil, since == nil { throw ValidationError("name a record, or a revision by --since") }
        if id != nil, since != nil {
            throw ValidationError("name a record or a revision by --since, not both")
        }
        if update != nil, id == nil { throw ValidationError("--update is for one record") }
        if channel != nil, since == nil { throw ValidationError("--for chooses among what --since finds") }
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
            let text = try messages()
            guard let stream = format.stream else { return try console.write(verbatim: text) }
            try console.write(Array(text.utf8), as: stream)
        }
    }
}

private extension Announce {
    func messages() throws -> String {
        let now = try options.now()
        let reading = try SiteReading(of: options.site, at: now)
        guard let site = reading.site, let configuration = reading.configuration, reading.sources.isWhole
        else {
            throw Refusal("the site has errors", reading.diagnostics)
        }
        let announceable = Announceable(reading, site: site, for: readers.audience, at: now)
        let envelope = try Envelope(from: from, to: recipients)
        let announcer = Announcer(templates: site.templates, envelope: envelope, destination: to.first)
        if let id {
            return try checked(announcer.message(announceable.announcement(of: id, update), as: format))
        }
        do {
            let past = try PastRecords(
                at: since ?? "",
                in: options.site,
                configuration: configuration,
                now: now
            )
            return try checked(
                announcer.messages(announceable.announcements(since: past, for: channel), as: format))
        } catch let error as GitError {
            throw Refusal(error.description, hint: error.hint)
        }
    }

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

    /// A template of the site's own can make of JSON what it likes.
    func checked(_ text: String) throws -> String {
        guard let template = format.jsonTemplate else { return text }
        for line in text.split(separator: "\n") {
            guard (try? JSONSerialization.jsonObject(with: Data(line.utf8))) == nil else { continue }
            throw Refusal(
                "the template `\(template)` makes no JSON of this message",
                hint:
                    "look for a comma or a bracket that is missing in `site-templates/\(template).mustache`"
            )
        }
        return text
    }
}
