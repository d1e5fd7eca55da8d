import StatusModel

/// Maintenance that recurs, as calendars have it: a rule, and what departs from it.
struct MaintenanceSeries {
    /// The record of all of the series.
    let record: Record
    let rule: Series.Rule
    let exceptions: [Day]
    let windows: [Series.Window]
    /// The record as far as it is about the series and about no window.
    let announced: Record
    /// The windows that run at another time than the rule's, or were called off.
    let departures: [Departure]

    /// A window that departs from the rule.
    struct Departure {
        /// The rule's own day.
        let day: Day
        let range: TimeRange
        let record: Record
    }

    /// `nil` if the record is no series.
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
    /// `nil` if the window keeps to the rule. One that was over early does, as a calendar holds what is planned. One that
    /// ends in an hour that the clocks show twice does not, as calendars take the first.
    fileprivate init?(of window: Series.Window, _ record: Record, in zone: Zone) {
        let range = TimeRange(
            from: record.begins, to: max(record.shownEnd, record.plannedEnd ?? window.range.to))
        let isPlain = !window.isMoved && range == window.range && zone.isFirst(range.to)
        guard !isPlain || record.updates.last?.phase == .cancelled else { return nil }
        (day, self.range, self.record) = (window.day, range, record)
    }
}

extension Series.Rule {
    /// The value of RRULE (RFC 5545, 3.3.10).
    func asRecurrence(in zone: Zone) -> String {
        let end = zone.start(of: lastDay.advanced(by: 1)) - 1
        let until = end.description.filter { $0 != "-" && $0 != ":" }
        return "FREQ=\(frequency.parts);UNTIL=\(until)"
    }
}

extension Series.Frequency {
    /// How often, with the parts of RRULE that say on which days.
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
    /// Whether no earlier instant of the day has the same time on the clock.
    fileprivate func isFirst(_ instant: Instant) -> Bool {
        let (day, time) = local(instant)
        return instants(of: day, at: time).first == instant
    }
}

extension CalendarWriter {
    /// Writes a property whose value is an instant by the clocks of a zone, or in UTC where they show its time for the second
    /// time.
    mutating func property(_ name: String, at instant: Instant, in zone: Zone) {
        guard zone.isFirst(instant) else { return property(name, at: instant) }
        property(name, [zone.local(instant)], in: zone)
    }

    /// Writes what the clocks of a zone show during the range (3.6.5); nothing for UTC, which needs none.
    mutating func define(_ zone: Zone, during range: TimeRange) {
        guard zone != .utc else { return }
        let changes = zone.changes(during: range)
        component("VTIMEZONE") { calendar in
            calendar.property("TZID", zone.name)
            // Where no change lies before the range, the first offset holds since ever.
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
            // The beginning is what the clocks showed that were set by it.
            let start = Zone(name: "", offset: former).local(instant)
            calendar.property(
                "DTSTART", "\(start.day)T\(start.time.withSeconds)".filter { $0 != "-" && $0 != ":" })
            calendar.property("TZOFFSETFROM", Self.written(former))
            calendar.property("TZOFFSETTO", Self.written(offset))
        }
    }

    /// An offset from UTC as 3.3.14 has it: `+0100`.
    private static func written(_ offset: Int) -> String {
        let time = TimeOfDay(seconds: abs(offset))
        let shown = offset % 60 == 0 ? time.description : time.withSeconds
        return (offset < 0 ? "-" : "+") + shown.filter { $0 != ":" }
    }
}
