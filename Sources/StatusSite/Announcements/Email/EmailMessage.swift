import StatusModel

/// An announcement by email: a complete message with headers (RFC 5322) and with its body as text and as HTML.
struct EmailMessage {
    private let announcement: Announcement
    private let envelope: Envelope
    private let templates: SiteTemplates
    /// The list that it is sent to; `nil` if it is for recipients.
    private let list: ListHeaders?

    init(
        _ announcement: Announcement, in envelope: Envelope, to list: ListHeaders? = nil,
        templates: SiteTemplates
    ) {
        (self.announcement, self.envelope, self.templates) = (announcement, envelope, templates)
        self.list = list
    }

    /// The time of the announcement.
    var sentAt: Instant { announcement.at }

    /// The address that it is sent from.
    var sender: Mailbox {
        let page = announcement.page
        return envelope.sender ?? Mailbox(name: page.title.onOneLine, address: "status@\(page.mailHost)")
    }

    /// The message, with lines that end in CRLF.
    var text: String {
        let context = AnnouncementContext(announcement, in: templates.language)
        let html = EmailHTML(
            announcement: context,
            body: HTML(rendered: announcement.prose.htmlForReaders(root: announcement.page.url + "/")),
            leave: list?.list.leave
        )
        let plain = EmailText(announcement: context, leave: list?.list.leave)
        return headers(subject: templates.text(EmailSubject(announcement: context)).onOneLine)
            + part("text/plain", templates.text(plain).withSingleEmptyLines)
            + part("text/html", templates.text(html))
            + "--\(boundary)--\r\n"
    }
}

private extension EmailMessage {
    func headers(subject: String) -> String {
        var headers = [
            ("From", sender.value(behind: "From")),
            ("To", recipients.map { $0.value(behind: "To") }.joined(separator: ",\r\n ")),
            ("Subject", subject.folded(behind: "Subject")),
            ("Date", sentAt.rfc5322Date),
            ("Message-ID", announcement.messageID),
        ]
        if let first = announcement.firstMessageID {
            headers += [("In-Reply-To", first), ("References", first)]
        }
        headers += list?.all ?? []
        headers += [
            ("Auto-Submitted", "auto-generated"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "multipart/alternative;\r\n boundary=\"\(boundary)\""),
        ]
        return headers.filter { !$0.1.isEmpty }.map { "\($0): \($1)\r\n" }.joined() + "\r\n"
    }

    var recipients: [Mailbox] {
        list.map { [Mailbox(name: "", address: $0.list.address)] } ?? envelope.recipients
    }

    func part(_ type: String, _ text: String) -> String {
        """
        --\(boundary)\r
        Content-Type: \(type); charset=utf-8\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        \(text.quotedPrintable)\r

        """
    }

    /// The boundary, which is never a line of an encoded part, because `=_` has no meaning there (RFC 2045, §6.7).
    var boundary: String { "=_\(announcement.mark)" }
}
