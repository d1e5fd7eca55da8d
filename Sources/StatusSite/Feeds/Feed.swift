import StatusModel

/// The contents of a feed, independent of its format.
struct Feed: Sendable {
    /// The feed's permanent identity for feed readers.
    let id: String
    let title: String
    /// The contents of the feed in a few plain words.
    let summary: String
    let language: String
    /// The author of the entries: the site, by its title.
    let author: String
    /// The site's absolute address.
    let site: String
    /// The absolute address of the page that the feed belongs to.
    let home: String
    let entries: [FeedEntry]
    /// When the newest entry was published; `nil` if there are no entries.
    var updatedAt: Instant? { entries.first?.publishedAt }
    /// When tracking of the site began, if it says so.
    let since: Instant?
}

extension Feed {
    /// Makes the feed of the whole page, as its readers may see it, already cut at `now`.
    init(of page: StatusPage, words: Localizer, now: Instant) {
        self.init(
            page,
            title: page.title,
            summary: words.text.feedSummary(site: page.title),
            home: "",
            entries: FeedItem.newest(FeedEntry.limit, of: page, by: now).map {
                FeedEntry($0, of: page, words: words)
            }
        )
    }

    /// Makes the feed of a component or a group, with the news of incidents and maintenance from the first mention of
    /// any of the components on.
    ///
    /// - Parameters:
    ///   - name: the name of the component or group.
    ///   - home: the path of its page from the site's root.
    ///   - places: the indices of the components' records on the page.
    init(
        of components: Set<Component.Index>,
        called name: String,
        home: String,
        at places: [Int],
        of page: StatusPage,
        words: Localizer,
        now: Instant
    ) {
        self.init(
            page,
            title: words.text.feedComponentTitle(component: name, site: page.title),
            summary: words.text.feedComponentSummary(component: name),
            home: home,
            entries: FeedItem.newest(FeedEntry.limit, of: page, by: now, at: places, naming: components).map {
                FeedEntry($0, of: page, words: words)
            }
        )
    }

    private init(_ page: StatusPage, title: String, summary: String, home: String, entries: [FeedEntry]) {
        (self.title, self.summary, self.entries) = (title, summary, entries)
        (language, author) = (page.language, page.title)
        (site, self.home) = (page.address(of: ""), page.address(of: home))
        // The id uses the page's address instead of the feed's, because two files hold the same feed.
        id = page.identity.address(of: home.percentEncoded)
        since = page.since
    }
}
