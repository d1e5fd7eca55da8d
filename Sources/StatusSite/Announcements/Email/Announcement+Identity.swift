import Diagnostics
import StatusModel

extension Announcement {
    /// The permanent identity of its message.
    ///
    /// It depends on the site, the record, the update's instant and the audience, but not on the text.
    var messageID: String { "<\(mark)@\(page.identity.mailHost)>" }

    /// The identity of the first message about the record; `nil` for that message itself.
    ///
    /// Later messages answer it, so that mail programs show them together.
    var firstMessageID: String? {
        // The record only has the updates so far. News that begins after the first of them is not the first.
        let first = record.news(by: at, in: page.zone).first
        guard let first, let news, first.event != news.event else { return nil }
        return "<\(mark(of: first.name(in: record)))@\(page.identity.mailHost)>"
    }

    /// The mark of the message, such as `update-1767373500.0123456789abcdef`.
    var mark: String { mark(of: news?.name(in: record)) }

    private func mark(of newsName: String?) -> String {
        // The record's first name stays the same if it is renamed. The team's message differs from the public's, since
        // a mail program would show only one of two messages with the same identity.
        let name = record.firstSlug + (page.audience == .internal ? "?internal" : "")
        return "\(newsName ?? "record").\(page.identity.address(of: name).utf8.fingerprint)"
    }
}

extension StatusPage {
    /// The host of the site's address, from which its mail is sent.
    var mailHost: String { url.hostOfAddress.asMailHost }
}

extension IdentityAddress {
    /// The host in a form that is valid in mail.
    var mailHost: String { host.asMailHost }
}

extension String {
    /// The host in a form that is valid in mail.
    fileprivate var asMailHost: String { isDotAtom ? self : "localhost" }
}
