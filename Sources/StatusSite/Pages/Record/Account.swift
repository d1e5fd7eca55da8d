import StatusModel

/// What a record says: its text, updates, effect, references and post-mortem.
final class Account: TemplateContext {
    let introduction: String
    let updates: [UpdateContext]
    let impact: String
    let postMortem: PostMortemContext?
    let reference: String
    let references: [LinkContext]
    let related: [LinkContext]
    let tags: String

    static let vocabulary = Vocabulary<Account>([
        .html("introduction", "what the record says before its first update; may be empty") {
            $0.introduction
        },
        .flag("hasUpdates", "whether there are updates") { !$0.updates.isEmpty },
        .list("updates", "the updates, newest first") { $0.updates },
        .html("impact", "the effect on users and business, as rows of a `<dl>`; may be empty") { $0.impact },
        .section("postMortem", "the account written afterwards") { $0.postMortem },
        .text("reference", "the public reference, as in a ticket's number, with a label; may be empty") {
            $0.reference
        },
        .flag("hasReferences", "whether there is further reading") {
            !$0.references.isEmpty || !$0.related.isEmpty
        },
        .list("references", "further reading elsewhere") { $0.references },
        .list("related", "other records that have to do with it") { $0.related },
        .text("tags", "its tags in a row, with a label; may be empty") { $0.tags },
    ])

    /// - Parameters:
    ///   - known: the day that the page names before its updates.
    ///   - isOpen: whether people are still at work on it.
    init(of record: Record, known: Day?, isOpen: Bool, frame: Frame) {
        introduction = record.summary.html(root: frame.root)
        updates = UpdateContext.newestFirst(
            of: record,
            known: known,
            areLinked: true,
            showingAges: isOpen,
            frame: frame
        )
        var effects = DetailList()
        for detail in record.knownImpact { effects.add(frame.words.label(of: detail), detail.text) }
        impact = effects.html
        postMortem = record.postMortem.map { PostMortemContext($0, updates: record.updates, frame: frame) }
        reference = record.ticket.map { frame.words.text.recordReference(reference: $0) } ?? ""
        references = record.links.map { LinkContext(outside: $0) }
        related = record.related.compactMap { slug in
            frame.site.title(of: slug).map { LinkContext(text: $0, href: "\(slug).html") }
        }
        tags =
            record.tags.isEmpty ? "" : frame.words.text.recordTags(tags: frame.words.enumeration(record.tags))
    }
}
