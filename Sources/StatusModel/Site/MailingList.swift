/// A mailing list that readers can join to get e-mail. The list asks them to confirm, keeps their addresses, and lets them go.
public struct MailingList: Hashable, Sendable {
    /// The address that messages for it go to, as in `status@lists.example.com`.
    public var address: String
    /// Where readers join it: an `https:` or `mailto:` address of printable ASCII without blanks, `<`, `>` and commas.
    public var join: String
    /// Where they leave it, of the same form.
    public var leave: String

    /// Makes a list.
    public init(address: String, join: String, leave: String) {
        (self.address, self.join, self.leave) = (address, join, leave)
    }
}

extension MailingList {
    /// What mail programs know the list by, as in `status.lists.example.com` (RFC 2919, §2).
    public var listID: String { address.split(separator: "@").joined(separator: ".") }
}

extension StatusPage {
    /// Whether readers can have news sent to them by e-mail.
    public var hasMailingLists: Bool {
        mailingList != nil || components.contains { $0.mailingList != nil }
    }

    /// The lists that news of these components goes to: the site's, then theirs, in the order of the components.
    public func mailingLists(of components: some Sequence<Component.Index>) -> [(
        list: MailingList, component: Component.Index?
    )] {
        var lists: [(list: MailingList, component: Component.Index?)] = []
        if let mailingList { lists.append((mailingList, nil)) }
        for component in Set(components).sorted() {
            if let list = self.components[component].mailingList { lists.append((list, component)) }
        }
        return lists
    }
}
