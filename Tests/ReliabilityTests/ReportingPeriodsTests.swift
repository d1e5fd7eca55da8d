@testable import Reliability
import StatusModel
import Testing

/// Which months, quarters and years a page has figures for.
struct ReportingPeriodsTests {
    @Test func periodsRunFromTheSitesStartToNow() throws {
        let page = page(component("api"), since: try at("2025-11-30T12:00Z"))
            .with(incident(from: try at("2024-01-01T00:00Z")))
        let periods = ReportingPeriods(of: page, now: try at("2026-02-01T00:00Z"))
        #expect(periods.months.map(\.description) == ["2025-11", "2025-12", "2026-01", "2026-02"])
        #expect(periods.quarters.map(\.description) == ["2025-Q4", "2026-Q1"])
        #expect(periods.years.map(\.description) == ["2025", "2026"])
        #expect(periods.all.count == 8)
    }

    @Test func firstRecordBeginsThePeriodsWhereTheSiteDoesNot() throws {
        let page = page(component("api"), since: nil).with(
            incident(from: try at("2026-03-02T00:00Z")),
            maintenance: [maintenance(from: try at("2026-02-02T00:00Z"), until: try at("2026-02-03T00:00Z"))]
        )
        let periods = ReportingPeriods(of: page, now: try at("2026-03-31T00:00Z"))
        #expect(periods.months.map(\.description) == ["2026-02", "2026-03"])
    }

    @Test func pageWithoutRecordsHasTheCurrentPeriods() throws {
        let periods = ReportingPeriods(
            of: page(component("api"), since: nil), now: try at("2026-07-31T00:00Z"))
        #expect(periods.all.map(\.description) == ["2026-07", "2026-Q3", "2026"])
    }

    @Test func workToComeBeginsNoPeriod() throws {
        let work = maintenance(from: try at("2026-09-02T00:00Z"), until: try at("2026-09-03T00:00Z"))
        let page = page(component("api"), since: nil).with(maintenance: [work])
        let periods = ReportingPeriods(of: page, now: try at("2026-07-31T00:00Z"))
        #expect(periods.months.map(\.description) == ["2026-07"])
    }

    @Test func workThatWasCalledOffBeginsNoPeriod() throws {
        let work = maintenance(
            from: try at("2026-02-02T00:00Z"),
            until: try at("2026-02-03T00:00Z"),
            says(.cancelled, at: try at("2026-02-01T00:00Z"))
        )
        let page = page(component("api"), since: nil).with(
            incident(from: try at("2026-03-02T00:00Z")), maintenance: [work])
        let periods = ReportingPeriods(of: page, now: try at("2026-03-31T00:00Z"))
        #expect(periods.months.map(\.description) == ["2026-03"])
        let history = page.history(now: try at("2026-03-31T00:00Z"))
        #expect(history.trackedSince(0) == (try at("2026-03-02T00:00Z")))
    }

    /// 23:30 UTC on 31 December is the new year in Berlin.
    @Test func monthsAreThoseOfTheSitesZone() throws {
        let berlin = Zone(name: "Europe/Berlin", offset: hour)
        let page = page(component("api"), since: nil, zone: berlin)
        let periods = ReportingPeriods(of: page, now: try at("2025-12-31T23:30Z"))
        #expect(periods.all.map(\.description) == ["2026-01", "2026-Q1", "2026"])
    }
}
