import StatusModel

/// How to hear of incidents without looking at the site.
struct SubscribePage: PageContext {
    static let template = "subscribe"
    static let summary = "how to hear of incidents and maintenance without looking at the site"

    let head: Head
    let feed: String
    let calendar: String
    let calendarLink: String
    let components: [LinkContext]

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .text("feed", "the RSS feed's absolute address") { $0.feed },
            .text("calendar", "the calendar's absolute address") { $0.calendar },
            .text("calendarLink", "the same as a `webcal:` address, which calendars open at once") {
                $0.calendarLink
            },
            .flag("hasComponents", "whether there are components that are not retired") {
                !$0.components.isEmpty
            },
            .list("components", "the feeds of the components that are not retired") { $0.components },
        ]
    )

    init(frame: Frame) {
        let (site, page) = (frame.site, frame.site.page)
        head = Head(
            frame: frame,
            title: "Subscribe",
            summary: "How to hear of incidents and maintenance of \(page.title) without looking here.",
            path: Self.path
        )
        feed = page.address(of: "feed.xml")
        calendar = page.address(of: "calendar.ics")
        calendarLink = "webcal" + calendar.drop { $0 != ":" }
        components = site.currentComponents.map { component in
            let (id, name) = (page.components[component].id, page.components[component].name)
            return LinkContext(text: name, href: "\(frame.root)components/\(id).xml")
        }
    }

    /// Where it is, from the site's root.
    static let path = "subscribe.html"
}
