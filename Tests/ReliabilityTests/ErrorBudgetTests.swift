import StatusModel
import Testing

@testable import Reliability

@Suite struct ErrorBudgetTests {
    /// 30 days are 2,592,000 s; a thousandth of them 2,592 s. Of those 2,700 are 104.1666… %.
    @Test func outageOverspendsTheBudgetOfThirtyDays() throws {
        let now = try at("2026-01-31T00:00Z")
        let outage = incident(from: try at("2026-01-02T17:00Z"), resolved(try at("2026-01-02T17:45Z")))
        let history = page(target(999_000)).with(outage).history(now: now)

        let budget = try #require(
            history.errorBudget(of: 0, during: RecentRange.month.range(endingAt: now))
        )
        #expect(budget.allowedMicroseconds == 2_592_000_000)
        #expect(budget.consumedMicroseconds == 2_700_000_000)
        #expect(budget.remainingMicroseconds == -108_000_000)
        #expect(budget.consumedBasisPoints == 10_417)
        #expect(budget.consumedText == "104.17%")
    }

    /// Ten of thirty days: 864,000 s, of which 864 are down: a thousandth. 864 / 2,592 = 33.333… %.
    @Test func budgetIsForTheWholeMonthAndTheRateForWhatHasPassed() throws {
        let outage = incident(from: try at("2026-04-02T00:00Z"), resolved(try at("2026-04-02T00:14Z") + 24))
        let history = page(target(999_000), since: try at("2026-04-01T00:00Z")).with(outage)
            .history(now: try at("2026-04-11T00:00Z"))

        let budget = try #require(
            history.errorBudget(of: 0, during: Period.month(year: 2026, month: 4).range(in: .utc))
        )
        #expect(budget.allowedMicroseconds == 2_592_000_000)
        #expect(budget.consumedText == "33.34%")
        #expect(budget.burnRate == 1)
        #expect(budget.burnRateText == "1.00")
    }

    /// From the 16th to the 25th, both included: 10 days of a component that came and went.
    @Test func budgetIsForTheComponentsLifeAlone() throws {
        var shortLived = target(990_000)
        shortLived.since = try at("2026-04-16T00:00Z")
        shortLived.until = try at("2026-04-26T00:00Z")
        let history = page(shortLived).history(now: try at("2026-04-17T00:00Z"))

        let april = Period.month(year: 2026, month: 4)
        let budget = try #require(history.errorBudget(of: 0, during: april.range(in: .utc)))
        #expect(budget.allowedMicroseconds == 864_000 * 10_000)
        #expect(budget.consumedText == "0%")
        #expect(budget.burnRate == 0)
        #expect(history.errorBudget(of: 0, during: april.previous.range(in: .utc)) == nil)
    }

    @Test func targetOfAllTimeAllowsNothing() throws {
        let now = try at("2026-01-31T00:00Z")
        let outage = incident(from: now - 60, resolved(now - 30))
        let history = page(target(1_000_000)).with(outage).history(now: now)

        let budget = try #require(history.errorBudget(of: 0, during: TimeRange(from: now - 600, to: now)))
        #expect(budget.allowedMicroseconds == 0)
        #expect(budget.remainingMicroseconds == -30_000_000)
        #expect(budget.consumedText == nil)
        #expect(budget.burnRate == nil)
    }

    /// The site's objective is for what counts; a third party is bound by its own alone.
    @Test func siteTargetIsForComponentsThatCount() throws {
        let now = try at("2026-01-31T00:00Z")
        var page = page(component("api"), component("cdn", counts: false))
        page.target = Target(millionths: 999_000)
        let range = TimeRange(from: now - 1_000, to: now)
        #expect(page.history(now: now).errorBudget(of: 0, during: range)?.allowedMicroseconds == 1_000_000)
        #expect(page.history(now: now).errorBudget(of: 1, during: range) == nil)
    }

    private func target(_ millionths: Int) -> Component {
        Component(id: "api", name: "api", target: Target(millionths: millionths))
    }
}
