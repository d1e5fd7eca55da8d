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

    /// When it was mended as far as its updates say: the first MONITORING.
    public var monitoringAt: Instant? { firstUpdate(in: .monitoring) }

    /// The unbroken runs in which it was open: from the start on, and again from each update that reopened it. Each ends with
    /// the RESOLVED that follows, and the last one of an open incident has no end.
    public var runs: [(from: Instant, to: Instant?)] {
        guard !self.updates.isEmpty else { return [(self.from, self.until)] }
        var runs: [(from: Instant, to: Instant?)] = [(self.from, nil)]
        for update in self.updates {
            let isOver = runs[runs.count - 1].to != nil
            if update.phase == .resolved {
                if !isOver { runs[runs.count - 1].to = update.at }
            } else if runs[runs.count - 1].to == update.at {
                runs[runs.count - 1].to = nil
            } else if isOver {
                runs.append((update.at, nil))
            }
        }
        return runs
    }

    /// Whether the team took an incident for resolved and had to go on.
    public var isReopened: Bool { runs.count > 1 }

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

    /// Who was called in, by the front matter and by updates, the earliest first; whom both name once, at the earlier time.
    public var allEscalations: [MadeEscalation] {
        let told = self.updates.flatMap { update in
            update.escalatedTo.map { MadeEscalation(of: $0, at: update.at) }
        }
        guard !told.isEmpty || !self.escalations.isEmpty else { return [] }
        var met: Set<String> = []
        return (self.escalations + told).enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
            .filter { met.insert(Detail.key(of: $0.people)).inserted }
    }

    /// When an update first reported the phase.
    private func firstUpdate(in phase: Phase) -> Instant? {
        self.updates.first { $0.phase.counted == phase }?.at
    }
}
