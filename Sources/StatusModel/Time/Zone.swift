/// A time zone as the list of its offsets from UTC.
///
/// It is a value, so that only the tool reads the machine's zone data, once, and all code gets the same answers.
public struct Zone: Hashable, Sendable {
    /// The IANA name, such as `Europe/Berlin`.
    public let name: String
    private let first: Int
    private let changes: [Change]

    /// A change of the clocks: from `at` on, they are `offset` seconds ahead of UTC.
    public struct Change: Hashable, Sendable {
        /// The instant at which the clocks change.
        public let at: Instant
        /// Seconds ahead of UTC from then on; negative west of Greenwich.
        public let offset: Int

        /// Makes a change of clocks.
        public init(at: Instant, offset: Int) {
            (self.at, self.offset) = (at, offset)
        }
    }

    /// Makes a zone that is `offset` seconds ahead of UTC until the first of `changes`, which are in the order of their
    /// instants.
    public init(name: String, offset: Int, changes: [Change] = []) {
        (self.name, self.first, self.changes) = (name, offset, changes)
    }

    /// Coordinated Universal Time.
    public static let utc = Zone(name: "UTC", offset: 0)
}

extension Zone {
    /// Returns the number of seconds by which the zone's clocks are ahead of UTC at the instant.
    public func offset(at instant: Instant) -> Int {
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].at <= instant { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? first : changes[low - 1].offset
    }

    /// Returns the changes of its clocks within the range, preceded by the last one at its start or before.
    public func changes(during range: TimeRange) -> [Change] {
        let before = changes.last { $0.at <= range.from }
        return (before.map { [$0] } ?? []) + changes.filter { $0.at > range.from && $0.at < range.to }
    }

    /// Returns the day and time that a calendar and clock in the zone show at the instant.
    public func local(_ instant: Instant) -> (day: Day, time: TimeOfDay) {
        let seconds = instant.seconds + offset(at: instant)
        let days = floorDivide(seconds, 86_400)
        return (Day(daysSinceEpoch: days), TimeOfDay(seconds: seconds - days * 86_400))
    }

    /// Returns the zone's calendar day at the instant.
    public func day(of instant: Instant) -> Day { local(instant).day }

    /// Returns the instants at which the zone's clocks show that time of that day, earliest first.
    ///
    /// There is usually one. There are none if a clock change skips the time, and two if a clock change repeats it.
    public func instants(of day: Day, at time: TimeOfDay) -> [Instant] {
        let asIfUTC = Instant(seconds: day.daysSinceEpoch * 86_400 + time.seconds)
        // Offsets are less than a day, so the offsets a day before and a day after are the only two candidates.
        let candidates = Set([offset(at: asIfUTC - 86_400), offset(at: asIfUTC + 86_400)])
        return candidates.map { asIfUTC - $0 }
            .filter { local($0) == (day, time) }
            .sorted()
    }

    /// Returns the first instant of the zone's calendar day.
    ///
    /// If a clock change skips midnight, it is the instant of the change.
    public func start(of day: Day) -> Instant {
        let midnight = TimeOfDay(seconds: 0)
        if let first = instants(of: day, at: midnight).first { return first }
        let asIfUTC = Instant(seconds: day.daysSinceEpoch * 86_400)
        return changes.first { $0.at > asIfUTC - 2 * 86_400 && self.day(of: $0.at) >= day }?.at
            ?? asIfUTC - offset(at: asIfUTC)
    }

    /// Returns the range of the day, which is 24 hours long unless the clocks change.
    public func range(of day: Day) -> TimeRange {
        TimeRange(from: start(of: day), to: start(of: day.advanced(by: 1)))
    }

    /// Returns the offset at the instant as readers see it: `UTC`, `UTC+2`, `UTC−3:30`.
    public func label(at instant: Instant) -> String {
        let offset = offset(at: instant)
        guard offset != 0 else { return "UTC" }
        let (hours, minutes) = (abs(offset) / 3_600, abs(offset) / 60 % 60)
        return "UTC" + (offset < 0 ? "\u{2212}" : "+") + "\(hours)"
            + (minutes == 0 ? "" : ":" + twoDigits(minutes))
    }
}
