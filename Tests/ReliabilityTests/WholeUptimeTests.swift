@testable import Reliability
import StatusModel
import TestSupport
import Testing

/// Figures by the clock, each worked by hand. The day is 2 January 2026, 86,400 s.
struct WholeUptimeTests {
    private func outage(
        _ slug: String,
        of component: Int,
        _ status: ComponentStatus = .majorOutage,
        from: String,
        to: String
    ) throws -> Record {
        incident(slug, [StatusChange(component, status)], from: try at(from), [resolved(try at(to))])
    }

    private func wholeDay(of page: StatusPage) throws -> WholeUptime {
        page.history(now: try at("2026-01-03T00:00Z"))
            .uptimeOfWhole(during: try range("2026-01-02T00:00Z", "2026-01-03T00:00Z"))
    }

    /// One of ten is down for 1 h on each of 6 days of 30: 6 h are 21,600 of 2,592,000 s, and of 25,920,000 s of component
    /// time. Between failures lie (2,592,000 − 21,600) / 6 = 428,400 s: 4 d 23 h.
    @Test func wholeFailsAsOftenAsItsPart() throws {
        let start = try at("2026-01-01T00:00Z")
        var page = StatusPage(title: "Example", url: "https://status.example.com", since: start)
        page.severities = [Severity(level: "SEV-1"), Severity(level: "SEV-2")]
        page.components = (0..<10).map { component("c\($0)") }
        page.incidents = (0..<6).map { place in
            let from = start + place * 5 * day
            return incident("outage-\(place)", from: from, resolved(from + hour))
        }
        let range = TimeRange(from: start, to: start + 30 * day)
        let history = page.history(now: range.to)
        let whole = history.uptimeOfWhole(during: range)
        #expect(whole.byTheClock.observedSeconds == 2_592_000)
        #expect(whole.byTheClock.downtimeMilliseconds == 21_600_000)
        #expect(whole.byTheClock.text == "99.16%")
        #expect(whole.byTheClock.meanTimeBetweenFailures == 428_400)
        #expect(history.uptime(of: 0, during: range).meanTimeBetweenFailures == 428_400)
        #expect(whole.componentTime.downtimeMilliseconds == 21_600_000)
        #expect(whole.componentTime.observedSeconds == 25_920_000)
        #expect(whole.componentTime.text == "99.91%")
    }

    /// Down 10:00–11:00 and, on another component, 10:30–11:30: 1 h 30 min by the clock, 2 h of component time.
    @Test func overlapOfComponentsCountsOnce() throws {
        let page = page(component("api"), component("web")).with(
            try outage("one", of: 0, from: "2026-01-02T10:00Z", to: "2026-01-02T11:00Z"),
            try outage("two", of: 1, from: "2026-01-02T10:30Z", to: "2026-01-02T11:30Z")
        )
        let whole = try wholeDay(of: page)
        #expect(whole.byTheClock.downtimeMilliseconds == 5_400_000)
        #expect(whole.byTheClock.affectedSeconds == 5_400)
        #expect(whole.byTheClock.outages == 2)
        #expect(whole.componentTime.downtimeMilliseconds == 7_200_000)
    }

    /// Partial on one 10:00–12:00, major on another 11:00–11:30: 0.3 · 5,400 + 1,800 = 3,420 s, of 7,200 s affected.
    @Test func eachInstantCountsAtItsLargestWeight() throws {
        let page = page(component("api"), component("web")).with(
            try outage("partial", of: 0, .partialOutage, from: "2026-01-02T10:00Z", to: "2026-01-02T12:00Z"),
            try outage("major", of: 1, from: "2026-01-02T11:00Z", to: "2026-01-02T11:30Z")
        )
        let clock = try wholeDay(of: page).byTheClock
        #expect(clock.downtimeMilliseconds == 3_420_000)
        #expect(clock.affectedSeconds == 7_200)
    }

    /// Degraded 10:00–11:00 has no weight, and maintenance 12:00–14:00 is not even an effect.
    @Test func degradedTimeIsAffectedAndMaintenanceIsNot() throws {
        let work = maintenance(from: try at("2026-01-02T12:00Z"), until: try at("2026-01-02T14:00Z"))
        let page = page(component("api")).with(
            try outage(
                "slow", of: 0, .degradedPerformance, from: "2026-01-02T10:00Z", to: "2026-01-02T11:00Z"),
            maintenance: [work]
        )
        let clock = try wholeDay(of: page).byTheClock
        #expect(clock.downtimeMilliseconds == 0)
        #expect(clock.affectedSeconds == 3_600)
        #expect(clock.maintenanceSeconds == 7_200)
        #expect(clock.text == "100%")
        #expect(clock.outages == 0)
        #expect(clock.degradedSeconds == 3_600)
    }

    /// One is observed 00:00–08:00, the other 16:00–24:00: 16 h. What the first suffers at noon, and the third that does
    /// not count suffers at all, is not the site's.
    @Test func onlyWhatIsObservedAndCountedIsOfTheWhole() throws {
        let page = page(
            component("old", until: try at("2026-01-02T08:00Z")),
            component("new", since: try at("2026-01-02T16:00Z")),
            component("vendor", counts: false)
        ).with(
            try outage("noon", of: 0, from: "2026-01-02T07:00Z", to: "2026-01-02T13:00Z"),
            try outage("vendor", of: 2, from: "2026-01-02T18:00Z", to: "2026-01-02T19:00Z")
        )
        let clock = try wholeDay(of: page).byTheClock
        #expect(clock.observedSeconds == 16 * hour)
        #expect(clock.downtimeMilliseconds == 3_600_000)
        #expect(clock.outages == 1)
        #expect(clock.text == "93.75%")
    }

    @Test func nothingObservedHasNoFigure() throws {
        let later = try at("2026-01-05T00:00Z")
        let clock = try wholeDay(of: page(component("api", since: later))).byTheClock
        #expect(clock.ratio == nil)
        #expect(clock.text == "no data")
    }
}
