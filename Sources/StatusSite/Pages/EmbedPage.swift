import Reliability
import StatusModel

/// The view of this site that other sites show in a frame: the overall state, and open incidents.
struct EmbedPage: PageContext {
    static let template = "embed"
    static let summary = "the view of this site that other sites show in a frame"
    static let path = "embed.html"

    let layout: Layout
    let news: NewsContext
    let banner: Banner
    let incidents: [LinkContext]
    let more: String

    /// The number of open incidents that are named.
    private static let limit = 3

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.layout.values } + [
            .section("news", "for the script: how to check for news") { $0.news },
            .section("banner", "a sentence that says what is wrong") { $0.banner },
            .list("incidents", "the worst of the open incidents, at most three") { $0.incidents },
            .text("more", "a sentence with the number of other open incidents; may be empty") { $0.more },
        ]
    )

    init(layout: Layout) {
        let site = layout.site
        let open = site.openIncidents
        let others = open.count - Self.limit
        self.layout = layout
        news = NewsContext(of: site)
        banner = Banner(of: site)
        incidents = open.prefix(Self.limit).map {
            LinkContext(text: $0.record.title, href: layout.href(of: $0.record))
        }
        more =
            others > 0
            ? layout.words.text.bannerMore(others) : ""
    }
}
