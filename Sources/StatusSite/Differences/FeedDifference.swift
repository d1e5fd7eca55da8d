import StatusModel

/// The entries that feed readers newly receive, and those that are removed.
struct FeedDifference: Sendable {
    /// New entries, the newest first: each of them is sent to every reader.
    let sent: [Entry]
    /// Removed entries, the newest first; readers that have them keep them.
    let gone: [Entry]

    /// An entry with the id by which readers recognize it.
    struct Entry: Sendable {
        let id: String
        let title: String
    }

    init(from before: Site, to after: Site) {
        let (old, new) = (Self.entries(of: before), Self.entries(of: after))
        let (oldIDs, newIDs) = (Set(old.map(\.id)), Set(new.map(\.id)))
        sent = new.prefix(FeedEntry.limit).filter { !oldIDs.contains($0.id) }
        gone = old.prefix(FeedEntry.limit).filter { !newIDs.contains($0.id) }
    }

    var isEmpty: Bool { sent.isEmpty && gone.isEmpty }

    /// Returns more entries than feeds contain, so that entries that move into or out of a feed are neither new nor
    /// removed.
    private static func entries(of site: Site) -> [Entry] {
        FeedItem.newest(20 * FeedEntry.limit, of: site.page, by: site.now).map { item in
            let entry = FeedEntry(item, of: site.page, words: site.words)
            return Entry(id: entry.id, title: entry.title)
        }
    }
}
