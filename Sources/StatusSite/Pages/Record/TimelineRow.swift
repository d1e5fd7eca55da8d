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
    /// author wrote them, where a time cannot be told. An update stands with the entry that tells of it.
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
        var own = zip(times, happened).map { at, happened in (at: at, happened: happened, told: HTML.empty) }
        var places = Dictionary(grouping: own.indices) { own[$0].at.seconds / 60 }.mapValues { $0[...] }
        var told: [(at: Instant, happened: HTML, told: HTML)] = []
        for (update, anchor) in zip(updates, UpdateAnchor.anchors(of: updates)) {
            let link = link(to: update, at: anchor, frame: frame)
            let minute = update.at.seconds / 60
            // What was drafted stands in the order of the updates, near the one before.
            let words = frame.words.beginning(of: update)
            let place = places[minute]?.prefix(8).first { entries[$0].prose.text.hasPrefix(words) }
            if let place {
                own[place].told = link
                places[minute] = places[minute]?.drop { $0 <= place }
            } else {
                told.append((at: update.at, happened: .empty, told: link))
            }
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

extension Words {
    /// What an entry begins with that was drafted from the update.
    fileprivate func beginning(of update: Update) -> String {
        let said = update.keepsPhase ? firstSentence(of: update.prose, within: 160) : ""
        return said.isEmpty ? label(of: update.phase) : said
    }
}
