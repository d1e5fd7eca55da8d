import StatusModel

/// The fragment by which an update is found on its record's page, and feeds tell it from others.
///
/// It is made of the update's instant, so that it stays when other updates are added, cut or reworded.
enum UpdateAnchor {
    /// The anchors of a record's updates, in their order, oldest first: `update-1767373500`, and
    /// `update-1767373500-2` for the second at the same instant.
    static func anchors(of updates: [Update]) -> [String] {
        var ordinal = 1
        return updates.indices.map { place in
            let at = updates[place].at
            ordinal = place > 0 && updates[place - 1].at == at ? ordinal + 1 : 1
            return "update-\(at.seconds)" + (ordinal == 1 ? "" : "-\(ordinal)")
        }
    }
}
