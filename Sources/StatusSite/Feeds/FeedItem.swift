import StatusModel

/// A piece of news of a record, in the order of feeds: the newest first.
struct FeedItem {
    let record: Record
    let news: News
}

extension FeedItem {
    /// Returns the newest items of the page up to `now`, at most `limit` of them.
    static func newest(_ limit: Int, of page: StatusPage, by now: Instant) -> [FeedItem] {
        newest(limit, of: page, by: now, at: page.records.indices, naming: nil)
    }

    /// Returns the newest items of the records at these places, at most `limit` of them.
    ///
    /// - Parameter components: the components whose items count, each record from its first mention of one of them on;
    ///   `nil` to count all items.
    static func newest(
        _ limit: Int,
        of page: StatusPage,
        by now: Instant,
        at places: some Sequence<Int>,
        naming components: Set<Component.Index>?
    ) -> [FeedItem] {
        var newest = NewestItems(limit: limit)
        for place in places {
            let record = page.records[place]
            let news = page.news(of: record, by: now)
            let first = components.map { record.firstNews(naming: $0, among: news) } ?? news.startIndex
            newest.add(news[first...], of: record)
        }
        return newest.items
    }
}

/// The newest of the added items.
private struct NewestItems {
    let limit: Int
    private(set) var items: [FeedItem] = []

    init(limit: Int) {
        self.limit = limit
    }

    /// Adds a record's news, from the latest back to the first that is too old.
    mutating func add(_ news: ArraySlice<News>, of record: Record) {
        for item in news.reversed() {
            guard add(FeedItem(record: record, news: item)) else { return }
        }
    }

    /// Adds the item if it is new enough, and returns whether it is.
    private mutating func add(_ item: FeedItem) -> Bool {
        if items.count == limit, let last = items.last, !(item < last) { return false }
        items.insert(item, at: items.firstIndex { item < $0 } ?? items.endIndex)
        if items.count > limit { items.removeLast() }
        return true
    }
}

extension FeedItem {
    /// Orders newer items first; at the same time, by the record's slug, and within a record, the later item first.
    static func < (one: FeedItem, other: FeedItem) -> Bool {
        if one.news.at != other.news.at { return one.news.at > other.news.at }
        let (oneSlug, otherSlug) = (one.record.slug, other.record.slug)
        if oneSlug != otherSlug { return oneSlug < otherSlug }
        return one.order > other.order
    }

    private var order: Int {
        switch news.event {
        case .begins: -1
        case .update(let place): place
        case .ends: .max - 1
        case .postMortem: .max
        }
    }
}

extension Record {
    /// Returns the index of the first news that names any of the components; if there is none, the index after the
    /// last.
    fileprivate func firstNews(naming components: Set<Component.Index>, among news: [News]) -> Int {
        if declaredAtFirst.contains(where: { components.contains($0.component) }) { return 0 }
        let naming = self.updates.firstIndex { $0.changes.contains { components.contains($0.component) } }
        return naming.flatMap { place in news.firstIndex { $0.event == .update(place) } } ?? news.endIndex
    }
}
