import StatusModel

/// A record in a list.
struct EntryContext: PageContext {
    static let template = "entry"
    static let summary = "a record in a list; rendered once a folder"

    let frame: Frame
    let href: String
    let title: String
    let kind: String
    var facts: String

    static let vocabulary = Vocabulary<Self>(
        [
            .text("href", "the address of the record's page") { $0.href },
            .text("title", "the record's title") { $0.title },
            .html("mark", "the symbol of the worst it did") { Words.mark($0.kind) },
            .html(
                "facts",
                "its phase, when it began and ended, how long it lasted and the components it affected, each in a `<span>` or `<time>`"
            ) { $0.facts },
        ] + Vocabulary<Self>.words { $0.frame.values }
    )
}

extension Frame {
    /// The record's HTML.
    func entry(_ entry: EntryContext) -> String { templates.text(entry) }

    /// The HTML of records that have begun.
    ///
    /// - Parameter places: their places in ``Site/occurrences``.
    func entries(at places: some Sequence<Int>) -> String {
        places.map { place in
            entries.html(at: place) { entry(EntryContext(site.occurrences[place], frame: self)) }
        }
        .joined()
    }

    /// The HTML of maintenance, begun or to come.
    func entries(of maintenance: [MaintenanceWindow]) -> String {
        maintenance.map { entry(EntryContext($0, frame: self)) }.joined()
    }
}

extension EntryContext {
    /// A record that has begun.
    init(_ occurrence: Occurrence, frame: Frame) {
        let words = frame.words
        self.frame = frame
        href = "\(frame.root)incidents/\(occurrence.slug).html"
        title = occurrence.title
        kind = occurrence.mark
        facts = words.facts(
            phase: occurrence.phase,
            from: occurrence.startsAt,
            to: occurrence.endsAt,
            components: occurrence.components
        )
        if occurrence.isInternal { facts += "<span>\(frame.words.html.recordInternal)</span>" }
    }

    /// Maintenance, begun or to come.
    init(_ window: MaintenanceWindow, frame: Frame) {
        self.frame = frame
        href = "\(frame.root)incidents/\(window.record.slug).html"
        title = window.record.title
        kind = Words.kind(of: .underMaintenance)
        facts = frame.words.facts(
            phase: window.phase(at: frame.site.now),
            from: window.startsAt,
            to: window.shownEnd,
            components: window.components.map(\.component)
        )
        if window.record.visibility == .internal {
            facts += "<span>\(frame.words.html.recordInternal)</span>"
        }
    }
}

private extension Words {
    /// HTML of what a list tells of a record beside its title.
    func facts(phase: Phase?, from: Instant, to: Instant?, components: [Component.Index]) -> String {
        let when =
            to.map { element(from: from, to: $0) }
            ?? "<span>\(html.recordSince(time: element(from)))</span>"
        let lasted = to.flatMap { $0 > from ? duration($0 - from) : nil }
        let affected = list(names(of: components), atMost: 4)
        return fact(phase.map(label)) + when + fact(lasted) + fact(affected)
    }

    func fact(_ text: String?) -> String {
        guard let text, !text.isEmpty else { return "" }
        return "<span>\(text.escapedForHTML)</span>"
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
