public import StatusModel

/// The calendar periods for which a page has figures: from its `since`, or else its first record, to now.
///
/// If it has neither, they are the current ones only.
public struct ReportingPeriods: Sendable, Hashable {
    /// The months, oldest first.
    public let months: [Period]
    /// The quarters, oldest first.
    public let quarters: [Period]
    /// The years, oldest first.
    public let years: [Period]
    /// The first day with figures.
    public let firstDay: Day
}

extension ReportingPeriods {
    /// Makes the periods of a page at `now`, in the page's zone.
    public init(of page: StatusPage, now: Instant) {
        firstDay = page.zone.day(of: min(page.since ?? page.firstRecordAt ?? now, now))
        let last = page.zone.day(of: now)
        months = Period.all(from: .month(of: firstDay), through: .month(of: last))
        quarters = Period.all(from: .quarter(of: firstDay), through: .quarter(of: last))
        years = Period.all(from: .year(of: firstDay), through: .year(of: last))
    }

    /// All periods: months, then quarters, then years.
    public var all: [Period] { months + quarters + years }
}

extension Period {
    fileprivate static func all(from first: Period, through last: Period) -> [Period] {
        Array(sequence(first: first) { $0.firstDay < last.firstDay ? $0.next : nil })
    }
}
