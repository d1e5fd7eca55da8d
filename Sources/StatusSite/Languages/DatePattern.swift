import StatusModel

/// The pattern of a day or a time, parsed once from one of Unicode's date formats, such as `d MMM y`.
///
/// The letters are those of Unicode Technical Standard 35, "Date Field Symbol Table", without those that a status page
/// does not need.
struct DatePattern: Sendable {
    private var fields: [Field]

    private enum Field: Sendable, Equatable {
        case text(String)
        case year, month, paddedMonth, shortMonth, longMonth, shortMonthAlone, longMonthAlone
        case day, paddedDay, weekday, shortWeekday, hour, paddedHour, minute, second
    }

    /// Parses a pattern.
    init(_ pattern: String) {
        var fields: [Field] = []
        var rest = pattern[...]
        while let first = rest.first {
            if first == "'" {
                fields.append(.text(Self.quoted(&rest)))
            } else {
                let run = rest.prefix { $0 == first }
                rest = rest.dropFirst(run.count)
                fields.append(
                    Self.field(first, run.count) ?? .text(first.isLetter && first.isASCII ? "" : String(run))
                )
            }
        }
        self.fields = fields
    }
}

extension DatePattern {
    /// Returns the day or its month, formatted by the pattern.
    func text(_ day: Day, by rules: DateRules, _ numbers: NumberRules) -> String {
        text(by: numbers) { field in
            switch field {
            case .year: numbers.plain(day.year)
            case .month: numbers.plain(day.month)
            case .paddedMonth: numbers.padded(day.month)
            case .shortMonth: rules.shortMonths[day.month - 1]
            case .longMonth: rules.months[day.month - 1]
            case .shortMonthAlone: rules.shortMonthsAlone[day.month - 1]
            case .longMonthAlone: rules.monthsAlone[day.month - 1]
            case .day: numbers.plain(day.day)
            case .paddedDay: numbers.padded(day.day)
            case .weekday: rules.weekdays[day.weekday]
            case .shortWeekday: rules.shortWeekdays[day.weekday]
            case .text, .hour, .paddedHour, .minute, .second: ""
            }
        }
    }

    /// The pattern of a time with the seconds after the minutes, separated like the minutes from the hours.
    var toSecond: DatePattern {
        guard let minute = fields.firstIndex(of: .minute), minute > 0 else { return self }
        var pattern = self
        pattern.fields.insert(contentsOf: [fields[minute - 1], .second], at: minute + 1)
        return pattern
    }

    /// Returns the time, formatted by the pattern; seconds that it does not contain are dropped.
    func text(_ time: TimeOfDay, _ numbers: NumberRules) -> String {
        text(by: numbers) { field in
            switch field {
            case .hour: numbers.plain(time.seconds / 3_600)
            case .paddedHour: numbers.padded(time.seconds / 3_600)
            case .minute: numbers.padded(time.seconds / 60 % 60)
            case .second: numbers.padded(time.seconds % 60)
            default: ""
            }
        }
    }
}

extension DatePattern {
    private func text(by numbers: NumberRules, _ value: (Field) -> String) -> String {
        fields.reduce(into: "") { text, field in
            if case .text(let literal) = field { text += literal } else { text += value(field) }
        }
    }

    private static func field(_ letter: Character, _ count: Int) -> Field? {
        switch (letter, count) {
        case ("y", _): .year
        case ("M", 1), ("L", 1): .month
        case ("M", 2), ("L", 2): .paddedMonth
        case ("M", 3): .shortMonth
        case ("M", _): .longMonth
        case ("L", 3): .shortMonthAlone
        case ("L", _): .longMonthAlone
        case ("d", 1): .day
        case ("d", _): .paddedDay
        case ("E", 4), ("c", 4): .weekday
        case ("E", _), ("c", _): .shortWeekday
        case ("H", 1): .hour
        case ("H", _): .paddedHour
        case ("m", _): .minute
        default: nil
        }
    }

    /// Takes a quoted text; two quotation marks are one.
    static func quoted(_ rest: inout Substring) -> String {
        rest = rest.dropFirst()
        let text = rest.prefix { $0 != "'" }
        rest = rest.dropFirst(text.count + 1)
        return text.isEmpty ? "'" : String(text)
    }
}
