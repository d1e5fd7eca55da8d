@testable import Reliability
import StatusModel
import Testing

/// Who found incidents, when in the week they began, and which came back.
@Suite struct IncidentPatternTests {
    /// 2026-01-05 was a Monday. In Berlin, 23:30 UTC on a Sunday is half past midnight on Monday.
    @Test func incidentsAreCountedByDetectorDayAndHour() throws {
        let berlin = Zone(name: "Europe/Berlin", offset: hour)
        var alert = incident(
            "alert", from: try at("2026-01-04T23:30Z"), resolved(try at("2026-01-04T23:50Z")))
        alert.detectedBy = .alert
        var customer = incident("customer", from: try at("2026-01-07T13:10Z"))
        customer.detectedBy = .customer
        var other = customer
        (other.slug, other.from) = ("other", try at("2026-01-07T13:59Z"))
        let silent = incident(
            "silent",
            from: try at("2026-01-11T08:00Z"),
            resolved(try at("2026-01-11T09:00Z")),
            says(.investigating, at: try at("2026-01-11T10:00Z")),
            resolved(try at("2026-01-11T11:00Z"))
        )
        let history = page(component("api"), zone: berlin).with(silent, other, customer, alert)
            .history(now: try at("2026-01-20T00:00Z"))
        let pattern = history.responses(during: .always).pattern
        #expect(pattern.byDetector == [.alert: 1, .customer: 2])
        #expect(pattern.detected == 3)
        #expect(pattern.share(foundBy: .customer) == 2.0 / 3)
        #expect(pattern.share(foundBy: .staff) == 0)
        #expect(pattern.byWeekday == [1, 0, 2, 0, 0, 0, 1])
        #expect(pattern.byHour.enumerated().filter { $0.element > 0 }.map(\.offset) == [0, 9, 14])
        #expect(pattern.byHour[14] == 2)
        #expect(pattern.reopened == 1)
    }

    @Test func nothingFoundHasNoShare() throws {
        let history = page(component("api")).with(incident(from: try at("2026-01-04T23:30Z")))
            .history(now: try at("2026-01-20T00:00Z"))
        #expect(history.responses(during: .always).pattern.share(foundBy: .alert) == nil)
    }
}
