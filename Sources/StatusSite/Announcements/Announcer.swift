public import Diagnostics
import StatusModel

/// A maker of messages from announcements, with one function for each format.
public struct Announcer {
    private let templates: SiteTemplates
    private let envelope: Envelope
    private let destination: String?

    /// - Parameters:
    ///   - templates: the templates from which messages are made.
    ///   - envelope: the sender and the recipients of emails.
    ///   - destination: the chat or topic, if a format names it; `nil` for one named after the site.
    public init(templates: SiteTemplates, envelope: Envelope, destination: String? = nil) {
        (self.templates, self.envelope, self.destination) = (templates, envelope, destination)
    }

    /// The formats of messages; everything that the rest of the program needs to know about them is in their traits,
    /// below.
    public enum Format: String, CaseIterable, Sendable {
        /// JSON of Block Kit.
        case slack
        /// JSON of an Adaptive Card.
        case teams
        /// JSON of a webhook with an embed.
        case discord
        /// JSON of a bot's `sendMessage`.
        case telegram
        /// JSON of a text message.
        case googleChat = "google-chat"
        /// JSON of a notification.
        case ntfy
        /// The body of Statuspage's webhooks.
        case webhook
        /// A complete message by RFC 5322.
        case email
        /// One text of at most 160 characters.
        case sms
        /// CommonMark.
        case markdown
        /// All the facts, for programs.
        case json
    }

    /// The kind of destination that a message of a format names.
    public enum Destination: Sendable {
        /// Any number of mailboxes.
        case mailboxes
        /// One chat or topic.
        case channel
    }

    /// The way in which the messages of a format are joined, so that programs can find where each begins.
    public enum Joining: CaseIterable, Sendable {
        /// Each message is one line.
        case lines
        /// There is a rule in Markdown between two messages.
        case rules
        /// Emails are in a mailbox (RFC 4155).
        case mailbox
    }
}

extension Announcer.Format {
    /// The way in which several messages are joined.
    public var joining: Announcer.Joining { traits.joining }

    /// The format by which a message is neutralized when it is printed; `nil` if its encoding makes that unnecessary.
    public var stream: StreamFormat? { traits.stream }

    /// The kind of destination that a message names; `nil` if it names none.
    public var destination: Announcer.Destination? { traits.destination }

    /// The name of its template, if the template makes JSON.
    public var jsonTemplate: String? { traits.chat?.template }

    /// The context of its template, if the template makes JSON.
    var chatMessage: (any ChatMessage.Type)? { traits.chat }

    /// The contexts of its templates, in the order of the documentation.
    var templates: [any PageContext.Type] { traits.templates }
}

extension SiteTemplates {
    /// The contexts of announcements, in the order of the documentation.
    static let messages = Announcer.Format.allCases.flatMap(\.templates)
}

extension Announcer {
    /// Returns one message; if the format joins messages as lines, it is one line.
    public func message(_ announcement: Announcement, as format: Format) -> String {
        format.traits.message(self, announcement)
    }

    /// Returns the messages, joined.
    public func messages(_ announcements: [Announcement], as format: Format) -> String {
        switch format.joining {
        case .lines: announcements.map { message($0, as: format) }.joined()
        case .rules: announcements.map { message($0, as: format) }.joined(separator: "\n---\n\n")
        case .mailbox: announcements.flatMap { emails(of: $0) }.map { inMailbox($0) }.joined()
        }
    }
}

private extension Announcer.Format {
    struct Traits {
        let templates: [any PageContext.Type]
        let joining: Announcer.Joining
        let stream: StreamFormat?
        var destination: Announcer.Destination?
        /// The context of its template, if the template makes JSON.
        var chat: (any ChatMessage.Type)?
        let message: (Announcer, Announcement) -> String
    }

    var traits: Traits {
        switch self {
        case .slack: chat(SlackMessage.self)
        case .teams: chat(TeamsMessage.self)
        case .discord: chat(DiscordMessage.self)
        case .telegram: chat(TelegramMessage.self, to: .channel)
        case .googleChat: chat(GoogleChatMessage.self)
        case .ntfy: chat(NtfyMessage.self, to: .channel)
        case .webhook: Traits(templates: [], joining: .lines, stream: .json) { $0.webhook($1) }
        case .email:
            Traits(
                templates: [EmailSubject.self, EmailText.self, EmailHTML.self], joining: .mailbox,
                stream: nil,
                destination: .mailboxes
            ) { $0.email($1) }
        case .sms: Traits(templates: [SMSMessage.self], joining: .lines, stream: .text) { $0.sms($1) }
        case .markdown:
            Traits(templates: [MarkdownMessage.self], joining: .rules, stream: .text) { $0.markdown($1) }
        case .json: Traits(templates: [], joining: .lines, stream: .json) { $0.json($1) }
        }
    }

    func chat<Message: ChatMessage>(
        _ message: Message.Type, to destination: Announcer.Destination? = nil
    ) -> Traits {
        Traits(
            templates: [message], joining: .lines, stream: .json, destination: destination, chat: message
        ) { $0.chat($1, as: message, within: limits) }
    }
}

private extension Announcer {
    func chat<Message: ChatMessage>(
        _ announcement: Announcement, as type: Message.Type, within limits: MessageLimits
    ) -> String {
        let cut = MessageCut(limits: limits) { limits in
            let context = AnnouncementContext(
                announcement, in: templates.language, for: Message.escaping, limits: limits)
            let message = templates.bytes(Message(context, to: destination))
            return String(decoding: message.compactJSON, as: UTF8.self)
        }
        return cut.message + "\n"
    }

    func webhook(_ announcement: Announcement) -> String {
        let message = WebhookMessage(announcement, in: templates.language)
        return String(decoding: message.bytes, as: UTF8.self) + "\n"
    }

    func json(_ announcement: Announcement) -> String {
        String(decoding: JSONMessage(announcement, in: templates.language).bytes, as: UTF8.self) + "\n"
    }

    /// Returns the email, or a mailbox if there are several.
    func email(_ announcement: Announcement) -> String {
        let emails = self.emails(of: announcement)
        return emails.count == 1 ? emails[0].text : emails.map { inMailbox($0) }.joined()
    }

    /// Returns the email for the recipients, or, if there are none, one for each mailing list that the announcement
    /// concerns.
    ///
    /// An announcement for the team is not sent to any list.
    func emails(of announcement: Announcement) -> [EmailMessage] {
        let page = announcement.page
        guard envelope.recipients.isEmpty, page.audience == .public, page.hasMailingLists else {
            return [EmailMessage(announcement, in: envelope, templates: templates)]
        }
        return page.mailingLists(of: announcement.concernedComponents).map { list, component in
            let headers = ListHeaders(list, of: component, on: page)
            return EmailMessage(announcement, in: envelope, to: headers, templates: templates)
        }
    }

    func sms(_ announcement: Announcement) -> String {
        SMSMessage.text(of: announcement, by: templates) + "\n"
    }

    /// Returns the text, with one empty line between paragraphs even if sections of the template are empty.
    func markdown(_ announcement: Announcement) -> String {
        templates.text(MarkdownMessage(announcement, in: templates.language)).withSingleEmptyLines
    }

    /// Returns the message as part of a mailbox in one file (RFC 4155, appendix A).
    ///
    /// It follows a line that begins with `From `, and its line ends are line feeds. No line of a message itself begins
    /// in that way.
    func inMailbox(_ message: EmailMessage) -> String {
        let text = message.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return "From \(message.sender.address) \(message.sentAt.mboxDate)\n"
            + text.joined(separator: "\n")
            + "\n"
    }
}
