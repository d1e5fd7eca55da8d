/// A step in the course of an incident.
struct AnnouncementStep: TemplateContext {
    let time: String
    let event: String
    let words: Localizer

    static let vocabulary = Vocabulary<Self>([
        .text("time", "the time; without a date if it is on the day of the update") { $0.time },
        .text("event", "what happened, for example Detected or Identified") { $0.event },
        .text("line", "both, for example 17:05 UTC: Identified") {
            $0.words.text.announceStep(event: $0.event, time: $0.time)
        },
    ])
}

/// A fact about the effect on users and business.
struct AnnouncementImpact: TemplateContext {
    let label: String
    let text: String
    let words: Localizer

    static let vocabulary = Vocabulary<Self>([
        .text("label", "the label, for example Users affected; may be empty") { $0.label },
        .text("text", "its text") { $0.text },
        .text("line", "both, for example Users affected: about 500") {
            $0.label.isEmpty ? $0.text : $0.words.text.announceDetail(label: $0.label, text: $0.text)
        },
    ])
}

/// A next step after an incident.
struct AnnouncementNextStep: TemplateContext {
    let text: String

    static let vocabulary = Vocabulary<Self>([
        .text("text", "the step, with its date if it has one") { $0.text }
    ])
}

/// The address of a runbook, with its label.
struct AnnouncementRunbook: TemplateContext {
    let label: String
    let address: String
    let words: Localizer

    static let vocabulary = Vocabulary<Self>([
        .text("label", "what it belongs to: a level, for example SEV-1, or a component") { $0.label },
        .address("address", "its absolute address") { $0.address },
        .text("line", "both, for example SEV-1: https://wiki.example.com/sev-1") {
            $0.words.text.announceDetail(label: $0.label, text: $0.address)
        },
    ])
}

/// A detail that only the team may read.
struct AnnouncementDetail: TemplateContext {
    let label: String
    let text: String
    let words: Localizer

    static let vocabulary = Vocabulary<Self>([
        .text("label", "the label, for example Lead") { $0.label },
        .text("text", "its text") { $0.text },
        .text("line", "both, for example Lead: Ada") {
            $0.words.text.announceDetail(label: $0.label, text: $0.text)
        },
        .text("columnLabel", "the label in a table that others also see, such as Lead (internal)") {
            $0.words.text.announceInternalLabel(label: $0.label)
        },
        .text("lineLabel", "the same in front of its text, such as Lead (internal):") {
            $0.words.text.announceInternalLine(label: $0.label)
        },
    ])
}
