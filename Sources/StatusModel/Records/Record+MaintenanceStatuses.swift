/// The components that maintenance affects, and how they differ from what was announced.
extension Record {
    /// The components that maintenance names, with the status that it gives each, first by its front matter, then by
    /// its updates.
    ///
    /// Until the maintenance begins, the latest status counts, and an update that makes a component operational removes
    /// it; from then on, the worst status counts, like in a history. A component that the front matter makes operational
    /// is involved, but not affected.
    public var maintenanceStatuses: [StatusChange] {
        guard self.updates.contains(where: { !$0.changes.isEmpty }) else { return self.components }
        let begins = begins
        var statuses = self.components
        var places = Dictionary(zip(statuses.map(\.component), statuses.indices)) { first, _ in first }
        var removed: Set<Component.Index> = []
        for update in self.updates {
            let isPlan = update.at < begins
            for change in update.changes {
                if change.status != .operational {
                    removed.remove(change.component)
                } else if isPlan {
                    removed.insert(change.component)
                }
                guard let place = places[change.component] else {
                    places[change.component] = statuses.count
                    statuses.append(StatusChange(change.component, change.status))
                    continue
                }
                statuses[place].status = isPlan ? change.status : max(statuses[place].status, change.status)
            }
        }
        return removed.isEmpty ? statuses : statuses.filter { !removed.contains($0.component) }
    }

    /// Returns the components that maintenance affects now but did not in an earlier version, with their status, and
    /// then those that it no longer affects, as operational.
    ///
    /// - Parameter earlier: the earlier version, with its components given by their current places.
    public func changedMaintenanceStatuses(since earlier: Record) -> [StatusChange] {
        let affected = { (record: Record) in record.maintenanceStatuses.filter { $0.status != .operational } }
        let (now, before) = (affected(self), affected(earlier))
        let (known, left) = (Set(before.map(\.component)), Set(now.map(\.component)))
        return now.filter { !known.contains($0.component) }
            + before.filter { !left.contains($0.component) }.map { StatusChange($0.component, .operational) }
    }

    /// Returns such changes if an update of the earlier version announced the maintenance, it is not over, and no
    /// update was written since.
    ///
    /// - Parameter now: the instant.
    public func unwrittenStatuses(since earlier: Record, at now: Instant) -> [StatusChange] {
        guard self.kind == .maintenance, !earlier.updates.isEmpty, phase(at: now)?.isFinal == false,
            UpdatePairs(self.updates, since: earlier.updates).added.isEmpty
        else { return [] }
        return changedMaintenanceStatuses(since: earlier)
    }

    /// Returns the record with an update added that nobody wrote, as its latest or the latest about its whole series.
    ///
    /// - Parameters:
    ///   - instant: the update's time, unless it is before the existing updates.
    ///   - prose: the update's text.
    ///   - changes: the components whose status changes with the update.
    public func addingUnwrittenUpdate(
        at instant: Instant, saying prose: Prose, changing changes: [StatusChange]
    ) -> Record {
        var record = self
        let place = self.seriesWindow?.sharedUpdates ?? self.updates.count
        let former = self.updates.prefix(place).last
        var update = Update(
            phase: former?.phase ?? .scheduled, at: max(instant, former?.at ?? instant), prose: prose,
            keepsPhase: true)
        update.changes = changes
        record.updates.insert(update, at: place)
        record.seriesWindow = self.seriesWindow.map {
            SeriesWindow(day: $0.day, isFirst: true, sharedUpdates: place + 1, news: $0.news)
        }
        return record
    }
}
