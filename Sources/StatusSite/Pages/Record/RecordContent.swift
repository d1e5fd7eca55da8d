import StatusModel

/// The content of a record: its text, updates, effect, references and post-mortem.
struct RecordContent: TemplateContext {
    let record: Record
    /// The day that the page names before its updates.
    let known: Day?
    /// Whether people are still at work on it.
    let isOpen: Bool
    let layout: Layout

    static let vocabulary = Vocabulary<RecordContent>([
        .html("introduction", "the record's text before its first update; may be empty") {
            HTML(rendered: $0.record.summary.html(root: $0.layout.root))
        },
        .flag("hasUpdates", "whether there are updates") { !$0.record.updates.isEmpty },
        .list("updates", "the updates, newest first") { $0.updates },
        .section("edits", "edits made after an incident was resolved; absent if there were none") { content in
            EditsContext(content.isOpen ? [] : content.edits, layout: content.layout)
        },
        .flag(
            "hasImpact",
            "whether there are facts about the effect on users and business that are not in a section of the post-mortem"
        ) { !$0.impact.isEmpty },
        .list("impact", "the effect on users and business") { $0.impact },
        .section("postMortem", "the post-mortem") { content in
            content.record.postMortem.map {
                PostMortemContext(postMortem: $0, updates: content.record.updates, layout: content.layout)
            }
        },
        .html(
            "reference",
            "the public reference, such as a ticket number, with a label; for the team, a link if its address is known; "
                + "may be empty"
        ) { $0.reference },
        .flag("hasReferences", "whether there is further reading") {
            !$0.record.links.isEmpty || !$0.related.isEmpty
        },
        .list("references", "further reading elsewhere") { $0.record.links.map { LinkContext(outside: $0) } },
        .list("related", "links to related records") { $0.related },
        .html("tags", "its tags, with a label, as links to other records with the same tag; may be empty") {
            $0.tags
        },
    ])
}

extension RecordContent {
    private var text: Phrases<String> { layout.words.text }

    /// The public sees a reference as it is written, even if it is a link for the team.
    private var reference: HTML? {
        record.ticket.map { ticket in
            layout.words.html.recordReference(
                reference: layout.site.page.team.html(ofTicket: ticket, prose: record.ticketProse))
        }
    }

    private var edits: [Edit] { layout.site.edits[record.slug] ?? [] }

    private var updates: [UpdateContext] {
        UpdateContext.newestFirst(of: record, known: known, showingAges: isOpen, layout: layout)
    }

    private var impact: [DetailContext] {
        let isTold = record.postMortem?.sections.contains { $0.kind == .impact } == true
        return isTold
            ? [] : record.knownImpact.map { DetailContext(label: layout.words.label(of: $0), text: $0.text) }
    }

    private var tags: HTML {
        guard !record.tags.isEmpty else { return .empty }
        let tags = record.tags.map { tag -> HTML in
            layout.site.archive.tags[tag].map { LinkContext(text: tag, href: layout.root + $0.path).html }
                ?? HTML(escaping: tag)
        }
        return layout.words.html.recordTags(
            tags: HTML(rendered: layout.words.enumeration(tags.map(\.source))))
    }

    private var related: [LinkContext] {
        record.related.compactMap { slug in
            layout.site.title(of: slug).map { LinkContext(text: $0, href: "\(slug).html") }
        }
    }
}
