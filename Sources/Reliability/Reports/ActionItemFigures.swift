public import StatusModel

/// The action items that the post-mortems of a period's incidents name.
public struct ActionItemFigures: Sendable, Hashable {
    /// How many are done.
    public internal(set) var done = 0
    /// Those that are not, overdue ones first, by the day they are due; then those without a day.
    public internal(set) var pending: [Pending] = []
    /// By owner, in the order of their names' bytes, those without one last; empty for the public.
    public internal(set) var byOwner: [OwnerRow] = []

    /// An action item that is not done.
    public struct Pending: Sendable, Hashable {
        /// The place of its incident in ``PeriodReport/allIncidents``.
        public let incident: Int
        /// The action item.
        public let item: ActionItem
        /// Whether its day has passed.
        public let isOverdue: Bool
    }

    /// An owner's action items.
    public struct OwnerRow: Sendable, Hashable {
        /// Who; nothing for those without an owner.
        public let owner: String?
        /// How many are done.
        public internal(set) var done = 0
        /// How many are not, the overdue ones left out.
        public internal(set) var open = 0
        /// How many are not and their day has passed.
        public internal(set) var overdue = 0
    }

    /// How many are not done, overdue ones left out.
    public var open: Int { pending.count - overdue }
    /// How many are not done and their day has passed.
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

    /// Equal days keep the order of the incidents.
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
