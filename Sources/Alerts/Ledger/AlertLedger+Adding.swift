public import StatusModel

extension AlertLedger {
    /// Adds what a delivery reports about alerts that a rule matches, and the ends of known alerts, even if no rule
    /// matches them.
    ///
    /// An alert's labels may have changed since it began.
    ///
    /// - Parameters:
    ///   - delivery: the delivery.
    ///   - rules: the rules of the site.
    ///   - now: the instant of this run, which is the time of detection of new alerts.
    ///   - isSnapshot: whether the delivery lists all alerts that are firing now at its ``Delivery/listedSources``.
    ///     Then, open episodes of these sources that it lacks are noted as absent, and end when two snapshots at least
    ///     two minutes apart agree.
    public mutating func add(
        _ delivery: Delivery,
        by rules: AlertRules,
        at now: Instant,
        isSnapshot: Bool = false
    ) -> AlertIntake {
        var intake = Intake(senders: Set(rows.keys.map(\.sender)).union(looseEnds.keys))
        for fact in delivery.facts where !fact.isSuppressed {
            add(fact, matching: rules.match(fact).map(rules.name(ofRuleAt:)), at: now, to: &intake)
        }
        if isSnapshot { note(delivery, asAllThatFiresAt: now, in: &intake) }
        return AlertIntake(
            isNew: intake.isNew,
            touched: intake.touched.union(episodes(endedBy: intake.ends)),
            unmatched: intake.unmatched
        )
    }

    /// The state of adding one delivery.
    private struct Intake {
        /// The known alerts.
        var senders: Set<AlertSender>
        var isNew = false
        var touched: Set<AlertEpisode.ID> = []
        var ends: [(sender: AlertSender, at: Instant)] = []
        var unmatched: [AlertFact] = []
    }

    private mutating func add(
        _ fact: AlertFact,
        matching rule: LedgerRow.RuleName?,
        at now: Instant,
        to intake: inout Intake
    ) {
        let sender = fact.sender
        if let id = fact.id, let rule = rule ?? rows[id]?.rule {
            let before = rows[id]
            let row = LedgerRow(
                endedAt: fact.endedAt,
                detectedAt: now,
                acknowledgedAt: fact.acknowledgedAt,
                rule: rule
            )
            join(row, to: id)
            intake.isNew = intake.isNew || rows[id] != before
            intake.touched.insert(id)
            intake.senders.insert(sender)
        } else if fact.id == nil, let end = fact.endedAt, rule != nil || intake.senders.contains(sender) {
            intake.isNew = intake.isNew || looseEnds[sender]?.contains(end) != true
            insertEnd(end, of: sender)
            intake.ends.append((sender, end))
            intake.senders.insert(sender)
        } else {
            intake.unmatched.append(fact)
        }
    }

    /// Notes which open episodes a list of all firing alerts includes again, and which it lacks.
    private mutating func note(_ delivery: Delivery, asAllThatFiresAt now: Instant, in intake: inout Intake) {
        let listed = Set(delivery.facts.compactMap(\.id))
        for (sender, starts) in starts where delivery.listedSources.contains(sender.source) {
            let ends = ends(of: sender, startingAt: starts)
            for startedAt in starts where startedAt <= now && ends.byStart[startedAt] == nil {
                let id = AlertEpisode.ID(source: sender.source, key: sender.key, startedAt: startedAt)
                guard let before = rows[id], before.endedAt == nil else { continue }
                changeAbsence(of: id) { listed.contains(id) ? $0.see(at: now) : $0.miss(at: now) }
                guard rows[id] != before else { continue }
                intake.isNew = true
                intake.touched.insert(id)
            }
        }
    }

    /// Returns the known episodes to which ends without a start belong.
    private func episodes(endedBy ends: [(sender: AlertSender, at: Instant)]) -> [AlertEpisode.ID] {
        guard !ends.isEmpty else { return [] }
        let starts = starts
        return ends.compactMap { sender, at in
            starts[sender]?.last(notAfter: at)
                .map { AlertEpisode.ID(source: sender.source, key: sender.key, startedAt: $0) }
        }
    }
}

extension [Instant] {
    /// Returns the latest instant that is not after another.
    ///
    /// The instants must be in order.
    fileprivate func last(notAfter instant: Instant) -> Instant? {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] <= instant { low = middle + 1 } else { high = middle }
        }
        return low == startIndex ? nil : self[low - 1]
    }
}

/// The result of adding a delivery to the ledger.
public struct AlertIntake: Sendable {
    /// Whether the delivery added anything new.
    public let isNew: Bool
    /// The episodes that the delivery is about, whether or not it says anything new about them.
    public let touched: Set<AlertEpisode.ID>
    /// Facts that were left out, because no rule matches them and the ledger has no such alert.
    public let unmatched: [AlertFact]
}
