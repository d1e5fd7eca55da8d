/// A time of day, without a day or a zone.
public struct TimeOfDay: Hashable, Sendable {
    /// Seconds since midnight, 0 to 86,399.
    public let seconds: Int

    /// Makes the time that many seconds after midnight; `seconds` is from 0 to 86,399.
    public init(seconds: Int) {
        self.seconds = seconds
    }

    /// Makes a time; `nil` if a clock never shows it (`24:00`, `12:60`).
    public init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else {
            return nil
        }
        seconds = hour * 3_600 + minute * 60 + second
    }
}

extension TimeOfDay: Comparable {
    /// Whether the first time is earlier.
    public static func < (one: TimeOfDay, other: TimeOfDay) -> Bool {
        one.seconds < other.seconds
    }
}

extension TimeOfDay: CustomStringConvertible {
    /// The hour and minute, such as `17:05`; seconds are dropped.
    public var description: String {
        String(unsafeUninitializedCapacity: 5) { bytes in
            var digits = DigitWriter(into: bytes)
            digits.write(self)
            return digits.count
        }
    }

    /// The hour, minute and second, such as `17:05:09`.
    public var withSeconds: String {
        description + ":" + twoDigits(seconds % 60)
    }
}
