/// Which update of a record is which of an earlier version of it.
///
/// An update is one of before if it has an earlier one's instant and phase, or else its text, or else its
/// instant: whoever corrects the words or the time of an update has added none.
public struct UpdatePairs: Sendable {
    /// The places of updates that the earlier version has too, with their places there; in the order of now.
    public let kept: [(now: Int, before: Int)]
    /// The places of updates that the earlier version does not have.
    public let added: [Int]
    /// The places in the earlier version of updates that are gone.
    public let removed: [Int]

    /// Pairs a record's updates with those of an earlier version.
    public init(_ updates: [Update], since earlier: [Update]) {
        var (added, removed) = (Array(updates.indices), Array(earlier.indices))
        var kept: [(now: Int, before: Int)] = []
        for isSame in [Update.hasInstantAndPhase, Update.hasText, Update.hasInstant] {
            added.removeAll { place in
                guard let match = removed.firstIndex(where: { isSame(updates[place], earlier[$0]) })
                else { return false }
                kept.append((place, removed.remove(at: match)))
                return true
            }
        }
        self.kept = kept.sorted { $0.now < $1.now }
        (self.added, self.removed) = (added, removed)
    }
}

private extension Update {
    static func hasInstantAndPhase(_ one: Update, of other: Update) -> Bool {
        one.at == other.at && one.phase == other.phase
    }

    static func hasText(_ one: Update, of other: Update) -> Bool {
        !one.prose.text.isEmpty && one.prose.text == other.prose.text
    }

    static func hasInstant(_ one: Update, of other: Update) -> Bool { one.at == other.at }
}
