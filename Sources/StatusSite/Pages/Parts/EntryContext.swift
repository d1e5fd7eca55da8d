import StatusModel

/// A record in a list.
struct EntryContext: TemplateContext {
    let href: String
    let title: String
    let kind: String
    let state: String
    let when: String
    let lasted: String
    let affected: String

    static let vocabulary = Vocabulary<Self>([
        .text("href", "the address of the record's page") { $0.href },
        .text("title", "the record's title") { $0.title },
        .text(
            "kind",
            "the worst it did: `major`, `partial`, `degraded`, `maintenance`, `operational` or `notice`"
        ) { $0.kind },
        .text("state", "its phase; empty for a notice") { $0.state },
        .html("when", "when it began and ended, as a `<time>`") { $0.when },
        .text("lasted", "how long it lasted; empty while it does") { $0.lasted },
        .text("affected", "the components it affected, by name; may be empty") { $0.affected },
    ])
}

extension EntryContext {
    /// A record that has begun.
    init(_ occurrence: Occurrence, frame: Frame) {
        let words = frame.words
        href = "\(frame.root)incidents/\(occurrence.slug).html"
        title = occurrence.title
        kind = occurrence.mark
        state = occurrence.phase.map(words.label) ?? ""
        affected = words.list(words.names(of: occurrence.components), atMost: 4)
        if let endsAt = occurrence.endsAt {
            when = words.element(occurrence.startsAt, words.span(from: occurrence.startsAt, to: endsAt))
            lasted = endsAt > occurrence.startsAt ? words.duration(endsAt - occurrence.startsAt) : ""
        } else {
            when = words.element(occurrence.startsAt, "since \(words.dateAndTime(occurrence.startsAt))")
            lasted = ""
        }
    }

    /// Maintenance, begun or to come.
    init(_ window: MaintenanceWindow, frame: Frame) {
        let words = frame.words
        let phase = window.phase(at: frame.site.now)
        let end = window.shownEnd
        href = "\(frame.root)incidents/\(window.record.slug).html"
        title = window.record.title
        kind = Words.kind(of: .underMaintenance)
        state = words.label(of: phase)
        when = words.element(window.startsAt, words.span(from: window.startsAt, to: end))
        lasted = end > window.startsAt ? words.duration(end - window.startsAt) : ""
        affected = words.list(words.names(of: window.components.map(\.component)), atMost: 4)
    }
}

extension Occurrence {
    /// The class and mark that show how bad it was.
    var mark: String {
        switch kind {
        case .incident: worst.map(Words.kind) ?? "notice"
        case .maintenance: Words.kind(of: .underMaintenance)
        case .notice: "notice"
        }
    }
}
