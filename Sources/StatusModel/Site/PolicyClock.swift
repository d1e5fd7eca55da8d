/// Counts the seconds that apply to a severity's limits: all of them, or only those in business hours.
public struct PolicyClock: Hashable, Sendable {
    private let hours: BusinessHours?
    private let zone: Zone

    /// Makes a clock that counts all seconds or, with `hours`, only those in business hours in the zone.
    public init(counting hours: BusinessHours? = nil, in zone: Zone = .utc) {
        (self.hours, self.zone) = (hours, zone)
    }
}

extension PolicyClock {
    /// Returns the last instant at which at most that many counted seconds have passed since `start`.
    ///
    /// If they end with a business day, that is the beginning of the next one. If business hours do not add up to them
    /// within twenty years, it is `.distantFuture`.
    public func instant(_ seconds: Int, after start: Instant) -> Instant {
        guard let hours else { return start + seconds }
        let first = zone.day(of: start)
        let rest = TimeRange(from: start, to: .distantFuture)
        var left = seconds
        for day in 0..<Self.patience {
            let open = hours.range(on: first.advanced(by: day), in: zone).intersection(rest)
            if left < open.seconds { return open.from + left }
            left -= open.seconds
        }
        return .distantFuture
    }

    /// The number of days to search: twenty years.
    private static let patience = 7_305

    /// Returns the number of counted seconds in the range.
    public func seconds(during range: TimeRange) -> Int {
        guard let hours else { return range.seconds }
        guard !range.isEmpty else { return 0 }
        let (first, last) = (zone.day(of: range.from).daysSinceEpoch, zone.day(of: range.to).daysSinceEpoch)
        return (first...last).reduce(0) { sum, day in
            sum + hours.range(on: Day(daysSinceEpoch: day), in: zone).intersection(range).seconds
        }
    }
}

extension BusinessHours {
    /// Returns the day's hours in the zone; empty on other days of the week.
    fileprivate func range(on day: Day, in zone: Zone) -> TimeRange {
        guard weekdays.contains(day.weekday) else {
            return TimeRange(from: zone.start(of: day), to: zone.start(of: day))
        }
        return TimeRange(from: zone.instant(of: day, at: from), to: zone.instant(of: day, at: until))
    }
}

extension Zone {
    /// Returns the instant at which the clocks first show the time on that day.
    ///
    /// A time that a clock change skips is as far from the day's start as on other days.
    fileprivate func instant(of day: Day, at time: TimeOfDay) -> Instant {
        instants(of: day, at: time).first ?? start(of: day) + time.seconds
    }
}
