/// A calendar month, quarter or year.
public enum Period: Hashable, Sendable {
    /// A month of a year, 1 to 12.
    case month(year: Int, month: Int)
    /// A quarter of a year, 1 to 4.
    case quarter(year: Int, quarter: Int)
    /// A calendar year.
    case year(Int)
}

extension Period {
    /// Returns the month that contains the day.
    public static func month(of day: Day) -> Period { .month(year: day.year, month: day.month) }
    /// Returns the quarter that contains the day.
    public static func quarter(of day: Day) -> Period {
        .quarter(year: day.year, quarter: (day.month + 2) / 3)
    }
    /// Returns the year that contains the day.
    public static func year(of day: Day) -> Period { .year(day.year) }

    /// Returns the range of the period in the zone.
    public func range(in zone: Zone) -> TimeRange {
        TimeRange(from: zone.start(of: firstDay), to: zone.start(of: next.firstDay))
    }

    /// The period's first day.
    public var firstDay: Day {
        switch self {
        case .month(let year, let month): Day(firstOf: month, in: year)
        case .quarter(let year, let quarter): Day(firstOf: quarter * 3 - 2, in: year)
        case .year(let year): Day(firstOf: 1, in: year)
        }
    }

    /// The next period of the same kind.
    public var next: Period {
        switch self {
        case .month(let year, let month):
            month == 12 ? .month(year: year + 1, month: 1) : .month(year: year, month: month + 1)
        case .quarter(let year, let quarter):
            quarter == 4 ? .quarter(year: year + 1, quarter: 1) : .quarter(year: year, quarter: quarter + 1)
        case .year(let year):
            .year(year + 1)
        }
    }

    /// The previous period of the same kind.
    public var previous: Period {
        switch self {
        case .month: .month(of: firstDay.advanced(by: -1))
        case .quarter: .quarter(of: firstDay.advanced(by: -1))
        case .year(let year): .year(year - 1)
        }
    }
}

extension Period {
    /// Reads `2026-01`, `2026-Q1` or `2026`, the inverse of ``description``; `nil` if the text is none of them.
    public init?(named name: String) {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard let year = parts.first?.number(ofDigits: 4), (1...2).contains(parts.count) else { return nil }
        guard parts.count == 2 else {
            self = .year(year)
            return
        }
        if let month = parts[1].number(ofDigits: 2), (1...12).contains(month) {
            self = .month(year: year, month: month)
        } else if parts[1].first == "Q", let quarter = parts[1].dropFirst().number(ofDigits: 1),
            (1...4).contains(quarter)
        {
            self = .quarter(year: year, quarter: quarter)
        } else {
            return nil
        }
    }
}

extension Substring {
    /// Returns the number that the text represents; `nil` unless it consists of that many ASCII digits.
    fileprivate func number(ofDigits count: Int) -> Int? {
        let isNumber = utf8.count == count && utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        return isNumber ? Int(self) : nil
    }
}

extension Period: CustomStringConvertible {
    /// `2026-01`, `2026-Q1` or `2026`, which is also the period's name in addresses and on the command line.
    public var description: String {
        switch self {
        case .month: String(firstDay.description.dropLast(3))
        case .quarter(_, let quarter): "\(firstDay.description.dropLast(6))-Q\(quarter)"
        case .year: String(firstDay.description.dropLast(6))
        }
    }
}
