import Diagnostics
import StatusModel

/// Tests a site's own chat template with sample records, so that invalid JSON is reported before the template is
/// needed.
enum JSONTrial {
    /// Returns the first mistake found.
    ///
    /// - Parameters:
    ///   - type: the message that the template makes.
    ///   - program: the template, compiled with its origins.
    ///   - start: where the template begins.
    static func mistake<Message: ChatMessage>(
        in type: Message.Type, of program: TemplateProgram, language: Language, from start: SourceLocation
    ) -> Diagnostic? {
        for sample in SampleAnnouncement.all {
            let context = AnnouncementContext(sample.announcement, in: language, for: Message.escaping)
            let (output, place) = program.trace(of: Message(context, to: nil))
            guard let fault = JSONSyntax.firstFault(in: output) else { continue }
            return Diagnostic(
                .warning, .templateMakesNoJSON,
                "from here on, the message for \(sample.name) would not be valid JSON",
                at: place(fault) ?? start,
                hint:
                    "look here, or just before, for a missing or extra comma, bracket or quotation mark"
            )
        }
        return nil
    }
}

/// An announcement of a sample record.
struct SampleAnnouncement {
    /// The subject, such as "a resolution".
    let name: String
    let announcement: Announcement

    /// For each kind, an announcement with everything that a message can contain, and one with as little as possible.
    static let all: [Self] = {
        let kinds: [(String, Announcement.Kind, Phase?)] = [
            ("a new incident", .firstNotice, .investigating), ("an update", .update, .identified),
            ("a resolution", .resolution, .resolved), ("a post-mortem", .postMortem, .resolved),
            ("maintenance", .maintenance, .inProgress), ("a notice", .notice, nil),
        ]
        return kinds.flatMap { name, kind, phase in
            [true, false].map { isFull in
                Self(name: name, announcement: announcement(of: kind, phase, isFull: isFull))
            }
        }
    }()
}

private extension SampleAnnouncement {
    /// Words that end a text, a value or a line if they are not escaped.
    static let words = "\"Words\", \\ and {{braces}}: [a](b)\nof <another> line"
    static let start = Instant(seconds: 1_767_373_080)

    static func announcement(of kind: Announcement.Kind, _ phase: Phase?, isFull: Bool) -> Announcement {
        let isOver = kind == .resolution || kind == .postMortem
        let isIncident = phase != nil && kind != .maintenance
        let record = record(of: kind, phase, isFull: isFull)
        let facts = isFull && isIncident
        return Announcement(
            kind: kind,
            page: page,
            record: record,
            update: record.updates.last,
            news: news(of: kind, record),
            anchor: nil,
            at: start + 3_600,
            phase: phase,
            severity: facts ? page.severities.first : nil,
            components: isFull && phase != nil ? [StatusChange(0, .partialOutage)] : [],
            startedAt: start,
            endsAt: isOver || isFull && !isIncident ? start + 7_200 : nil,
            detectedAt: facts ? start : nil,
            acknowledgedAt: facts ? start : nil,
            timeline: facts ? [.init(at: start, event: .began), .init(at: start, event: .detected)] : [],
            rootCause: facts ? words : nil,
            fix: facts ? words : nil,
            postMortem: facts && isOver ? record.postMortem : nil,
            nextSteps: facts && isOver
                ? [.actionItem(ActionItem(text: words, isDone: false)), .postMortemDue(start)] : [],
            runbooks: facts && !isOver ? page.runbooks(of: .component(0)) : []
        )
    }

    static func news(of kind: Announcement.Kind, _ record: Record) -> News {
        let event: News.Event =
            kind == .postMortem ? .postMortem : record.updates.isEmpty ? .begins : .update(0)
        return News(event, at: start + 3_600, phase: record.phase(at: start + 3_600))
    }

    static func record(of kind: Announcement.Kind, _ phase: Phase?, isFull: Bool) -> Record {
        let kind: Record.Kind = kind == .maintenance ? .maintenance : kind == .notice ? .notice : .incident
        var record = Record(
            kind, id: "sample", slug: "sample", path: "incidents/sample.md", title: words, from: start)
        guard isFull else {
            // The public has no page for the record, so the message has no address.
            record.visibility = .internal
            return record
        }
        record.ticket = words
        record.summary = prose
        record.impact = [Record.Detail(label: words, text: words), Record.Detail(label: "", text: words)]
        record.internalDetails = [Record.Detail(label: words, text: words)]
        guard let phase else { return record }
        record.updates = [Update(phase: phase, at: start + 3_600, prose: prose)]
        record.updates[0].nextUpdateAt = start + 7_200
        record.updates[0].estimate = .words(words)
        record.updates[0].escalatedTo = [words]
        record.postMortem = PostMortem(title: words)
        record.postMortem?.introduction = prose
        return record
    }

    static let prose = Prose(
        html: ["<p>\(HTMLText.escaped(words))</p>\n<ul>\n<li>\(HTMLText.escaped(words))</li>\n</ul>\n"],
        text: words)

    static let page: StatusPage = {
        var (component, severity) = (Component(id: "sample", name: words), Severity(level: words))
        component.runbooks = ["https://example.com/runbook"]
        severity.updateEvery = 900
        return StatusPage(
            title: words, url: "https://status.example.com",
            components: [component, Component(id: "b", name: words)],
            severities: [severity])
    }()
}
