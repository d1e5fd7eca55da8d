import Reliability
import StatusModel

/// The front page, which answers whether something is broken.
struct IndexPage: PageContext {
    static let template = "index"
    static let summary = "the front page: what is wrong now, the components, and recent days"

    let head: Head
    let news: NewsContext
    let banner: Banner
    let incidents: [OpenIncident]
    let moreIncidents: String
    let broken: [SentenceContext]
    let notices: [NoticeContext]
    let groups: [GroupContext]
    let maintenance: HTML
    let recent: RecentDays?
    let built: HTML

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .section("news", "for the script: how to check for news") { $0.news },
            .section("banner", "a sentence that says what is wrong") { $0.banner },
            .list("incidents", "the open incidents, at most ten, the worst first; only the first in full") {
                $0.incidents
            },
            .text("moreIncidents", "a sentence with the number of other open incidents; may be empty") {
                $0.moreIncidents
            },
            .list("broken", "a sentence for each record that could not be read") { $0.broken },
            .list("notices", "the current notices, newest first") { $0.notices },
            .flag("hasComponents", "whether the site has components") { !$0.groups.isEmpty },
            .list("groups", "the components by group") { $0.groups },
            .flag("isFolding", "whether groups can be collapsed, as on sites with many components") {
                $0.groups.contains(where: \.isFolding)
            },
            .html(
                "maintenance",
                "maintenance in progress and planned, each made by the template `entry`; a series is one entry"
            ) {
                $0.maintenance
            },
            .section("recent", "the last seven days; absent on a new site without records") {
                $0.recent
            },
            .html("built", "a sentence that says when the site was built") { $0.built },
        ]
    )

    /// The number of open incidents shown, so that the page does not grow with an outage.
    private static let limit = 10

    init(layout: Layout) {
        let site = layout.site
        banner = Banner(of: site)
        let isQuiet = banner.kind == "operational"
        head = Head(
            layout: layout, title: isQuiet ? "" : banner.summary,
            summary: layout.words.asOf(site.now, banner.summary, now: site.now), path: "", kind: banner.kind)
        news = NewsContext(of: site)
        incidents = site.openIncidents.prefix(Self.limit).enumerated().map {
            OpenIncident($1, isInFull: $0 == 0, layout: layout)
        }
        let others = site.openIncidents.count - incidents.count
        moreIncidents = others > 0 ? layout.words.text.bannerMore(others) : ""
        broken =
            site.page.brokenRecords.map {
                let link = LinkContext(
                    text: $0.title ?? $0.path,
                    href: layout.root + Record.pagePath(ofSlug: $0.slug)
                )
                return SentenceContext(layout.words.html.indexBroken(record: link.html))
            } + (site.page.withheldRecords > 0 ? [SentenceContext(layout.words.html.indexWithheld)] : [])
        notices = site.page.records.filter { $0.isCurrentNotice(at: site.now) }
            .map { NoticeContext($0, layout: layout) }
        groups = GroupContext.all(layout: layout)
        maintenance =
            layout.entries(of: site.runningMaintenance) + layout.entries(ofPlanned: site.plannedMaintenance)
        let days = RecentDays(layout: layout)
        recent = days.entries.isEmpty && days.quiet.isEmpty ? nil : days
        built = layout.words.html.indexBuilt(time: layout.words.element(site.now, age: .past))
    }
}

/// A current notice.
struct NoticeContext: TemplateContext {
    let href: String
    let title: String
    let body: HTML

    static let vocabulary = Vocabulary<Self>([
        .text("href", "the address of its page") { $0.href },
        .text("title", "its title") { $0.title },
        .html("body", "its latest text") { $0.body },
    ])

    init(_ notice: Record, layout: Layout) {
        href = layout.href(of: notice)
        title = notice.title
        body = HTML(
            rendered: (notice.updates.last?.prose ?? notice.summary).html(root: layout.root)
        )
    }
}
