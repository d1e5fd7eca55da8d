import Reliability
import StatusModel

/// An incident, maintenance or an announcement that has begun, as histories list them side by side.
struct Occurrence: Sendable {
    let kind: Kind
    let slug: String
    let title: String
    /// Whether it is the team's alone.
    let isInternal: Bool
    /// The highest severity that an incident reached.
    let severity: Severity.Rank?
    /// Its phase; a notice has none.
    let phase: Phase?
    /// When it began.
    let startsAt: Instant
    /// When its effect ended; nothing while it lasts.
    let endsAt: Instant?
    /// The statuses it gave components.
    let effects: [Effect]

    /// Which kind of record it is.
    enum Kind: Sendable {
        case incident
        case maintenance
        case notice
    }

    /// A status other than operational that a component had, be it for no time.
    struct Effect: Sendable {
        let component: Component.Index
        let status: ComponentStatus
        let range: TimeRange
    }
}

extension Occurrence {
    /// The worst status it gave any component.
    var worst: ComponentStatus? { effects.map(\.status).max() }

    /// The affected components, each once, in the page's order.
    var components: [Component.Index] { Set(effects.map(\.component)).sorted() }

    /// The days on which it began or was felt, the oldest first.
    func days(in zone: Zone) -> [Day] {
        var days = [zone.day(of: startsAt)]
        for range in effects.map(\.range).sorted(by: { $0.from < $1.from }) {
            let last = zone.day(of: max(range.from, range.to - 1))
            var day = max(zone.day(of: range.from), days.last.map { $0.advanced(by: 1) } ?? last)
            while day <= last {
                days.append(day)
                day = day.advanced(by: 1)
            }
        }
        return days
    }

    /// All records of the page that have begun, newest first by start, then by slug.
    static func all(of page: StatusPage, now: Instant) -> [Occurrence] {
        let all =
            page.incidents.map { Occurrence($0, now: now) }
            + page.maintenance.filter { $0.startsAt <= now }.map { Occurrence($0, now: now) }
            + page.notices.map(Occurrence.init)
        return all.sorted { ($1.startsAt, $0.slug) < ($0.startsAt, $1.slug) }
    }
}

extension Occurrence {
    init(_ incident: Incident, now: Instant) {
        let timeline = IncidentTimeline(of: incident, now: now)
        (kind, slug, title) = (.incident, incident.record.slug, incident.record.title)
        isInternal = incident.record.visibility == .internal
        (severity, phase) = (incident.highestSeverity, incident.phase)
        startsAt = incident.startedAt
        endsAt = timeline.restoredAt ?? incident.resolvedAt
        effects = timeline.spans.map { Effect(component: $0.component, status: $0.status, range: $0.range) }
    }

    init(_ window: MaintenanceWindow, now: Instant) {
        (kind, slug, title) = (.maintenance, window.record.slug, window.record.title)
        isInternal = window.record.visibility == .internal
        (severity, phase) = (nil, window.phase(at: now))
        startsAt = window.startsAt
        let hasEnded = window.endsAt.map { $0 <= now } ?? false
        endsAt = hasEnded ? window.shownEnd : nil
        let range = TimeRange(from: startsAt, to: min(window.endsAt ?? now, now))
        effects = window.components
            .filter { $0.status != .operational && !range.isEmpty }
            .map { Effect(component: $0.component, status: $0.status, range: range) }
    }

    init(_ notice: Notice) {
        (kind, slug, title) = (.notice, notice.record.slug, notice.record.title)
        isInternal = notice.record.visibility == .internal
        (severity, phase) = (nil, nil)
        (startsAt, endsAt) = (notice.from, notice.until)
        effects = []
    }
}
