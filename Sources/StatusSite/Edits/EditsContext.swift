import StatusModel

/// What was changed on an incident's page after the incident was over.
struct EditsContext: TemplateContext {
    let edits: [Edit]
    let frame: Frame

    /// How many are shown.
    private static let limit = 20

    static let vocabulary = Vocabulary<Self>([
        .text("count", "how many edits there were, in a sentence") {
            $0.frame.words.text.editsCount($0.edits.count)
        },
        .text("remark", "how many are shown, if that is not all; may be empty") { context in
            context.edits.count > limit ? context.frame.words.text.editsShown(limit) : nil
        },
        .list("each", "the edits, the newest first") { context in
            context.edits.prefix(limit).map { EditContext(edit: $0, frame: context.frame) }
        },
    ])

    /// - Returns: `nil` if there were none.
    init?(_ edits: [Edit], frame: Frame) {
        guard !edits.isEmpty else { return nil }
        (self.edits, self.frame) = (edits, frame)
    }
}

/// An edit of a record.
struct EditContext: TemplateContext {
    let edit: Edit
    let frame: Frame

    static let vocabulary = Vocabulary<Self>([
        .html("withheld", "that its words are withheld, in a sentence with its date; else empty") { context in
            guard context.edit.isWithheld else { return nil }
            let words = context.frame.words
            return words.html.editsWithheld(
                date: words.element(words.zone.day(of: context.edit.at)))
        },
        .html("time", "when it was made, as a `<time>`; empty if its words are withheld") { context in
            context.edit.isWithheld ? nil : context.frame.words.element(context.edit.at)
        },
        .list("changes", "what it changed, part by part") { $0.edit.changes.map(ChangeContext.init) },
    ])
}

/// A part of a record that an edit changed.
struct ChangeContext: TemplateContext {
    let change: Edit.Change

    static let vocabulary = Vocabulary<Self>([
        .text("part", "what the part is called; empty for an update, whose words say so") { $0.change.label },
        .text("before", "what it said before, as plain text; empty if it was put in") {
            $0.change.before?.words
        },
        .text("after", "what it said from then on, as plain text; empty if it was taken out") {
            $0.change.after?.words
        },
    ])
}
