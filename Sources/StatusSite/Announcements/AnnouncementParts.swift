/// A step that led to where an incident stands.
struct AnnouncementStep: TemplateContext {
    let time: String
    let event: String

    static let vocabulary = Vocabulary<Self>([
        .text("time", "when; without a date on the day of the update") { $0.time },
        .text("event", "what happened, as in Detected or Identified") { $0.event },
    ])
}

/// What comes once an incident is over.
struct AnnouncementNextStep: TemplateContext {
    let text: String

    static let vocabulary = Vocabulary<Self>([
        .text("text", "what is to come, with its date where it has one") { $0.text }
    ])
}

/// A detail that only the team may read.
struct AnnouncementDetail: TemplateContext {
    let label: String
    let text: String

    static let vocabulary = Vocabulary<Self>([
        .text("label", "what it is, as in Lead") { $0.label },
        .text("text", "what it says") { $0.text },
    ])
}
