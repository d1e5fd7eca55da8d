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
        .html("published", "the day it was published, as a `<time>`; may be empty") { $0.published },
        .html("planned", "when it is to be held, as a `<time>`; empty once it is published") { $0.planned },
        .html("opening", "what stands before its first section; may be empty") { $0.opening },
        .list("sections", "its sections") { $0.sections },
    ])

    init(_ account: PostMortem, frame: Frame) {
        heading = account.title
        published = account.publishedOn.map(frame.words.element) ?? ""
        planned = published.isEmpty ? account.scheduledAt.map(frame.words.element) ?? "" : ""
        opening = account.introduction.html(root: frame.root)
        sections = account.sections.map { PostMortemSection($0, frame: frame) }
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
        .list("timeline", "its timeline, in the author's order") { $0.timeline },
        .flag("hasMeasures", "whether it has action items") { !$0.measures.isEmpty },
        .list("measures", "its action items, in the author's order") { $0.measures },
    ])

    init(_ section: PostMortem.Section, frame: Frame) {
        heading = section.title
        body = section.prose.html(root: frame.root)
        timeline = section.timeline.map { TimelineRow(time: $0.time, body: $0.prose.html(root: frame.root)) }
        measures = section.actionItems.map { MeasureContext($0, frame: frame) }
    }
}

/// A line of a post-mortem's timeline.
struct TimelineRow: TemplateContext {
    let time: String
    let body: String

    static let vocabulary = Vocabulary<Self>([
        .text("time", "the time as the author wrote it") { $0.time },
        .html("body", "what happened") { $0.body },
    ])
}

/// A measure against a recurrence.
struct MeasureContext: TemplateContext {
    let text: String
    let isDone: Bool
    let due: String

    static let vocabulary = Vocabulary<Self>([
        .text("measure", "what is to be done") { $0.text },
        .flag("isDone", "whether it is done") { $0.isDone },
        .html("due", "by when, as a `<time>`; may be empty") { $0.due },
    ])

    init(_ item: ActionItem, frame: Frame) {
        (text, isDone) = (item.text, item.isDone)
        due = item.dueOn.map(frame.words.element) ?? ""
    }
}
