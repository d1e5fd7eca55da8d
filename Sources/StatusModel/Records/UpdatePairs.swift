/// The updates of a record, paired with those of an earlier version of it.
///
/// Two updates are the same one if they have the same instant and phase, or else the same text, or else the same
/// instant. Therefore, an update whose text or time was corrected does not count as added.
public struct UpdatePairs: Sendable {
    /// The places of updates that the earlier version has too, with their places there, in the current order.
    public private(set) var kept: [(now: Int, before: Int)] = []
    /// The places of updates that the earlier version does not have.
    public private(set) var added: [Int]
    /// The places in the earlier version of updates that no longer exist.
    public private(set) var removed: [Int]

    /// Pairs a record's updates with those of an earlier version.
    public init(_ updates: [Update], since earlier: [Update]) {
        (added, removed) = (Array(updates.indices), Array(earlier.indices))
        pair(updates, with: earlier) { Moment(at: $0.at, phase: $0.phase) }
        pair(updates, with: earlier) { $0.prose.text.isEmpty ? nil : $0.prose.text }
        pair(updates, with: earlier) { $0.at }
        kept.sort { $0.now < $1.now }
    }
}

private extension UpdatePairs {
    struct Moment: Hashable {
        let at: Instant
        let phase: Phase
    }

    /// Pairs each update that has no partner yet with the first remaining one that has the same key.
    mutating func pair<Key: Hashable>(
        _ updates: [Update], with earlier: [Update], by key: (Update) -> Key?
    ) {
        var places: [Key: [Int]] = [:]
        for place in removed.reversed() {
            if let key = key(earlier[place]) { places[key, default: []].append(place) }
        }
        added.removeAll { place in
            guard let before = key(updates[place]).flatMap({ places[$0]?.popLast() }) else { return false }
            kept.append((place, before))
            return true
        }
        let taken = Set(kept.map(\.before))
        removed.removeAll(where: taken.contains)
    }
}
