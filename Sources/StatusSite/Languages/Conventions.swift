import StatusModel

/// How a language writes numbers, dates and lists: the locale's rules, read once from Unicode's CLDR as ICU
/// has it, so that nothing is looked up while pages are made. Every phrase refers to them.
final class Conventions: Sendable {
    /// The language tag that the rules are of, as in `en-GB`.
    let tag: String
    let isRightToLeft: Bool
    let numbers: NumberRules
    let dates: DateRules
    let lists: ListRules
    let plurals: PluralRules

    init(
        tag: String,
        isRightToLeft: Bool,
        numbers: NumberRules,
        dates: DateRules,
        lists: ListRules,
        plurals: PluralRules
    ) {
        (self.tag, self.isRightToLeft, self.numbers) = (tag, isRightToLeft, numbers)
        (self.dates, self.lists, self.plurals) = (dates, lists, plurals)
    }
}

/// How numbers are written.
struct NumberRules: Sendable {
    /// The digits from zero to nine.
    let digits: [String]
    let decimalSeparator: String
    let groupSeparator: String
    /// How many digits stand in front of the first separator at least: Spanish leaves 1234 in one piece.
    let leastLeadingDigits: Int
    let minusSign: String
    /// What stands around a percentage.
    let percent: (prefix: String, suffix: String)
}

/// How days and times are written.
struct DateRules: Sendable {
    /// January first.
    let months: [String]
    let shortMonths: [String]
    /// Without a day beside them, where that differs.
    let monthsAlone: [String]
    let shortMonthsAlone: [String]
    /// Their shortest names, a letter in most languages.
    let narrowMonths: [String]
    /// Monday first.
    let weekdays: [String]
    let shortWeekdays: [String]
    let date: DatePattern
    let dayAndMonth: DatePattern
    let longDate: DatePattern
    let month: DatePattern
    let shortMonth: DatePattern
    let time: DatePattern
}

/// What stands between the items of a list.
struct ListRules: Sendable {
    let pair: String
    let first: String
    let middle: String
    let last: String
    /// Before a word that begins with the sound of I, where that differs: Spanish has `e` for `y` there.
    let beforeI: (pair: String, last: String)
}
