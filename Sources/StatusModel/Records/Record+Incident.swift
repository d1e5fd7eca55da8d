/// What an incident's updates and times come to.
extension Record {
    /// Whether it is an incident that people are still at work on.
    public var isOpen: Bool { self.kind == .incident && incidentPhase != .resolved }

    /// How far the work has come. Without updates: investigating, or resolved once `ended` is given.
    var incidentPhase: Phase {
        self.updates.last?.phase ?? (self.until == nil ? .investigating : .resolved)
    }

    /// When an incident was resolved for good: the first of the last run of RESOLVED; `ended` where there are no
    /// updates; `nil` while it is open.
    public var resolvedAt: Instant? {
        guard self.kind == .incident, !isOpen else { return nil }
        guard !self.updates.isEmpty else { return self.until }
        let before = self.updates.indices.last { self.updates[$0].phase != .resolved }
        return self.updates[before.map { $0 + 1 } ?? 0].at
    }

    /// When the public first heard of it: the first update.
    public var noticedAt: Instant? { self.updates.first?.at }

    /// When the cause was known: the first IDENTIFIED.
    public var identifiedAt: Instant? { firstUpdate(in: .identified) }

    /// When it was mended: the first MONITORING.
    public var mitigatedAt: Instant? { firstUpdate(in: .monitoring) }

    /// What the policy's limits count from: the detection, else the start.
    public var clockStartsAt: Instant { self.detectedAt ?? self.from }

    /// The highest severity that an incident reached: what it is judged by.
    public var highestSeverity: Severity.Rank? {
        self.severity.map { declared in
            self.updates.reduce(declared) { highest, update in
                update.severity.map { min(highest, $0) } ?? highest
            }
        }
    }

    /// The severity that an incident has now: the last that an update gave it, else the one it was declared with.
    public var currentSeverity: Severity.Rank? { lastStated { $0.severity } ?? self.severity }

    /// When an update first reported the phase.
    private func firstUpdate(in phase: Phase) -> Instant? {
        self.updates.first { $0.phase == phase }?.at
    }
}
