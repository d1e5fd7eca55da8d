/// The people and places that the pages for the team link to, and that the public does not see.
public struct Team: Hashable, Sendable {
    /// Links in the footer of the team's pages, such as one to the rota.
    public var links: [StatusPage.Link] = []
    /// The roles, and how to reach the people who have them, in the team's order.
    public var roles: [Role] = []
    /// The address of a ticket, with ``ticketBlank`` in the place of its id.
    public var ticketAddress: String?

    /// Makes a team without content.
    public init() {}

    /// A role that people have in an incident.
    public struct Role: Hashable, Sendable {
        /// The name that escalations use.
        public var name: String
        /// How to reach the person who has the role, such as `@cto`.
        public var contact: InlineProse?
        /// The person's task, such as "speaks to the press".
        public var duty: String?

        /// Makes a role.
        public init(name: String, contact: InlineProse? = nil, duty: String? = nil) {
            (self.name, self.contact, self.duty) = (name, contact, duty)
        }

        /// Whether the text is its name, regardless of case.
        public func isNamed(by text: String) -> Bool { name.lowercased() == text.lowercased() }
    }
}

extension Team {
    /// The text in ``ticketAddress`` that a ticket's id replaces.
    public static let ticketBlank = "{}"

    /// Returns the role of that name, regardless of case.
    public func role(called name: String) -> Role? {
        roles.first { $0.isNamed(by: name) }
    }

    /// Returns the roles that a step of an escalation ladder calls in, each once: the one whose name is the whole text,
    /// or else those whose names are between its commas, semicolons and slashes.
    public func roles(calledIn people: String) -> [Role] {
        if let role = role(called: people) { return [role] }
        var seen: Set<Role> = []
        return Team.names(in: people).compactMap(role).filter { seen.insert($0).inserted }
    }

    /// Returns the names in a step that calls in several, such as "CTO, CEO" or "CTO/VP Engineering".
    public static func names(in people: String) -> [String] {
        people.split { ",;/".contains($0) }.map { name in
            String(name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
        .filter { !$0.isEmpty }
    }
}
