@testable import Reliability
import StatusModel
import Testing

/// The burn over 1 h, 6 h, 3 d and 30 d, and when the budget ends at that rate.
@Suite struct BudgetBurnTests {
    /// April has 2,592,000 s, of which 99.9 % leave 2,592 s. Down for 6 min until now, which is noon on the 10th: of an hour
    /// a tenth is lost, 100 times what is allowed, and 2,592 − 360 = 2,232 s are left. They are gone after 22,320 s, at 18:12.
    /// Over 6 h the rate is 360 / 21,600 / 0.001 = 16.66…, and 2,232 · 60 = 133,920 s are 1 d 13 h 12 min. Over 3 d it is
    /// 360 / 259,200 / 0.001 = 1.388…, and 2,232 · 720 = 1,607,040 s are 18 d 14 h 24 min: on the 29th at 02:24. Over 30 d it
    /// is 0.138…: April ends before.
    @Test func budgetEndsAtTheRateOfEachWindow() throws {
        let now = try at("2026-04-10T12:00Z")
        let history = page(target(999_000)).with(incident(from: now - 6 * minute)).history(now: now)
        let burn = try #require(history.burn(of: 0))
        #expect(burn.windows.map(\.window.rawValue) == ["1h", "6h", "3d", "30d"])
        #expect(burn.windows.map(\.budget.burnRateText) == ["100.00", "16.67", "1.39", "0.14"])
        #expect(
            try burn.windows.map(\.runsOutAt) == [
                at("2026-04-10T18:12Z"), at("2026-04-12T01:12Z"), at("2026-04-29T02:24Z"), nil,
            ])
    }

    /// Down for an hour on the 1st: 3,600 s of 2,592. It is gone.
    @Test func spentBudgetIsGoneNow() throws {
        let now = try at("2026-04-10T12:00Z")
        let outage = incident(from: try at("2026-04-01T00:00Z"), resolved(try at("2026-04-01T01:00Z")))
        let burn = try #require(page(target(999_000)).with(outage).history(now: now).burn(of: 0))
        #expect(burn.windows.map(\.runsOutAt) == [now, now, now, now])
        #expect(burn.windows.map(\.budget.burnRate) == [0, 0, 0, 3_600.0 / 2_592])
    }

    @Test func nothingSpentNeverEnds() throws {
        let burn = try #require(page(target(999_000)).history(now: at("2026-04-10T12:00Z")).burn(of: 0))
        #expect(burn.windows.map(\.runsOutAt) == [nil, nil, nil, nil])
    }

    @Test func withoutABudgetThereIsNoBurn() throws {
        let now = try at("2026-04-10T12:00Z")
        #expect(page(component("api")).history(now: now).burn(of: 0) == nil)
        #expect(page(target(1_000_000)).history(now: now).burn(of: 0) == nil)
    }

    private func target(_ millionths: Int) -> Component {
        var made = component("api")
        made.target = Target(millionths: millionths)
        return made
    }
}
