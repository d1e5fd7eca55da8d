/// What the team's own pages lead to: people and places that the public hears nothing of.
public struct Team: Hashable, Sendable {
    /// Links in the foot of the team's pages, as to the rota.
    public var links: [StatusPage.Link] = []
    /// Who does what, and how to reach them, in the team's order.
    public var roles: [Role] = []
    /// Where a ticket is found: an address with ``ticketBlank`` in the place of its name.
    public var ticketAddress: String?

    /// Makes a team that nothing is known of.
    public init() {}

    /// A role that people have in an incident.
    public struct Role: Hashable, Sendable {
        /// What it is called, as escalations name it.
        public var name: String
        /// How to reach whoever has it, as in `@cto`.
        public var contact: String?
        /// What they do, as in "speaks to the press".
        public var duty: String?

        /// Makes a role.
        public init(name: String, contact: String? = nil, duty: String? = nil) {
            (self.name, self.contact, self.duty) = (name, contact, duty)
        }
    }
}

extension Team {
    /// What stands for a ticket's name in ``ticketAddress``.
    public static let ticketBlank = "{}"

    /// The role of that name, in any case of its letters.
    public func role(called name: String) -> Role? {
        let name = name.lowercased()
        return roles.first { $0.name.lowercased() == name }
    }
}
