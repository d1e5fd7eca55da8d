/// Days as whole numbers since 1970-01-01.
enum Day {
    /// Returns the number of a calendar day, or `nil` if there is no such day.
    static func number(year: Int, month: Int, day: Int) -> Int? {
        guard (1...12).contains(month), day >= 1, day <= length(ofMonth: month, in: year) else {
            return nil
        }
        let months = (1..<month).reduce(0) { $0 + length(ofMonth: $1, in: year) }
        return firstDay(of: year) + months + day - 1
    }

    /// Returns the number of a year's first day.
    static func firstDay(of year: Int) -> Int {
        let before = year - 1
        // There are 719,162 days from 0001-01-01 to 1970-01-01.
        return 365 * before + before / 4 - before / 100 + before / 400 - 719_162
    }

    static func length(ofMonth month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Returns the year, month and day of a day from 0001 on.
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

    /// Returns the day as `2026-01-02`.
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
