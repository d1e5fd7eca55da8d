public import StatusModel

/// The facts of one incident up to an instant, determined once for all their uses.
public struct IncidentFacts: Sendable {
    /// The incident.
    public let record: Record
    /// The phase of the work.
    public let phase: Phase
    /// The highest severity that it reached, by which it is judged.
    public let severity: Severity.Rank
    /// Its current severity.
    public let currentSeverity: Severity.Rank
    /// Its effect on components.
    public let timeline: IncidentTimeline
    /// Its response times.
    public let times: ResponseTimes
    /// The instant at which it was finally resolved; `nil` while it is open.
    public let resolvedAt: Instant?
    /// The seconds during which it affected any component.
    public let affectedSeconds: Int
    /// Whether it was open again after it had been resolved.
    public let isReopened: Bool

    /// Collects the facts by `now`; `nil` if the record is not an incident.
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
    /// The instant at which it began.
    public var begins: Instant { record.from }

    /// The instant at which its effect ended; `nil` while it continues.
    public var ends: Instant? { timeline.restoredAt ?? resolvedAt }

    /// The instant at which it was fixed: the first MONITORING, or the end of the impact if that was earlier.
    public var mitigatedAt: Instant? { record.mitigatedAt(restoredAt: timeline.restoredAt) }

    /// Returns the seconds during which it affected any component; if it still does, up to the instant.
    func affectedSeconds(asOf end: Instant) -> Int {
        timeline.restoredAt == nil ? timeline.affectedSeconds(asOf: end) : affectedSeconds
    }

    /// Whether it is not resolved.
    public var isOpen: Bool { phase != .resolved }
}

extension ArraySlice<IncidentFacts> {
    /// Removes and returns the facts of the record if they come next: records and facts are in the same order, and a
    /// record may have no facts.
    public mutating func take(of record: Record) -> IncidentFacts? {
        first?.record.slug == record.slug ? popFirst() : nil
    }
}

extension IncidentFacts {
    /// Returns its current effects on those of the given components, which are the ones in service.
    public func effects(on components: Set<Component.Index>) -> [IncidentTimeline.Span] {
        timeline.spans.filter { $0.isOpen && components.contains($0.component) }
    }
}
