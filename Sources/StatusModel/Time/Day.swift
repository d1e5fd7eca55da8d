/// A day of the proleptic Gregorian calendar, without a time zone.
public struct Day: Hashable, Sendable {
    /// The year, such as 2026.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, 1 to 31.
    public let day: Int

    /// Makes a day; `nil` if the calendar has no such day (`2023-02-29`, `2023-07-94`).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, in: year) else {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Makes the first day of a month from 1 to 12.
    init(firstOf month: Int, in year: Int) {
        (self.year, self.month, self.day) = (year, month, 1)
    }

    /// Makes the day that is that many days after 1970-01-01.
    ///
    /// This is the inverse of ``daysSinceEpoch``. The source is `civil_from_days` in Howard Hinnant's
    /// "chrono-Compatible Low-Level Date Algorithms". Its years begin in March, so that leap days come last.
    public init(daysSinceEpoch: Int) {
        let shifted = daysSinceEpoch + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}

extension Day {
    /// The number of days since 1970-01-01; the source is `days_from_civil` in the same paper.
    public var daysSinceEpoch: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = floorDivide(shiftedYear, 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Returns the day that many days later, or earlier if `days` is negative.
    public func advanced(by days: Int) -> Day {
        Day(daysSinceEpoch: daysSinceEpoch + days)
    }

    /// The day of the week, 0 for Monday to 6 for Sunday. (1970-01-01 was a Thursday.)
    public var weekday: Int {
        let days = daysSinceEpoch + 3
        return days - floorDivide(days, 7) * 7
    }

    /// Returns the number of days in the month.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension Day: Comparable {
    /// Whether the first day is earlier.
    public static func < (one: Day, other: Day) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }
}

extension Day: CustomStringConvertible {
    /// The day in the form of ISO 8601: `2026-01-02`.
    public var description: String {
        guard hasFourDigitYear else { return "\(year)-\(twoDigits(month))-\(twoDigits(day))" }
        return String(unsafeUninitializedCapacity: 10) { bytes in
            var digits = DigitWriter(into: bytes)
            digits.write(self)
            return digits.count
        }
    }

    /// Whether the year is from 0 to 9999, the range that RFC 3339 allows.
    var hasFourDigitYear: Bool { (0...9_999).contains(year) }
}

/// Returns the quotient rounded towards negative infinity, while `/` rounds towards zero.
func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
}

/// Returns a number from 0 to 99 with two digits.
func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}
