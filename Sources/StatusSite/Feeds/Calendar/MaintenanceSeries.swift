import StatusModel

/// Recurring maintenance for calendars: a rule, and the windows that depart from it.
struct MaintenanceSeries {
    /// The record of the whole series.
    let record: Record
    let rule: Series.Rule
    let exceptions: [Day]
    let windows: [Series.Window]
    /// The record with only the updates about the whole series, not about single windows.
    let announced: Record
    /// The windows that were cancelled or are at another time than the rule's.
    let departures: [Departure]

    /// A window that departs from the rule.
    struct Departure {
        /// The day of the rule.
        let day: Day
        let range: TimeRange
        let record: Record
    }

    /// Makes a series; `nil` if the record is not one.
    init?(of record: Record, in zone: Zone) {
        guard let series = record.series else { return nil }
        let records = record.allWindows
        (self.record, rule, exceptions, windows) = (record, series.rule, series.exceptions, series.windows)
        var announced = record
        announced.updates = Array(record.updates.prefix(records.first?.seriesWindow?.sharedUpdates ?? 0))
        self.announced = announced
        departures = zip(series.windows, records).compactMap { Departure(of: $0, $1, in: zone) }
    }
}

extension MaintenanceSeries.Departure {
    /// Makes a departure; `nil` if the window follows the rule.
    ///
    /// A window that ended early follows it, because a calendar contains what is planned. One that ends in the second
    /// of two hours with the same clock times does not, because calendars use the first.
    fileprivate init?(of window: Series.Window, _ record: Record, in zone: Zone) {
        let range = TimeRange(
            from: record.begins, to: max(record.shownEnd, record.plannedEnd ?? window.range.to))
        let isPlain = !window.isMoved && range == window.range && zone.isFirst(range.to)
        guard !isPlain || record.updates.last?.phase == .cancelled else { return nil }
        (day, self.range, self.record) = (window.day, range, record)
    }
}

extension Series.Rule {
    /// Returns the value of RRULE (RFC 5545, 3.3.10).
    func asRecurrence(in zone: Zone) -> String {
        let end = zone.start(of: lastDay.advanced(by: 1)) - 1
        let until = end.description.filter { $0 != "-" && $0 != ":" }
        return "FREQ=\(frequency.parts);UNTIL=\(until)"
    }
}

extension Series.Frequency {
    /// The frequency, with the parts of RRULE that define the days.
    fileprivate var parts: String {
        switch self {
        case .daily: "DAILY"
        case .everyWeeks(1): "WEEKLY"
        case .everyWeeks(let weeks): "WEEKLY;INTERVAL=\(weeks)"
        case .monthly(let day): "MONTHLY;BYMONTHDAY=\(day)"
        case .monthlyOn(let ordinal, let weekday):
            "MONTHLY;BYDAY=\(ordinal)\(["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday])"
        }
    }
}

extension Zone {
    /// Whether it is the first instant of its day with this time on the clock.
    fileprivate func isFirst(_ instant: Instant) -> Bool {
        let (day, time) = local(instant)
        return instants(of: day, at: time).first == instant
    }
}

extension CalendarWriter {
    /// Writes a property whose value is an instant in a zone's local time, or in UTC if that time occurs for the second
    /// time on the same day.
    mutating func property(_ name: String, at instant: Instant, in zone: Zone) {
        guard zone.isFirst(instant) else { return property(name, at: instant) }
        property(name, [zone.local(instant)], in: zone)
    }

    /// Writes the definition of a zone for the range (3.6.5); nothing for UTC, which needs none.
    mutating func define(_ zone: Zone, during range: TimeRange) {
        guard zone != .utc else { return }
        let changes = zone.changes(during: range)
        component("VTIMEZONE") { calendar in
            calendar.property("TZID", zone.name)
            // If no change comes before the range, the first offset has always applied.
            if changes.first.map({ $0.at > range.from }) ?? true {
                let offset = zone.offset(at: range.from)
                calendar.observance(from: offset, to: offset, at: Instant(seconds: -offset))
            }
            for change in changes {
                calendar.observance(from: zone.offset(at: change.at - 1), to: change.offset, at: change.at)
            }
        }
    }

    private mutating func observance(from former: Int, to offset: Int, at instant: Instant) {
        component(offset > former ? "DAYLIGHT" : "STANDARD") { calendar in
            // The start is the local time by the offset before the change.
            let start = Zone(name: "", offset: former).local(instant)
            calendar.property(
                "DTSTART", "\(start.day)T\(start.time.withSeconds)".filter { $0 != "-" && $0 != ":" })
            calendar.property("TZOFFSETFROM", Self.written(former))
            calendar.property("TZOFFSETTO", Self.written(offset))
        }
    }

    /// Returns an offset from UTC as in 3.3.14: `+0100`.
    private static func written(_ offset: Int) -> String {
        let time = TimeOfDay(seconds: abs(offset))
        let shown = offset % 60 == 0 ? time.description : time.withSeconds
        return (offset < 0 ? "-" : "+") + shown.filter { $0 != ":" }
    }
}
