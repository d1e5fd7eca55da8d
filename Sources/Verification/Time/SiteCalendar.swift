import Foundation

/// The days, months, quarters and years of a site's time zone.
final class SiteCalendar {
    private let zone: TimeZone
    private var starts: [Int: Int] = [:]

    init(zone name: String) throws(Unreadable) {
        let isPlain = name.utf8.allSatisfy { byte in
            "/_+-".utf8.contains(byte) || Character(Unicode.Scalar(byte)).isLetter
                || Character(Unicode.Scalar(byte)).isNumber
        }
        guard isPlain, let zone = TimeZone(identifier: name) else {
            throw Unreadable("`\(name)` is not a time zone that this system knows")
        }
        self.zone = zone
    }
}

extension SiteCalendar {
    /// Returns the number of the day that the zone's calendars show at an instant.
    func day(of instant: Int) -> Int {
        let local = instant + offset(at: instant)
        return (local < 0 ? local - 86_399 : local) / 86_400
    }

    /// Returns the hour and the minute that the zone's clocks show at an instant.
    func clock(at instant: Int) -> (hour: Int, minute: Int) {
        let second = instant + offset(at: instant) - 86_400 * day(of: instant)
        return (second / 3_600, second / 60 % 60)
    }

    /// Returns the numbers with which a text may state an instant: those of its date, its time of day and its zone's
    /// offset.
    func numbers(of instant: Int) -> Set<Int> {
        let (hour, minute) = clock(at: instant)
        let offset = abs(offset(at: instant))
        return numbers(ofDay: day(of: instant)).union([hour, minute, offset / 3_600, offset / 60 % 60])
    }

    /// Returns the numbers with which a text may state a day.
    func numbers(ofDay day: Int) -> Set<Int> {
        let (year, month, date) = Day.date(day)
        return [year, year % 100, month, date]
    }

    /// Returns the day of the week that the zone's calendars show at an instant; 0 is Monday.
    func weekday(of instant: Int) -> Int {
        // Day 0 was a Thursday.
        ((day(of: instant) + 3) % 7 + 7) % 7
    }

    /// Returns the first instant of a day: the first at which the zone's clocks show its midnight or, if they skip
    /// that, the first at which its calendars show the day.
    func start(ofDay day: Int) -> Int {
        if let known = starts[day] { return known }
        let asIfUTC = day * 86_400
        let offsets = [asIfUTC - 86_400, asIfUTC, asIfUTC + 86_400].map(offset)
        let candidates = offsets.map { asIfUTC - $0 }
        let midnights = candidates.filter { offset(at: $0) == asIfUTC - $0 }
        let start =
            midnights.min() ?? firstInstant(of: day, between: asIfUTC - 86_400, asIfUTC + 86_400)
        starts[day] = start
        return start
    }

    /// Returns the days of a month (`2026-01`), a quarter (`2026-Q1`) or a year (`2026`).
    static func days(of period: String) -> Range<Int>? {
        let parts = period.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 4, let year = Int(first) else { return nil }
        if parts.count == 1 { return Day.firstDay(of: year)..<Day.firstDay(of: year + 1) }
        guard parts.count == 2, parts[1].utf8.count == 2 else { return nil }
        let isQuarter = parts[1].first == "Q"
        guard let number = Int(isQuarter ? parts[1].dropFirst() : parts[1]),
            (1...(isQuarter ? 4 : 12)).contains(number)
        else { return nil }
        let (months, length) = (isQuarter ? 3 * number - 3 : number - 1, isQuarter ? 3 : 1)
        return firstDay(ofMonth: 12 * year + months)..<firstDay(ofMonth: 12 * year + months + length)
    }

    /// Returns the range of a period.
    func range(of period: String) -> Stretch? {
        Self.days(of: period).map {
            Stretch(from: start(ofDay: $0.lowerBound), until: start(ofDay: $0.upperBound))
        }
    }

    /// Returns the names of the months, quarters and years from one instant to another, oldest first.
    func periods(from first: Int, through last: Int) -> (
        months: [String], quarters: [String], years: [String]
    ) {
        let (start, end) = (Day.date(day(of: first)), Day.date(day(of: last)))
        let months = 12 * start.year + start.month - 1...12 * end.year + end.month - 1
        let quarters = 4 * start.year + (start.month - 1) / 3...4 * end.year + (end.month - 1) / 3
        return (
            months.map { "\(Plain.digits($0 / 12, 4))-\(Plain.digits($0 % 12 + 1, 2))" },
            quarters.map { "\(Plain.digits($0 / 4, 4))-Q\($0 % 4 + 1)" },
            (start.year...end.year).map { Plain.digits($0, 4) }
        )
    }

    private static func firstDay(ofMonth month: Int) -> Int {
        Day.number(year: month / 12, month: month % 12 + 1, day: 1) ?? 0
    }

    private func firstInstant(of day: Int, between before: Int, _ within: Int) -> Int {
        var (low, high) = (before, within)
        while high - low > 1 {
            let middle = (low + high) / 2
            if self.day(of: middle) >= day { high = middle } else { low = middle }
        }
        return high
    }

    private func offset(at instant: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
    }
}
