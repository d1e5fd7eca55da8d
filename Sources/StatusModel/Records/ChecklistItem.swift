/// An item of the checklists of an incident's severity, and whether it is due and done.
public struct ChecklistItem: Hashable, Sendable {
    /// Its number among all items that the severity asks for, from 1.
    ///
    /// It stays the same as items are ticked.
    public let number: Int
    /// The stage whose list contains it.
    public let stage: Checklist.Stage
    /// The task, with its marks.
    public let prose: InlineProse
    /// Whether the record says that it is done.
    public let isDone: Bool
    /// Whether the item is asked for by now.
    public let isAskedFor: Bool

    /// Makes an item.
    public init(
        _ number: Int, _ stage: Checklist.Stage, _ prose: InlineProse, isDone: Bool, isAskedFor: Bool
    ) {
        (self.number, self.stage, self.prose) = (number, stage, prose)
        (self.isDone, self.isAskedFor) = (isDone, isAskedFor)
    }

    /// The task in the policy's words, by which ticks name it.
    public var text: String { prose.source }

    /// Whether it should have been done by now.
    public var isOwed: Bool { isAskedFor && !isDone && Checklist.owes(text) }
}

extension [ChecklistItem] {
    /// The items by stage, in their order.
    public var byStage: [(stage: Checklist.Stage, items: [ChecklistItem])] {
        Checklist.Stage.allCases.compactMap { stage in
            let items = filter { $0.stage == stage }
            return items.isEmpty ? nil : (stage, items)
        }
    }

    /// The number of required items that are done, of all required items, and of open ones that may not be needed.
    public var tally: (done: Int, total: Int, ifNeeded: Int) {
        let items = filter { Checklist.owes($0.text) }
        let open = count { !$0.isDone && !Checklist.owes($0.text) }
        return (items.count(where: \.isDone), items.count, open)
    }
}

extension Record {
    /// Returns the items of the severity's checklists for an incident that was cut at `now`; none for other records.
    ///
    /// - Parameter zone: the site's zone, in which the day of the post-mortem's publication begins.
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

    /// Returns the items that the severity's checklists still ask for, by stage, with the instant since which they are
    /// due.
    ///
    /// The incident was cut at `now`. If nothing is ticked, items are due for no longer than ``daysOfReminding`` after
    /// the resolution, or after a later instant at which they became due.
    ///
    /// - Parameter zone: the site's zone, in which the day of the post-mortem's publication begins.
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

    /// The number of days for which the team is reminded of something that nobody has touched.
    ///
    /// What is older is hardly an oversight, and imported histories are full of it.
    public static let daysOfReminding = 90

    /// Returns the instant from which on a stage's items are asked for, or `nil` if nothing has made them due yet.
    ///
    /// A phase is left by the first update in a later one: an incident that returns to it asks for nothing again. The
    /// items of the resolution wait for it; in an incident that was reopened, for the next resolution.
    public func askedAt(_ stage: Checklist.Stage, by severity: Severity, in zone: Zone) -> Instant? {
        switch stage {
        case .investigating, .identified:
            updateLeaving(stage).map { self.updates[$0].at } ?? resolvedAt
        case .monitoring, .resolved: resolvedAt
        case .after: afterAskedAt(by: severity, in: zone)
        }
    }

    /// Returns the place of the update that left the stage's phase, or `nil` if none did, or if the stage is not an
    /// open phase.
    public func updateLeaving(_ stage: Checklist.Stage) -> Int? {
        let later: Set<Phase>
        switch stage {
        case .investigating: later = [.identified, .monitoring, .resolved]
        case .identified: later = [.monitoring, .resolved]
        case .monitoring, .resolved, .after: return nil
        }
        return self.updates.firstIndex { later.contains($0.phase.counted) }
    }

    /// Returns the earlier of the publication of the post-mortem and, if it is required, the moment when it is late,
    /// but not before the resolution.
    private func afterAskedAt(by severity: Severity, in zone: Zone) -> Instant? {
        guard let resolvedAt else { return nil }
        let duty = severity.postMortem.flatMap { $0.isRequired ? $0 : nil }
        let lateAt = duty?.within.map { resolvedAt + $0 + 1 }
        let publishedAt = self.postMortem?.publishedOn.map(zone.start(of:))
        return [lateAt, publishedAt].compactMap { $0 }.min().map { max($0, resolvedAt) }
    }
}
