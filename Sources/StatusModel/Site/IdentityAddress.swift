/// The address that all ids of a site are made of: those of feeds, of Statuspage's API, of the calendar and of e-mails.
///
/// Ids are made of nothing else, so that a site that moves can keep them. What leads somewhere is made of
/// ``StatusPage/url``.
public struct IdentityAddress: Hashable, Sendable {
    private let url: String

    fileprivate init(_ url: String) {
        self.url = url
    }
}

extension StatusPage {
    /// The address that its ids are made of: ``idsFrom``, or else ``url``.
    public var identity: IdentityAddress { IdentityAddress(idsFrom ?? url) }
}

extension IdentityAddress {
    /// The host, as in `status.example.com`.
    public var host: String { url.hostOfAddress }

    /// What leads from the host to the site, as in `/status`; empty if the site is all of it.
    public var path: String { url.pathOfAddress }

    /// The address of a path of the site, which tells it from all others.
    public func address(of path: String) -> String { url + "/" + path }
}

extension String {
    /// The host of an absolute address, without its port.
    public var hostOfAddress: String { String(authorityOfAddress.prefix { $0 != ":" }) }

    /// What follows the host and port of an absolute address.
    fileprivate var pathOfAddress: String {
        String(drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }.dropFirst(authorityOfAddress.count))
    }

    private var authorityOfAddress: Substring {
        drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }.prefix { $0 != "/" }
    }
}
