@testable import Reliability
import StatusModel
import Testing

/// Statuspage's words for the whole page.
struct PageStatusTests {
    private let now = Instant(seconds: 1_767_225_600)

    @Test(
        arguments: [
            ([.majorOutage, .majorOutage], .critical, "Major System Outage"),
            ([.majorOutage, .operational], .major, "Partial System Outage"),
            ([.majorOutage, .partialOutage], .major, "Partial System Outage"),
            ([.partialOutage, .partialOutage], .major, "Partial System Outage"),
            ([.partialOutage, .degradedPerformance], .minor, "Minor Service Outage"),
            ([.partialOutage, .operational], .minor, "Minor Service Outage"),
            ([.degradedPerformance, .degradedPerformance], .minor, "Degraded System Service"),
            ([.degradedPerformance, .operational], .minor, "Partially Degraded Service"),
            ([.degradedPerformance, .underMaintenance], .minor, "Partially Degraded Service"),
            ([.underMaintenance, .underMaintenance], .maintenance, "Service Under Maintenance"),
            ([.underMaintenance, .operational], .maintenance, "Service Under Maintenance"),
            ([.operational, .operational], .none, "All Systems Operational"),
        ] as [([ComponentStatus], PageStatus.Indicator, String)]
    )
    func wordsFollowTheComponents(
        statuses: [ComponentStatus],
        indicator: PageStatus.Indicator,
        description: String
    ) {
        let changes = statuses.enumerated().map { StatusChange($0.offset, $0.element) }
        let history = page(component("one"), component("two"))
            .with(incident("incident", changes, from: now - hour, []))
            .history(now: now)
        #expect(history.pageStatus.indicator == indicator)
        #expect(history.pageStatus.description == description)
    }

    @Test func pageWithoutComponentsIsOperational() {
        let history = page().with(incident("incident", [], from: now - hour, [])).history(now: now)
        #expect(history.pageStatus.description == "All Systems Operational")
    }

    @Test func retiredComponentsAreLeftOut() {
        let history = page(component("one"), component("old", until: now))
            .with(incident(from: now - hour)).history(now: now)
        #expect(history.pageStatus.description == "Major System Outage")
    }

    @Test func openIncidentWithoutComponentsLeavesTheStatusAlone() {
        let history = page(component("one")).with(incident("incident", [], from: now - hour, []))
            .history(now: now)
        #expect(history.pageStatus.indicator == .none)
    }

    @Test func worstDeclaredStatusWins() {
        let history = page(component("one"))
            .with(
                incident("one", .degradedPerformance, from: now - hour),
                incident("two", .partialOutage, from: now - 2 * hour),
                maintenance: [maintenance(from: now - minute, until: now + hour)]
            ).history(now: now)
        #expect(history.status(of: 0) == .partialOutage)
    }

    /// Ranges are half-open: what begins now holds, what ends now does not.
    @Test func statusChangesAtTheInstantItself() {
        let begun = page(component("one")).with(incident(from: now)).history(now: now)
        #expect(begun.status(of: 0) == .majorOutage)
        let over = page(component("one")).with(incident(from: now - hour, resolved(now))).history(now: now)
        #expect(over.status(of: 0) == .operational)
    }
}
