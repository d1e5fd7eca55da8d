import StatusModel

/// The account of an incident, written afterwards.
struct PostMortemContext: TemplateContext {
    let heading: String
    let published: String
    let planned: String
    let opening: String
    let sections: [PostMortemSection]

    static let vocabulary = Vocabulary<Self>([
        .text("heading", "its heading") { $0.heading },
        .html("published", "when it was published, with a `<time>`; may be empty") { $0.published },
        .html("planned", "when it is to be held, with a `<time>`; empty once it is published") { $0.planned },
        .html("opening", "what stands before its first section; may be empty") { $0.opening },
        .list("sections", "its sections") { $0.sections },
    ])

    /// - Parameter updates: those of the account's record, to stand beside its timeline.
    init(_ account: PostMortem, updates: [Update], frame: Frame) {
        heading = account.title
        let words = frame.words
        published = account.publishedOn.map { words.html.recordPublished(date: words.element($0)) } ?? ""
        planned =
            published.isEmpty
            ? account.scheduledAt.map { words.html.recordPlanned(time: words.element($0)) } ?? "" : ""
        opening = account.introduction.html(root: frame.root)
        sections = account.sections.map { PostMortemSection($0, updates: updates, frame: frame) }
    }
}

/// A part of a post-mortem under its own heading.
struct PostMortemSection: TemplateContext {
    let heading: String
    let body: String
    let timeline: [TimelineRow]
    let measures: [MeasureContext]

    static let vocabulary = Vocabulary<Self>([
        .text("sectionHeading", "the section's heading") { $0.heading },
        .html("body", "its text; may be empty") { $0.body },
        .flag("hasTimeline", "whether it has a timeline") { !$0.timeline.isEmpty },
        .list("timeline", "its timeline, beside the updates where all of its times can be told") {
            $0.timeline
        },
        .flag("hasMeasures", "whether it has action items") { !$0.measures.isEmpty },
        .list("measures", "its action items, in the author's order") { $0.measures },
    ])

    init(_ section: PostMortem.Section, updates: [Update], frame: Frame) {
        heading = section.title
        body = section.prose.html(root: frame.root)
        timeline = TimelineRow.rows(of: section.timeline, beside: updates, frame: frame)
        measures = section.actionItems.map { MeasureContext($0, frame: frame) }
    }
}
