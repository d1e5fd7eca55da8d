import StatusModel

extension Words {
    /// As in "2 Jan 2026".
    func date(_ day: Day) -> String { "\(dayAndMonth(day)) \(day.year)" }

    /// As in "2 Jan".
    func dayAndMonth(_ day: Day) -> String { "\(day.day) \(Self.shortMonths[day.month - 1])" }

    /// As in "17:05 UTC".
    func time(_ instant: Instant) -> String {
        "\(zone.local(instant).time) \(zone.label(at: instant))"
    }

    /// As in "2 Jan 2026, 17:05 UTC".
    func dateAndTime(_ instant: Instant) -> String {
        let local = zone.local(instant)
        return "\(date(local.day)), \(local.time) \(zone.label(at: instant))"
    }

    /// As in "2 Jan, 17:05 UTC", with the year where it is not the current one.
    func dateAndTime(_ instant: Instant, asOf now: Instant) -> String {
        let local = zone.local(instant)
        let isThisYear = local.day.year == zone.day(of: now).year
        let date = isThisYear ? dayAndMonth(local.day) : date(local.day)
        return "\(date), \(local.time) \(zone.label(at: instant))"
    }

    /// The time alone where the reader knows the day, with its date elsewhere.
    func time(_ instant: Instant, on known: Day) -> String {
        let local = zone.local(instant)
        let day = local.day == known ? "" : date(local.day) + ", "
        return "\(day)\(local.time) \(zone.label(at: instant))"
    }

    /// As in "2 Jan 2026, 17:00–17:45 UTC": what both ends have in common is said once.
    func span(from: Instant, to: Instant) -> String {
        let (start, end) = (zone.local(from), zone.local(to))
        let (startLabel, endLabel) = (zone.label(at: from), zone.label(at: to))
        let head = "\(date(start.day)), \(start.time)"
        guard start.day == end.day else {
            let zoneOfStart = startLabel == endLabel ? "" : " " + startLabel
            return "\(head)\(zoneOfStart) – \(date(end.day)), \(end.time) \(endLabel)"
        }
        if startLabel != endLabel { return "\(head) \(startLabel) – \(end.time) \(endLabel)" }
        return start.time.seconds / 60 == end.time.seconds / 60
            ? "\(head) \(endLabel)" : "\(head)–\(end.time) \(endLabel)"
    }

    /// As in "November 2026", "Jul–Sep 2026" and "2026".
    func name(of period: Period) -> String {
        switch period {
        case .month(let year, let month): "\(Self.months[month - 1]) \(year)"
        case .quarter(let year, let quarter):
            "\(Self.shortMonths[quarter * 3 - 3])–\(Self.shortMonths[quarter * 3 - 1]) \(year)"
        case .year(let year): "\(year)"
        }
    }

    /// As in "Nov 2026".
    func shortName(ofMonth day: Day) -> String { "\(Self.shortMonths[day.month - 1]) \(day.year)" }

    /// As in "November".
    func nameOfMonth(_ day: Day) -> String { Self.months[day.month - 1] }

    /// As in "Monday, 2 November 2026".
    func longDate(_ day: Day) -> String {
        "\(Self.weekdays[day.weekday]), \(day.day) \(Self.months[day.month - 1]) \(day.year)"
    }

    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
    private static let shortMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
