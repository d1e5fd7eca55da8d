import StatusModel

/// The fragment by which an update is found on its record's page, and feeds tell it from others.
///
/// It is made of the update's instant, so that it stays when other updates are added, cut or reworded.
enum UpdateAnchor {
    /// The anchors of a record's updates, in their order, oldest first: `update-1767373500`, and
    /// `update-1767373500-2` for the second at the same instant.
    static func anchors(of updates: [Update]) -> [String] {
        var earlier: [Instant: Int] = [:]
        return updates.map { update in
            let ordinal = earlier[update.at, default: 0] + 1
            earlier[update.at] = ordinal
            return "update-\(update.at.seconds)" + (ordinal == 1 ? "" : "-\(ordinal)")
        }
    }
}
