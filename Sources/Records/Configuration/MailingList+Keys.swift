import Diagnostics
import StatusModel

extension MailingList {
    /// A mailing list, and the location of its address.
    struct Written {
        var list = MailingList(address: "", join: "", leave: "")
        var place: SourceLocation?
    }

    /// The part under `email:`.
    static let keys = KeyTable<Written>(
        "this list",
        [
            .required(
                "list", .mailbox, "The list's address, to which messages are sent.",
                hint: "add the address that messages go to: `list: status@lists.example.com`"
            ) { ($0.list.address, $0.place) = ($1.value, $1.place) },
            .required(
                "join", .listAddress, "Where readers join the list.",
                hint: "add the address where readers join: `join: https://lists.example.com/status/join`"
            ) { $0.list.join = $1 },
            .required(
                "leave", .listAddress, "Where readers leave the list.",
                hint: "add the address where readers leave: `leave: https://lists.example.com/status/leave`"
            ) { $0.list.leave = $1 },
        ]
    )
}

/// The part under `subscribe:` of the site or of a component.
struct Subscription {
    var email: MailingList.Written?

    static let keys = KeyTable<Subscription>(
        "`subscribe`",
        [
            .key(
                "email", .map(MailingList.keys, read: MailingList.Written.init),
                "A mailing list: your list server manages its subscribers, and Allclear sends messages to it."
            ) { $0.email = $1 }
        ]
    )

    /// Reads the part; `nil` if it has no valid list.
    static func list(in value: YAMLValue, into findings: Findings) -> MailingList.Written? {
        var subscription = Subscription()
        keys.read(value, into: &subscription, findings)
        return subscription.email
    }
}

extension MailingList.Written {
    fileprivate init?(reading value: YAMLValue, into findings: Findings) {
        self.init()
        guard MailingList.keys.read(value, into: &self, findings) != nil,
            ![list.address, list.join, list.leave].contains("")
        else { return nil }
    }
}

extension Findings {
    /// Reports lists with the address of an earlier one, whose subscribers would get each message twice.
    func reportDoubles(among lists: [MailingList.Written]) {
        var places: [String: SourceLocation] = [:]
        for written in lists {
            guard let place = written.place else { continue }
            guard let first = places[written.list.address.folded] else {
                places[written.list.address.folded] = place
                continue
            }
            error(
                .invalidValue, at: place, "another list has the same address, `\(written.list.address)`",
                hint:
                    "use a separate list, or remove this one: the site's list gets component news too",
                related: [Diagnostic.Note("the first is here", at: first)])
        }
    }
}

extension KeyForm where Value == (value: String, place: SourceLocation) {
    /// A plain email address, such as `status@lists.example.com`.
    fileprivate static var mailbox: KeyForm {
        KeyForm(shape: .written(.mailbox)) { map, name in
            guard let value = map.value(name), let text = value.text(named: name, into: map.findings) else {
                return nil
            }
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            if parts.count == 2, parts.allSatisfy({ String($0).isDotAtom }) { return (text, value.location) }
            map.findings.error(
                .invalidValue, at: value.location, "`\(text)` is not a valid email address",
                hint: "write only the address, like `status@lists.example.com`")
            return nil
        }
    }
}

extension KeyForm where Value == String {
    /// An address that an email header can have between `<` and `>`.
    fileprivate static var listAddress: KeyForm {
        .made(.written(.listAddress), by: { isListAddress($0) ? $0 : nil }) { text, place in
            Diagnostic(
                .error, .unsafeLink, "`\(text)` is not an address for joining or leaving a list", at: place,
                hint:
                    "use an address that begins with `https://` or `mailto:`, without spaces, commas, `<` or `>`"
            )
        }
    }
}

/// Whether the text can be such an address: headers have addresses between `<` and `>`, separated by commas (RFC 2369,
/// §2).
private func isListAddress(_ text: String) -> Bool {
    let rest = ["https://", "mailto:"].first { text.lowercased().hasPrefix($0) }.map {
        text.utf8.dropFirst($0.utf8.count)
    }
    return rest?.isEmpty == false
        && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>,".utf8.contains($0) }
}
