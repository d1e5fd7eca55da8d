/// A list on a page, cut so that the page does not grow without limit.
struct CutList<Entry: Sendable>: Sendable {
    /// The first of the entries.
    let shown: [Entry]
    /// The number of entries shown and the number of all, in words; empty if all are shown.
    let part: String

    /// Makes a list of the first items.
    ///
    /// - Parameters:
    ///   - limit: the largest number of entries that the page shows. Only those are made.
    init<Item>(of items: [Item], _ limit: Int, _ words: Localizer, _ entry: (Item) -> Entry) {
        shown = items.prefix(limit).map(entry)
        part =
            items.count > limit
            ? words.text.historyPart(limit, total: words.grouped(items.count)) : ""
    }

    /// Whether the list has no entries.
    var isEmpty: Bool { shown.isEmpty }
}
