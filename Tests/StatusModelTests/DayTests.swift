import Foundation
import StatusModel
import Testing

struct DayTests {
    /// Every day of five centuries, held against Foundation's calendar.
    @Test func daysAgreeWithFoundation() throws {
        let (calendar, start) = (utcCalendar, -110_000)
        for number in start...73_000 {
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let day = Day(daysSinceEpoch: number)
            guard day.year == parts.year, day.month == parts.month, day.day == parts.day,
                day.daysSinceEpoch == number, (day.weekday + 1) % 7 + 1 == parts.weekday
            else {
                Issue.record("\(day) is not \(parts)")
                return
            }
        }
    }

    @Test(arguments: [(2024, 29), (2023, 28), (1900, 28), (2000, 29)])
    func februaryFollowsTheLeapYears(year: Int, length: Int) {
        #expect(Day.length(ofMonth: 2, in: year) == length)
        #expect(Day(year: year, month: 2, day: length) != nil)
        #expect(Day(year: year, month: 2, day: length + 1) == nil)
    }

    @Test(arguments: [(2023, 7, 94), (2023, 0, 1), (2023, 13, 1), (2023, 4, 31), (2023, 1, 0)])
    func daysThatNoCalendarHasAreRefused(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test func arithmeticCrossesMonthsAndYears() throws {
        let day = try #require(Day(year: 2024, month: 2, day: 28))
        #expect(day.advanced(by: 2).description == "2024-03-01")
        #expect(day.advanced(by: -59).description == "2023-12-31")
    }

    @Test func descriptionPadsTheYear() {
        #expect(Day(year: 987, month: 6, day: 5)?.description == "0987-06-05")
    }
}

private var utcCalendar: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
    return calendar
}
