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

    static let vocabulary = Vocabulary<Self>([
        .text("span", "the range, as in Last 7 days or November 2026") { $0.span },
        .text("monthHref", "the address of the month in the history; empty for other ranges") { $0.href },
        .text(
            "share",
            "the uptime, as in 99.96% or no data; of a period that was not watched whole, with since when it was"
        ) { $0.uptime },
        .text("downtime", "the weighted downtime, as in 45 min; empty where there was none") { $0.downtime },
        .flag("hasRemarks", "whether there was an incident, maintenance or time degraded") {
            !$0.incidents.isEmpty || !$0.maintenance.isEmpty || !$0.degraded.isEmpty
        },
        .text("failures", "how many incidents that began in it affected the component; empty where none did")
        {
            $0.incidents
        },
        .text("maintenanceTime", "the time under maintenance, in words; empty where there was none") {
            $0.maintenance
        },
        .text("degradedTime", "the time degraded, which is no downtime, in words; empty where there was none")
        {
            $0.degraded
        },
    ])
}

extension UptimeRow {
    /// The ranges back from now; instead of those in which nobody watched at first, one since then.
    static func recent(of subject: UptimeSubject, frame: Frame) -> [UptimeRow] {
        let (now, words) = (frame.site.now, frame.words)
        let ranges = RecentRange.allCases.map { (name: words.name(of: $0), range: $0.range(endingAt: now)) }
        let whole = ranges.filter { $0.range.from >= subject.watchedSince }
        let date = words.date(words.zone.day(of: subject.watchedSince))
        let rest = (
            name: words.text.rangeSince(date: date), range: TimeRange(from: subject.watchedSince, to: now)
        )
        return (whole.count < ranges.count ? whole + [rest] : whole).map {
            UptimeRow(of: subject, during: $0.range, called: $0.name, words)
        }
    }

    /// A calendar period; nothing where none of it was observed.
    init?(of subject: UptimeSubject, in period: Period, frame: Frame) {
        let range = period.range(in: frame.words.zone)
        guard subject.uptime(range).observedSeconds > 0 else { return nil }
        var href = ""
        if case .month = period { href = "\(frame.root)history/\(period).html" }
        self.init(
            of: subject, during: range, called: frame.words.name(of: period), href: href, frame.words)
    }

    private init(
        of subject: UptimeSubject, during range: TimeRange, called span: String, href: String = "",
        _ words: Words
    ) {
        let (figures, count) = (subject.uptime(range), subject.incidents(during: range))
        (self.span, self.href) = (span, href)
        let share = words.share(figures, beside: subject.target(range))
        let isWhole = subject.watchedSince <= range.from || figures.observedSeconds == 0
        let date = words.date(words.zone.day(of: subject.watchedSince))
        uptime = isWhole ? share : words.text.uptimeWatchedSince(date: date, uptime: share)
        downtime = figures.downtimeMilliseconds > 0 ? words.downtime(figures.downtimeMilliseconds) : ""
        incidents = count > 0 ? words.text.historyIncidents(count) : ""
        maintenance =
            figures.maintenanceSeconds > 0
            ? words.text.uptimeMaintenance(duration: words.duration(figures.maintenanceSeconds)) : ""
        degraded =
            figures.degradedSeconds > 0
            ? words.text.uptimeDegraded(duration: words.downtime(1000 * figures.degradedSeconds)) : ""
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
