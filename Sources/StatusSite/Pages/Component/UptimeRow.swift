import Reliability
import StatusModel

/// The figures of a component or a group over a range.
struct UptimeRow: TemplateContext {
    let span: String
    let href: String
    let uptime: String
    let downtime: String
    let maintenance: String
    let degraded: String
    let incidents: String
    let tracked: String
    /// The total time that the components of a group lost; `nil` for a single component.
    let componentTime: String?

    static let vocabulary = Vocabulary<Self>([
        .text("span", "the range, such as Last 7 days or November 2026") { $0.span },
        .text("monthHref", "the address of the month in the history; empty for other ranges") { $0.href },
        .text("share", "the uptime, such as 99.96% or no data; for a group, each second counted once") {
            $0.uptime
        },
        .text(
            "downtime",
            "the weighted downtime, such as 45 min; for a group, each second counted once; empty if there was none"
        ) {
            $0.downtime
        },
        .flag("isOfGroup", "whether it is a group's") { $0.componentTime != nil },
        .text("componentTime", "the downtime of a group's components, added up; empty if there was none") {
            $0.componentTime
        },
        .flag(
            "hasRemarks",
            "whether there was an incident, maintenance or time degraded, or part was not tracked"
        ) {
            ![$0.tracked, $0.incidents, $0.maintenance, $0.degraded].allSatisfy(\.isEmpty)
        },
        .text("tracked", "the date from which it was tracked; empty if that was the whole range") {
            $0.tracked
        },
        .text(
            "failures",
            "the number of incidents that began in the range and affected the component; empty if there were none"
        ) {
            $0.incidents
        },
        .text("maintenanceTime", "the time under maintenance, in words; empty if there was none") {
            $0.maintenance
        },
        .text(
            "degradedTime",
            "the time degraded, which does not count as downtime, in words; empty if there was none"
        ) {
            $0.degraded
        },
    ])
}

extension UptimeRow {
    /// Returns the figures of ranges that end now.
    ///
    /// One range since tracking began replaces those that begin before it.
    static func recent(of subject: UptimeSubject, layout: Layout) -> [UptimeRow] {
        let (now, words) = (layout.site.now, layout.words)
        let ranges = RecentRange.allCases.map { (name: words.name(of: $0), range: $0.range(endingAt: now)) }
        let whole = ranges.filter { $0.range.from >= subject.trackedSince }
        let date = words.date(words.zone.day(of: subject.trackedSince))
        let rest = (
            name: words.text.rangeSince(date: date), range: TimeRange(from: subject.trackedSince, to: now)
        )
        return (whole.count < ranges.count ? whole + [rest] : whole).map {
            UptimeRow(of: subject, during: $0.range, called: $0.name, words)
        }
    }

    /// Makes the row of a calendar period; `nil` if no part of it was observed.
    init?(of subject: UptimeSubject, in period: Period, layout: Layout) {
        let range = period.range(in: layout.words.zone)
        guard subject.uptime(range).shown.observedSeconds > 0 else { return nil }
        var href = ""
        if case .month = period { href = "\(layout.root)history/\(period).html" }
        self.init(
            of: subject, during: range, called: layout.words.name(of: period), href: href, layout.words)
    }

    private init(
        of subject: UptimeSubject, during range: TimeRange, called span: String, href: String = "",
        _ words: Localizer
    ) {
        let (figures, count) = (subject.uptime(range), subject.incidents(during: range))
        (self.span, self.href) = (span, href)
        uptime = words.share(figures.shown, beside: subject.target(range))
        let isWhole = subject.trackedSince <= range.from || figures.shown.observedSeconds == 0
        let date = words.date(words.zone.day(of: subject.trackedSince))
        tracked = isWhole ? "" : words.text.uptimeTracked(date: date)
        downtime = words.lost(figures.shown)
        componentTime = figures.componentTime.map(words.lost)
        incidents = count > 0 ? words.text.historyIncidents(count) : ""
        let (maintained, slow) = (figures.shown.maintenanceSeconds, figures.shown.degradedSeconds)
        maintenance = maintained > 0 ? words.text.uptimeMaintenance(duration: words.duration(maintained)) : ""
        degraded = slow > 0 ? words.text.uptimeDegraded(duration: words.downtime(1000 * slow)) : ""
    }
}

extension Localizer {
    /// Returns the downtime; empty if there was none.
    fileprivate func lost(_ uptime: Uptime) -> String {
        uptime.downtimeMilliseconds > 0 ? downtime(uptime.downtimeMilliseconds) : ""
    }

    /// Returns the name of a range, such as "Last 7 days".
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
