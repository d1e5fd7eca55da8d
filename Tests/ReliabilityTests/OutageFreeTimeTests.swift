@testable import Reliability
import StatusModel
import Testing

/// Days since the last outage, and the longest run without one.
@Suite struct OutageFreeTimeTests {
    /// Watched from 1 January; down on the 3rd 00:00–06:00, and another component on the 10th 12:00–18:00; now is the 15th.
    private func sample() throws -> StatusPage {
        page(component("api"), component("web"), since: try at("2026-01-01T00:00Z")).with(
            incident(
                "second",
                [StatusChange(1, .majorOutage)],
                from: try at("2026-01-10T12:00Z"),
                [resolved(try at("2026-01-10T18:00Z"))]
            ),
            incident("first", from: try at("2026-01-03T00:00Z"), resolved(try at("2026-01-03T06:00Z")))
        )
    }

    @Test func runsLieBetweenOutages() throws {
        let history = try sample().history(now: try at("2026-01-15T00:00Z"))
        let whole = history.outageFree(during: .always)
        #expect(try whole.since == at("2026-01-10T18:00Z"))
        #expect(whole.days == 4)
        #expect(try whole.longest == range("2026-01-03T06:00Z", "2026-01-10T12:00Z"))
        let api = history.outageFree(of: 0, during: .always)
        #expect(api.days == 11)
        #expect(try api.longest == range("2026-01-03T06:00Z", "2026-01-15T00:00Z"))
    }

    /// Degraded performance weighs nothing.
    @Test func slownessIsNoOutage() throws {
        let slow = incident("slow", .degradedPerformance, from: try at("2026-01-03T00:00Z"))
        let history = page(component("api"), since: try at("2026-01-01T00:00Z")).with(slow)
            .history(now: try at("2026-01-15T00:00Z"))
        let time = history.outageFree(during: .always)
        #expect(time.since == nil && time.days == nil)
        #expect(try time.longest == range("2026-01-01T00:00Z", "2026-01-15T00:00Z"))
    }

    @Test func lastingOutageIsNoDayAgo() throws {
        let lasting = incident(from: try at("2026-01-03T00:00Z"))
        let history = page(component("api"), since: try at("2026-01-01T00:00Z")).with(lasting)
            .history(now: try at("2026-01-15T00:00Z"))
        let time = history.outageFree(during: .always)
        #expect(time.days == 0)
        #expect(time.longest?.seconds == 2 * day)
    }

    @Test func nothingObservedHasNoRun() throws {
        let history = page(component("api"), since: try at("2026-02-01T00:00Z"))
            .history(now: try at("2026-01-15T00:00Z"))
        #expect(history.outageFree(during: .always).longest == nil)
    }
}
