import StatusModel
import Testing

/// A series is one record as filed, and a record for each window where a page is shown.
struct SeriesTests {
    /// Midnight of 2026-01-05, a Monday.
    private let monday = Instant(seconds: 1_767_571_200)

    @Test func pageShowsWhatHasBegunAndTheNextThree() throws {
        let page = try page()
        #expect(page.filedRecords.map(\.id) == ["backup"])
        let seen = page.seen(by: .public, at: monday + 7 * 86_400 + 3_600)
        #expect(seen.filedRecords.map(\.id) == ["backup"])
        #expect(
            seen.records.map(\.id) == [
                "backup@2026-02-02", "backup@2026-01-26", "backup@2026-01-19", "backup@2026-01-12",
                "backup@2026-01-05",
            ])
        #expect(
            seen.records.map { $0.phase(at: monday + 7 * 86_400 + 3_600) } == [
                .scheduled, .scheduled, .scheduled, .inProgress, .completed,
            ])
        #expect(Set(seen.records.map(\.pagePath)) == ["incidents/backup.html"])
    }

    @Test func phaseOfTheSeriesIsThatOfItsWindows() throws {
        let record = try page().records[0]
        #expect(record.phase(at: monday - 1) == .scheduled)
        #expect(record.phase(at: monday) == .inProgress)
        #expect(record.phase(at: monday + 7_200) == .scheduled)
        // Ten windows: the last is on 9 March.
        #expect(record.phase(at: monday + 63 * 86_400 + 7_199) == .inProgress)
        #expect(record.phase(at: monday + 63 * 86_400 + 7_200) == .completed)
        #expect(record.closesAt == monday + 63 * 86_400 + 7_200)
    }

    @Test func nextEventIsThatOfAWindow() throws {
        let page = try page()
        #expect(page.nextEvent(after: monday - 86_400, for: .public) == monday)
        #expect(page.nextEvent(after: monday, for: .public) == monday + 7_200)
        #expect(page.nextEvent(after: monday + 7_200, for: .public) == monday + 7 * 86_400)
    }

    @Test func cancelledWindowIsShownAndMakesRoomForAnother() throws {
        var page = try page()
        page.records[0].updates = [Update(phase: .cancelled, at: monday + 86_400)]
        let seen = page.seen(by: .public, at: monday + 2 * 86_400)
        let phases = seen.records.reversed().map { $0.phase(at: monday + 2 * 86_400) }
        #expect(phases == [.completed, .cancelled, .scheduled, .scheduled, .scheduled])
        #expect(seen.records.filter(\.neverRan).map(\.id) == ["backup@2026-01-12"])
        #expect(page.nextEvent(after: monday + 2 * 86_400, for: .public) == monday + 14 * 86_400)
    }

    @Test func internalSeriesIsNotShown() throws {
        var page = try page()
        page.records[0].visibility = .internal
        let seen = page.seen(by: .public, at: monday)
        #expect(seen.records.isEmpty && seen.filedRecords.isEmpty)
    }

    @Test func aliasesHoldForEachWindow() throws {
        var page = try page()
        page.records[0].aliases = ["upkeep"]
        let seen = page.seen(by: .public, at: monday)
        #expect(seen.records.last?.aliases == ["upkeep@2026-01-05"])
        #expect(seen.filedRecords.map(\.aliases) == [["upkeep"]])
    }

    private func page() throws -> StatusPage {
        let first = try #require(Day(year: 2026, month: 1, day: 5))
        let last = try #require(Day(year: 2026, month: 3, day: 14))
        let rule = Series.Rule(
            .everyWeeks(1), firstDay: first, lastDay: last, from: TimeOfDay(seconds: 0),
            until: TimeOfDay(seconds: 7_200), nights: 0)
        let windows = rule.days(atMost: 100).map { day in
            let from = Instant(seconds: day.daysSinceEpoch * 86_400)
            return Series.Window(of: day, TimeRange(from: from, to: from + 7_200))
        }
        var record = Record(
            .maintenance, id: "backup", slug: "backup", path: "incidents/backup.md", title: "Backup",
            from: monday)
        record.until = monday + 7_200
        record.series = Series(rule, except: [], windows: windows, news: .first)
        var page = StatusPage(title: "Example", url: "https://status.example.com")
        page.records = [record]
        return page
    }
}
