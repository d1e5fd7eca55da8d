import StatusModel

/// A line of a post-mortem's timeline: what happened, or what readers were told of it.
struct TimelineRow: TemplateContext {
    let time: HTML
    let happened: HTML
    let told: HTML

    static let vocabulary = Vocabulary<Self>([
        .html("time", "when it happened, as a `<time>`, or else as the author wrote it") { $0.time },
        .html("happened", "what happened; empty for an update") { $0.happened },
        .html("told", "of an update that was published then: a sentence with a link to it; else empty") {
            $0.told
        },
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
        let happened = entries.map { HTML(rendered: $0.prose.html(root: frame.root)) }
        let times = entries.compactMap(\.at)
        guard times.count == entries.count, let first = times.first else {
            return zip(entries, happened).map {
                TimelineRow(time: HTML(escaping: $0.time), happened: $1, told: .empty)
            }
        }
        let day = frame.words.zone.day(of: first)
        let own = zip(times, happened).map { at, happened in (at: at, happened: happened, told: HTML.empty) }
        let told = zip(updates, UpdateAnchor.anchors(of: updates)).map { update, anchor in
            (at: update.at, happened: HTML.empty, told: link(to: update, at: anchor, frame: frame))
        }
        return (own + told).enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map { _, row in
                TimelineRow(
                    time: frame.words.element(row.at, on: day),
                    happened: row.happened,
                    told: row.told
                )
            }
    }

    private static func link(to update: Update, at anchor: String, frame: Frame) -> HTML {
        let label = frame.words.label(of: update.phase)
        let link = LinkContext(text: label, href: "#\(anchor)").html
        return frame.words.html.recordTimelineUpdate(update: link)
    }
}
