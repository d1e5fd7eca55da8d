@testable import Reliability
import StatusModel
import TestSupport
import Testing

/// The examples of the specification, each with its numbers worked by hand.
struct WorkedExampleTests {
    /// 45 min are 2,700 s; a day has 86,400 s: 1 − 2,700 / 86,400 = 0.96875. 90 days have 7,776,000 s:
    /// 1 − 2,700 / 7,776,000 = 0.999652…
    @Test func majorOutageOfThreeQuartersOfAnHour() throws {
        let now = try at("2026-01-03T00:00Z")
        let outage = incident(
            from: try at("2026-01-02T17:00Z"),
            resolved(try at("2026-01-02T17:45Z"))
        )
        let history = page(component("api")).with(outage).history(now: now)

        let day = history.uptime(of: 0, during: try range("2026-01-02T00:00Z", "2026-01-03T00:00Z"))
        #expect(day.downtimeMilliseconds == 2_700_000)
        #expect(day.ratio == 0.96875)
        #expect(day.text == "96.87%")
        #expect(history.uptime(of: 0, during: RecentRange.quarter.range(endingAt: now)).text == "99.96%")
    }

    /// 0.3 · 2,400 s and 288 s are 1,008 s of 7,776,000: 99.98703… %.
    @Test func ninetyDaysAreRecomputedFromSpans() throws {
        let now = try at("2026-03-31T00:00Z")
        let partial = incident(
            "partial", .partialOutage, from: try at("2026-02-03T10:00Z"),
            resolved(try at("2026-02-03T10:40Z")))
        let slow = incident(
            "slow", .degradedPerformance, from: try at("2026-02-20T09:00Z"),
            resolved(try at("2026-02-20T11:00Z")))
        let began = try at("2026-03-10T08:00Z")
        let major = incident("major", from: began, resolved(began + 288))
        let history = page(component("api"), since: try at("2020-01-01T00:00Z"))
            .with(major, slow, partial).history(now: now)
        let uptime = history.uptime(of: 0, during: RecentRange.quarter.range(endingAt: now))
        #expect(uptime.downtimeMilliseconds == 1_008_000)
        #expect(uptime.text == "99.98%")
    }

    /// Partial alone 10:00–11:00 and 11:30–12:00: 0.3 · (3,600 + 1,800); major 11:00–11:30: 1,800.
    @Test func worseOfTwoOverlappingIncidentsCountsOnce() throws {
        let partial = incident(
            "partial",
            .partialOutage,
            from: try at("2026-01-02T10:00Z"),
            resolved(try at("2026-01-02T12:00Z"))
        )
        let major = incident(
            "major",
            from: try at("2026-01-02T11:00Z"),
            resolved(try at("2026-01-02T11:30Z"))
        )
        let history = page(component("api")).with(partial, major)
            .history(now: try at("2026-01-03T00:00Z"))

        let day = history.uptime(of: 0, during: try range("2026-01-02T00:00Z", "2026-01-03T00:00Z"))
        #expect(day.downtimeMilliseconds == 3_420_000)
        #expect(day.outages == 2)
    }

    /// Clocks go from 02:00 to 03:00: one hour of 23.
    @Test func dayWithoutAnHourIsAnHourShorter() throws {
        let berlin = Zone(
            name: "Europe/Berlin",
            offset: hour,
            changes: [Zone.Change(at: try at("2026-03-29T01:00Z"), offset: 2 * hour)]
        )
        let outage = incident(
            from: try at("2026-03-29T01:30+01:00"),
            resolved(try at("2026-03-29T03:30+02:00"))
        )
        let history = page(component("api"), zone: berlin).with(outage)
            .history(now: try at("2026-03-29T22:00Z"))

        let shortDay = try #require(history.days(of: 0, count: 2).first)
        #expect(shortDay.day == Day(year: 2026, month: 3, day: 29))
        #expect(shortDay.uptime.observedSeconds == 23 * hour)
        #expect(shortDay.uptime.downtimeMilliseconds == 3_600_000)
        #expect(shortDay.uptime.text == "95.65%")
    }

    /// (10 + 20 + 30 + 40 + 300) / 5 = 80; the third is 30; ⌈4.5⌉ = the fifth is 300. Of four:
    /// (20 + 30) / 2 = 25; ⌈3.6⌉ = the fourth is 40.
    @Test func summariesOfResolutionTimes() {
        let five = Summary(of: [300, 10, 40, 20, 30].map { $0 * minute })
        #expect(five.n == 5)
        #expect(five.mean == 80 * minute)
        #expect(five.median == 30 * minute)
        #expect(five.p90 == 300 * minute)

        let four = Summary(of: [40, 30, 20, 10].map { $0 * minute })
        #expect(four.median == 25 * minute)
        #expect(four.p90 == 40 * minute)
    }

    /// 11:00–12:00 and 13:00–13:20: 60 + 20 min; from 11:00 to 13:20 are 140 min.
    @Test func reopenedIncidentLeavesTheGapOut() throws {
        let now = try at("2026-01-03T00:00Z")
        let reopened = incident(
            from: try at("2026-01-02T11:00Z"),
            resolved(try at("2026-01-02T12:00Z")),
            says(.investigating, at: try at("2026-01-02T13:00Z")),
            resolved(try at("2026-01-02T13:20Z"))
        )
        let history = page(component("api")).with(reopened).history(now: now)

        let day = history.uptime(of: 0, during: try range("2026-01-02T00:00Z", "2026-01-03T00:00Z"))
        #expect(day.downtimeMilliseconds == 4_800_000)
        #expect(day.outages == 1)
        let times = ResponseTimes(of: reopened, now: now)
        #expect(times[.resolve] == 140 * minute)
        #expect(times[.restore] == 140 * minute)
    }

    @Test func incidentWithinMaintenanceIsDowntime() throws {
        let work = maintenance(from: try at("2026-01-02T10:00Z"), until: try at("2026-01-02T12:00Z"))
        let outage = incident(
            from: try at("2026-01-02T10:45Z"),
            resolved(try at("2026-01-02T11:15Z"))
        )
        let history = page(component("api")).with(outage, maintenance: [work])
            .history(now: try at("2026-01-03T00:00Z"))

        let day = history.uptime(of: 0, during: try range("2026-01-02T00:00Z", "2026-01-03T00:00Z"))
        #expect(day.downtimeMilliseconds == 1_800_000)
        #expect(day.maintenanceSeconds == 7_200)
        #expect(day.outages == 1)
    }

    /// 10 min partial, 20 min major, 30 min degraded: 0.3 · 600 + 1,200 + 0.
    @Test func updatesChangeTheWeight() throws {
        let start = try at("2026-01-02T10:00Z")
        let changing = incident(
            "changing",
            .partialOutage,
            from: start,
            says(.investigating, at: start + 10 * minute, StatusChange(0, .majorOutage)),
            says(.identified, at: start + 30 * minute, StatusChange(0, .degradedPerformance)),
            resolved(start + 60 * minute)
        )
        let history = page(component("api")).with(changing).history(now: start + day)

        let all = history.uptime(of: 0, during: TimeRange(from: start, to: start + day))
        #expect(all.downtimeMilliseconds == 1_380_000)
    }

    @Test func lastingIncidentCountsFromTheStartOfTheRangeToNow() throws {
        let now = try at("2026-01-02T12:00Z")
        let lasting = incident(from: try at("2026-01-01T20:00Z"))
        let history = page(component("api")).with(lasting).history(now: now)

        let day = history.uptime(of: 0, during: try range("2026-01-02T00:00Z", "2026-01-03T00:00Z"))
        #expect(day.downtimeMilliseconds == 12 * 3_600_000)
        #expect(day.observedSeconds == 12 * hour)
        #expect(day.outages == 1)
    }

    @Test func componentOfTomorrowHasNoDataAndNoWeight() throws {
        let tomorrow = try at("2026-01-03T00:00Z")
        let outage = incident(from: try at("2026-01-02T00:00Z"), resolved(tomorrow))
        let history = page(component("old"), component("new", since: tomorrow)).with(outage)
            .history(now: tomorrow)

        let day = try range("2026-01-02T00:00Z", "2026-01-03T00:00Z")
        #expect(history.uptime(of: 0...1, during: day).text == "0%")
        #expect(history.uptime(of: 1, during: day).text == "no data")
        #expect(history.uptime(of: 1, during: day).ratio == nil)
    }

    /// 90 days and one hour are 7,779,600 s, of which 1,800 are lost: 99.976…, not the mean of 100 and 50.
    @Test func componentOneHourOldWeighsOneHour() throws {
        let now = try at("2026-01-02T12:00Z")
        let outage = incident(
            "outage",
            [StatusChange(1, .majorOutage)],
            from: now - 45 * minute,
            [resolved(now - 15 * minute)]
        )
        let history = page(component("old", since: now - 365 * day), component("new", since: now - hour))
            .with(outage).history(now: now)

        let both = history.uptime(of: 0...1, during: RecentRange.quarter.range(endingAt: now))
        #expect(both.observedSeconds == 7_779_600)
        #expect(both.downtimeMilliseconds == 1_800_000)
        #expect(both.text == "99.97%")
    }

    /// 17:00–17:22 are 22 min, 1,320 s.
    @Test func restoredBeforeResolved() throws {
        let now = try at("2026-01-03T00:00Z")
        let restored = try at("2026-01-02T17:22Z")
        let watched = incident(
            from: try at("2026-01-02T17:00Z"),
            says(
                .monitoring,
                at: try at("2026-01-02T17:30Z"),
                StatusChange(0, .operational, since: restored)
            ),
            resolved(try at("2026-01-02T17:45Z"))
        )
        let history = page(component("api")).with(watched).history(now: now)

        let times = ResponseTimes(of: watched, now: now)
        #expect(times[.restore] == 22 * minute)
        #expect(times[.resolve] == 45 * minute)
        let day = history.uptime(of: 0, during: try range("2026-01-02T00:00Z", "2026-01-03T00:00Z"))
        #expect(day.downtimeMilliseconds == 1_320_000)
    }

    /// February has 2,419,200 s: 1 − 20 / 2,419,200 = 0.99999173…; 99.999 % allows 24.192 s.
    @Test func uptimeBesideAnObjectiveHasOneMoreDecimal() throws {
        let outage = incident(
            from: try at("2026-02-10T10:00Z"),
            resolved(try at("2026-02-10T10:00Z") + 20)
        )
        let history = page(component("api")).with(outage).history(now: try at("2026-03-01T00:00Z"))

        let february = history.uptime(of: 0, during: try range("2026-02-01T00:00Z", "2026-03-01T00:00Z"))
        #expect(february.text == "99.99%")
        #expect(february.text(beside: Target(millionths: 999_990)) == "99.9991%")
        #expect(february.text(beside: Target(millionths: 999_000)) == "99.99%")
        #expect(february.text(beside: nil) == "99.99%")
        // 99.999 % of the month allow 24.192 s: met.
        var bound = component("api")
        bound.target = Target(millionths: 999_990)
        let met = page(bound).with(outage).history(now: try at("2026-03-01T00:00Z"))
        let budget = met.errorBudget(of: 0, during: Period.month(year: 2026, month: 2).range(in: .utc))
        #expect(budget?.remainingMicroseconds == 4_192_000)
        #expect(february.lost(inUnitsOf: 1_000_000) == 9)
        #expect(
            [999_990, 999_900, 999_000, 990_000, 1_000_000].map { Target(millionths: $0).decimals } == [
                3, 2, 1, 0, 0,
            ])
    }

    /// 10:00–11:00 on the 2nd, reopened 11:40–12:00 on the 4th: 1 h 20 min.
    @Test func timeAffectedLeavesTheGapOut() throws {
        let reopened = incident(
            from: try at("2026-01-02T10:00Z"),
            resolved(try at("2026-01-02T11:00Z")),
            says(.investigating, at: try at("2026-01-04T11:40Z")),
            resolved(try at("2026-01-04T12:00Z"))
        )
        let now = try at("2026-01-05T00:00Z")
        #expect(IncidentTimeline(of: reopened, now: now).affectedSeconds() == 4_800)
    }

    /// Both at a month's first midnight: it was open neither when the month began nor when it ended.
    @Test func incidentOfNoLengthIsNeverOpen() throws {
        let midnight = try at("2026-02-01T00:00Z")
        let page = page(component("api"), since: try at("2026-01-01T00:00Z"))
            .with(incident(from: midnight, resolved(midnight)))
        let history = page.history(now: try at("2026-03-15T00:00Z"))
        let february = PeriodReport(of: .month(year: 2026, month: 2), on: page, history: history)
        #expect(february.incidents.openAtStart == 0)
        #expect(february.incidents.openAtEnd == 0)
        #expect(february.incidents.started == 1)
        #expect(february.incidents.byComponent == [.init(component: 0, bySeverity: [0, 1])])
        let january = PeriodReport(of: .month(year: 2026, month: 1), on: page, history: history)
        #expect(january.incidents.openAtEnd == 0)
    }

    /// 10:00–11:00 on the 2nd and, reopened, 11:40–12:00 on the 4th: from 10:00 to 12:00 are 2 d 2 h.
    @Test func reopenedIncidentLastsLongerThanItAffects() throws {
        let reopened = incident(
            from: try at("2026-01-02T10:00Z"),
            resolved(try at("2026-01-02T11:00Z")),
            says(.investigating, at: try at("2026-01-04T11:40Z")),
            resolved(try at("2026-01-04T12:00Z"))
        )
        let facts = try #require(IncidentFacts(of: reopened, now: try at("2026-01-05T00:00Z")))
        #expect(facts.times[.resolve] == 50 * hour)
        #expect(facts.affectedSeconds == 80 * minute)
        #expect(facts.isReopened)
    }

    /// What the public is told begins at 10:20, when the severity was raised; the outage counts from 10:00.
    @Test func raisedIncidentCountsFromItsStart() throws {
        let raised = says(.identified, at: try at("2026-01-02T10:20Z"))
        var incident = incident(
            from: try at("2026-01-02T10:00Z"),
            says(.investigating, at: try at("2026-01-02T10:00Z")),
            raised,
            resolved(try at("2026-01-02T11:00Z"))
        )
        incident.updates[1].severity = 0
        incident.firstPublicUpdate = 1
        let now = try at("2026-01-03T00:00Z")
        let seen = page(component("api")).with(incident).seen(by: .public, at: now)
        #expect(seen.incidents.map { $0.updates.map(\.at) } == [[raised.at, try at("2026-01-02T11:00Z")]])
        let figures = seen.history(now: now).uptime(of: 0, during: TimeRange(from: now - day, to: now))
        #expect(figures.downtimeMilliseconds == 3_600_000)
    }

    /// Two components, 10:00–11:00 and 10:30–11:30: an hour and a half.
    @Test func timeAffectedCountsOverlapOnce() throws {
        let start = try at("2026-01-02T10:00Z")
        let spreading = incident(
            "spreading",
            [StatusChange(0, .partialOutage)],
            from: start,
            [
                says(.investigating, at: start + 30 * minute, StatusChange(1, .majorOutage)),
                says(.identified, at: start + 60 * minute, StatusChange(0, .operational)),
                resolved(start + 90 * minute),
            ]
        )
        #expect(IncidentTimeline(of: spreading, now: start + day).affectedSeconds() == 90 * minute)
    }
}
