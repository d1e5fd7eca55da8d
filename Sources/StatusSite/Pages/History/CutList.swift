/// A list on a page, and how much of it the page shows: no list grows without end.
struct CutList<Entry: Sendable>: Sendable {
    /// The first of the entries.
    let shown: [Entry]
    /// How many of how many these are, in words; empty where they are all.
    let part: String

    /// - Parameters:
    ///   - limit: how many entries the page shows at most. Only those are made.
    init<Item>(of items: [Item], _ limit: Int, _ words: Localizer, _ entry: (Item) -> Entry) {
        shown = items.prefix(limit).map(entry)
        part =
            items.count > limit
            ? words.text.historyPart(limit, total: words.grouped(items.count)) : ""
    }

    /// Whether there is nothing in it.
    var isEmpty: Bool { shown.isEmpty }
}
