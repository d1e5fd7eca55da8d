/// A mailing list that readers can join to get email.
///
/// The list itself asks them to confirm, keeps their addresses, and lets them leave.
public struct MailingList: Hashable, Sendable {
    /// The address to which messages for it are sent, such as `status@lists.example.com`.
    public var address: String
    /// The address at which readers join it: `https:` or `mailto:`, in printable ASCII without spaces, `<`, `>` and
    /// commas.
    public var join: String
    /// The address at which they leave it, of the same form.
    public var leave: String

    /// Makes a list.
    public init(address: String, join: String, leave: String) {
        (self.address, self.join, self.leave) = (address, join, leave)
    }
}

extension MailingList {
    /// The id by which mail programs know the list, such as `status.lists.example.com` (RFC 2919, §2).
    public var listID: String { address.split(separator: "@").joined(separator: ".") }
}

extension StatusPage {
    /// Whether readers can get news by email.
    public var hasMailingLists: Bool {
        mailingList != nil || components.contains { $0.mailingList != nil }
    }

    /// Returns the lists that get news about these components: the site's, then theirs, in the order of the components.
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
