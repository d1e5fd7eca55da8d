import Diagnostics
import StatusModel

extension Team {
    /// The part under `team:`.
    static let keys = KeyTable<Team>(
        "`team`",
        [
            .key(
                "links", .oneOrMore(.map(StatusPage.Link.keys.shape), read: StatusPage.Link.init),
                "Links in the footer of the team's pages."
            ) { $0.links = $1 },
            .part(
                "roles", .named(.orNothing(.map(Role.keys.shape))),
                "Who does what in an incident, and how to reach them."
            ) { $0.roles = Role.all(in: $1, into: $2) },
        ]
    )
}

extension Team.Role {
    /// A role under `roles:`.
    static let keys = KeyTable<Team.Role>(
        "this role",
        [
            .key("contact", .text, "How to reach the person who has it, such as `@cto`.") {
                $0.contact = InlineProse(contact: $1)
            },
            .key("does", .text, "What they do, such as `speaks to the press`.") { $0.duty = $1 },
        ]
    )

    fileprivate static func all(in value: YAMLValue, into findings: Findings) -> [Team.Role] {
        guard let entries = value.entries else {
            findings.error(
                .wrongType, at: value.location,
                "`roles` must be a map of roles to their details, not \(value.kind)",
                hint: "write `CTO: {contact: \"@cto\", does: speaks to the press}` under it")
            return []
        }
        return entries.compactMap { key, value in
            guard let name = key.text(named: "roles", into: findings) else { return nil }
            var role = Team.Role(name: name)
            guard !value.isEmpty else { return role }
            return keys.read(value, into: &role, called: "`\(name)`", findings).map { _ in role }
        }
    }
}

extension StatusPage.Written {
    /// Reports steps that almost name a role, with a typo or by one of the role's several names, because no page would
    /// say how to reach these people.
    ///
    /// Typos in names of up to four letters are not reported, because such names are often similar: a CEO is not a CTO.
    func reportRoleSlips(into findings: Findings) {
        let names = page.team.roles.map(\.name)
        for value in severities.flatMap(\.calledIn) {
            guard let people = value.string?.trimmed, page.team.role(called: people) == nil else { continue }
            for name in Team.names(in: people) where page.team.role(called: name) == nil {
                let whole = names.first { Team.names(in: $0).contains { $0.folded == name.folded } }
                let hint =
                    whole.map { "did you mean `\($0)`?" }
                    ?? (name.count > 4 ? didYouMean(name, among: names) : nil)
                guard let hint else { continue }
                findings.warning(
                    .unknownRole, at: value.location,
                    "unknown role `\(name)`, so no page shows how to contact it", hint: hint)
            }
        }
    }
}

extension KeyForm where Value == String {
    /// An address with one blank for a ticket's id.
    static var ticketAddress: KeyForm {
        .made(.written(.ticketAddress), by: { isTicketAddress($0) ? $0 : nil }) { text, place in
            Diagnostic(
                .error, .invalidValue, "`\(text)` is not an address for tickets", at: place,
                hint:
                    "write the address of a ticket, with one `\(Team.ticketBlank)` for its id: "
                    + "`https://github.com/example/service/issues/\(Team.ticketBlank)`")
        }
    }
}

private func isTicketAddress(_ text: String) -> Bool {
    text.split(separator: Team.ticketBlank, omittingEmptySubsequences: false).count == 2
        && isSafeAddress(text.replacing(Team.ticketBlank, with: "1"))
}
