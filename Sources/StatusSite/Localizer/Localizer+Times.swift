import Diagnostics
import StatusModel

extension Localizer {
    /// Returns a date such as "2 Jan 2026".
    func date(_ day: Day) -> String { written(day, conventions.dates.date) }

    /// Returns a date such as "2 Jan".
    func dayAndMonth(_ day: Day) -> String { written(day, conventions.dates.dayAndMonth) }

    /// Returns a time of day such as "17:05".
    func time(_ time: TimeOfDay) -> String { conventions.dates.time.text(time, conventions.numbers) }

    /// Returns a time such as "17:05 UTC", "17:05 CET" or "17:05 Dubai time".
    func time(_ instant: Instant) -> String {
        zoned(time(zone.local(instant).time), at: instant)
    }

    /// Returns a date and time such as "2 Jan 2026, 17:05 UTC".
    func dateAndTime(_ instant: Instant) -> String {
        text.timeWithDate(date: date(zone.local(instant).day), time: time(instant))
    }

    /// Returns a date and time such as "2 Jan, 17:05 UTC", with the year if it is not the current one.
    func dateAndTime(_ instant: Instant, asOf now: Instant) -> String {
        let day = zone.local(instant).day
        let isThisYear = day.year == zone.day(of: now).year
        return text.timeWithDate(date: isThisYear ? dayAndMonth(day) : date(day), time: time(instant))
    }

    /// Returns a state and its time, such as "As of 2 Jan, 17:05 UTC: Website is down".
    ///
    /// The text states its time because others may keep copies of it.
    func asOf(_ instant: Instant, _ state: String, now: Instant) -> String {
        text.shareAsOf(state: state, time: dateAndTime(instant, asOf: now))
    }

    /// Returns the time, with its date unless it is on the day that the reader knows.
    func time(_ instant: Instant, on known: Day) -> String {
        zone.local(instant).day == known ? time(instant) : dateAndTime(instant)
    }

    /// Returns a span such as "2 Jan 2026, 17:00–17:45 UTC", which gives only once what both ends have in common.
    func span(from: Instant, to: Instant) -> String { span(from: from, to: to, by: time) }

    /// Returns a span to the second, such as "2 Jan 2026, 17:00:07–17:45:00 UTC".
    func exactSpan(from: Instant, to: Instant) -> String { span(from: from, to: to, by: exactTime) }

    /// Returns a date and time to the second, such as "2 Jan 2026, 17:00:07 UTC".
    func exactDateAndTime(_ instant: Instant) -> String {
        let local = zone.local(instant)
        return text.timeWithDate(date: date(local.day), time: zoned(exactTime(local.time), at: instant))
    }

    /// Returns a time of day such as "17:05:07".
    private func exactTime(_ time: TimeOfDay) -> String {
        conventions.dates.time.toSecond.text(time, conventions.numbers)
    }

    /// Returns times of the clock on several days, such as "02:00–04:00 CET/CEST".
    ///
    /// - Parameter instants: the instants at which the zone's time is named; it may have several names.
    func clockSpan(from: TimeOfDay, to: TimeOfDay, at instants: [Instant]) -> String {
        let byOffset = Dictionary(instants.map { (zone.offset(at: $0), $0) }) { first, _ in first }
        let known = byOffset.sorted { $0.key < $1.key }.map(\.value)
        let names = known.compactMap(zoneName)
        guard names.count < known.count, let city = city.value else {
            let labels = names.count < known.count ? known.map { zone.label(at: $0) } : names
            let last = text.timeWithZone(time: time(to), zone: labels.joined(separator: "/"))
            return text.timeFromTo(from: time(from), to: last)
        }
        return text.timeFromTo(from: time(from), to: text.timeWithCity(city: city, time: time(to)))
    }

    /// - Parameter time: writes a time of day.
    private func span(from: Instant, to: Instant, by time: (TimeOfDay) -> String) -> String {
        let (start, end) = (zone.local(from), zone.local(to))
        let isOneZone = zone.offset(at: from) == zone.offset(at: to)
        let (first, last) = (time(start.time), zoned(time(end.time), at: to))
        guard start.day == end.day else {
            return text.timeFromToLong(
                from: text.timeWithDate(
                    date: date(start.day),
                    time: isOneZone ? first : zoned(first, at: from)
                ),
                to: text.timeWithDate(date: date(end.day), time: last)
            )
        }
        guard isOneZone else {
            let times = text.timeFromToLong(from: zoned(first, at: from), to: last)
            return text.timeWithDate(date: date(start.day), time: times)
        }
        return text.timeWithDate(
            date: date(start.day),
            time: first == time(end.time) ? last : text.timeFromTo(from: first, to: last)
        )
    }

    /// Returns the name of a period, such as "November 2026", "Jul–Sep 2026" or "2026".
    func name(of period: Period) -> String {
        switch period {
        case .month(let year, let month):
            Day(year: year, month: month, day: 1).map { written($0, conventions.dates.month) } ?? ""
        case .quarter(let year, let quarter):
            text.timeQuarter(
                from: conventions.dates.shortMonthsAlone[quarter * 3 - 3],
                to: conventions.dates.shortMonthsAlone[quarter * 3 - 1],
                year: conventions.numbers.plain(year)
            )
        case .year(let year): text.timeYear(year: conventions.numbers.plain(year))
        }
    }

    /// Returns the short name of a month, such as "Nov 2026".
    func shortName(ofMonth day: Day) -> String { written(day, conventions.dates.shortMonth) }

    /// Returns the name of a month without the year, such as "November".
    func nameOfMonth(_ day: Day) -> String { conventions.dates.monthsAlone[day.month - 1] }

    /// Returns a date such as "Monday, 2 November 2026".
    func longDate(_ day: Day) -> String { written(day, conventions.dates.longDate) }

    /// Returns a date with its zone, such as "Monday, 2 November 2026, CET".
    ///
    /// The day is in the site's zone, wherever the reader is.
    func zonedLongDate(_ day: Day) -> String {
        let start = zone.start(of: day)
        let name = zoneName(at: start) ?? city.value ?? zone.label(at: start)
        return text.timeDayInZone(date: longDate(day), zone: name)
    }

    /// Returns the common abbreviation of the zone's time at the instant, such as "CET"; `nil` if it is not widely
    /// known.
    func zoneName(at instant: Instant) -> String? { zoneNames[zone.offset(at: instant)] }

    private func written(_ day: Day, _ pattern: DatePattern) -> String {
        pattern.text(day, by: conventions.dates, conventions.numbers)
    }

    private func zoned(_ time: String, at instant: Instant) -> String {
        if zoneName(at: instant) == nil, let city = city.value {
            return text.timeWithCity(city: city, time: time)
        }
        return text.timeWithZone(time: time, zone: zoneName(at: instant) ?? zone.label(at: instant))
    }
}
