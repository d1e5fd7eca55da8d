/// The address from which all ids of a site are made: those of feeds, of Statuspage's API, of the calendar and of
/// emails.
///
/// Ids are made from nothing else, so that a site that moves can keep them. Links are made from ``StatusPage/url``.
public struct IdentityAddress: Hashable, Sendable {
    private let url: String

    fileprivate init(_ url: String) {
        self.url = url
    }
}

extension StatusPage {
    /// The address from which its ids are made: ``idsFrom``, or else ``url``.
    public var identity: IdentityAddress { IdentityAddress(idsFrom ?? url) }
}

extension IdentityAddress {
    /// The host, such as `status.example.com`.
    public var host: String { url.hostOfAddress }

    /// The path from the host to the site, such as `/status`; empty if the site has the whole host.
    public var path: String { String(Substring(url.partsOfAddress.path)) }

    /// Returns the address of a path of the site, which distinguishes the path from all others.
    public func address(of path: String) -> String { url + "/" + path }
}

extension String {
    /// The host of an absolute address, without its port.
    public var hostOfAddress: String {
        String(Substring(partsOfAddress.authority.prefix { $0 != UInt8(ascii: ":") }))
    }

    /// The host and port of an absolute address, and the path after them.
    fileprivate var partsOfAddress: (authority: Substring.UTF8View, path: Substring.UTF8View) {
        let (colon, slash) = (UInt8(ascii: ":"), UInt8(ascii: "/"))
        let rest = utf8.drop { $0 != colon }.drop { $0 == colon || $0 == slash }
        let authority = rest.prefix { $0 != slash }
        return (authority, rest[authority.endIndex...])
    }
}
