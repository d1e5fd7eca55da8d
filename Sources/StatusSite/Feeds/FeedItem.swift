import StatusModel

/// A piece of news of a record, as feeds put them in order: the newest first.
struct FeedItem {
    let record: Record
    let news: News
}

extension FeedItem {
    /// The newest items of the page up to `now`, at most `limit` of them.
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

/// The newest of the items it has met.
private struct NewestItems {
    let limit: Int
    private(set) var items: [FeedItem] = []

    init(limit: Int) {
        self.limit = limit
    }

    /// Meets a record's news, from the latest back to the first that is too old.
    mutating func add(_ news: ArraySlice<News>, of record: Record) {
        for item in news.reversed() {
            guard add(FeedItem(record: record, news: item)) else { return }
        }
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
    /// The place of the first news by which any of the components has been named; behind the last for none.
    fileprivate func firstNews(naming components: Set<Component.Index>, among news: [News]) -> Int {
        if declaredAtFirst.contains(where: { components.contains($0.component) }) { return 0 }
        let naming = self.updates.firstIndex { $0.changes.contains { components.contains($0.component) } }
        return naming.flatMap { place in news.firstIndex { $0.event == .update(place) } } ?? news.endIndex
    }
}
