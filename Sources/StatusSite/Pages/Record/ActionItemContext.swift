import StatusModel

/// An action item of a post-mortem.
struct ActionItemContext: TemplateContext {
    let item: ActionItem
    let layout: Layout

    static let vocabulary = Vocabulary<Self>([
        .text("actionItem", "the text of the action item") { $0.item.text },
        .flag("isDone", "whether it is done") { $0.item.isDone },
        .flag("isOverdue", "whether it is open and its due date is past") {
            $0.item.isOverdue(on: $0.layout.words.zone.day(of: $0.layout.site.now))
        },
        .html("due", "the due date, as a `<time>`; may be empty") {
            $0.item.dueOn.map($0.layout.words.element)
        },
        .flag("hasCharge", "for the team: whether it has an owner or a ticket") {
            $0.item.owner != nil || $0.item.ticket != nil
        },
        .text("owner", "for the team: its owner; may be empty") { $0.item.owner },
        .html("tracked", "for the team: its ticket, as a link if the address is known; may be empty") {
            $0.tracked
        },
    ])

    private var tracked: HTML? {
        item.ticket.map { layout.site.page.team.html(ofTicket: $0, prose: item.ticketProse) }
    }
}
