@testable import Reliability
import StatusModel
import TestSupport
import Testing

/// A month's alerts beside what records declare, by hand.
@Suite struct AlertFiguresTests {
    /// Told: alerts 10:00–10:30 and 10:20–11:00, 60 min together; the record from 10:00 to 10:40, first update at 10:07.
    /// Untold: 31 January 23:50 to 1 February 00:20, of which 10 min are in January. Too short: 5 min.
    @Test func alertsAreCountedInTheMonthInWhichTheyBegan() throws {
        var page = page(component("api"), component("web")).with(
            incident(
                "slow", from: try at("2026-01-02T10:00Z"), investigating(try at("2026-01-02T10:07Z")),
                resolved(try at("2026-01-02T10:40Z"))))
        page.alertedIncidents = [
            AlertedIncident(
                component: 0,
                alerts: [
                    try range("2026-01-02T10:00Z", "2026-01-02T10:30Z"),
                    try range("2026-01-02T10:20Z", "2026-01-02T11:00Z"),
                ], outcome: .told(slug: "slow")),
            AlertedIncident(
                component: 1, alerts: [try range("2026-01-31T23:50Z", "2026-02-01T00:20Z")], outcome: .untold),
            AlertedIncident(
                component: 0, alerts: [try range("2026-01-10T12:00Z", "2026-01-10T12:05Z")],
                outcome: .tooShort),
            AlertedIncident(
                component: 0, alerts: [try range("2026-01-11T12:00Z", "2026-01-11T12:10Z")],
                outcome: .declined),
        ]
        let history = page.history(now: try at("2026-03-01T00:00Z"))
        let january = try #require(Period(named: "2026-01"))
        let figures = try #require(PeriodReport(of: january, on: page, history: history).alerts)
        #expect(figures.fired == 5 && figures.incidents == 3 && figures.told == 1)
        #expect(figures.untilNotice.median == 7 * minute)
        #expect(
            figures.components == [
                .init(component: 0, declaredSeconds: 40 * minute, alertingSeconds: 75 * minute),
                .init(component: 1, declaredSeconds: 0, alertingSeconds: 10 * minute),
            ])
        #expect(figures.untold.map(\.component) == [1])
        let february = PeriodReport(of: try #require(Period(named: "2026-02")), on: page, history: history)
        #expect(february.alerts?.fired == 0)
        #expect(february.alerts?.components.map(\.alertingSeconds) == [20 * minute])
        let december = PeriodReport(of: try #require(Period(named: "2025-12")), on: page, history: history)
        #expect(december.alerts == nil)
    }

    @Test func publicSeesNoneOfThem() throws {
        var page = page(component("api"))
        page.alertedIncidents = [
            AlertedIncident(
                component: 0, alerts: [try range("2026-01-02T10:00Z", "2026-01-02T10:30Z")], outcome: .untold)
        ]
        let now = try at("2026-03-01T00:00Z")
        #expect(page.seen(by: .public, at: now).alertedIncidents.isEmpty)
        #expect(page.seen(by: .internal, at: now).alertedIncidents.count == 1)
    }
}

private func investigating(_ instant: Instant) -> Update {
    Update(phase: .investigating, at: instant)
}
