/// Instants as whole seconds since 1970-01-01T00:00:00Z, by the calendar alone.
enum Moment {
    /// The years that instants may be of, so that no sum of seconds grows too large for an integer.
    private static let years = 1970..<2200

    /// Reads `2026-01-02T17:05:00Z`, with or without a fraction of zeros.
    static func read(_ text: String) -> Int? {
        var text = text[...]
        guard text.popLast() == "Z" else { return nil }
        if let dot = text.firstIndex(of: ".") {
            guard text[dot...].dropFirst().allSatisfy({ $0 == "0" }) else { return nil }
            text = text[..<dot]
        }
        let bytes = Array(text.utf8)
        guard bytes.count == 19, bytes[4] == 45, bytes[7] == 45, bytes[10] == 84, bytes[13] == 58,
            bytes[16] == 58
        else { return nil }
        let fields = [0..<4, 5..<7, 8..<10, 11..<13, 14..<16, 17..<19].map { number(bytes[$0]) }
        guard let year = fields[0], let month = fields[1], let day = fields[2], let hour = fields[3],
            let minute = fields[4], let second = fields[5], years.contains(year), hour < 24, minute < 60,
            second < 60,
            let days = Day.number(year: year, month: month, day: day)
        else { return nil }
        return days * 86_400 + hour * 3_600 + minute * 60 + second
    }

    /// Writes `2026-01-02T17:05:00Z`.
    static func text(_ instant: Int) -> String {
        let days = (instant < 0 ? instant - 86_399 : instant) / 86_400
        let second = instant - days * 86_400
        let clock = [second / 3_600, second / 60 % 60, second % 60].map { Plain.digits($0, 2) }
        return Day.text(days) + "T" + clock.joined(separator: ":") + "Z"
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(0) { value, digit in
            guard let value, (48...57).contains(digit) else { return nil }
            return 10 * value + Int(digit) - 48
        }
    }
}

/// Days as whole numbers since 1970-01-01.
enum Day {
    /// The number of a calendar day; `nil` where there is no such day.
    static func number(year: Int, month: Int, day: Int) -> Int? {
        guard (1...12).contains(month), day >= 1, day <= length(ofMonth: month, in: year) else {
            return nil
        }
        let months = (1..<month).reduce(0) { $0 + length(ofMonth: $1, in: year) }
        return firstDay(of: year) + months + day - 1
    }

    /// The number of a year's first day.
    static func firstDay(of year: Int) -> Int {
        let before = year - 1
        // 719,162 days lie between 0001-01-01 and 1970-01-01.
        return 365 * before + before / 4 - before / 100 + before / 400 - 719_162
    }

    static func length(ofMonth month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// The year, month and day of a day from 0001 on.
    static func date(_ number: Int) -> (year: Int, month: Int, day: Int) {
        var year = 1970 + number / 366
        while firstDay(of: year + 1) <= number { year += 1 }
        while firstDay(of: year) > number { year -= 1 }
        var (month, rest) = (1, number - firstDay(of: year))
        while rest >= length(ofMonth: month, in: year) {
            rest -= length(ofMonth: month, in: year)
            month += 1
        }
        return (year, month, rest + 1)
    }

    /// Writes `2026-01-02`.
    static func text(_ number: Int) -> String {
        let (year, month, day) = date(number)
        return [Plain.digits(year, 4), Plain.digits(month, 2), Plain.digits(day, 2)].joined(
            separator: "-")
    }

    /// Reads `2026-01-02`.
    static func read(_ text: String) -> Int? {
        Moment.read(text + "T00:00:00Z").map { $0 / 86_400 }
    }
}

/// How numbers are written.
enum Plain {
    /// A number with zeros in front.
    static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }

    /// The shortest text of a number, without `.0`.
    static func number(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
    }

    /// Hundredths as in `99.90%`, or `100%`.
    static func percent(hundredths: Int) -> String {
        hundredths % 100 == 0
            ? "\(hundredths / 100)%" : "\(hundredths / 100).\(digits(hundredths % 100, 2))%"
    }
}
