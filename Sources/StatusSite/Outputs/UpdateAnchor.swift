import StatusModel

/// The fragment of an update on its record's page, which also identifies the update in feeds.
///
/// It is made from the update's instant, so that it stays the same when other updates are added, removed or changed.
enum UpdateAnchor {
    /// Returns the anchors of a record's updates, the oldest first: `update-1767373500`, and `update-1767373500-2` for
    /// the second at the same instant.
    static func anchors(of updates: [Update]) -> [String] {
        var ordinal = 1
        return updates.indices.map { place in
            let at = updates[place].at
            ordinal = place > 0 && updates[place - 1].at == at ? ordinal + 1 : 1
            return "update-\(at.seconds)" + (ordinal == 1 ? "" : "-\(ordinal)")
        }
    }
}
