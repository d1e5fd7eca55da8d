/// Makes messages of announcements: one producer a format.
public struct Announcer {
    private let templates: SiteTemplates
    private let envelope: Envelope

    /// - Parameters:
    ///   - templates: the templates that messages are made by.
    ///   - envelope: what e-mails are sent in.
    public init(templates: SiteTemplates, envelope: Envelope) {
        (self.templates, self.envelope) = (templates, envelope)
    }

    /// The formats of messages.
    public enum Format: String, CaseIterable, Sendable {
        /// Block Kit's JSON.
        case slack
        /// A whole RFC 5322 message.
        case email
        /// One text of at most 160 characters.
        case sms
        /// CommonMark.
        case markdown
        /// All the facts, for programs.
        case json
    }
}

extension Announcer {
    /// The message by itself; Slack's, of JSON and of SMS are one line.
    public func message(_ announcement: Announcement, as format: Format) -> String {
        switch format {
        case .slack:
            String(
                decoding: templates.bytes(SlackMessage(announcement, in: templates.language)).compactJSON,
                as: UTF8.self
            ) + "\n"
        case .email: email(announcement).text
        case .sms: sms(announcement) + "\n"
        case .markdown: markdown(announcement)
        case .json:
            String(decoding: JSONMessage(announcement, in: templates.language).bytes, as: UTF8.self) + "\n"
        }
    }

    /// The messages one behind the other, so that programs can tell where each begins: by lines, in Markdown
    /// by rules, and e-mails as a mailbox.
    public func messages(_ announcements: [Announcement], as format: Format) -> String {
        let messages = announcements.map { message($0, as: format) }
        return switch format {
        case .slack, .sms, .json: messages.joined()
        case .markdown: messages.joined(separator: "\n---\n\n")
        case .email: announcements.map { inMailbox(email($0)) }.joined()
        }
    }
}

private extension Announcer {
    func email(_ announcement: Announcement) -> EmailMessage {
        EmailMessage(announcement, in: envelope, templates: templates)
    }

    func sms(_ announcement: Announcement) -> String {
        let message = SMSMessage(announcement, in: templates.language)
        return message.text(renderedAs: templates.text(message))
    }

    /// The text with its paragraphs apart by one empty line, however many sections of the template are empty.
    func markdown(_ announcement: Announcement) -> String {
        templates.text(MarkdownMessage(announcement, in: templates.language)).withSingleEmptyLines
    }

    /// The message as a mailbox in one file has it: behind a line that begins with `From `, and with line
    /// feeds alone (RFC 4155, appendix A). No line of a message itself begins so.
    func inMailbox(_ message: EmailMessage) -> String {
        let text = message.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return "From \(message.sender.address) \(envelope.sentAt.asMailboxHasIt)\n"
            + text.joined(separator: "\n")
            + "\n"
    }
}
