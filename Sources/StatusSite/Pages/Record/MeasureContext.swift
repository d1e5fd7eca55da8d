import StatusModel

/// A measure against a recurrence.
struct MeasureContext: TemplateContext {
    let item: ActionItem
    let frame: Frame

    static let vocabulary = Vocabulary<Self>([
        .text("measure", "what is to be done") { $0.item.text },
        .flag("isDone", "whether it is done") { $0.item.isDone },
        .flag("isOverdue", "whether it is open and its day is past") {
            $0.item.isOverdue(on: $0.frame.words.zone.day(of: $0.frame.site.now))
        },
        .html("due", "by when, as a `<time>`; may be empty") { $0.item.dueOn.map($0.frame.words.element) },
        .flag("hasCharge", "for the team: whether it says who does it, or where it is tracked") {
            $0.item.owner != nil || $0.item.ticket != nil
        },
        .text("owner", "for the team: who does it; may be empty") { $0.item.owner },
        .html("tracked", "for the team: where it is tracked, as a link if that is known; may be empty") {
            $0.tracked
        },
    ])

    private var tracked: HTML? {
        item.ticket.map { frame.site.page.team.html(ofTicket: $0, prose: item.ticketProse) }
    }
}
