import StatusModel

/// The records of each day, by month: the order of the history.
struct Chronicle: Sendable {
    /// Every month from the first record, or the site's start, to now; oldest first.
    let months: [Month]

    struct Month: Sendable {
        let period: Period
        /// The days on which a record began or continued, newest first.
        let days: [DayOfRecords]
    }

    /// A day and its records, by their places in ``Site/historyEntries``.
    struct DayOfRecords: Sendable {
        let day: Day
        /// The records that began that day, newest first.
        var begun: [Int] = []
        /// The records that had begun before and had an effect that day, newest first.
        var continued: [Int] = []
    }
}

extension Chronicle {
    init(of site: Site) {
        var days: [Day: DayOfRecords] = [:]
        for (place, entry) in site.historyEntries.enumerated() {
            for (index, day) in entry.days(in: site.words.zone).enumerated() {
                var records = days[day] ?? DayOfRecords(day: day)
                if index == 0 { records.begun.append(place) } else { records.continued.append(place) }
                days[day] = records
            }
        }
        let byMonth = Dictionary(grouping: days.values) { Period.month(of: $0.day) }
        months = Self.periods(of: site).map { period in
            Month(period: period, days: (byMonth[period] ?? []).sorted { $0.day > $1.day })
        }
    }

    private static func periods(of site: Site) -> [Period] {
        let starts = [site.page.since, site.historyEntries.last?.startsAt, site.now].compactMap { $0 }
        let zone = site.words.zone
        let first = Period.month(of: zone.day(of: starts.min() ?? site.now))
        let last = Period.month(of: zone.day(of: site.now))
        return Array(sequence(first: first) { $0 == last ? nil : $0.next })
    }
}

extension Chronicle.Month {
    /// The places of the records that began in it, newest first.
    var begun: [Int] { days.flatMap(\.begun) }

    var path: String { "history/\(period).html" }
}
