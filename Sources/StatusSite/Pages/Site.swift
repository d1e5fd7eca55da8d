import Diagnostics
import Reliability
import StatusModel

/// A page at an instant, with what several of its files need worked out once.
final class Site: Sendable {
    let page: StatusPage
    let now: Instant
    /// When something was last said or done.
    let changedAt: Instant
    let history: StatusHistory
    /// The places of the components that are not retired.
    private let inService: Set<Component.Index>
    /// Those of them whose trouble makes the page's headline.
    private let headlining: Set<Component.Index>
    /// By the groups' places the components that stand under each.
    let componentsByGroup: [[Component.Index]]
    /// By the groups' places the groups that are parts of each.
    let partsByGroup: [[ComponentGroup.Index]]
    /// Incidents that people are still at work on, the worst first.
    let openIncidents: [IncidentFacts]
    /// Maintenance, newest first.
    private let maintenance: [Record]
    let words: Localizer
    /// All records that have begun, newest first by start, then by slug.
    let historyEntries: [HistoryEntry]
    /// The same by year, component and severity.
    let archive: Archive
    /// What each severity is called in addresses.
    let severityAnchors: [String]
    /// The severities that the audience can meet, the highest first.
    let shownSeverities: [Severity.Rank]
    /// What was edited in records after their incidents were over, by slug, the newest edit first.
    let edits: [String: [Edit]]
    private let nextChangeOnce: Lazy<NextChange?>
    private let places: [String: Int]
    private let incidents: [String: Int]
    private let titles: [String: String]

    /// - Parameters:
    ///   - page: the page as its readers may see it, already cut at `now`.
    ///   - now: the build's instant.
    ///   - language: what it is written in.
    ///   - edits: what was edited in records after their incidents were over, by slug, the newest edit first.
    ///   - nextChange: works out when the site would next differ by the clock alone; called at most once.
    init(
        of page: StatusPage,
        now: Instant,
        language: Language,
        edits: [String: [Edit]] = [:],
        nextChange: @escaping @Sendable () -> NextChange? = { nil }
    ) {
        (self.page, self.now, nextChangeOnce) = (page, now, Lazy(nextChange))
        self.edits = edits
        changedAt = page.changedAt(by: now)
        history = StatusHistory(of: page, now: now)
        inService = Set(page.components.indices.filter { !page.components[$0].isRetired(at: now) })
        headlining = inService.filter { page.components[$0].makesHeadline }
        componentsByGroup = page.componentsByGroup
        partsByGroup = page.partsByGroup
        openIncidents = history.incidents.filter(\.isOpen).worstFirst { [headlining] in
            Harm(of: $0, to: headlining)
        }
        maintenance = page.records(of: .maintenance)
        words = Localizer(of: page, in: language)
        historyEntries = HistoryEntry.all(of: page, history)
        severityAnchors = page.severityAnchors
        shownSeverities = page.shownSeverities
        archive = Archive(of: historyEntries, on: page, severityAnchors: severityAnchors)
        places = Dictionary(
            historyEntries.enumerated().map { ($1.record.slug, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        incidents = Dictionary(
            history.incidents.enumerated().map { ($1.record.slug, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        titles = Dictionary(
            (page.records + page.recurring).map { ($0.slug, $0.title) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension Site {
    /// When the site would next differ by the clock alone, where that is known.
    var nextChange: NextChange? { nextChangeOnce.value }

    /// Whether the build is the team's, which shows what is internal.
    var isForTeam: Bool { page.audience == .internal }

    /// Whether any incident has a post-mortem that this build shows.
    var hasPostMortems: Bool { history.incidents.contains { $0.record.postMortem != nil } }

    /// The record of that slug, where it has begun.
    func historyEntry(at slug: String) -> HistoryEntry? { places[slug].map { historyEntries[$0] } }

    /// The facts of the incident of that slug.
    func incident(at slug: String) -> IncidentFacts? { incidents[slug].map { history.incidents[$0] } }

    /// The title of the record of that slug, begun or to come.
    func title(of slug: String) -> String? { titles[slug] }

    /// The places of the components that are not retired, in the page's order.
    var currentComponents: [Component.Index] { inService.sorted() }

    /// True if there are too many components to see at a glance. Groups then fold, and one page lists all by name.
    var isLarge: Bool { inService.count > 12 }

    /// Whether the component is not retired.
    func isInService(_ component: Component.Index) -> Bool { inService.contains(component) }

    /// The places of those whose trouble makes the page's headline, in the page's order.
    var headlineComponents: [Component.Index] { headlining.sorted() }

    /// The groups that components in service stand in, in the page's order.
    var shownGroups: [ComponentGroup.Index] {
        componentsByGroup.indices.filter { componentsByGroup[$0].contains(where: isInService) }
    }

    /// What the incident does now to the components whose trouble makes the page's headline.
    func headlineEffects(of incident: IncidentFacts) -> [IncidentTimeline.Span] {
        incident.effects(on: headlining)
    }

    /// What the incident does to components in service now.
    func effects(of incident: IncidentFacts) -> [IncidentTimeline.Span] { incident.effects(on: inService) }

    /// Maintenance in progress, newest first.
    var runningMaintenance: [Record] {
        maintenance.filter { $0.isUnderWay(at: now) }
    }

    /// Maintenance to come, the next first.
    var plannedMaintenance: [Record] {
        maintenance.filter { $0.phase(at: now) == .scheduled }.reversed()
    }

    /// The windows of a series that are shown, the next first.
    func windows(of series: Record) -> [Record] {
        maintenance.filter { $0.seriesWindow != nil && $0.path == series.path }.reversed()
    }

    /// The series that a window is of; `nil` if it is of none.
    func series(of window: Record) -> Series? {
        guard window.seriesWindow != nil else { return nil }
        return page.recurring.first { $0.path == window.path }?.series
    }

    /// Maintenance that is over, newest first.
    var pastMaintenance: [Record] {
        maintenance.filter { $0.phase(at: now)?.isFinal == true }
    }
}

extension Record {
    /// Whether it is maintenance that has begun and is not over.
    func isUnderWay(at now: Instant) -> Bool {
        self.kind == .maintenance && [.inProgress, .verifying].contains(self.phase(at: now))
    }

    /// The end that readers are told of maintenance: when it ended, or else was or is meant to.
    var shownEnd: Instant { closesAt.flatMap { $0 > begins ? $0 : nil } ?? plannedEnd ?? begins }
}

private extension Harm {
    init(of incident: IncidentFacts, to components: Set<Component.Index>) {
        let worst = incident.effects(on: components).map(\.status).max() ?? .operational
        self.init(worst, severity: incident.currentSeverity, beganAt: incident.begins)
    }
}
