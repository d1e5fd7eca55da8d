import StatusModel

/// A role that people have in an incident.
struct ContactContext: TemplateContext {
    let role: Team.Role
    /// Whether the contact is shown with the role's name, because the step has more words than that.
    var needsName = false
    let words: Localizer

    static let vocabulary = Vocabulary<Self>([
        .text("role", "the name of the role, for example CTO") { $0.role.name },
        .html("contact", "how to reach the person in the role, as a link if it is an address; may be empty") {
            $0.role.contact.map { HTML($0) }
        },
        .html("reach", "the same, preceded by the role if a step calls in several; may be empty") {
            $0.reach
        },
        .text("duty", "what the person does; may be empty") { $0.role.duty },
    ])

    private var reach: HTML? {
        let name = HTML(escaping: role.name)
        guard let contact = role.contact.map({ HTML($0) }) else { return needsName ? name : nil }
        return needsName ? words.html.teamContact(contact: contact, role: name) : contact
    }
}

extension ContactContext {
    /// Returns the roles that a step of an escalation ladder calls in, if anything is known of them.
    static func all(calledIn people: String, layout: Layout) -> [ContactContext] {
        layout.site.page.team.roles(calledIn: people).filter { $0.contact != nil || $0.duty != nil }.map {
            ContactContext(role: $0, needsName: !$0.isNamed(by: people), words: layout.words)
        }
    }

    /// Returns those of them that can be reached.
    static func reachable(calledIn people: String, layout: Layout) -> [ContactContext] {
        all(calledIn: people, layout: layout).filter { $0.role.contact != nil }
    }
}
