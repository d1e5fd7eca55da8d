import StatusModel

/// A day in any of the orders that people use.
struct LooseDate {
    /// The possible days: two if month and day are ambiguous.
    private(set) var days: [Day] = []
    /// The fault in its form; `nil` if the form is correct.
    private(set) var fault: String?
    /// A day to suggest as an example if it is unclear which one was meant.
    private(set) var example: Day?

    init?(from tokens: inout TimeTokens) {
        if tokens.take(["today", "yesterday", "tomorrow", "now", "heute", "gestern"]) {
            fault = "the date cannot be relative"
        } else if !readNumbers(&tokens), !readMonth(&tokens), !readDigits(&tokens) {
            return nil
        }
    }

    /// The fault of a date that is not in the form of ISO 8601.
    static let isoFault = "a date is written like `2026-01-31`"
}

private extension LooseDate {
    /// Reads `2026/1/2`, `2.1.2026` or `1/2/2026`.
    mutating func readNumbers(_ tokens: inout TimeTokens) -> Bool {
        let parts = tokens.attempt { tokens -> (String, Character, String, String)? in
            guard let first = tokens.number(1...4), let mark = tokens.mark("-/."),
                let second = tokens.number(1...3), tokens.mark(String(mark)) != nil,
                let third = tokens.number(1...4)
            else { return nil }
            return (first, mark, second, third)
        }
        guard let (first, mark, second, third) = parts, let one = Int(first), let two = Int(second),
            let three = Int(third)
        else { return false }
        if first.utf8.count == 4 {
            let isISO = mark == "-" && second.utf8.count == 2 && third.utf8.count == 2
            set(one, two, three, fault: isISO ? nil : Self.isoFault)
        } else if third.utf8.count == 4 {
            readYearLast(one, two, year: three, isDayFirst: mark == ".")
        } else {
            fault = "the year must have four digits"
        }
        return true
    }

    mutating func readYearLast(_ one: Int, _ two: Int, year: Int, isDayFirst: Bool) {
        if isDayFirst || one > 12 { return set(year, two, one, fault: Self.isoFault) }
        if two > 12 || one == two { return set(year, one, two, fault: Self.isoFault) }
        set(year, one, two, fault: "it is unclear which number is the day and which is the month")
        days += [Day(year: year, month: two, day: one)].compactMap { $0 }
    }

    /// Reads `2 January 2026`, `Jan 2nd, 2026` or `02-Jan-2026`.
    mutating func readMonth(_ tokens: inout TimeTokens) -> Bool {
        func between(_ tokens: inout TimeTokens) {
            tokens.skip(["st", "nd", "rd", "th", "of"], marks: ".,-/")
        }
        let parts = tokens.attempt { tokens -> (day: Int, month: Int, year: Int?)? in
            var day = tokens.number(1...2)
            if day != nil { between(&tokens) }
            guard let word = tokens.word(), let month = Self.month(word) else { return nil }
            between(&tokens)
            if day == nil {
                day = tokens.number(1...2)
                between(&tokens)
            }
            guard let day = day.flatMap({ Int($0) }) else { return nil }
            return (day, month, tokens.number(4...4).flatMap { Int($0) })
        }
        guard let parts else { return false }
        if let year = parts.year {
            set(year, parts.month, parts.day, fault: "the month must be a number: \(Self.isoFault)")
        } else {
            fault = "the year is missing"
        }
        return true
    }

    /// Reads `20260102`.
    mutating func readDigits(_ tokens: inout TimeTokens) -> Bool {
        guard let digits = tokens.number(8...8), let number = Int(digits) else { return false }
        set(
            number / 10_000, number / 100 % 100, number % 100,
            fault: "the numbers of a date must be separated by `-`")
        return true
    }

    mutating func set(_ year: Int, _ month: Int, _ day: Int, fault: String?) {
        guard Day.years.contains(year) else {
            self.fault = Day.fault(ofYear: year)
            return
        }
        guard (1...12).contains(month) else {
            self.fault = "there is no month \(month)"
            return
        }
        let length = Day.length(ofMonth: month, in: year)
        guard let found = Day(year: year, month: month, day: day) else {
            self.fault = "\(Self.names[month - 1]) \(year) has \(length) days"
            example = Day(year: year, month: month, day: length)
            return
        }
        days = [found]
        self.fault = fault
    }

    static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        let germans = ["mär", "mrz", "märz", "mai", "okt", "oktober", "dez", "dezember", "januar", "februar"]
        if let german = germans.firstIndex(of: word) { return [3, 3, 3, 5, 10, 10, 12, 12, 1, 2][german] }
        return names.firstIndex { $0.folded.hasPrefix(word) }.map { $0 + 1 }
    }

    static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}

extension Day {
    /// The years that records may have.
    static let years = 1970...2099

    /// Returns the fault of a year that is not one of these.
    static func fault(ofYear year: Int) -> String {
        year < years.lowerBound
            ? "the year \(year) is before \(years.lowerBound), the earliest year allowed"
            : "the year \(year) is after \(years.upperBound), the latest year allowed"
    }
}
