extension Series {
    /// The rule by which windows recur, by the wall clock of a zone.
    public struct Rule: Hashable, Sendable {
        /// The days on which they recur.
        public var frequency: Frequency
        /// The day of the first window.
        public var firstDay: Day
        /// The last day on which a window may begin.
        public var lastDay: Day
        /// The time at which a window begins.
        public var from: TimeOfDay
        /// The time at which it ends.
        public var until: TimeOfDay
        /// The number of days from the one on which a window begins to the one on which it ends; 0 if they are the
        /// same.
        public var nights: Int

        /// Makes a rule.
        public init(
            _ frequency: Frequency, firstDay: Day, lastDay: Day, from: TimeOfDay, until: TimeOfDay,
            nights: Int
        ) {
            (self.frequency, self.firstDay, self.lastDay) = (frequency, firstDay, lastDay)
            (self.from, self.until, self.nights) = (from, until, nights)
        }
    }

    /// The days on which windows recur.
    public enum Frequency: Hashable, Sendable {
        /// Every day.
        case daily
        /// Every given number of weeks, on the weekday of the first window.
        case everyWeeks(Int)
        /// On that day of each month that has it; from 1 to 31.
        case monthly(onDay: Int)
        /// On the first, second, … fifth such weekday of each month that has it; weekdays count from 0 for Monday.
        case monthlyOn(ordinal: Int, weekday: Int)
    }
}

extension Series.Frequency {
    /// Whether a window may be on the day, if the first one is on `first`.
    public func includes(_ day: Day, from first: Day) -> Bool {
        switch self {
        case .daily: true
        case .everyWeeks(let weeks): (day.daysSinceEpoch - first.daysSinceEpoch) % (7 * weeks) == 0
        case .monthly(let number): day.day == number
        case .monthlyOn(let ordinal, let weekday): day.weekday == weekday && (day.day - 1) / 7 + 1 == ordinal
        }
    }
}

extension Series.Frequency: CustomStringConvertible {
    /// The text that a record has for it, such as `monthly on the 1st sunday`.
    public var description: String {
        switch self {
        case .daily: "daily"
        case .everyWeeks(1): "weekly"
        case .everyWeeks(let weeks): "every \(weeks) weeks"
        case .monthly(let day): "monthly on the \(Self.ordinal(day))"
        case .monthlyOn(let ordinal, let weekday):
            "monthly on the \(Self.ordinal(ordinal)) \(Self.weekdays[weekday])"
        }
    }

    /// The days of the week as records write them, from Monday on.
    public static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// Returns the ordinal of a number from 1 to 31, such as `1st`.
    public static func ordinal(_ number: Int) -> String {
        let isTeen = (11...13).contains(number)
        return "\(number)" + (isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th")
    }
}

extension Series.Rule {
    /// Returns the days of its windows, earliest first.
    ///
    /// - Parameter limit: the greatest number of days to return.
    public func days(atMost limit: Int) -> [Day] {
        var days: [Day] = []
        var day = firstDay
        while day <= lastDay, days.count < limit {
            if frequency.includes(day, from: firstDay) { days.append(day) }
            day = day.advanced(by: step)
        }
        return days
    }

    /// Returns the instant at which the window of that day begins: the first at which the clocks show its time, or
    /// `nil` if they skip it.
    public func beginning(on day: Day, in zone: Zone) -> Instant? {
        zone.instants(of: day, at: from).first
    }

    /// Returns the instant at which the window of that day ends: the last at which the clocks show its time, or `nil`
    /// if they skip it.
    public func end(on day: Day, in zone: Zone) -> Instant? {
        zone.instants(of: day.advanced(by: nights), at: until).last
    }

    /// The length of a window in seconds, by the wall clock.
    public var seconds: Int { nights * 86_400 + until.seconds - from.seconds }

    /// The least number of days from one window to the next.
    private var step: Int {
        if case .everyWeeks(let weeks) = frequency { 7 * weeks } else { 1 }
    }
}
