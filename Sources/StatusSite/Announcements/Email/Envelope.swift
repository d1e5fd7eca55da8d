import StatusModel

/// The sender and the recipients of an email.
public struct Envelope: Sendable {
    let sender: Mailbox?
    let recipients: [Mailbox]

    /// - Parameters:
    ///   - sender: the sender; `nil` for `status@` the site's host.
    ///   - recipients: the recipients that its headers name; empty for the site's mailing lists.
    public init(from sender: Mailbox? = nil, to recipients: [Mailbox] = []) {
        (self.sender, self.recipients) = (sender, recipients)
    }
}

extension Instant {
    /// The instant as in RFC 5322, §3.3: `Fri, 02 Jan 2026 17:05:00 +0000`.
    var rfc5322Date: String { rfc822Date.dropLast("GMT".count) + "+0000" }

    /// The instant as in `asctime` (RFC 4155, appendix A): `Fri Jan  2 17:05:00 2026`.
    var mboxDate: String {
        let parts = rfc822Date.split(separator: " ")
        let day = parts[1].hasPrefix("0") ? " " + parts[1].dropFirst() : String(parts[1])
        return "\(parts[0].dropLast()) \(parts[2]) \(day) \(parts[4]) \(parts[3])"
    }
}
