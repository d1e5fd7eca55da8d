import Reliability
import StatusModel

/// The figures of a component or a group over a range.
struct UptimeRow: TemplateContext {
    let span: String
    let href: String
    let uptime: String
    let downtime: String
    let maintenance: String
    let incidents: String

    static let vocabulary = Vocabulary<Self>([
        .text("span", "the range, as in Last 7 days or November 2026") { $0.span },
        .text("monthHref", "the address of the month in the history; empty for other ranges") { $0.href },
        .text("share", "the uptime, as in 99.96% or no data") { $0.uptime },
        .text("downtime", "the weighted downtime, as in 45 min; empty where there was none") { $0.downtime },
        .text("maintenanceTime", "the time under maintenance; empty where there was none") { $0.maintenance },
        .text("failures", "how many incidents weighed on it; empty where none did") { $0.incidents },
    ])

    /// A range back from now.
    ///
    /// - Parameter uptime: the figures of a component or of several over a range.
    init(over range: RecentRange, frame: Frame, _ uptime: (TimeRange) -> Uptime) {
        let figures = uptime(range.range(endingAt: frame.site.now))
        self.init(figures, span: frame.words.name(of: range), href: "", frame.words)
    }

    /// A calendar period; nothing where none of it was observed.
    init?(in period: Period, frame: Frame, _ uptime: (TimeRange) -> Uptime) {
        let figures = uptime(period.range(in: frame.words.zone))
        guard figures.observedSeconds > 0 else { return nil }
        var href = ""
        if case .month = period { href = "\(frame.root)history/\(period).html" }
        self.init(figures, span: frame.words.name(of: period), href: href, frame.words)
    }

    private init(_ uptime: Uptime, span: String, href: String, _ words: Words) {
        (self.span, self.href, self.uptime) = (span, href, words.share(uptime))
        let seconds = (uptime.downtimeMilliseconds + 500) / 1000
        downtime = uptime.downtimeMilliseconds > 0 ? words.duration(max(1, seconds)) : ""
        maintenance = uptime.maintenanceSeconds > 0 ? words.duration(uptime.maintenanceSeconds) : ""
        incidents = uptime.incidents > 0 ? words.grouped(uptime.incidents) : ""
    }
}

extension Words {
    /// As in "Last 7 days".
    func name(of range: RecentRange) -> String {
        switch range {
        case .day: text.rangeDay
        case .week: text.rangeWeek
        case .month: text.rangeMonth
        case .quarter: text.rangeQuarter
        case .year: text.rangeYear
        }
    }
}
