import StatusModel
import Testing

/// Office hours are 09:00–17:00, Monday to Friday. 2026-01-02 is a Friday.
@Suite struct PolicyClockTests {
    private let hour = 3_600
    private let office = PolicyClock(
        counting: BusinessHours(
            weekdays: [0, 1, 2, 3, 4],
            from: TimeOfDay(seconds: 9 * 3_600),
            until: TimeOfDay(seconds: 17 * 3_600)
        )
    )

    /// The instant of that hour of a day of January 2026, in UTC.
    private func january(_ day: Int, _ hours: Int) throws -> Instant {
        let first = try #require(Day(year: 2026, month: 1, day: day))
        return Instant(seconds: first.daysSinceEpoch * 86_400 + hours * 3_600)
    }

    @Test func allSecondsCountWithoutHours() throws {
        let friday = try january(2, 16)
        #expect(PolicyClock().instant(2 * hour, after: friday) == friday + 2 * hour)
        #expect(PolicyClock().seconds(during: TimeRange(from: friday, to: friday + 90)) == 90)
    }

    @Test func limitRunsOnAfterTheWeekend() throws {
        // One hour is left of Friday; the other three are Monday's.
        #expect(office.instant(4 * hour, after: try january(2, 16)) == (try january(5, 12)))
    }

    @Test func limitThatEndsWithTheDayLastsUntilTheNext() throws {
        #expect(office.instant(hour, after: try january(2, 16)) == (try january(5, 9)))
        #expect(office.instant(8 * hour, after: try january(1, 9)) == (try january(2, 9)))
    }

    @Test func nothingCountsAtNight() throws {
        #expect(office.instant(hour, after: try january(2, 22)) == (try january(5, 10)))
        #expect(office.seconds(during: TimeRange(from: try january(2, 18), to: try january(5, 8))) == 0)
    }

    @Test func secondsAreThoseOfOfficeHours() throws {
        // Friday 12:00–17:00, Monday 09:00–10:00.
        let range = TimeRange(from: try january(2, 12), to: try january(5, 10))
        #expect(office.seconds(during: range) == 6 * hour)
    }

    @Test func hoursWithoutADayNeverEnd() throws {
        let never = PolicyClock(
            counting: BusinessHours(
                weekdays: [],
                from: TimeOfDay(seconds: 0),
                until: TimeOfDay(seconds: 60)
            )
        )
        #expect(never.instant(60, after: try january(2, 0)) == .distantFuture)
    }

    @Test func hoursAreThoseOfTheZone() throws {
        let berlin = PolicyClock(
            counting: BusinessHours(
                weekdays: [4],
                from: TimeOfDay(seconds: 9 * 3_600),
                until: TimeOfDay(seconds: 17 * 3_600)
            ),
            in: Zone(name: "Europe/Berlin", offset: 3_600)
        )
        #expect(berlin.instant(0, after: try january(2, 0)) == (try january(2, 8)))
    }
}
