import StatusModel

/// The page that explains how to get news of incidents without visiting the site.
struct SubscribePage: PageContext {
    static let template = "subscribe"
    static let summary = "the page that explains how to get news of incidents and maintenance"

    let head: Head
    let mailingLists: [LinkContext]
    let reader: HTML
    let formats: HTML
    let slack: HTML
    let mail: HTML
    let calendar: HTML
    let calendarLink: String
    let feeds: [FeedGroup]

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .flag("hasMailingLists", "whether readers can join a mailing list") { !$0.mailingLists.isEmpty },
            .list(
                "mailingLists",
                "links to join mailing lists: that of the site, then those of components that are not retired"
            ) {
                $0.mailingLists
            },
            .html("reader", "instructions for feed readers, with the address of the RSS feed") { $0.reader },
            .html("formats", "a description of the feed, with a link to it in each format") { $0.formats },
            .html("slack", "what to type in Slack, with the same address") { $0.slack },
            .html("mail", "how to get email through a third-party service, with the same address") {
                $0.mail
            },
            .html("calendar", "instructions for calendars, with the calendar's address") { $0.calendar },
            .text("calendarLink", "the same as a `webcal:` address, which calendars open directly") {
                $0.calendarLink
            },
            .flag("hasComponents", "whether there are components that are not retired") {
                !$0.feeds.isEmpty
            },
            .list("feedGroups", "the feeds of components that are not retired, group by group") { $0.feeds },
        ]
    )

    init(layout: Layout) {
        let (site, page) = (layout.site, layout.site.page)
        let (text, html) = (site.words.text, site.words.html)
        head = Head(
            layout: layout,
            title: text.subscribeTitle,
            summary: text.subscribeSummary(site: page.title),
            path: Self.path
        )
        mailingLists = layout.mailingLists(of: site.currentComponents)
        let (feed, calendar) = (page.address(of: "feed.xml"), page.address(of: "calendar.ics"))
        let links = FeedPlan.formats.map { LinkContext(text: $0.name, href: layout.root + $0.path).html }
        reader = html.subscribeReader(address: feed.asCode)
        formats = html.subscribeFormats(formats: HTML(rendered: site.words.list(links.map(\.source))))
        slack = html.subscribeSlack(command: "/feed subscribe \(feed)".asCode)
        mail = html.subscribeMail(address: feed.asCode)
        self.calendar = html.subscribeCalendarAddress(address: calendar.asCode)
        calendarLink = "webcal" + calendar.drop { $0 != ":" }
        feeds = FeedGroup.all(layout: layout)
    }

    /// Its path from the site's root.
    static let path = "subscribe.html"
}

extension String {
    /// HTML of text that readers are to copy.
    fileprivate var asCode: HTML { "<code>\(self)</code>" }
}
