import Reliability
import StatusModel

/// A component's row: its name, status, uptime and days.
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
            "its current status: `operational`, `maintenance`, `degraded`, `partial` or `major`"
        ) { $0.kind },
        .text("status", "its current status in words") { $0.status },
        .text(
            "uptime",
            "its uptime over 90 days, such as 99.96% in 90 days; if it was tracked for less, since then; or no data"
        ) { $0.uptime },
        .html("bars", "its last 90 days as an SVG of bars") { $0.bars },
        .text(
            "daysLabel",
            "the number of these days that had any, for example 3 days with incidents or maintenance; empty if none had"
        ) { $0.daysLabel },
        .list("days", "these days in words, newest first; on the front page, at most five") { $0.days },
        .section("allDays", "on the front page, the link to all of them") { $0.allDays },
    ])

    /// The number of days with trouble that the index lists.
    private static let limit = 5

    /// Makes the row of a component.
    ///
    /// - Parameters:
    ///   - name: its name in this place; under the heading of its group, the group's name can be left out.
    ///   - isWhole: whether all days with trouble are listed, as on the component's own page.
    init(_ index: Component.Index, called name: String, isWhole: Bool = false, layout: Layout) {
        let (site, words) = (layout.site, layout.words)
        let component = site.page.components[index]
        let now = site.history.status(of: index)
        let drawing = DayBars(
            of: index,
            days: site.history.days(of: index, count: 90),
            layout: layout
        )
        href = "\(layout.root)components/\(component.id).html"
        self.name = name
        kind = Localizer.kind(of: now)
        status = words.label(of: now)
        uptime = site.recentUptime(of: index)
        bars = drawing.svg
        daysLabel = drawing.eventfulDays > 0 ? words.text.barsTrouble(drawing.eventfulDays) : ""
        days = drawing.sentences(atMost: isWhole ? .max : Self.limit)
        allDays = isWhole ? nil : LinkContext(text: words.text.barsAll, href: href + "#days")
    }
}

extension Site {
    /// Returns the uptime in 90 days, such as "99.96% in 90 days", or "100%, tracked since 20 Nov 2026" if that is
    /// less.
    fileprivate func recentUptime(of component: Component.Index) -> String {
        let (quarter, tracked) = (RecentRange.quarter.range(endingAt: now), trackedSince(component))
        let range = TimeRange(from: max(quarter.from, tracked), to: now)
        let uptime = history.uptime(of: component, during: range)
        let share = words.share(uptime, beside: history.target(of: component, during: range))
        guard uptime.observedSeconds > 0 else { return share }
        return tracked > quarter.from
            ? words.text.uptimeTrackedSince(date: words.date(words.zone.day(of: tracked)), uptime: share)
            : words.text.uptimeIn90Days(uptime: share)
    }
}
