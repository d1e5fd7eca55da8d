import StatusModel

/// A row of a post-mortem's timeline: what happened, or what readers were told.
struct TimelineRow: TemplateContext {
    let time: HTML
    let happened: HTML
    let told: HTML

    static let vocabulary = Vocabulary<Self>([
        .html("time", "when it happened, as a `<time>`, or else as the author wrote it") { $0.time },
        .html("happened", "what happened; empty for an update") { $0.happened },
        .html("told", "for an update that was published then, a sentence with a link to it; otherwise empty")
        {
            $0.told
        },
    ])
}

extension TimelineRow {
    /// Returns the entries with the updates between them; none if there are no entries.
    static func rows(
        of entries: [PostMortem.TimelineEntry],
        beside updates: [Update],
        layout: Layout
    ) -> [TimelineRow] {
        guard let first = entries.first else { return [] }
        let words = layout.words
        let day = words.zone.day(of: first.at ?? .distantPast)
        let links = zip(updates, UpdateAnchor.anchors(of: updates)).map { update, anchor in
            LinkContext(text: words.label(of: update.phase), href: "#\(anchor)").html
        }
        return TimelineStep.steps(of: entries, beside: updates, words).map { step in
            TimelineRow(
                time: step.at.map { words.element($0, on: day) } ?? HTML(escaping: step.entry?.time ?? ""),
                happened: step.entry.map { HTML(rendered: $0.prose.html(root: layout.root)) } ?? .empty,
                told: step.update.map { words.html.recordTimelineUpdate(update: links[$0]) } ?? .empty
            )
        }
    }
}
