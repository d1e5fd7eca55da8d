/// Facts of an incident that follow from its updates and times.
extension Record {
    /// Whether it is an incident that is not resolved.
    public var isOpen: Bool { self.kind == .incident && incidentPhase != .resolved }

    /// The phase of the work.
    ///
    /// Without updates: investigating, or resolved if `ended` is given.
    var incidentPhase: Phase {
        self.updates.last?.phase ?? (self.until == nil ? .investigating : .resolved)
    }

    /// The instant at which an incident was finally resolved; `nil` while it is open.
    ///
    /// That is the first of the last run of RESOLVED updates, or `ended` if there are no updates.
    public var resolvedAt: Instant? {
        guard self.kind == .incident, !isOpen else { return nil }
        guard !self.updates.isEmpty else { return self.until }
        let before = self.updates.indices.last { self.updates[$0].phase != .resolved }
        return self.updates[before.map { $0 + 1 } ?? 0].at
    }

    /// The instant of the first update, by which the public first heard of it.
    public var noticedAt: Instant? { self.updates.first?.at }

    /// The instant at which the cause was known: the first IDENTIFIED.
    public var identifiedAt: Instant? { firstUpdate(in: .identified) }

    /// The instant at which it was fixed, by its updates: the first MONITORING.
    public var monitoringAt: Instant? { firstUpdate(in: .monitoring) }

    /// The unbroken runs in which it was open: from the start on, and again from each update that reopened it.
    ///
    /// Each ends with the next RESOLVED; the last run of an open incident has no end.
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

    /// Whether the incident was open again after it had been resolved.
    public var isReopened: Bool { runs.count > 1 }

    /// The instant from which the policy's limits count: the detection, or else the start.
    public var clockStartsAt: Instant { self.detectedAt ?? self.from }

    /// The highest severity that an incident reached, by which it is judged.
    public var highestSeverity: Severity.Rank? {
        self.severity.map { declared in
            self.updates.reduce(declared) { highest, update in
                update.severity.map { min(highest, $0) } ?? highest
            }
        }
    }

    /// The current severity of an incident: the last that an update gave it, or else the one that it was declared with.
    public var currentSeverity: Severity.Rank? { lastStated { $0.severity } ?? self.severity }

    /// The people who were called in, by the front matter and by updates, earliest first.
    ///
    /// If both name the same ones, they appear once, at the earlier time.
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

    /// Returns the instant at which an update first reported the phase.
    private func firstUpdate(in phase: Phase) -> Instant? {
        self.updates.first { $0.phase.counted == phase }?.at
    }
}
