import StatusModel

/// What feed readers are sent that they were not, and what is taken from them.
struct FeedDifference: Sendable {
    /// The newest entries that are new, newest first: each reaches every reader.
    let sent: [Entry]
    /// Entries that are gone, newest first. Readers who have them keep them.
    let gone: [Entry]

    /// An entry, by what readers tell it from others by.
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

    /// More than feeds hold: what moves up into one, or out of it, is neither new nor gone.
    private static func entries(of site: Site) -> [Entry] {
        FeedItem.newest(20 * FeedEntry.limit, of: site.page, by: site.now).map { item in
            let entry = FeedEntry(item, of: site.page, words: site.words)
            return Entry(id: entry.id, title: entry.title)
        }
    }
}
