import StatusModel

/// What a feed says of one piece of news, in whatever format: made once, and written by each.
struct FeedEntry: Sendable {
    /// What readers tell it by from others, for good: a tag URI (RFC 4151).
    let id: String
    /// As in "Identified: Story generation is slow".
    let title: String
    /// The absolute address on its record's page.
    let address: String
    /// When it was said, or happened where nobody said so.
    let publishedAt: Instant
    /// The phase, the severity and the components.
    let categories: [String]
    /// What was said, as HTML without relative links.
    let html: HTML
}

extension FeedEntry {
    /// How many entries a feed holds.
    static let limit = 50

    /// - Parameter page: the page as the feed's readers may see it, already cut at the instant of the build.
    init(_ item: FeedItem, of page: StatusPage, words: Localizer) {
        let (record, news) = (item.record, item.news)
        let label = words.label(of: news)
        id = Self.identity(of: news, in: record, on: page)
        title =
            label.map { words.text.recordPhaseAndTitle(phase: $0, title: record.title) } ?? record.title
        address = page.address(of: record.pagePath, fragment: news.fragment(in: record))
        publishedAt = news.at
        categories =
            [label, item.severity.map { words.label(of: page.severities[$0]) }].compactMap { $0 }
            + item.components.sorted().map { words.components[$0] }
        let said = item.html(root: page.url + "/", words: words)
        // Where no more was said than the phase, the title says it: readers have no room for an entry without text.
        html = said.isEmpty ? "<p>\(title)</p>" : said
    }
}

private extension FeedEntry {
    /// An identity that nothing changes but the news's own time: not its text, not other updates, and
    /// not a new name for the record, where its former one is kept.
    static func identity(of news: News, in record: Record, on page: StatusPage) -> String {
        // RFC 4151 asks for a day on which the name was the tagger's: the news's own.
        let day = Zone.utc.day(of: news.at)
        let slug = news.isWritten ? Record.pageSlug(of: record.firstSlug) : record.firstSlug
        let path = page.identity.path + "/" + slug + (news.name(in: record).map { "/" + $0 } ?? "")
        return "tag:\(page.identity.host),\(day):" + path.percentEncoded
    }
}

private extension FeedItem {
    /// What was said; of maintenance that begins by the clock, when it is.
    func html(root: String, words: Localizer) -> HTML {
        switch news.event {
        case .begins:
            let summary = HTML(rendered: record.summary.htmlForReaders(root: root))
            guard record.kind == .maintenance, let until = record.plannedEnd else { return summary }
            return "<p>\(words.span(from: record.from, to: until))</p>\(summary)"
        case .update(let place):
            return HTML(rendered: record.updates[place].prose.htmlForReaders(root: root))
        case .ends: return ""
        case .postMortem:
            return HTML(rendered: record.postMortem?.opening.htmlForReaders(root: root) ?? "")
        }
    }

    /// The severity that the incident had when it was said.
    var severity: Severity.Rank? {
        updatesSoFar.reversed().lazy.compactMap { $0.severity }.first ?? record.severity
    }

    /// The components that had been named by then.
    var components: Set<Component.Index> {
        Set((record.declaredAtFirst + updatesSoFar.flatMap { $0.changes }).map(\.component))
    }

    var updatesSoFar: ArraySlice<Update> { record.knownUpdates(with: news) }
}
