import Diagnostics
import StatusModel

extension Announcement {
    /// What tells its message from all others, for good: the site, the record, the update's instant
    /// and the audience, but not what it says.
    var messageID: String { "<\(mark)@\(page.identity.mailHost)>" }

    /// The identity of the message that first told of the record, which later ones answer, so that mail
    /// programs show them together; nothing for that message itself.
    var firstMessageID: String? {
        // Its record has the updates up to it: what begins after the first of them is not the first.
        let first = record.news(by: at, in: page.zone).first
        guard let first, let news, first.event != news.event else { return nil }
        return "<\(mark(of: first.name(in: record)))@\(page.identity.mailHost)>"
    }

    /// As in `update-1767373500.0123456789abcdef`.
    var mark: String { mark(of: news?.name(in: record)) }

    private func mark(of newsName: String?) -> String {
        // Its first name, so that a record with a new one stays the same. The team's message is another than
        // the public's, or whoever gets both would be shown one.
        let name = record.firstSlug + (page.audience == .internal ? "?internal" : "")
        return "\(newsName ?? "record").\(page.identity.address(of: name).utf8.fingerprint)"
    }
}

extension StatusPage {
    /// The host that the site is published at, as mail names it: the one that mail comes from.
    var mailHost: String { url.hostOfAddress.asMailHost }
}

extension IdentityAddress {
    /// The host, as mail names it.
    var mailHost: String { host.asMailHost }
}

extension String {
    /// The host in a form that mail can name.
    fileprivate var asMailHost: String { isDotAtom ? self : "localhost" }
}
