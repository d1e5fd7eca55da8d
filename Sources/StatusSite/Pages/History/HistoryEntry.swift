import Reliability
import StatusModel

/// An incident, maintenance or a notice that has begun, as an entry of histories that list all of them together.
struct HistoryEntry: Sendable {
    let record: Record
    /// The highest severity that an incident reached.
    let severity: Severity.Rank?
    /// Its phase; `nil` for a notice.
    let phase: Phase?
    /// The instant at which it began.
    let startsAt: Instant
    /// The instant at which its effect ended; `nil` while it lasts.
    let endsAt: Instant?
    /// The statuses that it gave components.
    let effects: [Effect]

    /// A status other than operational that a component had, possibly for no time.
    struct Effect: Sendable {
        let component: Component.Index
        let status: ComponentStatus
        let range: TimeRange
    }
}

extension HistoryEntry {
    /// The worst status that it gave any component.
    var worst: ComponentStatus? { effects.map(\.status).max() }

    /// The affected components, each once, in the page's order.
    var components: [Component.Index] { Set(effects.map(\.component)).sorted() }

    /// The affected components, each once: those with the worst status first, then in the page's order.
    var componentsByHarm: [Component.Index] {
        effects.reduce(into: [Component.Index: ComponentStatus]()) { worst, effect in
            worst[effect.component] = max(worst[effect.component] ?? .operational, effect.status)
        }
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map(\.key)
    }

    /// Returns the days on which it began or had an effect, the oldest first.
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

    /// Returns all records of the page that have begun, newest first by start, then by slug.
    static func all(of page: StatusPage, _ history: StatusHistory) -> [HistoryEntry] {
        var incidents = history.incidents[...]
        return page.records.compactMap { record in
            if record.kind == .incident { return incidents.take(of: record).map(HistoryEntry.init) }
            return record.begins <= history.now ? HistoryEntry(record, now: history.now) : nil
        }
    }
}

extension HistoryEntry {
    init(_ incident: IncidentFacts) {
        record = incident.record
        severity = incident.severity
        phase = incident.phase
        startsAt = incident.begins
        endsAt = incident.ends
        effects = incident.timeline.spans.map {
            Effect(component: $0.component, status: $0.status, range: $0.range)
        }
    }

    /// Makes an entry for maintenance or a notice.
    private init(_ record: Record, now: Instant) {
        self.record = record
        severity = nil
        phase = record.phase(at: now)
        startsAt = record.begins
        let end = record.closesAt ?? .distantFuture
        endsAt = record.kind == .notice ? record.until : end <= now ? record.shownEnd : nil
        let range = TimeRange(from: record.begins, to: min(end, now))
        effects = record.maintenanceStatuses
            .filter { $0.status != .operational && !range.isEmpty }
            .map { Effect(component: $0.component, status: $0.status, range: range) }
    }
}
