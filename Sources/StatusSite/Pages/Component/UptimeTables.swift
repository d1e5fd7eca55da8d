import Reliability
import StatusModel

/// The uptime of a component or a group by ranges and calendar periods, the newest first.
struct UptimeTables: TemplateContext {
    /// Whether the tables are those of a group.
    let isOfGroup: Bool
    let ranges: [UptimeRow]
    let months: [UptimeRow]
    let olderMonths: [UptimeRow]
    let quarters: [UptimeRow]
    let years: [UptimeRow]

    static let vocabulary = Vocabulary<Self>([
        .flag("isOfGroup", "whether the uptime is that of a group, in which each second counts once") {
            $0.isOfGroup
        },
        .list(
            "ranges",
            "the uptime over the last 24 hours, 7, 30, 90 and 365 days; ranges that began before it was tracked are replaced by one since then"
        ) { $0.ranges },
        .list("months", "the uptime in each of the last 12 months, newest first") { $0.months },
        .flag("hasOlderMonths", "whether there are earlier months") { !$0.olderMonths.isEmpty },
        .list("olderMonths", "the uptime in each earlier month, newest first") { $0.olderMonths },
        .list("quarters", "the uptime in each quarter, newest first") { $0.quarters },
        .list("years", "the uptime in each year, newest first") { $0.years },
    ])

    init(of subject: UptimeSubject, in periods: ReportingPeriods, layout: Layout) {
        func rows(_ periods: some Sequence<Period>) -> [UptimeRow] {
            periods.compactMap { UptimeRow(of: subject, in: $0, layout: layout) }
        }
        isOfGroup = subject.isGroup
        ranges = UptimeRow.recent(of: subject, layout: layout)
        let allMonths = rows(periods.months.reversed())
        months = Array(allMonths.prefix(12))
        olderMonths = Array(allMonths.dropFirst(12))
        quarters = rows(periods.quarters.reversed())
        years = rows(periods.years.reversed())
    }
}
