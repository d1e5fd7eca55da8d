import StatusModel
import Testing

@testable import StatusSite

/// Expected forms are those of Unicode's CLDR charts, by language.
@Suite struct ConventionsTests {
    @Test(arguments: [
        ("en-GB", "2 Jan 2026", "2 January 2026"), ("en-US", "Jan 2, 2026", "January 2, 2026"),
        ("de", "2. Jan. 2026", "2. Januar 2026"), ("fr", "2 janv. 2026", "2 janvier 2026"),
        ("es", "2 ene 2026", "2 de enero de 2026"), ("ja", "2026年1月2日", "2026年1月2日"),
        ("ar", "2 يناير، 2026", "2 يناير، 2026"), ("ar-EG", "٢ يناير، ٢٠٢٦", "٢ يناير، ٢٠٢٦"),
        ("th", "2 ม.ค. 2026", "2 มกราคม 2026"),
    ])
    func daysAreWrittenAsTheLanguageHasThem(tag: String, short: String, long: String) throws {
        let conventions = Conventions(of: tag)
        let day = try #require(Day(year: 2026, month: 1, day: 2))
        let (dates, numbers) = (conventions.dates, conventions.numbers)
        #expect(dates.date.text(day, by: dates, numbers) == short)
        let whole = dates.longDate.text(day, by: dates, numbers)
        #expect(whole.contains(long), "\(whole)")
        #expect(whole.contains(dates.weekdays[4]))
    }

    @Test(arguments: [
        ("en-GB", "1,234", "12,345", "99.95%"), ("de", "1.234", "12.345", "99,95\u{A0}%"),
        ("fr", "1\u{202F}234", "12\u{202F}345", "99,95\u{A0}%"), ("es", "1234", "12.345", "99,95\u{A0}%"),
        ("ja", "1,234", "12,345", "99.95%"), ("ar-EG", "١٬٢٣٤", "١٢٬٣٤٥", "٩٩٫٩٥٪\u{61C}"),
        ("tr", "1.234", "12.345", "%99,95"),
    ])
    func numbersAreWrittenAsTheLanguageHasThem(tag: String, small: String, large: String, share: String) {
        let numbers = Conventions(of: tag).numbers
        #expect(numbers.grouped(1_234) == small)
        #expect(numbers.grouped(12_345) == large)
        #expect(numbers.percentage("99.95") == share)
    }

    @Test(arguments: [
        ("en", "other one other other other"), ("fr", "one one other other other"),
        ("ja", "other other other other other"), ("ar", "zero one two few many"),
        ("pl", "many one few few many"),
    ])
    func numbersHaveTheCategoriesOfTheLanguage(tag: String, expected: String) {
        let rules = Conventions(of: tag).plurals
        let categories = [0, 1, 2, 3, 11].map { rules.category(of: $0).rawValue }
        #expect(categories.joined(separator: " ") == expected)
    }

    @Test func largeNumbersHaveCategoriesToo() {
        let arabic = Conventions(of: "ar").plurals
        // By its last two digits: 3 to 10 are few, 11 to 99 are many.
        #expect(arabic.category(of: 1_003) == .few)
        #expect(arabic.category(of: 12_011) == .many)
        #expect(arabic.category(of: 12_000) == .other)
    }

    @Test(arguments: [
        ("en-GB", "a, b and c", "a and b"), ("en-US", "a, b, and c", "a and b"),
        ("de", "a, b und c", "a und b"), ("ja", "a、b、c", "a、b"), ("ar", "a وb وc", "a وb"),
    ])
    func listsAreJoinedAsTheLanguageHasThem(tag: String, three: String, two: String) {
        let lists = Conventions(of: tag).lists
        #expect(lists.joined(["a", "b", "c"]) == three)
        #expect(lists.joined(["a", "b"]) == two)
        #expect(lists.joined(["a"]) == "a")
        #expect(lists.joined([]) == "")
    }

    // The Real Academia's rule: `y` is `e` before the sound of I, but not before a diphthong.
    @Test(arguments: [
        (["Panel", "Informes"], "Panel e Informes"), (["Panel", "Historial"], "Panel e Historial"),
        (["Agua", "Hielo"], "Agua y Hielo"), (["API", "Panel", "Informes"], "API, Panel e Informes"),
    ])
    func spanishHearsWhatComesNext(items: [String], expected: String) {
        #expect(Conventions(of: "es").lists.joined(items) == expected)
    }

    @Test func otherLanguagesDoNot() {
        #expect(Conventions(of: "en-GB").lists.joined(["Panel", "Informes"]) == "Panel and Informes")
    }

    @Test func arabicRunsFromRightToLeft() {
        #expect(Conventions(of: "ar").isRightToLeft)
        #expect(Conventions(of: "ar-EG").isRightToLeft)
        #expect(!Conventions(of: "de").isRightToLeft)
    }

    @Test func aLanguageThatNobodyKnowsHasConventionsNonetheless() throws {
        let conventions = Conventions(of: "tlh")
        let day = try #require(Day(year: 2026, month: 1, day: 2))
        #expect(!conventions.dates.date.text(day, by: conventions.dates, conventions.numbers).isEmpty)
        #expect(conventions.numbers.digits.count == 10)
    }
}
