/// An item of the checklists of an incident's severity, and how it stands.
public struct ChecklistItem: Hashable, Sendable {
    /// Its place in all that the severity asks for, from 1: it stays the same as items are ticked.
    public let number: Int
    /// The stage whose list has it.
    public let stage: Checklist.Stage
    /// What is to be seen to, with its marks.
    public let prose: InlineProse
    /// Whether the record says that it was.
    public let isDone: Bool
    /// Whether its time has come.
    public let isAskedFor: Bool

    /// Makes an item.
    public init(
        _ number: Int, _ stage: Checklist.Stage, _ prose: InlineProse, isDone: Bool, isAskedFor: Bool
    ) {
        (self.number, self.stage, self.prose) = (number, stage, prose)
        (self.isDone, self.isAskedFor) = (isDone, isAskedFor)
    }

    /// What is to be seen to, in the policy's words: ticks name it by them.
    public var text: String { prose.source }

    /// Whether it should have been done by now.
    public var isOwed: Bool { isAskedFor && !isDone && Checklist.owes(text) }
}

extension [ChecklistItem] {
    /// The items stage by stage, in their order.
    public var byStage: [(stage: Checklist.Stage, items: [ChecklistItem])] {
        Checklist.Stage.allCases.compactMap { stage in
            let items = filter { $0.stage == stage }
            return items.isEmpty ? nil : (stage, items)
        }
    }

    /// How many are done of those that have to be, and how many others are open, which may not be needed.
    public var tally: (done: Int, total: Int, ifNeeded: Int) {
        let items = filter { Checklist.owes($0.text) }
        let open = count { !$0.isDone && !Checklist.owes($0.text) }
        return (items.count(where: \.isDone), items.count, open)
    }
}

extension Record {
    /// What the severity's checklists ask of the incident, which was cut at `now`; nothing of other records.
    ///
    /// - Parameter zone: the site's, in which the post-mortem is published on a day.
    public func checklist(of severity: Severity, in zone: Zone, at now: Instant) -> [ChecklistItem] {
        guard self.kind == .incident else { return [] }
        let ticked = Set(self.tickedItems.map { $0.lowercased() })
        var items: [ChecklistItem] = []
        for checklist in severity.checklists {
            let askedAt = askedAt(checklist.stage, by: severity, in: zone)
            let isAskedFor = askedAt.map { $0 <= now } ?? false
            for prose in checklist.proses {
                let isDone = ticked.contains(prose.source.lowercased())
                items.append(
                    ChecklistItem(
                        items.count + 1, checklist.stage, prose, isDone: isDone, isAskedFor: isAskedFor))
            }
        }
        return items
    }

    /// What the severity's checklists still ask for of the incident, which was cut at `now`, stage by stage, with the
    /// instant from which on they ask. Where nothing is ticked, that ends ``daysOfReminding`` after the resolution, or after
    /// what came later.
    ///
    /// - Parameter zone: the site's, in which the post-mortem is published on a day.
    public func owedChecklists(
        of severity: Severity, in zone: Zone, at now: Instant
    ) -> [(stage: Checklist.Stage, items: [ChecklistItem], askedAt: Instant)] {
        checklist(of: severity, in: zone, at: now).byStage.compactMap { stage, items in
            let owed = items.filter(\.isOwed)
            guard !owed.isEmpty, let askedAt = askedAt(stage, by: severity, in: zone) else { return nil }
            if self.tickedItems.isEmpty, let resolvedAt,
                max(resolvedAt, askedAt) + Self.daysOfReminding * 86_400 < now
            {
                return nil
            }
            return (stage, owed, askedAt)
        }
    }

    /// For how many days the team is reminded of what nobody has touched. What lies longer is no slip any more, and a history
    /// that was brought along is full of it.
    public static let daysOfReminding = 90

    /// From when on a stage's items are asked for; `nil` if nothing has happened yet that makes them due.
    ///
    /// A phase is left by the first update in a later one: going back to it asks for nothing anew. What belongs to the
    /// resolution waits for it, in an incident that was opened again for the next one.
    public func askedAt(_ stage: Checklist.Stage, by severity: Severity, in zone: Zone) -> Instant? {
        switch stage {
        case .investigating, .identified:
            updateLeaving(stage).map { self.updates[$0].at } ?? resolvedAt
        case .monitoring, .resolved: resolvedAt
        case .after: afterAskedAt(by: severity, in: zone)
        }
    }

    /// The place of the update that left the stage's phase; `nil` if none did, or if the stage is no open phase.
    public func updateLeaving(_ stage: Checklist.Stage) -> Int? {
        let later: Set<Phase>
        switch stage {
        case .investigating: later = [.identified, .monitoring, .resolved]
        case .identified: later = [.monitoring, .resolved]
        case .monitoring, .resolved, .after: return nil
        }
        return self.updates.firstIndex { later.contains($0.phase.counted) }
    }

    /// Once the post-mortem is published, or else once a required one is late.
    private func afterAskedAt(by severity: Severity, in zone: Zone) -> Instant? {
        guard let resolvedAt else { return nil }
        let duty = severity.postMortem.flatMap { $0.isRequired ? $0 : nil }
        let lateAt = duty?.within.map { resolvedAt + $0 + 1 }
        let publishedAt = self.postMortem?.publishedOn.map(zone.start(of:))
        return [lateAt, publishedAt].compactMap { $0 }.min().map { max($0, resolvedAt) }
    }
}
