import Reliability
import StatusModel

/// An incident's effects over time, in the bands of its phases: components with the same course share a lane, and the
/// worst come first.
///
/// Places are in percent of the width and text has its own size, so that the drawing is as wide as the page and its
/// words stay legible on a phone. The same information is next to it in words.
struct IncidentTimelineChart: TemplateContext {
    let phases: HTML
    let courses: [LaneContext]
    let moreLabel: String
    let more: [LaneContext]
    let begins: HTML
    let ends: HTML

    static let vocabulary = Vocabulary<Self>([
        .html("phases", "lines at the start of each phase, with its name, as an SVG that covers all lanes") {
            $0.phases
        },
        .list("lanes", "the lanes, each for components with the same statuses, worst first; at most six") {
            $0.courses
        },
        .text(
            "moreLabel", "the number of components in the other lanes, for example 3 components; may be empty"
        ) {
            $0.moreLabel
        },
        .list("moreLanes", "the other lanes") { $0.more },
        .html("begins", "the start of the chart, as a `<time>`") { $0.begins },
        .html("ends", "the end of the chart, with a `<time>`") { $0.ends },
    ])

    /// The number of lanes that are drawn at once.
    private static let limit = 6

    /// Makes the chart of an incident; `nil` if the incident affected nothing or took no time.
    init?(of incident: IncidentFacts, effects: [HistoryEntry.Effect], layout: Layout) {
        let (site, words) = (layout.site, layout.words)
        let last = effects.map(\.range.to).max() ?? incident.begins
        let range = TimeRange(from: incident.begins, to: max(incident.resolvedAt ?? site.now, last))
        guard !effects.isEmpty, !range.isEmpty else { return nil }
        let scale = TimeScale(range: range)
        let all = Course.all(of: effects)
        let rest = all.dropFirst(Self.limit)
        phases = PhaseLines(of: incident, on: scale, words).svg
        courses = all.prefix(Self.limit).map { LaneContext($0, on: scale, layout: layout) }
        more = rest.map { LaneContext($0, on: scale, layout: layout) }
        moreLabel = rest.isEmpty ? "" : words.text.indexAffected(rest.reduce(0) { $0 + $1.components.count })
        begins = words.element(range.from, words.dateAndTime(range.from, asOf: site.now))
        let end = words.element(range.to, on: words.zone.day(of: range.from))
        ends = incident.isOpen ? words.html.lanesStillOpen(time: end) : end
    }
}

/// Components with the same course, and that course.
struct LaneContext: TemplateContext {
    let count: String
    let course: String
    let bar: HTML
    let components: [LinkContext]
    let moreLabel: String
    let more: [LinkContext]

    static let vocabulary = Vocabulary<Self>([
        .text("count", "the number of components, for example 3 components; empty for one") { $0.count },
        .text("course", "what happened to them, for example major outage 45 min") { $0.course },
        .html("bar", "the times of this, as an SVG") { $0.bar },
        .list("components", "links to their pages; at most eight") { $0.components },
        .text("moreComponentsLabel", "the number of other components, for example 3 components; may be empty")
        {
            $0.moreLabel
        },
        .list("moreComponents", "links to the pages of the others") { $0.more },
    ])

    /// The number of components that are named at once.
    private static let limit = 8

    fileprivate init(_ course: Course, on scale: TimeScale, layout: Layout) {
        let words = layout.words
        let links = course.components.map(layout.link(to:))
        let rest = links.dropFirst(Self.limit)
        count = links.count > 1 ? words.text.indexAffected(links.count) : ""
        self.course = words.enumeration(
            course.totals.map {
                words.text.lanesStatus(
                    duration: words.duration($0.seconds), status: words.phrase(for: $0.status))
            })
        bar = course.steps.map(scale.rectangle).joined()
        components = Array(links.prefix(Self.limit))
        moreLabel = rest.isEmpty ? "" : words.text.lanesMore(rest.count)
        more = Array(rest)
    }
}
