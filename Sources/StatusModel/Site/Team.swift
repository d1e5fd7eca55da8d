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
        public var contact: InlineProse?
        /// What they do, as in "speaks to the press".
        public var duty: String?

        /// Makes a role.
        public init(name: String, contact: InlineProse? = nil, duty: String? = nil) {
            (self.name, self.contact, self.duty) = (name, contact, duty)
        }

        /// Whether the text is its name, in any case of its letters.
        public func isNamed(by text: String) -> Bool { name.lowercased() == text.lowercased() }
    }
}

extension Team {
    /// What stands for a ticket's name in ``ticketAddress``.
    public static let ticketBlank = "{}"

    /// The role of that name, in any case of its letters.
    public func role(called name: String) -> Role? {
        roles.first { $0.isNamed(by: name) }
    }

    /// The roles that a step of an escalation ladder calls in, each once: the one that has all of the step's words for its
    /// name, else those that have what is between its commas, semicolons and slashes.
    public func roles(calledIn people: String) -> [Role] {
        if let role = role(called: people) { return [role] }
        var seen: Set<Role> = []
        return Team.names(in: people).compactMap(role).filter { seen.insert($0).inserted }
    }

    /// The names in a step that calls in several, as in "CTO, CEO" or "CTO/VP Engineering".
    public static func names(in people: String) -> [String] {
        people.split { ",;/".contains($0) }.map { name in
            String(name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
        .filter { !$0.isEmpty }
    }
}
