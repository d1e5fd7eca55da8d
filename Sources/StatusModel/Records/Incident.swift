/// Something that went wrong.
public struct Incident: Sendable {
    /// Its file, text and updates.
    public var record: Record
    /// The severity it was declared with; updates may change it.
    public var severity: Severity.Rank
    /// The components' statuses from the start on.
    public var components: [StatusChange]
    /// When the impact began.
    public var startedAt: Instant
    /// When someone or something noticed.
    public var detectedAt: Instant?
    /// When a person took it on.
    public var acknowledgedAt: Instant?
    /// When the impact ended, where the front matter says so.
    public var endedAt: Instant?
    /// The updates that came before the first one that this audience may read, without their words: what they
    /// did to components counts all the same. Empty until the page is cut for its readers.
    public internal(set) var untoldUpdates: [Update] = []

    /// Makes an incident.
    public init(record: Record, severity: Severity.Rank, components: [StatusChange] = [], startedAt: Instant)
    {
        (self.record, self.severity, self.components) = (record, severity, components)
        self.startedAt = startedAt
    }
}

extension Incident {
    /// How far the work has come. Without updates: investigating, or resolved once `ended` is given.
    public var phase: Phase {
        record.updates.last?.phase ?? (endedAt == nil ? .investigating : .resolved)
    }

    /// Whether people are still at work on it.
    public var isOpen: Bool { phase != .resolved }

    /// When it was resolved for good: the first of the last run of RESOLVED; `ended` where there are no
    /// updates; nothing while it is open.
    public var resolvedAt: Instant? {
        guard !isOpen else { return nil }
        guard !record.updates.isEmpty else { return endedAt }
        let before = record.updates.indices.last { record.updates[$0].phase != .resolved }
        return record.updates[before.map { $0 + 1 } ?? 0].at
    }

    /// When the public first heard of it: the first update.
    public var noticedAt: Instant? { record.updates.first?.at }

    /// When the cause was known: the first IDENTIFIED.
    public var identifiedAt: Instant? { record.firstUpdate(in: .identified) }

    /// When it was mended: the first MONITORING.
    public var mitigatedAt: Instant? { record.firstUpdate(in: .monitoring) }

    /// What the policy's limits count from: the detection, else the start.
    public var clockStartsAt: Instant { detectedAt ?? startedAt }

    /// What is said of its components before the first update that this audience may read.
    public var declaredAtFirst: [StatusChange] { components + untoldUpdates.flatMap { $0.changes } }

    /// The highest severity it reached: what it is judged by.
    public var highestSeverity: Severity.Rank {
        record.updates.reduce(severity) { highest, update in
            update.severity.map { min(highest, $0) } ?? highest
        }
    }

    /// The severity that it has now: the last that an update gave it, else the one it was declared with.
    public var currentSeverity: Severity.Rank { record.lastStated { $0.severity } ?? severity }
}

extension Record {
    /// When an update first reported the phase.
    fileprivate func firstUpdate(in phase: Phase) -> Instant? {
        self.updates.indices.first { self.updates[$0].phase == phase }.map { self.updates[$0].at }
    }
}
