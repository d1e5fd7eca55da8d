import Diagnostics
import StatusModel
import Testing

@testable import Records

/// Maintenance that recurs. Windows were worked out by python-dateutil and zoneinfo.
@Suite struct SeriesTests {
    @Test func wallClockRecursAcrossTheEndOfSummerTime() throws {
        let windows = try windows(
            in: "Europe/Berlin", from: "2026-10-11 02:00", until: "2026-10-11 04:00", "every 2 weeks",
            to: "2026-11-22")
        #expect(
            windows == [
                "2026-10-11T00:00:00Z 2026-10-11T02:00:00Z", "2026-10-25T00:00:00Z 2026-10-25T03:00:00Z",
                "2026-11-08T01:00:00Z 2026-11-08T03:00:00Z", "2026-11-22T01:00:00Z 2026-11-22T03:00:00Z",
            ])
    }

    /// On 1 November, 01:30 is there twice: the window ends with the second.
    @Test func endInARepeatedHourIsTheLast() throws {
        let windows = try windows(
            in: "America/New_York", from: "2026-10-25 00:30", until: "2026-10-25 01:30", "weekly",
            to: "2026-11-08")
        #expect(
            windows == [
                "2026-10-25T04:30:00Z 2026-10-25T05:30:00Z", "2026-11-01T04:30:00Z 2026-11-01T06:30:00Z",
                "2026-11-08T05:30:00Z 2026-11-08T06:30:00Z",
            ])
    }

    /// Lord Howe Island sets its clocks back by half an hour: on 5 April, 01:45 is there twice.
    @Test func beginningInARepeatedHalfHourIsTheFirst() throws {
        let windows = try windows(
            in: "Australia/Lord_Howe", from: "2026-03-29 01:45", until: "2026-03-29 03:00", "weekly",
            to: "2026-04-12")
        #expect(
            windows == [
                "2026-03-28T14:45:00Z 2026-03-28T16:00:00Z", "2026-04-04T14:45:00Z 2026-04-04T16:30:00Z",
                "2026-04-11T15:15:00Z 2026-04-11T16:30:00Z",
            ])
    }

    @Test func monthsWithoutTheDayAreLeftOut() throws {
        let windows = try windows(
            in: "Europe/Berlin", from: "2026-01-31 22:00", until: "2026-02-01 00:00",
            "monthly on the 31st",
            to: "2026-08-31")
        #expect(
            windows == [
                "2026-01-31T21:00:00Z 2026-01-31T23:00:00Z", "2026-03-31T20:00:00Z 2026-03-31T22:00:00Z",
                "2026-05-31T20:00:00Z 2026-05-31T22:00:00Z", "2026-07-31T20:00:00Z 2026-07-31T22:00:00Z",
                "2026-08-31T20:00:00Z 2026-08-31T22:00:00Z",
            ])
    }

    @Test func weekdayOfTheMonthIsCounted() throws {
        let windows = try windows(
            in: "Europe/Berlin", from: "2026-01-04 02:00", until: "2026-01-04 04:00",
            "Monthly on the 1st Sunday",
            to: "2026-05-31")
        #expect(
            windows == [
                "2026-01-04T01:00:00Z 2026-01-04T03:00:00Z", "2026-02-01T01:00:00Z 2026-02-01T03:00:00Z",
                "2026-03-01T01:00:00Z 2026-03-01T03:00:00Z", "2026-04-05T00:00:00Z 2026-04-05T02:00:00Z",
                "2026-05-03T00:00:00Z 2026-05-03T02:00:00Z",
            ])
    }

    @Test func windowsAreLeftOutAndMoved() throws {
        let keys =
            "repeat: weekly\n  repeat_until: 2026-11-08\n  except: [2026-10-25]\n"
            + "  moved: {2026-11-01: 2026-11-02 05:00}\n  announce: each"
        let series = try #require(try SampleSite().read(record(keys)).record?.series)
        #expect(
            series.windows.map { "\($0.day) \($0.range.from)" } == [
                "2026-10-18 2026-10-18T02:00:00Z", "2026-11-01 2026-11-02T05:00:00Z",
                "2026-11-08 2026-11-08T02:00:00Z",
            ])
        #expect(series.windows.map(\.isMoved) == [false, true, false])
        #expect(series.windows.allSatisfy { $0.range.seconds == 2 * 3_600 })
        #expect(series.news == .each)
    }

    @Test(arguments: [
        ("repeat: weekly", "6:11 error missing-key"),
        ("repeat: every full moon\n  repeat_until: 2026-12-31", "6:11 error invalid-value"),
        ("repeat: monthly on the 32nd\n  repeat_until: 2026-12-31", "6:11 error invalid-value"),
        ("repeat: monthly on the 1th\n  repeat_until: 2026-12-31", "6:11 error invalid-value"),
        ("repeat: daily\n  repeat_until: 2028-12-31", "7:17 error invalid-value"),
        ("repeat: weekly\n  repeat_until: 2026-10-17", "7:17 error time-before-start"),
        ("repeat: weekly\n  repeat_until: soon", "7:17 error invalid-time"),
        ("repeat: monthly on the 15th\n  repeat_until: 2026-12-31", "4:9 error invalid-value"),
        (
            "repeat: weekly\n  repeat_until: 2026-12-31\n  except: [2026-12-21]",
            "8:12 error invalid-value"
        ),
        (
            "repeat: weekly\n  repeat_until: 2026-12-31\n  moved: {2026-11-02: 2026-11-03 02:00}",
            "8:11 error invalid-value"
        ),
        (
            "repeat: weekly\n  repeat_until: 2026-12-31\n  moved: {2026-11-01: 2026-11-08 03:00}",
            "8:23 error invalid-value"
        ),
        ("repeat: weekly\n  repeat_until: 2026-12-31\n  moved: [2026-11-01]", "8:10 error wrong-type"),
        (
            "repeat: weekly\n  repeat_until: 2026-12-31\n  except: 2026-11-01\n  moved: {2026-11-01: 2026-11-02 02:00}",
            "9:11 error invalid-value"
        ),
        (
            "repeat: weekly\n  repeat_until: 2026-10-24\n  except: 2026-10-18", "5:10 error invalid-value"
        ),
        ("repeat: weekly\n  repeat_until: 2026-12-31\n  announce: loudly", "8:13 error invalid-value"),
        ("except: [2026-11-01]", "6:3 error misplaced-key"),
    ])
    func mistakeIsToldAtItsPlace(keys: String, expected: String) throws {
        #expect(try SampleSite().told(record(keys)) == [expected])
    }

    @Test func windowsThatOverlapAreToldAtTheirEnd() throws {
        let text = record("repeat: daily\n  repeat_until: 2026-10-20").replacing(
            "until: 2026-10-18 04:00", with: "until: 2026-10-19 02:01")
        #expect(try SampleSite().told(text) == ["5:10 error invalid-value"])
    }

    @Test func windowWhoseHourIsSkippedIsToldWithItsDay() throws {
        let site = try SampleSite(zone: "Europe/Berlin")
        let skipped = record("repeat: weekly\n  repeat_until: 2026-04-12").replacing(
            "2026-10-18 02:00", with: "2026-03-22 02:30"
        )
        .replacing("2026-10-18 04:00", with: "2026-03-22 03:30")
        let told = site.read(skipped).diagnostics
        #expect(told.map(\.summary) == ["4:9 error invalid-time"])
        #expect(told.first?.message == "on 2026-03-29 the clocks of Europe/Berlin skip 02:30")
        #expect(
            told.first?.hint == "use another time, or leave that window out: `except: [2026-03-29]`")
        let mended = skipped.replacing("  repeat_until", with: "  except: [2026-03-29]\n  repeat_until")
        #expect(site.told(mended) == [])
        // Its end, too.
        let end = skipped.replacing("02:30", with: "01:00").replacing("03:30", with: "02:15")
        #expect(site.told(end) == ["5:10 error invalid-time"])
    }

    @Test func longerWindowToComeIsNamed() throws {
        var site = try SampleSite(zone: "Europe/Berlin").checking(WindowsKeepTheirLength.self)
        let text = record("repeat: weekly\n  repeat_until: 2026-11-08")
        let told = site.read(text).diagnostics
        #expect(told.map(\.summary) == ["4:9 warning longer-window"])
        #expect(
            told.first?.message.contains("2026-10-25") == true
                && told.first?.message.contains("60") == true)
        // It ended at 03:00Z.
        site.now = try #require(Day(year: 2026, month: 10, day: 25)).midnight + 3 * 3_600
        #expect(site.told(text) == [])
    }

    @Test func eachUpdateIsGivenToItsWindow() throws {
        let body = """
            [SCHEDULED 2026-10-01 10:00] We look after the database.

            [UPDATE 2026-10-17 10:00] It begins tomorrow.

            [IN PROGRESS 2026-10-18 02:05] Begun.

            [COMPLETED 2026-10-18 16:00] Done, and told late.

            [CANCELLED 2026-10-23 09:00] Not this time.

            [UPDATE 2026-10-26 09:00] It takes longer.

            Until: 2026-11-01 05:00

            [COMPLETED 2026-11-01 04:30] Done.
            """
        let parsed = try SampleSite().read(
            record("repeat: weekly\n  repeat_until: 2026-11-08", body: body))
        #expect(parsed.diagnostics.map(\.summary) == [])
        let windows = try #require(parsed.record).allWindows
        #expect(
            windows.map {
                "\($0.id): \($0.updates.dropFirst(2).map(\.phase.rawValue).joined(separator: ", "))"
            } == [
                "slow@2026-10-18: in_progress, completed", "slow@2026-10-25: cancelled",
                "slow@2026-11-01: scheduled, completed", "slow@2026-11-08: ",
            ])
        #expect(
            windows.allSatisfy {
                $0.updates.first?.phase == .scheduled && $0.seriesWindow?.sharedUpdates == 2
            })
        #expect(windows[2].closesAt.map { "\($0)" } == "2026-11-01T04:30:00Z")
    }

    @Test(arguments: [
        // Outside by more than 12 hours; announced more than 7 days ahead; begun between two windows.
        ("[COMPLETED 2026-10-18 16:01] a", "2026-10-18"),
        ("[CANCELLED 2026-10-11 01:59] a", "2026-10-18"),
        ("[SCHEDULED 2026-10-24 10:00] a", "2026-10-25"),
        ("[VERIFYING 2026-11-20 02:00] a", "2026-11-08"),
    ])
    func strayUpdateIsToldWithTheNearestWindow(body: String, nearest: String) throws {
        let told = try SampleSite().read(
            record("repeat: weekly\n  repeat_until: 2026-11-08", body: body)
        ).diagnostics
        #expect(told.map(\.summary).map { $0.drop { $0 != " " } } == [" error update-outside-windows"])
        #expect(told.first?.hint?.contains("from \(nearest) 02:00") == true)
    }

    @Test func seriesAsAWholeHasNoOtherEnd() throws {
        let body = "[SCHEDULED 2026-10-01 10:00] a\nUntil: 2026-10-18 05:00"
        #expect(
            try SampleSite().told(record("repeat: weekly\n  repeat_until: 2026-11-08", body: body)) == [
                "10:8 error invalid-trailer"
            ])
    }
}

private extension SeriesTests {
    /// Keys of `maintenance` begin on line 6, the body on line 9 if they take two lines.
    func record(_ keys: String, body: String = "") -> String {
        """
        ---
        title: x
        maintenance:
          from: 2026-10-18 02:00
          until: 2026-10-18 04:00
          \(keys)
        ---
        \(body)

        """
    }

    func windows(
        in zone: String, from: String, until: String, _ rule: String, to last: String
    ) throws -> [String] {
        let text = record("repeat: \(rule)\n  repeat_until: \(last)")
            .replacing("from: 2026-10-18 02:00", with: "from: \(from)")
            .replacing("until: 2026-10-18 04:00", with: "until: \(until)")
        let parsed = try SampleSite(zone: zone).read(text)
        let series = try #require(parsed.record?.series, "\(parsed.diagnostics)")
        return series.windows.map { "\($0.range.from) \($0.range.to)" }
    }
}

extension Day {
    fileprivate var midnight: Instant { Instant(seconds: daysSinceEpoch * 86_400) }
}
