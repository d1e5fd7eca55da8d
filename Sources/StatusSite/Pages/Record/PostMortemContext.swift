import StatusModel

/// The team's analysis of an incident after it is over.
struct PostMortemContext: TemplateContext {
    let postMortem: PostMortem
    /// The updates of the post-mortem's record, to show next to its timeline.
    let updates: [Update]
    let layout: Layout

    static let vocabulary = Vocabulary<Self>([
        .text("heading", "its heading") { $0.postMortem.title },
        .html("published", "a sentence that says when it was published; may be empty") { context in
            context.postMortem.publishedOn.map {
                context.words.html.recordPublished(date: context.words.element($0))
            }
        },
        .html("planned", "a sentence that says when it is scheduled; empty once it is published") {
            $0.planned
        },
        .html("opening", "the text before its first section; may be empty") {
            HTML(rendered: $0.postMortem.introduction.html(root: $0.layout.root))
        },
        .list("sections", "its sections") { context in
            context.postMortem.sections.map {
                PostMortemSection(section: $0, updates: context.updates, layout: context.layout)
            }
        },
    ])

    private var words: Localizer { layout.words }

    private var planned: HTML? {
        guard postMortem.publishedOn == nil else { return nil }
        return postMortem.scheduledAt.map { words.html.recordPlanned(time: words.element($0)) }
    }
}

/// A part of a post-mortem under its own heading.
struct PostMortemSection: TemplateContext {
    let section: PostMortem.Section
    let updates: [Update]
    let layout: Layout

    static let vocabulary = Vocabulary<Self>([
        .text("sectionHeading", "the section's heading") { $0.section.title },
        .html("body", "its text; may be empty") {
            HTML(rendered: $0.section.prose.html(root: $0.layout.root))
        },
        .flag("hasTimeline", "whether it has a timeline") { !$0.section.timeline.isEmpty },
        .list("timeline", "its timeline, merged with the updates if all of its times are known") {
            TimelineRow.rows(of: $0.section.timeline, beside: $0.updates, layout: $0.layout)
        },
        .flag("hasActionItems", "whether it has action items") { !$0.section.actionItems.isEmpty },
        .list("actionItems", "its action items, in the author's order") { context in
            context.section.actionItems.map { ActionItemContext(item: $0, layout: context.layout) }
        },
    ])
}
