import StatusModel

/// The conventions of a language for numbers, dates and lists, read once from Unicode's CLDR by ICU.
///
/// Nothing is looked up while pages are made. Every phrase refers to the conventions.
final class Conventions: Sendable {
    /// The language tag of the rules, such as `en-GB`.
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

/// The rules for writing numbers.
struct NumberRules: Sendable {
    /// The digits from zero to nine.
    let digits: [String]
    let decimalSeparator: String
    let groupSeparator: String
    /// The smallest number of digits before the first separator: Spanish writes 1234 without one.
    let leastLeadingDigits: Int
    let minusSign: String
    /// The text around a percentage.
    let percent: (prefix: String, suffix: String)
}

/// The rules for writing days and times.
struct DateRules: Sendable {
    /// The names of the months, January first.
    let months: [String]
    let shortMonths: [String]
    /// The names of months without a day, if they differ.
    let monthsAlone: [String]
    let shortMonthsAlone: [String]
    /// The shortest names of the months, one letter in most languages.
    let narrowMonths: [String]
    /// The names of the days, Monday first.
    let weekdays: [String]
    let shortWeekdays: [String]
    let date: DatePattern
    let dayAndMonth: DatePattern
    let longDate: DatePattern
    let month: DatePattern
    let shortMonth: DatePattern
    let time: DatePattern
}

/// The texts between the items of a list.
struct ListRules: Sendable {
    let pair: String
    let first: String
    let middle: String
    let last: String
    /// The texts before a word that begins with the sound of I, if they differ: Spanish then has `e` instead of `y`.
    let beforeI: (pair: String, last: String)
}
