/// A point in time, in whole seconds since 1970-01-01T00:00:00Z without leap seconds (POSIX time).
///
/// Allclear counts in whole seconds everywhere, so that sums are exact and two builds agree.
public struct Instant: Hashable, Sendable {
    /// Seconds since the epoch; negative before 1970.
    public let seconds: Int

    /// Makes the instant that many seconds after 1970-01-01T00:00:00Z.
    public init(seconds: Int) {
        self.seconds = seconds
    }

    /// Later than every instant that a record can name: the end of something that has not ended.
    public static let distantFuture = Instant(seconds: Int.max / 4)

    /// Earlier than every instant that a record can name: the start of something that has no start.
    public static let distantPast = Instant(seconds: Int.min / 4)
}

extension Instant: Comparable {
    /// Whether the first instant is earlier.
    public static func < (one: Instant, other: Instant) -> Bool {
        one.seconds < other.seconds
    }

    /// Returns the instant that many seconds later.
    public static func + (instant: Instant, seconds: Int) -> Instant {
        Instant(seconds: instant.seconds + seconds)
    }

    /// Returns the instant that many seconds earlier.
    public static func - (instant: Instant, seconds: Int) -> Instant {
        Instant(seconds: instant.seconds - seconds)
    }

    /// Returns the seconds from `other` to `instant`; negative if `other` is later.
    public static func - (instant: Instant, other: Instant) -> Int {
        instant.seconds - other.seconds
    }
}

extension Instant: CustomStringConvertible {
    /// The instant as RFC 3339 in UTC, such as `2026-01-02T17:05:00Z`.
    public var description: String {
        let days = floorDivide(seconds, 86_400)
        let (day, time) = (Day(daysSinceEpoch: days), TimeOfDay(seconds: seconds - days * 86_400))
        guard day.hasFourDigitYear else { return "\(day)T\(time.withSeconds)Z" }
        // Written by bytes for speed, because a page has a dozen of them.
        return String(unsafeUninitializedCapacity: 20) { bytes in
            var digits = DigitWriter(into: bytes)
            digits.write(day, then: "T")
            digits.write(time, then: ":")
            digits.write(time.seconds % 60, digits: 2, then: "Z")
            return digits.count
        }
    }
}
