import StatusModel

/// An update of a record, a record without any, or a post-mortem that was published, as feeds put them in order: the
/// newest first.
struct FeedItem {
    let record: Subject
    let news: News
    /// When it was said; for a record without updates, when that begins, which may be still to come.
    let at: Instant

    /// What of the record is news.
    enum News: Equatable {
        /// The record as a whole, as it has no updates.
        case record
        /// The update at that place among the record's, from the oldest.
        case update(Int)
        /// The post-mortem.
        case postMortem
    }

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
        newest(limit, of: page, at: .all(of: page), naming: nil)
    }

    /// The newest items of the records at these places, at most `limit` of them.
    ///
    /// - Parameter component: whose items alone count: those from its first mention in a record on. All
    ///   do where there is none.
    static func newest(
        _ limit: Int,
        of page: StatusPage,
        at places: RecordPlaces,
        naming component: Component.Index?
    ) -> [FeedItem] {
        var newest = NewestItems(limit: limit)
        for place in places.incidents {
            let incident = page.incidents[place]
            newest.add(.incident(incident), startingAt: incident.startedAt, naming: component)
            if let at = incident.accountPublishedAt(in: page.zone),
                incident.record.postMortem?.isWritten == true
            {
                newest.addPostMortem(of: .incident(incident), publishedAt: at, naming: component)
            }
        }
        for place in places.maintenance {
            let window = page.maintenance[place]
            newest.add(.maintenance(window), startingAt: window.startsAt, naming: component)
        }
        for place in places.notices {
            let notice = page.notices[place]
            newest.add(.notice(notice), startingAt: notice.from, naming: component)
        }
        return newest.items
    }
}

/// The newest of the items it has met.
private struct NewestItems {
    let limit: Int
    private(set) var items: [FeedItem] = []

    init(limit: Int) {
        self.limit = limit
    }

    /// Meets a record's items, from the latest back to the first that is too old or does not count.
    mutating func add(
        _ record: FeedItem.Subject,
        startingAt start: Instant,
        naming component: Component.Index?
    ) {
        let updates = record.record.updates
        if updates.isEmpty { _ = add(FeedItem(record: record, news: .record, at: start)) }
        let first = component.map(record.firstUpdate) ?? updates.startIndex
        for place in updates[first...].indices.reversed() {
            guard add(FeedItem(record: record, news: .update(place), at: updates[place].at)) else { return }
        }
    }

    /// Meets the post-mortem of a record.
    mutating func addPostMortem(
        of record: FeedItem.Subject,
        publishedAt instant: Instant,
        naming component: Component.Index?
    ) {
        if let component, !record.names(component) { return }
        _ = add(FeedItem(record: record, news: .postMortem, at: instant))
    }

    /// Whether the item is new enough.
    private mutating func add(_ item: FeedItem) -> Bool {
        if items.count == limit, let last = items.last, !(item < last) { return false }
        items.insert(item, at: items.firstIndex { item < $0 } ?? items.endIndex)
        if items.count > limit { items.removeLast() }
        return true
    }
}

extension FeedItem {
    /// Newer items come first; of equally new ones those of the record whose slug comes first, and of one
    /// record's the later.
    static func < (one: FeedItem, other: FeedItem) -> Bool {
        if one.at != other.at { return one.at > other.at }
        let (oneSlug, otherSlug) = (one.record.record.slug, other.record.record.slug)
        if oneSlug != otherSlug { return oneSlug < otherSlug }
        return one.order > other.order
    }

    private var order: Int {
        switch news {
        case .record: 0
        case .update(let place): place
        case .postMortem: .max
        }
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

    /// The statuses it has before its first update.
    var declared: [StatusChange] {
        switch self {
        case .incident(let incident): incident.declaredAtFirst
        case .maintenance(let window): window.components
        case .notice: []
        }
    }

    /// Whether the component is named in it.
    fileprivate func names(_ component: Component.Index) -> Bool {
        declared.contains { $0.component == component }
            || record.updates.contains { $0.changes.contains { $0.component == component } }
    }

    /// The place of the first update by which the component has been named; behind the last for none.
    fileprivate func firstUpdate(naming component: Component.Index) -> Int {
        if declared.contains(where: { $0.component == component }) { return 0 }
        let updates = record.updates
        return updates.indices.first { place in
            updates[place].changes.contains { $0.component == component }
        } ?? updates.endIndex
    }
}
