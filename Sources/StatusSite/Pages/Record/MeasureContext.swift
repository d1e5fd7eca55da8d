import StatusModel

/// A measure against a recurrence.
struct MeasureContext: TemplateContext {
    let text: String
    let state: String
    let due: String
    let charge: String

    static let vocabulary = Vocabulary<Self>([
        .text("measure", "what is to be done") { $0.text },
        .html("state", "Done, Open, or Overdue where it is open and its day is past") { $0.state },
        .html("due", "by when, as a `<time>`; may be empty") { $0.due },
        .html(
            "charge",
            "for the team: who does it and where it is tracked, each in a `<span>`; may be empty"
        ) { $0.charge },
    ])

    init(_ item: ActionItem, frame: Frame) {
        let isOverdue = item.isOverdue(on: frame.words.zone.day(of: frame.site.now))
        text = item.text
        let words = frame.words.html
        state =
            isOverdue
            ? "<strong class=\"late\">\(words.actionOverdue)</strong>"
            : item.isDone ? words.actionDone : words.actionOpen
        due = item.dueOn.map(frame.words.element) ?? ""
        charge = [item.owner, item.ticket].compactMap { $0 }
            .map { "<span>\($0.escapedForHTML)</span>" }
            .joined()
    }
}
