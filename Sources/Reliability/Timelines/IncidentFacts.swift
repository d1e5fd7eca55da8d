public import StatusModel

/// The facts of one incident up to an instant, worked out once for all that tell of it.
public struct IncidentFacts: Sendable {
    /// The incident.
    public let record: Record
    /// How far the work has come.
    public let phase: Phase
    /// The highest severity that it reached: what it is judged by.
    public let severity: Severity.Rank
    /// The severity that it has now.
    public let currentSeverity: Severity.Rank
    /// What it did to which component.
    public let timeline: IncidentTimeline
    /// How quickly it was met.
    public let times: ResponseTimes
    /// When it was resolved for good; `nil` while it is open.
    public let resolvedAt: Instant?
    /// The seconds during which it affected any component.
    public let affectedSeconds: Int
    /// Whether the team took it for resolved and had to go on.
    public let isReopened: Bool

    /// Gathers the facts by `now`; `nil` if the record is no incident.
    public init?(of record: Record, now: Instant) {
        guard let phase = record.phase(at: now), let severity = record.highestSeverity,
            let currentSeverity = record.currentSeverity, record.kind == .incident
        else { return nil }
        self.record = record
        self.phase = phase
        self.severity = severity
        self.currentSeverity = currentSeverity
        timeline = IncidentTimeline(of: record, now: now)
        resolvedAt = record.resolvedAt
        times = ResponseTimes(of: record, restoredAt: timeline.restoredAt)
        affectedSeconds = timeline.affectedSeconds()
        isReopened = record.isReopened
    }
}

extension IncidentFacts {
    /// When it began.
    public var begins: Instant { record.from }

    /// When its effect ended; `nil` while it lasts.
    public var ends: Instant? { timeline.restoredAt ?? resolvedAt }

    /// When it was mended: with the first MONITORING, or with the end of the impact where that came before.
    public var mitigatedAt: Instant? { record.mitigatedAt(restoredAt: timeline.restoredAt) }

    /// The seconds during which it affected any component; one that still lasts counts up to the instant.
    func affectedSeconds(asOf end: Instant) -> Int {
        timeline.restoredAt == nil ? timeline.affectedSeconds(asOf: end) : affectedSeconds
    }

    /// Whether people are still at work on it.
    public var isOpen: Bool { phase != .resolved }
}

extension ArraySlice<IncidentFacts> {
    /// The facts of the record, if they are the next ones: records and facts are in the same order, and a record may have
    /// none.
    public mutating func take(of record: Record) -> IncidentFacts? {
        first?.record.slug == record.slug ? popFirst() : nil
    }
}

extension IncidentFacts {
    /// What it still does to those of the components: the ones in service.
    public func effects(on components: Set<Component.Index>) -> [IncidentTimeline.Span] {
        timeline.spans.filter { $0.isOpen && components.contains($0.component) }
    }
}
