import StatusModel

/// A line of a post-mortem's timeline: what happened, or what readers were told of it.
struct TimelineRow: TemplateContext {
    let time: String
    let body: String

    static let vocabulary = Vocabulary<Self>([
        .html("time", "when it happened, as a `<time>`, or else as the author wrote it") { $0.time },
        .html("body", "what happened, or a link to the update that was published then") { $0.body },
    ])
}

extension TimelineRow {
    /// The entries with the updates between them, in the order of their times; the entries alone, as the
    /// author wrote them, where a time cannot be told.
    static func rows(
        of entries: [PostMortem.TimelineEntry],
        beside updates: [Update],
        frame: Frame
    ) -> [TimelineRow] {
        guard !entries.isEmpty else { return [] }
        let happened = entries.compactMap { entry in entry.at.map { (at: $0, html: entry.html(frame)) } }
        guard happened.count == entries.count, let first = happened.first else {
            return entries.map { TimelineRow(time: $0.time.escapedForHTML, body: $0.html(frame)) }
        }
        let told = zip(updates, UpdateAnchor.anchors(of: updates)).map { update, anchor in
            (at: update.at, html: Self.link(to: update, at: anchor, frame: frame))
        }
        let day = frame.words.zone.day(of: first.at)
        return (happened + told).enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map { TimelineRow(time: frame.words.element($1.at, on: day), body: $1.html) }
    }

    private static func link(to update: Update, at anchor: String, frame: Frame) -> String {
        let label = frame.words.label(of: update.phase).escapedForHTML
        let update = frame.words.html.recordTimelineUpdate(update: "<a href=\"#\(anchor)\">\(label)</a>")
        return "<p class=\"fact\">\(update)</p>"
    }
}

extension PostMortem.TimelineEntry {
    fileprivate func html(_ frame: Frame) -> String { prose.html(root: frame.root) }
}
