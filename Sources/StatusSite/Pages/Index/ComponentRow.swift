import Reliability
import StatusModel

/// Components under one heading.
struct GroupContext: TemplateContext {
    let name: String
    let kind: String
    let state: String
    let isFolding: Bool
    let isOpen: Bool
    let rows: [ComponentRow]

    static let vocabulary = Vocabulary<Self>([
        .text("name", "the heading; empty for components without one") { $0.name },
        .text("kind", "the worst status of its components, as in `major`") { $0.kind },
        .text("state", "the state of its components, as in 3 down, 2 partly down or All 6 operational") {
            $0.state
        },
        .flag("isFolding", "whether it has a heading and can be folded, as on sites with many components") {
            $0.isFolding
        },
        .flag("isOpen", "whether it is unfolded at first: one of its components is not operational") {
            $0.isOpen
        },
        .list("rows", "its components, in the order of `status.yml`") { $0.rows },
    ])

    /// How many components are shown without groups being folded.
    private static let limit = 12

    /// The components that are not retired: those without a group first, then the groups, the worst first. A group of one
    /// is none.
    static func all(frame: Frame) -> [GroupContext] {
        let site = frame.site
        let components = site.currentComponents
        let groups = Dictionary(grouping: components) { site.page.components[$0].group ?? "" }
        let names = components.map { site.page.components[$0].group ?? "" }.filter {
            groups[$0]?.count ?? 0 > 1
        }
        let grouped = Set(names).subtracting([""])
        let alone = components.filter { !grouped.contains(site.page.components[$0].group ?? "") }
        var shown: Set<String> = [""]
        let members = names.filter { shown.insert($0).inserted }.map {
            (name: $0, components: groups[$0] ?? [])
        }
        return
            ((alone.isEmpty ? [] : [("", alone)]) + members.worstFirst { Harm(site.worst(of: $0.components)) })
            .map { GroupContext($0, $1, isFolding: components.count > limit, frame: frame) }
    }

    private init(_ name: String, _ components: [Component.Index], isFolding: Bool, frame: Frame) {
        let site = frame.site
        let parts = site.components(components)
        self.name = name
        kind = Words.kind(of: site.worst(of: components))
        state = site.words.state(of: parts)
        self.isFolding = isFolding && !name.isEmpty
        isOpen = site.worst(of: components) > .operational
        rows = components.map { ComponentRow($0, frame: frame) }
    }
}

extension Site {
    /// The worst status that any of the components has now.
    func worst(of components: [Component.Index]) -> ComponentStatus {
        components.map { history.status(of: $0) }.max() ?? .operational
    }
}

/// A component's line: its name, status, uptime and days.
struct ComponentRow: TemplateContext {
    let href: String
    let name: String
    let kind: String
    let status: String
    let uptime: String
    let bars: HTML
    let daysLabel: String
    let days: [SentenceContext]
    let allDays: LinkContext?

    static let vocabulary = Vocabulary<Self>([
        .text("href", "the address of its page") { $0.href },
        .text("name", "its name") { $0.name },
        .text(
            "kind",
            "its status now: `operational`, `maintenance`, `degraded`, `partial` or `major`"
        ) { $0.kind },
        .text("status", "its status now in words") { $0.status },
        .text(
            "uptime",
            "its uptime over 90 days, as in 99.96% in 90 days; if it was watched for less, since when it was; or no data"
        ) { $0.uptime },
        .html("bars", "its last 90 days as an SVG of bars") { $0.bars },
        .text("daysLabel", "how many of these days had trouble, as in 3 days with trouble; empty if none had")
        {
            $0.daysLabel
        },
        .list("days", "these days in words, newest first; on the index five at most") { $0.days },
        .section("allDays", "on the index, the link to all of them") { $0.allDays },
    ])

    /// How many days with trouble the index lists.
    private static let limit = 5

    /// - Parameter isWhole: whether all days with trouble are listed, as on the component's own page.
    init(_ index: Component.Index, isWhole: Bool = false, frame: Frame) {
        let (site, words) = (frame.site, frame.words)
        let component = site.page.components[index]
        let now = site.history.status(of: index)
        let drawing = DayBars(
            of: index,
            days: site.history.days(of: index, count: 90),
            frame: frame
        )
        href = "\(frame.root)components/\(component.id).html"
        name = component.name
        kind = Words.kind(of: now)
        status = words.label(of: now)
        uptime = site.recentUptime(of: index)
        bars = drawing.svg
        daysLabel = drawing.eventfulDays > 0 ? words.text.barsTrouble(drawing.eventfulDays) : ""
        days = drawing.sentences(atMost: isWhole ? .max : Self.limit)
        allDays = isWhole ? nil : LinkContext(text: words.text.barsAll, href: href + "#days")
    }
}

extension Site {
    /// As in "99.96% in 90 days", or "100%, watched since 20 Nov 2026" if that is less.
    fileprivate func recentUptime(of component: Component.Index) -> String {
        let (quarter, watched) = (RecentRange.quarter.range(endingAt: now), watchedSince(component))
        let range = TimeRange(from: max(quarter.from, watched), to: now)
        let uptime = history.uptime(of: component, during: range)
        let share = words.share(uptime)
        guard uptime.observedSeconds > 0 else { return share }
        return watched > quarter.from
            ? words.text.uptimeWatchedSince(uptime: share, date: words.date(words.zone.day(of: watched)))
            : words.text.uptimeIn90Days(uptime: share)
    }
}
