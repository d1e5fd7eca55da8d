import Reliability
import StatusModel

/// A group's page: the state of its components, their uptime together, and their records.
struct GroupPage: PageContext {
    static let template = "group"
    static let summary = "a group's page: its components, their uptime together, and their incidents"

    let head: Head
    let name: String
    let description: String
    let whole: LinkContext?
    let feed: String
    let feedLabel: String
    let group: GroupContext
    let isCounted: Bool
    let uptime: UptimeTables
    let entries: HTML
    let left: String

    /// The number of records that the page lists; older ones are on the pages of its components.
    private static let limit = 100

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + Vocabulary<Self>.words { $0.uptime } + [
            .text("name", "its name") { $0.name },
            .text("description", "the group's description; may be empty") { $0.description },
            .section("whole", "the link to the group that it is a part of; absent if there is none") {
                $0.whole
            },
            .text("feed", "the address of the group's RSS feed") { $0.feed },
            .text("feedLabel", "the text of the link to it") { $0.feedLabel },
            .flag("isCounted", "whether any of its components counts towards uptime") { $0.isCounted },
            .section("group", "its components, with their status") { $0.group },
            .html(
                "entries",
                "its incidents and maintenance, newest first, at most 100, each made by the template `entry`; may be empty"
            ) { $0.entries },
            .text("left", "a sentence with the number of others; may be empty") { $0.left },
        ]
    )

    init(_ index: ComponentGroup.Index, periods: ReportingPeriods, layout: Layout) {
        let (site, words) = (layout.site, layout.words)
        let (group, members) = (site.page.groups[index], site.componentsByGroup[index])
        name = site.page.fullName(of: index)
        description = group.summary ?? ""
        whole = group.parent.map { site.page.groups[$0] }.map {
            LinkContext(text: $0.name, href: layout.root + $0.pagePath)
        }
        head = Head(
            layout: layout, title: name, summary: description, path: group.pagePath,
            kind: Localizer.kind(of: site.worst(of: members.filter(site.isInService))))
        feed = "\(group.id).xml"
        feedLabel = words.text.componentFeed(component: words.isolated(name))
        self.group = GroupContext.only(site.shown(index), layout: layout)
        let records = Set(members.flatMap { site.archive.components[$0]?.places ?? [] }).sorted()
        isCounted = members.contains { site.history.rules.counts($0, at: site.now) }
        let counted = members.filter { site.history.rules.countsByDay(of: $0).contains(where: \.value) }
        uptime = UptimeTables(
            of: UptimeSubject(counted, at: records, on: site), in: periods, layout: layout)
        entries = layout.entries(at: records.prefix(Self.limit))
        left =
            records.count > Self.limit
            ? words.text.componentLeft(records.count, newest: words.grouped(Self.limit)) : ""
    }
}
