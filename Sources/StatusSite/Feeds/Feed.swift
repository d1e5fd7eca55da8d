import StatusModel

/// What a feed is about and what it holds, in whatever format.
struct Feed: Sendable {
    /// The feed's identity for feed readers, which never changes.
    let id: String
    let title: String
    /// What can be read in it, in a few plain words.
    let summary: String
    let language: String
    /// Who says it: the site, by its title.
    let author: String
    /// The site's absolute address.
    let site: String
    /// The absolute address of the page that the feed belongs to.
    let home: String
    let entries: [FeedEntry]
    /// When something was last said; nothing has been where there is none.
    var updatedAt: Instant? { entries.first?.publishedAt }
    /// When the site began to be tracked, where it says so.
    let since: Instant?
}

extension Feed {
    /// The feed of the whole page, as its readers may see it, already cut at `now`.
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

    /// The feed of a component or a group: the incidents and maintenance in which any of the components is named, from
    /// then on.
    ///
    /// - Parameters:
    ///   - name: what it is called.
    ///   - home: the page that it belongs to, from the site's root.
    ///   - places: those of the components' records among the page's.
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
        // The page's address and not the feed's: two files hold the same feed.
        id = page.identity.address(of: home.percentEncoded)
        since = page.since
    }
}
