import StatusModel

/// A piece of news in a feed, independent of its format: it is made once for all formats.
struct FeedEntry: Sendable {
    /// The permanent identity of the entry for readers: a tag URI (RFC 4151).
    let id: String
    /// The title, such as "Identified: Story generation is slow".
    let title: String
    /// The absolute address of the news on its record's page.
    let address: String
    /// When it was written, or when it happened if nobody wrote an update.
    let publishedAt: Instant
    /// The phase, the severity and the components.
    let categories: [String]
    /// The text, as HTML without relative links.
    let html: HTML
}

extension FeedEntry {
    /// The largest number of entries in a feed.
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
        // If only the phase is known, the text repeats the title, since readers have no room for an entry without text.
        html = said.isEmpty ? "<p>\(title)</p>" : said
    }
}

private extension FeedEntry {
    /// Returns a permanent identity that only depends on the news's own time.
    ///
    /// It does not change with its text, with other updates, or with a new name for the record if the former name is
    /// kept.
    static func identity(of news: News, in record: Record, on page: StatusPage) -> String {
        // RFC 4151 requires a day on which the tagger owned the name: that of the news.
        let day = Zone.utc.day(of: news.at)
        let slug = news.isWritten ? Record.pageSlug(of: record.firstSlug) : record.firstSlug
        let path = page.identity.path + "/" + slug + (news.name(in: record).map { "/" + $0 } ?? "")
        return "tag:\(page.identity.host),\(day):" + path.percentEncoded
    }
}

private extension FeedItem {
    /// Returns the text of the news; if maintenance begins on schedule, its time.
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

    /// The severity of the incident at the time of the news.
    var severity: Severity.Rank? {
        updatesSoFar.reversed().lazy.compactMap { $0.severity }.first ?? record.severity
    }

    /// The components named up to that time.
    var components: Set<Component.Index> {
        Set((record.declaredAtFirst + updatesSoFar.flatMap { $0.changes }).map(\.component))
    }

    var updatesSoFar: ArraySlice<Update> { record.knownUpdates(with: news) }
}
