import Foundation
import StatusModel
import Testing

struct InstantTests {
    /// From before 1970 to after 2100, in steps that meet every hour and second.
    @Test func descriptionAgreesWithFoundation() {
        for seconds in stride(from: -2_000_000_000, to: 5_000_000_000, by: 98_765_432) {
            let date = Date(timeIntervalSince1970: Double(seconds))
            #expect(Instant(seconds: seconds).description == date.formatted(.iso8601))
        }
    }

    @Test func differencesAreSeconds() throws {
        let (one, other) = (try at("2026-01-02T17:05:00Z"), try at("2026-01-02T17:00:00Z"))
        #expect(one - other == 300)
        #expect(other - one == -300)
        #expect(other + 300 == one)
        #expect(one - 300 == other)
        #expect(other < one)
    }
}

struct TimeOfDayTests {
    @Test(arguments: [(24, 0, 0), (-1, 0, 0), (12, 60, 0), (12, 0, 60)])
    func timesThatNoClockShowsAreRefused(hour: Int, minute: Int, second: Int) {
        #expect(TimeOfDay(hour: hour, minute: minute, second: second) == nil)
    }

    @Test func descriptionHasTwoDigits() {
        #expect(TimeOfDay(hour: 7, minute: 5)?.description == "07:05")
        #expect(TimeOfDay(hour: 23, minute: 59, second: 9)?.withSeconds == "23:59:09")
    }
}

struct TimeRangeTests {
    private let start = Instant(seconds: 1_000)

    @Test func endIsOutside() {
        let range = TimeRange(from: start, to: start + 10)
        #expect(range.contains(start))
        #expect(range.contains(start + 9))
        #expect(!range.contains(start + 10))
        #expect(range.seconds == 10)
    }

    @Test func rangeThatWouldEndBeforeItBeginsIsEmpty() {
        let range = TimeRange(from: start, to: start - 10)
        #expect(range.isEmpty)
        #expect(range.seconds == 0)
    }

    @Test func intersectionIsWhatBothHave() {
        let one = TimeRange(from: start, to: start + 10)
        #expect(one.intersection(TimeRange(from: start + 4, to: start + 20)).seconds == 6)
        #expect(one.intersection(TimeRange(from: start - 4, to: start + 20)) == one)
        #expect(one.intersection(TimeRange(from: start + 10, to: start + 20)).isEmpty)
    }
}

struct PeriodTests {
    private let day = Day(daysSinceEpoch: 20_500)  // 2026-02-16

    @Test func periodsHoldTheirDays() {
        #expect(Period.month(of: day).description == "2026-02")
        #expect(Period.quarter(of: day).description == "2026-Q1")
        #expect(Period.year(of: day).description == "2026")
    }

    @Test(arguments: [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (9, 3), (10, 4), (12, 4)])
    func quartersHaveThreeMonths(month: Int, quarter: Int) throws {
        let day = try #require(Day(year: 2026, month: month, day: 28))
        #expect(Period.quarter(of: day) == .quarter(year: 2026, quarter: quarter))
    }

    @Test(arguments: [
        Period.month(year: 2025, month: 12), .month(year: 2025, month: 5), .quarter(year: 2025, quarter: 4),
        .quarter(year: 2025, quarter: 2), .year(2025),
    ])
    func nextBeginsWhereThePeriodEnds(period: Period) {
        #expect(period.range(in: .utc).to == period.next.range(in: .utc).from)
    }

    @Test func yearsEndTheirLastParts() {
        #expect(Period.month(year: 2025, month: 12).next == .month(year: 2026, month: 1))
        #expect(Period.quarter(year: 2025, quarter: 4).next == .quarter(year: 2026, quarter: 1))
    }

    @Test func rangeIsTheZonesOwn() throws {
        let zone = Zone(name: "Asia/Kathmandu", offset: 20_700)
        let range = Period.month(year: 2026, month: 2).range(in: zone)
        #expect(range.from == (try at("2026-01-31T18:15:00Z")))
        #expect(range.seconds == 28 * 86_400)
    }
}

struct PeriodNameTests {
    @Test(arguments: ["2026-01", "2026-12", "2026-Q1", "2026-Q4", "2026", "0999-12", "0999-Q1", "0001"])
    func nameReadsBack(name: String) {
        let period = Period(named: name)
        #expect(period != nil)
        #expect(period?.description == name)
    }

    @Test(arguments: [
        "2026-13", "2026-00", "2026-1", "2026-Q0", "2026-Q5", "2026-q1", "26", "2026-01-01", "2026-", "", "-",
        "20２6", "2026-Q", " 2026",
    ])
    func otherTextsAreNoPeriods(name: String) {
        #expect(Period(named: name) == nil)
    }
}
