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
    let barsInWords: String

    static let vocabulary = Vocabulary<Self>([
        .text("href", "the address of its page") { $0.href },
        .text("name", "its name") { $0.name },
        .text(
            "kind",
            "its status now: `operational`, `maintenance`, `degraded`, `partial` or `major`"
        ) { $0.kind },
        .text("status", "its status now in words") { $0.status },
        .text("uptime", "its uptime over 90 days, as in 99.96% or no data") { $0.uptime },
        .html("bars", "its last 90 days as an SVG of bars") { $0.bars },
        .text("barsInWords", "its days with trouble, in words") { $0.barsInWords },
    ])

    init(_ index: Component.Index, frame: Frame) {
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
        let quarter = RecentRange.quarter.range(endingAt: site.now)
        uptime = words.share(site.history.uptime(of: index, during: quarter))
        bars = drawing.svg
        barsInWords = drawing.text
    }
}
