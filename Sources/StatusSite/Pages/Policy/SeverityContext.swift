import StatusModel

/// A severity level. What the public is not to see of it was cut from the model, and is empty here.
struct SeverityContext: TemplateContext {
    let anchor: String
    let label: String
    let definition: String
    let examples: String
    let cadence: String
    let demands: String
    let ladder: String
    let checklist: String
    let history: String

    static let vocabulary = Vocabulary<Self>([
        .text("anchor", "the level's id on the page") { $0.anchor },
        .text("label", "the level and its name, as in SEV-1, Critical") { $0.label },
        .html("definition", "what makes an incident one of this level, as list items; may be empty") {
            $0.definition
        },
        .html("examples", "incidents that would be, as list items; may be empty") { $0.examples },
        .text("cadence", "how often readers hear of it, as in 15 min; may be empty") { $0.cadence },
        .html("demands", "for the team: what the policy demands, as rows of a `<dl>`; may be empty") {
            $0.demands
        },
        .html("ladder", "for the team: who is called in when, as list items; may be empty") { $0.ladder },
        .html("checklist", "for the team: what to see to before closing, as list items; may be empty") {
            $0.checklist
        },
        .text("history", "the address of the list of its incidents; empty where none reached it") {
            $0.history
        },
    ])

    init(_ rank: Severity.Rank, frame: Frame) {
        let (site, words) = (frame.site, frame.words)
        let severity = site.page.severities[rank]
        anchor = site.severityAnchors[rank]
        history = site.archive.severities[rank].map { frame.root + $0.path } ?? ""
        label = words.label(of: severity)
        definition = Self.items(severity.definition)
        examples = Self.items(severity.examples)
        cadence = severity.updateEvery.map { words.limit($0, of: severity) } ?? ""
        demands = site.isForTeam ? Self.demands(of: severity, words) : ""
        ladder = Self.items(
            severity.escalations.map { "\(words.phrase(for: $0.trigger, of: severity)): \($0.to)" }
        )
        checklist = Self.items(severity.checklist)
    }

    private static func demands(of severity: Severity, _ words: Words) -> String {
        var demands = DetailList()
        func add(_ label: String, _ text: String?) {
            if let text, !text.isEmpty { demands.add(label, text) }
        }
        func within(_ limit: Int?) -> String? { limit.map { "within \(words.limit($0, of: severity))" } }
        add("Responders", severity.responders)
        add("Acknowledged", within(severity.acknowledgeWithin))
        add("First update", within(severity.noticeWithin))
        add("Identified", within(severity.identifyWithin))
        add("Resolved", within(severity.resolveWithin))
        add("Told by", severity.notifications.map(words.phrase).joined(separator: ", "))
        add("Post-mortem", severity.postMortem.map(words.phrase))
        add("Shown to", severity.visibility == .public ? "the public" : "the team")
        return demands.html
    }

    private static func items(_ texts: [String]) -> String {
        texts.map { "<li>\($0.escapedForHTML)</li>" }.joined(separator: "\n")
    }
}
