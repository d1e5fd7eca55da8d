import Reliability
import StatusModel

/// The page that answers whether it is broken.
struct IndexPage: PageContext {
    static let template = "index"
    static let summary = "the front page: what is wrong now, the components, and the last days"

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
            .section("news", "for the script: how to find that there is news") { $0.news },
            .section("banner", "what is wrong, in a sentence") { $0.banner },
            .list("incidents", "the open incidents, ten at most: the worst first and only that one in full") {
                $0.incidents
            },
            .text("moreIncidents", "how many incidents are open besides, in a sentence; may be empty") {
                $0.moreIncidents
            },
            .list("broken", "records that could not be read, a sentence on each") { $0.broken },
            .list("notices", "the current announcements, newest first") { $0.notices },
            .flag("hasComponents", "whether the site has components") { !$0.groups.isEmpty },
            .list("groups", "the components by group") { $0.groups },
            .flag("isFolding", "whether groups can be folded, as on sites with many components") {
                $0.groups.contains(where: \.isFolding)
            },
            .html(
                "maintenance",
                "maintenance in progress and to come, as the template `entry` makes each; a series is one entry"
            ) {
                $0.maintenance
            },
            .section("recent", "the last seven days; nothing on a new site on which nothing has happened") {
                $0.recent
            },
            .html("built", "when the site was built, in a sentence") { $0.built },
        ]
    )

    /// How many open incidents are shown: the page does not grow with the outage.
    private static let limit = 10

    init(frame: Frame) {
        let site = frame.site
        banner = Banner(of: site)
        let isQuiet = banner.kind == "operational"
        head = Head(
            frame: frame, title: isQuiet ? "" : banner.summary,
            summary: frame.words.asOf(site.now, banner.summary, now: site.now), path: "", kind: banner.kind)
        news = NewsContext(of: site)
        incidents = site.openIncidents.prefix(Self.limit).enumerated().map {
            OpenIncident($1, isInFull: $0 == 0, frame: frame)
        }
        let others = site.openIncidents.count - incidents.count
        moreIncidents = others > 0 ? frame.words.text.bannerMore(others) : ""
        broken =
            site.page.brokenRecords.map {
                let link = LinkContext(
                    text: $0.title ?? $0.path,
                    href: frame.root + Record.pagePath(ofSlug: $0.slug)
                )
                return SentenceContext(frame.words.html.indexBroken(record: link.html))
            } + (site.page.withheldRecords > 0 ? [SentenceContext(frame.words.html.indexWithheld)] : [])
        notices = site.page.records.filter { $0.isCurrentNotice(at: site.now) }
            .map { NoticeContext($0, frame: frame) }
        groups = GroupContext.all(frame: frame)
        maintenance =
            frame.entries(of: site.runningMaintenance) + frame.entries(ofPlanned: site.plannedMaintenance)
        let days = RecentDays(frame: frame)
        recent = days.entries.isEmpty && days.quiet.isEmpty ? nil : days
        built = frame.words.html.indexBuilt(time: frame.words.element(site.now, age: .past))
    }
}

/// A current announcement.
struct NoticeContext: TemplateContext {
    let href: String
    let title: String
    let body: HTML

    static let vocabulary = Vocabulary<Self>([
        .text("href", "the address of its page") { $0.href },
        .text("title", "its title") { $0.title },
        .html("body", "its latest word") { $0.body },
    ])

    init(_ notice: Record, frame: Frame) {
        href = frame.href(of: notice)
        title = notice.title
        body = HTML(
            rendered: (notice.updates.last?.prose ?? notice.summary).html(root: frame.root)
        )
    }
}
