/// A moment, in whole seconds since 1970-01-01T00:00:00Z without leap seconds (POSIX time).
///
/// All of Allclear counts in whole seconds: sums are exact, and two builds agree.
public struct Instant: Hashable, Sendable {
    /// Seconds since the epoch; negative before 1970.
    public let seconds: Int

    /// Makes the moment that many seconds after 1970-01-01T00:00:00Z.
    public init(seconds: Int) {
        self.seconds = seconds
    }

    /// Later than every instant a record can name: the end of what has not ended.
    public static let distantFuture = Instant(seconds: Int.max / 4)

    /// Earlier than every instant a record can name: the start of what has no start.
    public static let distantPast = Instant(seconds: Int.min / 4)
}

extension Instant: Comparable {
    /// The earlier comes first.
    public static func < (one: Instant, other: Instant) -> Bool {
        one.seconds < other.seconds
    }

    /// The instant that many seconds later.
    public static func + (instant: Instant, seconds: Int) -> Instant {
        Instant(seconds: instant.seconds + seconds)
    }

    /// The instant that many seconds earlier.
    public static func - (instant: Instant, seconds: Int) -> Instant {
        Instant(seconds: instant.seconds - seconds)
    }

    /// The seconds from `other` to `instant`; negative where `other` is the later.
    public static func - (instant: Instant, other: Instant) -> Int {
        instant.seconds - other.seconds
    }
}

extension Instant: CustomStringConvertible {
    /// RFC 3339 in UTC, as in `2026-01-02T17:05:00Z`.
    public var description: String {
        let days = floorDivide(seconds, 86_400)
        let (day, time) = (Day(daysSinceEpoch: days), TimeOfDay(seconds: seconds - days * 86_400))
        guard day.hasFourDigitYear else { return "\(day)T\(time.withSeconds)Z" }
        // Written by bytes: a page has a dozen of them.
        return String(unsafeUninitializedCapacity: 20) { bytes in
            var digits = DigitWriter(into: bytes)
            digits.write(day, then: "T")
            digits.write(time, then: ":")
            digits.write(time.seconds % 60, digits: 2, then: "Z")
            return digits.count
        }
    }
}
