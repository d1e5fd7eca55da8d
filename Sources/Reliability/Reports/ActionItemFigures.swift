public import StatusModel

/// The action items in the post-mortems of a period's incidents.
public struct ActionItemFigures: Sendable, Hashable {
    /// The number of items that are done.
    public internal(set) var done = 0
    /// The items that are not done: overdue ones first, by the day on which they are due, then those without a day.
    public internal(set) var pending: [Pending] = []
    /// The numbers by owner, in the order of the bytes of their names, with items without an owner last; empty for the
    /// public.
    public internal(set) var byOwner: [OwnerRow] = []

    /// An action item that is not done.
    public struct Pending: Sendable, Hashable {
        /// The place of its incident in ``PeriodReport/allIncidents``.
        public let incident: Int
        /// The action item.
        public let item: ActionItem
        /// Whether it is overdue.
        public let isOverdue: Bool
    }

    /// An owner's action items.
    public struct OwnerRow: Sendable, Hashable {
        /// The owner; `nil` for items without one.
        public let owner: String?
        /// The number of items that are done.
        public internal(set) var done = 0
        /// The number of items that are not done, without overdue ones.
        public internal(set) var open = 0
        /// The number of items that are overdue.
        public internal(set) var overdue = 0
    }

    /// The number of items that are not done, without overdue ones.
    public var open: Int { pending.count - overdue }
    /// The number of items that are overdue.
    public var overdue: Int { pending.count { $0.isOverdue } }
}

extension ActionItemFigures {
    mutating func add(_ item: ActionItem, of incident: Int, today: Day, withOwners: Bool) {
        let isOverdue = !item.isDone && item.dueOn.map { $0 < today } ?? false
        if item.isDone {
            done += 1
        } else {
            pending.append(Pending(incident: incident, item: item, isOverdue: isOverdue))
        }
        guard withOwners else { return }
        let place = byOwner.firstIndex { $0.owner == item.owner } ?? byOwner.count
        if place == byOwner.count { byOwner.append(OwnerRow(owner: item.owner)) }
        switch (item.isDone, isOverdue) {
        case (true, _): byOwner[place].done += 1
        case (false, true): byOwner[place].overdue += 1
        case (false, false): byOwner[place].open += 1
        }
    }

    /// Sorts the items and the owners.
    ///
    /// Items that are due on the same day stay in the order of their incidents.
    mutating func sort() {
        pending = pending.enumerated()
            .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .map(\.element)
        byOwner.sort { one, other in
            guard let name = one.owner else { return false }
            return other.owner.map { name.utf8.lexicographicallyPrecedes($0.utf8) } ?? true
        }
    }
}

extension ActionItemFigures.Pending {
    fileprivate var order: Int { item.dueOn?.daysSinceEpoch ?? .max }
}
