public import StatusModel

/// The calendar periods a page has figures for, from its `since`, or else its first record, to now; the
/// current ones alone where it has neither.
public struct ReportingPeriods: Sendable, Hashable {
    /// The months, oldest first.
    public let months: [Period]
    /// The quarters, oldest first.
    public let quarters: [Period]
    /// The years, oldest first.
    public let years: [Period]
    /// The day from which on there are figures.
    public let firstDay: Day
}

extension ReportingPeriods {
    /// The periods of a page at `now`, in the page's zone.
    public init(of page: StatusPage, now: Instant) {
        firstDay = page.zone.day(of: min(page.since ?? page.firstRecordAt ?? now, now))
        let last = page.zone.day(of: now)
        months = Period.all(from: .month(of: firstDay), through: .month(of: last))
        quarters = Period.all(from: .quarter(of: firstDay), through: .quarter(of: last))
        years = Period.all(from: .year(of: firstDay), through: .year(of: last))
    }

    /// Months, then quarters, then years.
    public var all: [Period] { months + quarters + years }
}

extension StatusPage {
    /// When its first incident or maintenance began: without a `since`, components are tracked from then on. Maintenance that
    /// was called off before it began is no record of anything.
    public var firstRecordAt: Instant? {
        records.lazy.filter { $0.kind != .notice && !$0.neverRan }.map { $0.begins }.min()
    }
}

extension Period {
    fileprivate static func all(from first: Period, through last: Period) -> [Period] {
        Array(sequence(first: first) { $0.firstDay < last.firstDay ? $0.next : nil })
    }
}
