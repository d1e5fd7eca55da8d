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
        let (day, time) = (Day(daysSinceEpoch: days), seconds - days * 86_400)
        guard (0...9_999).contains(day.year) else { return "\(day)T\(TimeOfDay(seconds: time).withSeconds)Z" }
        // Written by bytes: a page has a dozen of them.
        return String(unsafeUninitializedCapacity: 20) { bytes in
            var digits = DigitWriter(into: bytes)
            digits.write(day.year, digits: 4, then: "-")
            digits.write(day.month, digits: 2, then: "-")
            digits.write(day.day, digits: 2, then: "T")
            digits.write(time / 3_600, digits: 2, then: ":")
            digits.write(time / 60 % 60, digits: 2, then: ":")
            digits.write(time % 60, digits: 2, then: "Z")
            return digits.count
        }
    }
}

/// Writes numbers of a fixed count of digits into the bytes of a text.
private struct DigitWriter {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(into bytes: UnsafeMutableBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Writes the number's last digits and the character behind them.
    mutating func write(_ number: Int, digits: Int, then separator: Unicode.Scalar) {
        var rest = number
        for place in (count..<count + digits).reversed() {
            bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        bytes[count + digits] = UInt8(ascii: separator)
        count += digits + 1
    }
}
