extension Series {
    /// When windows recur, by the wall clock of a zone.
    public struct Rule: Hashable, Sendable {
        /// On which days.
        public var frequency: Frequency
        /// The day of the first window.
        public var firstDay: Day
        /// The last day that a window may begin on.
        public var lastDay: Day
        /// When a window begins.
        public var from: TimeOfDay
        /// When it ends.
        public var until: TimeOfDay
        /// How many days after the one that it begins on a window ends; 0 if it does on the same.
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

    /// The days that windows recur on.
    public enum Frequency: Hashable, Sendable {
        /// Every day.
        case daily
        /// Every so many weeks, on the weekday of the first window.
        case everyWeeks(Int)
        /// On that day of each month that has it, 1 to 31.
        case monthly(onDay: Int)
        /// On the first, second, … fifth such weekday of each month that has it; weekdays count from Monday, 0.
        case monthlyOn(ordinal: Int, weekday: Int)
    }
}

extension Series.Frequency {
    /// Whether windows may fall on the day, if the first one does.
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
    /// As a record writes it, as in `monthly on the 1st sunday`.
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

    /// The days of the week as records write them, from Monday.
    public static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// As in `1st`; of numbers from 1 to 31.
    public static func ordinal(_ number: Int) -> String {
        let isTeen = (11...13).contains(number)
        return "\(number)" + (isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th")
    }
}

extension Series.Rule {
    /// The days of its windows, the earliest first.
    ///
    /// - Parameter limit: how many are looked for at most.
    public func days(atMost limit: Int) -> [Day] {
        var days: [Day] = []
        var day = firstDay
        while day <= lastDay, days.count < limit {
            if frequency.includes(day, from: firstDay) { days.append(day) }
            day = day.advanced(by: step)
        }
        return days
    }

    /// When the window of that day begins: the first time that the clocks show it; `nil` if they skip it.
    public func beginning(on day: Day, in zone: Zone) -> Instant? {
        zone.instants(of: day, at: from).first
    }

    /// When a window that begins on that day ends: the last time that the clocks show it; `nil` if they skip it.
    public func end(on day: Day, in zone: Zone) -> Instant? {
        zone.instants(of: day.advanced(by: nights), at: until).last
    }

    /// How long a window is in seconds, by the wall clock.
    public var seconds: Int { nights * 86_400 + until.seconds - from.seconds }

    /// How many days at least lie between two windows.
    private var step: Int {
        if case .everyWeeks(let weeks) = frequency { 7 * weeks } else { 1 }
    }
}
