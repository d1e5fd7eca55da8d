import StatusModel

/// What a feed says of one update, in whatever format: made once, and written by each.
struct FeedEntry: Sendable {
    /// What readers tell it by from others, for good: a tag URI (RFC 4151).
    let id: String
    /// As in "Identified: Story generation is slow".
    let title: String
    /// The absolute address of the update on its record's page.
    let address: String
    /// When it was said; nothing for what is to come and has no update that announced it.
    let publishedAt: Instant?
    /// The phase, the severity and the components.
    let categories: [String]
    /// What was said, as HTML without relative links.
    let html: HTML
}

extension FeedEntry {
    /// How many entries a feed holds.
    static let limit = 50

    /// - Parameter page: the page as the feed's readers may see it, already cut at `now`.
    init(_ item: FeedItem, of page: StatusPage, words: Words, now: Instant) {
        let record = item.record
        let anchor = item.anchor
        let phase =
            item.news == .postMortem ? words.text.rulePostMortem : item.phase(at: now).map(words.label(of:))
        id = Self.identity(of: record, anchor: anchor, saidAt: item.at, on: page)
        title =
            phase.map { words.text.recordPhaseAndTitle(phase: $0, title: record.title) } ?? record.title
        address = page.address(of: record.pagePath, fragment: anchor)
        publishedAt = item.at <= now ? item.at : nil
        categories =
            [phase, item.severity.map { words.label(of: page.severities[$0]) }].compactMap { $0 }
            + item.components.sorted().map { words.components[$0] }
        let said = item.html(root: page.url + "/", words: words)
        // Where no more was said than the phase, the title says it: readers have no room for an entry without text.
        html = said.isEmpty ? "<p>\(title)</p>" : said
    }
}

private extension FeedEntry {
    /// An identity that nothing changes but the update's own time: not its text, not other updates, and
    /// not a new name for the record, where its former one is kept.
    static func identity(
        of record: Record,
        anchor: String?,
        saidAt instant: Instant,
        on page: StatusPage
    ) -> String {
        // RFC 4151 asks for a day on which the name was the tagger's: the update's own.
        let day = Zone.utc.day(of: instant)
        // An update is told by its place on the page, which it has only one of.
        let slug = anchor == nil ? record.firstSlug : Record.pageSlug(of: record.firstSlug)
        let path = page.pathOfRoot + "/" + slug + (anchor.map { "/" + $0 } ?? "")
        return "tag:\(page.host),\(day):" + path.percentEncoded
    }
}

extension FeedItem {
    /// The fragment by which it is found on its record's page; `nil` if it is all of the page.
    fileprivate var anchor: String? {
        switch news {
        case .record: nil
        case .update(let place): UpdateAnchor.anchors(of: record.updates)[place]
        case .postMortem: "post-mortem"
        }
    }

    private var update: Int? {
        if case .update(let place) = news { place } else { nil }
    }

    /// The phase that the item reports; a notice has none.
    fileprivate func phase(at now: Instant) -> Phase? {
        update.map { record.updates[$0].phase } ?? record.phase(at: now)
    }

    /// What was said; of maintenance that nobody has said anything about, at least when it is.
    fileprivate func html(root: String, words: Words) -> HTML {
        if let update {
            return HTML(rendered: record.updates[update].prose.htmlForReaders(root: root))
        }
        if news == .postMortem {
            return HTML(rendered: record.postMortem?.opening.htmlForReaders(root: root) ?? "")
        }
        let summary = HTML(rendered: record.summary.htmlForReaders(root: root))
        if let series = record.series {
            let recurrence = words.recurrence(of: series, next: nil, now: at)
            return HTML(rendered: "<p>") + HTML(escaping: recurrence) + HTML(rendered: "</p>") + summary
        }
        guard record.kind == .maintenance, let until = record.until else { return summary }
        return "<p>\(words.span(from: record.from, to: until))</p>\(summary)"
    }

    /// The severity that the incident had when it was said.
    fileprivate var severity: Severity.Rank? {
        updatesSoFar.reversed().lazy.compactMap { $0.severity }.first ?? record.severity
    }

    /// The components that had been named by then.
    fileprivate var components: Set<Component.Index> {
        Set((record.declaredAtFirst + updatesSoFar.flatMap { $0.changes }).map(\.component))
    }

    private var updatesSoFar: ArraySlice<Update> {
        news == .postMortem ? record.updates[...] : record.updates.prefix((update ?? -1) + 1)
    }
}
