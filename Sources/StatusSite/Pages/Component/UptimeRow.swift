import Reliability
import StatusModel

/// A component's figures over a range.
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
        .flag("hasRemarks", "whether there was an incident or maintenance") {
            !$0.incidents.isEmpty || !$0.maintenance.isEmpty
        },
        .text("failures", "how many incidents that began in it affected the component; empty where none did")
        {
            $0.incidents
        },
        .text("maintenanceTime", "the time under maintenance, in words; empty where there was none") {
            $0.maintenance
        },
    ])
}

extension UptimeRow {
    /// The ranges back from now; instead of those in which nobody watched at first, one since then.
    static func recent(of index: Component.Index, _ starts: IncidentStarts, frame: Frame) -> [UptimeRow] {
        let (site, words) = (frame.site, frame.words)
        let watched = site.watchedSince(index)
        let ranges = RecentRange.allCases.map {
            (name: words.name(of: $0), range: $0.range(endingAt: site.now))
        }
        let whole = ranges.filter { $0.range.from >= watched }
        let date = words.date(words.zone.day(of: watched))
        let rest = (name: words.text.rangeSince(date: date), range: TimeRange(from: watched, to: site.now))
        return (whole.count < ranges.count ? whole + [rest] : whole).map {
            UptimeRow(of: index, during: $0.range, called: $0.name, starts, frame: frame)
        }
    }

    /// A calendar period; nothing where none of it was observed.
    init?(of index: Component.Index, in period: Period, _ starts: IncidentStarts, frame: Frame) {
        let range = period.range(in: frame.words.zone)
        guard frame.site.history.uptime(of: index, during: range).observedSeconds > 0 else { return nil }
        var href = ""
        if case .month = period { href = "\(frame.root)history/\(period).html" }
        self.init(
            of: index, during: range, called: frame.words.name(of: period), href: href, starts, frame: frame)
    }

    private init(
        of index: Component.Index, during range: TimeRange, called span: String, href: String = "",
        _ starts: IncidentStarts, frame: Frame
    ) {
        let words = frame.words
        let figures = frame.site.history.uptime(of: index, during: range)
        let count = starts.count(during: range)
        (self.span, self.href) = (span, href)
        uptime = words.share(figures)
        downtime = figures.downtimeMilliseconds > 0 ? words.downtime(figures.downtimeMilliseconds) : ""
        incidents = count > 0 ? words.text.historyIncidents(count) : ""
        maintenance =
            figures.maintenanceSeconds > 0
            ? words.text.uptimeMaintenance(duration: words.duration(figures.maintenanceSeconds)) : ""
    }
}

/// When the incidents that affected a component began.
struct IncidentStarts {
    /// The earliest first.
    private let instants: [Instant]

    init(of component: Component.Index, on site: Site) {
        instants = (site.archive.components[component]?.places ?? []).reversed()
            .map { site.historyEntries[$0] }
            .filter { $0.record.kind == .incident }
            .map(\.startsAt)
    }

    /// How many began in the range.
    func count(during range: TimeRange) -> Int { place(of: range.to) - place(of: range.from) }

    /// How many began before the instant.
    private func place(of instant: Instant) -> Int {
        var (low, high) = (0, instants.count)
        while low < high {
            let middle = (low + high) / 2
            if instants[middle] < instant { low = middle + 1 } else { high = middle }
        }
        return low
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
