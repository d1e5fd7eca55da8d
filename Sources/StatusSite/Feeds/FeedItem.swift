import StatusModel

/// An update of a record, or a record without any, as feeds put them in order: the newest first.
struct FeedItem {
    let record: Subject
    /// The update's place among the record's, from the oldest; nothing for a record without updates.
    let update: Int?
    /// When it was said; for a record without updates, when that begins, which may be still to come.
    let at: Instant

    /// The record that an item is about.
    enum Subject {
        case incident(Incident)
        case maintenance(MaintenanceWindow)
        case notice(Notice)
    }
}

extension FeedItem {
    /// The newest items of the page, at most `limit` of them.
    static func newest(_ limit: Int, of page: StatusPage) -> [FeedItem] {
        var newest: [FeedItem] = []
        func add(_ record: Subject, from start: Instant) {
            // From the latest update back, up to the first that is too old.
            for item in items(of: record, startingAt: start) {
                if newest.count == limit, let last = newest.last, !(item < last) { return }
                newest.insert(item, at: newest.firstIndex { item < $0 } ?? newest.endIndex)
                if newest.count > limit { newest.removeLast() }
            }
        }
        for incident in page.incidents { add(.incident(incident), from: incident.startedAt) }
        for window in page.maintenance { add(.maintenance(window), from: window.startsAt) }
        for notice in page.notices { add(.notice(notice), from: notice.from) }
        return newest
    }

    /// The record's items, newest first.
    private static func items(of record: Subject, startingAt start: Instant) -> [FeedItem] {
        let updates = record.record.updates
        guard !updates.isEmpty else { return [FeedItem(record: record, update: nil, at: start)] }
        return updates.indices.reversed().map { FeedItem(record: record, update: $0, at: updates[$0].at) }
    }
}

extension FeedItem {
    /// Newer items come first; of equally new ones those of the record whose slug comes first, and of one
    /// record's the later.
    static func < (one: FeedItem, other: FeedItem) -> Bool {
        if one.at != other.at { return one.at > other.at }
        let (oneSlug, otherSlug) = (one.record.record.slug, other.record.record.slug)
        if oneSlug != otherSlug { return oneSlug < otherSlug }
        return one.update ?? 0 > other.update ?? 0
    }
}

extension FeedItem.Subject {
    var record: Record {
        switch self {
        case .incident(let incident): incident.record
        case .maintenance(let window): window.record
        case .notice(let notice): notice.record
        }
    }
}
