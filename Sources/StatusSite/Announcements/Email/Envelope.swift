import StatusModel

/// What an e-mail needs that is no part of what it says.
public struct Envelope: Sendable {
    let sender: Mailbox?
    let recipients: [Mailbox]

    /// - Parameters:
    ///   - sender: whom it is from; `status@` the site's host where there is none.
    ///   - recipients: whom it is for, where its headers are to say so; nobody for the site's mailing lists.
    public init(from sender: Mailbox? = nil, to recipients: [Mailbox] = []) {
        (self.sender, self.recipients) = (sender, recipients)
    }
}

extension Instant {
    /// `Fri, 02 Jan 2026 17:05:00 +0000`: RFC 5322, §3.3.
    var rfc5322Date: String { rfc822Date.dropLast("GMT".count) + "+0000" }

    /// `Fri Jan  2 17:05:00 2026`: RFC 4155, appendix A, after `asctime`.
    var mboxDate: String {
        let parts = rfc822Date.split(separator: " ")
        let day = parts[1].hasPrefix("0") ? " " + parts[1].dropFirst() : String(parts[1])
        return "\(parts[0].dropLast()) \(parts[2]) \(day) \(parts[4]) \(parts[3])"
    }
}
