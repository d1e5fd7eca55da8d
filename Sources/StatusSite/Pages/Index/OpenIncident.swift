import Reliability
import StatusModel

/// An open incident on the index.
///
/// The worst has its latest update in full and the earlier ones folded; the others have no updates.
struct OpenIncident: TemplateContext {
    let href: String
    let title: String
    let kind: String
    let phase: String
    let severity: String
    let affected: String
    let began: HTML
    let summary: HTML
    let latest: UpdateContext?
    let promised: HTML?
    let earlierLabel: String
    let earlier: [UpdateContext]

    static let vocabulary = Vocabulary<Self>([
        .text("href", "the address of its page") { $0.href },
        .text("title", "its title") { $0.title },
        .text("kind", "its worst current status: `major`, `partial`, `degraded`, `maintenance` or `notice`") {
            $0.kind
        },
        .text("phase", "its phase, for example Identified; empty if its updates show it") {
            $0.phase
        },
        .text("severity", "its current severity, such as High") { $0.severity },
        .text("affected", "the components it currently affects, by name or number; may be empty") {
            $0.affected
        },
        .html("began", "when it began, with a `<time>`") { $0.began },
        .html("summary", "the record's summary, until there is an update") { $0.summary },
        .section("latest", "the latest update") { $0.latest },
        .html("promised", "a sentence that says when the next update is promised; empty once that is past") {
            $0.promised
        },
        .text("earlierLabel", "the number of earlier updates, for example 2 earlier updates") {
            $0.earlierLabel
        },
        .list("earlier", "the earlier updates, newest first") { $0.earlier },
    ])
}

extension OpenIncident {
    /// Makes the entry of an incident.
    ///
    /// - Parameter isInFull: whether its updates are shown.
    init(_ incident: IncidentFacts, isInFull: Bool, layout: Layout) {
        let (site, words, record) = (layout.site, layout.words, incident.record)
        let effects = site.effects(of: incident)
        let day = words.zone.day(of: incident.begins)
        let updates =
            isInFull
            ? UpdateContext.newestFirst(of: record, known: day, showingAges: true, layout: layout) : []
        href = layout.href(of: record)
        title = record.title
        kind = effects.map(\.status).max().map(Localizer.kind) ?? "notice"
        phase = isInFull ? "" : words.label(of: incident.phase)
        severity = words.label(of: site.page.severities[incident.currentSeverity])
        let components = Set(effects.map(\.component)).sorted()
        affected =
            components.count > 3
            ? words.text.indexAffected(components.count) : words.list(words.names(of: components))
        let start = words.element(incident.begins, words.dateAndTime(incident.begins, asOf: site.now))
        began = words.html.recordSince(time: start)
        summary =
            isInFull && updates.isEmpty ? HTML(rendered: record.summary.html(root: layout.root)) : .empty
        latest = updates.first
        promised =
            record.updates.last?.nextUpdateAt.flatMap {
                isInFull && $0 > site.now ? words.html.updatePromised(time: words.element($0, on: day)) : nil
            }
        earlier = Array(updates.dropFirst())
        earlierLabel = earlier.isEmpty ? "" : words.text.indexEarlier(earlier.count)
    }
}

extension UpdateContext {
    /// Returns a record's updates, the newest first.
    static func newestFirst(
        of record: Record,
        known: Day?,
        showingAges: Bool,
        layout: Layout
    ) -> [UpdateContext] {
        let anchors = UpdateAnchor.anchors(of: record.updates)
        let updates = record.updates
        return updates.indices.reversed().map {
            UpdateContext(
                update: updates[$0],
                changesPhase: $0 == 0 || updates[$0].phase != updates[$0 - 1].phase,
                anchor: anchors[$0],
                known: known,
                showsAge: showingAges,
                layout: layout
            )
        }
    }
}
