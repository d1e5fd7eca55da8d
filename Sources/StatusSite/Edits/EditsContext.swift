import StatusModel

/// The edits on an incident's page after the incident was over.
struct EditsContext: TemplateContext {
    let edits: [Edit]
    let layout: Layout

    /// The largest number of edits that are shown.
    private static let limit = 20

    static let vocabulary = Vocabulary<Self>([
        .text("count", "a sentence with the number of edits") {
            $0.layout.words.text.editsCount($0.edits.count)
        },
        .text("remark", "a sentence with the number shown; empty if all are shown") { context in
            context.edits.count > limit ? context.layout.words.text.editsShown(limit) : nil
        },
        .list("each", "the edits, newest first") { context in
            context.edits.prefix(limit).map { EditContext(edit: $0, layout: context.layout) }
        },
    ])

    /// - Returns: `nil` if there are no edits.
    init?(_ edits: [Edit], layout: Layout) {
        guard !edits.isEmpty else { return nil }
        (self.edits, self.layout) = (edits, layout)
    }
}

/// An edit of a record.
struct EditContext: TemplateContext {
    let edit: Edit
    let layout: Layout

    static let vocabulary = Vocabulary<Self>([
        .html("withheld", "a sentence with its date that says that its text is withheld; otherwise empty") {
            context in
            guard context.edit.isWithheld else { return nil }
            let words = context.layout.words
            return words.html.editsWithheld(
                date: words.element(words.zone.day(of: context.edit.at)))
        },
        .html("time", "when it was made, as a `<time>`; empty if its text is withheld") { context in
            context.edit.isWithheld ? nil : context.layout.words.element(context.edit.at)
        },
        .list("changes", "its changes, part by part") { $0.edit.changes.map(ChangeContext.init) },
    ])
}

/// A part of a record that an edit changed.
struct ChangeContext: TemplateContext {
    let change: Edit.Change

    static let vocabulary = Vocabulary<Self>([
        .text("part", "the name of the part; empty for an update, whose text names it") { $0.change.label },
        .text("before", "the text before, as plain text; empty if the part was added") {
            $0.change.before?.words
        },
        .text("after", "the text after, as plain text; empty if the part was removed") {
            $0.change.after?.words
        },
    ])
}
