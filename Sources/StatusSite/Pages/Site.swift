import Diagnostics
import Reliability
import StatusModel

/// A page at an instant, with values that several of its files need, computed once.
final class Site: Sendable {
    let page: StatusPage
    let now: Instant
    /// The instant of the latest change.
    let changedAt: Instant
    let history: StatusHistory
    /// The components that are not retired.
    private let inService: Set<Component.Index>
    /// Those of them that make headlines.
    private let headlining: Set<Component.Index>
    /// The components in each group and its parts, by the group's place.
    let componentsByGroup: [[Component.Index]]
    /// The groups that are parts of each group, by its place.
    let partsByGroup: [[ComponentGroup.Index]]
    /// Incidents that people are still at work on, the worst first.
    let openIncidents: [IncidentFacts]
    /// Maintenance, newest first.
    private let maintenance: [Record]
    let words: Localizer
    /// All records that have begun, newest first by start, then by slug.
    let historyEntries: [HistoryEntry]
    /// Lists of these records by year, component, severity and tag.
    let archive: Archive
    /// The name of each severity in addresses.
    let severityAnchors: [String]
    /// The severities that the audience can see, the highest first.
    let shownSeverities: [Severity.Rank]
    /// The edits of records after their incidents were over, by slug, the newest first.
    let edits: [String: [Edit]]
    private let nextChangeOnce: Lazy<NextChange?>
    private let places: [String: Int]
    private let incidents: [String: Int]
    private let titles: [String: String]

    /// Makes a site.
    ///
    /// - Parameters:
    ///   - page: the page as its readers may see it, already cut at `now`.
    ///   - now: the build's instant.
    ///   - language: the language of the site.
    ///   - edits: the edits of records after their incidents were over, by slug, the newest first.
    ///   - nextChange: computes the next change of the site on schedule; called at most once.
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
    /// The next change of the site on schedule, if it is known.
    var nextChange: NextChange? { nextChangeOnce.value }

    /// Whether the build is the team's, which shows internal data.
    var isForTeam: Bool { page.audience == .internal }

    /// Whether any incident has a post-mortem that this build shows.
    var hasPostMortems: Bool { history.incidents.contains { $0.record.postMortem != nil } }

    /// Returns the record of that slug, if it has begun.
    func historyEntry(at slug: String) -> HistoryEntry? { places[slug].map { historyEntries[$0] } }

    /// Returns the facts of the incident of that slug.
    func incident(at slug: String) -> IncidentFacts? { incidents[slug].map { history.incidents[$0] } }

    /// Returns the title of the record of that slug, whether or not it has begun.
    func title(of slug: String) -> String? { titles[slug] }

    /// The components that are not retired, in the page's order.
    var currentComponents: [Component.Index] { inService.sorted() }

    /// Whether there are too many components to see at a glance.
    ///
    /// Groups then fold, and one page lists all by name.
    var isLarge: Bool { inService.count > 12 }

    /// Whether the component is not retired.
    func isInService(_ component: Component.Index) -> Bool { inService.contains(component) }

    /// The components in service that make headlines, in the page's order.
    var headlineComponents: [Component.Index] { headlining.sorted() }

    /// The groups that contain components in service, in the page's order.
    var shownGroups: [ComponentGroup.Index] {
        componentsByGroup.indices.filter { componentsByGroup[$0].contains(where: isInService) }
    }

    /// Returns the current effects of the incident on the components that make headlines.
    func headlineEffects(of incident: IncidentFacts) -> [IncidentTimeline.Span] {
        incident.effects(on: headlining)
    }

    /// Returns the current effects of the incident on components in service.
    func effects(of incident: IncidentFacts) -> [IncidentTimeline.Span] { incident.effects(on: inService) }

    /// Maintenance in progress, newest first.
    var runningMaintenance: [Record] {
        maintenance.filter { $0.isUnderWay(at: now) }
    }

    /// Scheduled maintenance, the next first.
    var plannedMaintenance: [Record] {
        maintenance.filter { $0.phase(at: now) == .scheduled }.reversed()
    }

    /// Returns the windows of a series that are shown, the next first.
    func windows(of series: Record) -> [Record] {
        maintenance.filter { $0.seriesWindow != nil && $0.path == series.path }.reversed()
    }

    /// Returns the series that a window belongs to; `nil` if there is none.
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

    /// Whether to show how long it lasts: of maintenance that was cancelled or never ran, readers see only the times.
    func hasLength(at now: Instant) -> Bool { self.phase(at: now) != .cancelled && !self.neverRan }

    /// The end of maintenance that readers see; its start if nothing states an end.
    var shownEnd: Instant { actualOrPlannedEnd ?? begins }
}

private extension Harm {
    init(of incident: IncidentFacts, to components: Set<Component.Index>) {
        let worst = incident.effects(on: components).map(\.status).max() ?? .operational
        self.init(worst, severity: incident.currentSeverity, beganAt: incident.begins)
    }
}
