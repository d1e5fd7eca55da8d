import Reliability
import StatusModel

/// Components under one heading.
struct GroupContext: TemplateContext {
    let name: String
    let rows: [ComponentRow]

    static let vocabulary = Vocabulary<Self>([
        .text("name", "the heading; empty for components without one") { $0.name },
        .list("rows", "its components") { $0.rows },
    ])

    /// The components that are not retired, those without a group first, then by group in the order in
    /// which the page names them.
    static func all(frame: Frame) -> [GroupContext] {
        let site = frame.site
        var names = [""]
        var members: [String: [Component.Index]] = [:]
        for index in site.currentComponents {
            let name = site.page.components[index].group ?? ""
            if members[name] == nil, !name.isEmpty { names.append(name) }
            members[name, default: []].append(index)
        }
        return names.compactMap { name in
            members[name].map { rows in
                GroupContext(name: name, rows: rows.map { ComponentRow($0, frame: frame) })
            }
        }
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
