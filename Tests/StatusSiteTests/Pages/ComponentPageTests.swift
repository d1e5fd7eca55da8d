import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct ComponentPageTests {
    @Test func uptimeStandsByRangeMonthQuarterAndYear() throws {
        var page = Sample.empty
        page.incidents = [
            Sample.past(
                "a",
                "A",
                [StatusChange(0, .majorOutage)],
                from: "2026-11-18T17:00",
                to: "2026-11-18T17:45"
            )
        ]
        let text = try RenderedSite(page)["components/ovens.html"].withoutTags
        // 2,700 s of 90 days are 0.0347 %, of 30 days 0.104 %, of 7 days 0.446 %.
        #expect(
            text.contains(
                "Last 24 hours 100% Last 7 days 1 incident 99.55% 45 min Last 30 days 1 incident 99.89% 45 min"
            ))
        #expect(text.contains("Last 90 days 1 incident 99.96% 45 min"))
        #expect(text.contains("October 2026 100%"))
        #expect(text.contains("Jul–Sep 2026 tracked since 1 Aug 2026 100%"))
        // From 1 August 00:00 to 20 November 12:00 are 111.5 days: 0.028 %.
        #expect(text.contains("Since 1 Aug 2026 1 incident 99.97% 45 min"))
        #expect(
            text.contains(
                " 2026 tracked since 1 Aug 2026 1 incident 99.97% 45 min Incidents and maintenance"))
    }

    @Test func periodsBeforeTheComponentAreLeftOut() throws {
        let text = try RenderedSite(Sample.empty)["components/couriers.html"].withoutTags
        #expect(text.contains("November 2026 100% October 2026 tracked since 20 Oct 2026 100% By quarter"))
    }

    @Test func incidentsCountWhereTheyBeganAsInReports() throws {
        var page = Sample.empty
        page.incidents = [
            Sample.past(
                "a", "A", [StatusChange(0, .degradedPerformance)], from: "2026-10-31T20:00",
                to: "2026-11-01T02:00")
        ]
        let text = try RenderedSite(page)["components/ovens.html"].withoutTags
        #expect(
            text.contains(
                "November 2026 2 h degraded 100% October 2026 1 incident 4 h degraded 100% September"))
    }

    @Test func meanTimeBetweenFailuresIsShownFromFive() throws {
        var page = Sample.empty
        page.incidents = (1...4).reversed().map { day in
            Sample.past(
                "i\(day)",
                "I",
                [StatusChange(0, .majorOutage)],
                from: "2026-10-0\(day)T10:00",
                to: "2026-10-0\(day)T11:00"
            )
        }
        #expect(try !RenderedSite(page)["components/ovens.html"].contains("between failures"))
        page.incidents.insert(
            Sample.past(
                "i5",
                "I",
                [StatusChange(0, .majorOutage)],
                from: "2026-10-05T10:00",
                to: "2026-10-05T12:30"
            ),
            at: 0
        )
        // 111 d 12 h tracked, less 6 h 30 min down, by five: 22 d 5 h 54 min.
        #expect(
            try RenderedSite(page)["components/ovens.html"].contains(
                "Mean time between failures: 22 d 5 h (5 failures since 1 Aug 2026).".unbrokenTimes
            )
        )
    }

    @Test func itsRecordsAreListedAndOthersAreNot() throws {
        let site = try RenderedSite(Sample.full)
        let text = site["components/shop.html"].between("<h2>Incidents and maintenance</h2>", "</section>")
        #expect(text.contains("Oven 3 stays cold"))
        #expect(!text.contains("Ovens are too warm"))
        #expect(site["components/couriers.html"].contains("None so far."))
    }

    @Test func retiredComponentKeepsItsPage() throws {
        var page = Sample.empty
        page.components[0].until = Sample.at("2026-11-01T00:00")
        let text = try RenderedSite(page)["components/ovens.html"].withoutTags
        #expect(text.contains("Retired on 1 Nov 2026, 00:00 UTC."))
    }
}
