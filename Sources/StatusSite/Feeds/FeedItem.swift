import StatusModel

/// An update of a record, a record without any, or a post-mortem that was published, as feeds put them in order: the
/// newest first.
struct FeedItem {
    let record: Record
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
}

extension FeedItem {
    /// The newest items of the page by now, at most `limit` of them.
    static func newest(_ limit: Int, of page: StatusPage, by now: Instant) -> [FeedItem] {
        newest(limit, of: page, by: now, at: page.records.indices, naming: nil)
    }

    /// The newest items of the records at these places, at most `limit` of them.
    ///
    /// - Parameter components: whose items alone count: those from their first mention in a record on. All
    ///   do where there are none.
    static func newest(
        _ limit: Int,
        of page: StatusPage,
        by now: Instant,
        at places: some Sequence<Int>,
        naming components: Set<Component.Index>?
    ) -> [FeedItem] {
        var newest = NewestItems(limit: limit, now: now)
        for place in places {
            let record = page.records[place]
            newest.add(record, of: page, naming: components)
            if let at = record.accountPublishedAt(in: page.zone), record.postMortem?.isWritten == true {
                newest.addPostMortem(of: record, publishedAt: at, naming: components)
            }
        }
        return newest.items
    }
}

/// The newest of the items it has met.
private struct NewestItems {
    let limit: Int
    let now: Instant
    private(set) var items: [FeedItem] = []

    init(limit: Int, now: Instant) {
        (self.limit, self.now) = (limit, now)
    }

    /// Meets a record's items, from the latest back to the first that is too old or does not count.
    mutating func add(
        _ record: Record,
        of page: StatusPage,
        naming components: Set<Component.Index>?
    ) {
        let updates = record.updates
        if record.occurrence?.news == .nothing { return }
        if record.isNewsAsWhole(by: now) {
            _ = add(FeedItem(record: page.announced(by: record), news: .record, at: record.begins))
        }
        let first = max(record.firstNews, components.map(record.firstUpdate) ?? updates.startIndex)
        for place in updates[first...].indices.reversed() {
            guard add(FeedItem(record: record, news: .update(place), at: updates[place].at)) else { return }
        }
    }

    /// Meets the post-mortem of a record.
    mutating func addPostMortem(
        of record: Record,
        publishedAt instant: Instant,
        naming components: Set<Component.Index>?
    ) {
        if let components, !record.names(components) { return }
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
        let (oneSlug, otherSlug) = (one.record.slug, other.record.slug)
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

extension StatusPage {
    /// What is news where nothing was said: a series with its first window, unless each of them is news by itself.
    fileprivate func announced(by record: Record) -> Record {
        guard let occurrence = record.occurrence, occurrence.isFirst, occurrence.news != .each else {
            return record
        }
        return recurring.first { $0.path == record.path } ?? record
    }
}

extension Record {
    /// The place of the first update that is news of this record: what is said of a whole series is news of its first window
    /// alone.
    fileprivate var firstNews: Int {
        self.occurrence.map { $0.isFirst ? 0 : $0.sharedUpdates } ?? 0
    }

    /// Whether the record itself is news, as nothing was said of it.
    fileprivate func isNewsAsWhole(by now: Instant) -> Bool {
        guard let occurrence = self.occurrence else { return self.updates.isEmpty }
        guard self.updates.count == occurrence.sharedUpdates else { return false }
        return occurrence.news == .each && begins <= now || occurrence.isFirst && self.updates.isEmpty
    }

    /// Whether any of the components is named in it.
    fileprivate func names(_ components: Set<Component.Index>) -> Bool {
        declaredAtFirst.contains { components.contains($0.component) }
            || self.updates.contains { $0.changes.contains { components.contains($0.component) } }
    }

    /// The place of the first update by which any of the components has been named; behind the last for none.
    fileprivate func firstUpdate(naming components: Set<Component.Index>) -> Int {
        if declaredAtFirst.contains(where: { components.contains($0.component) }) { return 0 }
        return self.updates.firstIndex { $0.changes.contains { components.contains($0.component) } }
            ?? self.updates.endIndex
    }
}
