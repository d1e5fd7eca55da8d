import StatusModel

/// A measure against a recurrence.
struct MeasureContext: TemplateContext {
    let text: String
    let isDone: Bool
    let isOverdue: Bool
    let due: String
    let owner: String
    let ticket: String

    static let vocabulary = Vocabulary<Self>([
        .text("measure", "what is to be done") { $0.text },
        .flag("isDone", "whether it is done") { $0.isDone },
        .flag("isOverdue", "whether it is open, and its day is past") { $0.isOverdue },
        .html("due", "by when, as a `<time>`; may be empty") { $0.due },
        .text("owner", "for the team: who does it; may be empty") { $0.owner },
        .text("ticket", "for the team: where it is tracked; may be empty") { $0.ticket },
    ])

    init(_ item: ActionItem, frame: Frame) {
        (text, isDone) = (item.text, item.isDone)
        isOverdue = item.isOverdue(on: frame.words.zone.day(of: frame.site.now))
        due = item.dueOn.map(frame.words.element) ?? ""
        (owner, ticket) = (item.owner ?? "", item.ticket ?? "")
    }
}
