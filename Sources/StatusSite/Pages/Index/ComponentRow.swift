import Reliability
import StatusModel

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

    /// - Parameter name: what it is called here: under its group's heading the group need not be named.
    init(_ index: Component.Index, called name: String, frame: Frame) {
        let (site, words) = (frame.site, frame.words)
        let component = site.page.components[index]
        let now = site.history.status(of: index)
        let drawing = DayBars(
            of: index,
            days: site.history.days(of: index, count: 90),
            frame: frame
        )
        href = "\(frame.root)components/\(component.id).html"
        self.name = name
        kind = Words.kind(of: now)
        status = words.label(of: now)
        let quarter = RecentRange.quarter.range(endingAt: site.now)
        uptime = words.share(site.history.uptime(of: index, during: quarter))
        bars = drawing.svg
        barsInWords = drawing.text
    }
}
