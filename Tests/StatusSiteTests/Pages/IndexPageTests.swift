import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct IndexPageTests {
    @Test func quietDaysAreCounted() throws {
        var page = Sample.empty
        #expect(try recentDays(of: page).contains("All 7 days were quiet: no incidents, no maintenance."))
        page.incidents = [
            Sample.past(
                "a",
                "On two days",
                [StatusChange(0, .majorOutage)],
                from: "2026-11-17T23:00",
                to: "2026-11-18T01:00"
            ),
            Sample.past(
                "b",
                "Long ago",
                [StatusChange(0, .majorOutage)],
                from: "2026-11-13T10:00",
                to: "2026-11-13T11:00"
            ),
        ]
        let text = try recentDays(of: page)
        #expect(text.contains("On two days Resolved 17 Nov 2026, 23:00 – 18 Nov 2026, 01:00 UTC 2 h Ovens"))
        #expect(!text.contains("Long ago"))
        #expect(text.contains("5 of the last 7 days were quiet."))
    }

    @Test func maintenanceCalledOffLeavesItsDayQuiet() throws {
        var page = Sample.empty
        page.maintenance = [
            Sample.record(
                "off",
                "Off",
                [Sample.update(.cancelled, "2026-11-17T08:00", "Not today.")]
            ).maintenance(
                from: Sample.at("2026-11-18T02:00"),
                until: Sample.at("2026-11-18T04:00"),
                components: [StatusChange(0, .underMaintenance)]
            )
        ]
        let text = try recentDays(of: page)
        #expect(text.contains("Off Cancelled 18 Nov 2026, 02:00–04:00 UTC"))
        #expect(text.contains("All 7 days were quiet"))
    }

    @Test func openIncidentShowsItsLatestUpdateAndFoldsTheOthers() throws {
        let index = try RenderedSite(Sample.full)["index.html"]
        let section = index.between("<section class=\"open major\">", "</section>")
        let (shown, folded) = (
            section.between("<h2>", "<details>"), section.between("<details>", "</details>")
        )
        #expect(shown.contains("The pool is exhausted."))
        #expect(!shown.contains("We are looking into it."))
        #expect(folded.contains("<summary>1 earlier update</summary>"))
        #expect(folded.contains("We are looking into it."))
        #expect(shown.withoutTags.contains("Next update promised for 12:10 UTC"))
    }

    @Test func componentsStandUnderTheirGroupsAndRetiredOnesDoNot() throws {
        var page = Sample.empty
        page.components.append(Component(id: "press", name: "Press", until: Sample.at("2026-09-01T00:00")))
        page.components.append(Component(id: "bell", name: "Bell"))
        let text = try RenderedSite(page)["index.html"].between("<h2>Components</h2>", "</section>")
            .withoutTags
        let order = ["Bell", "Bakery", "Ovens", "Shop", "Partners", "Couriers"]
        let places = order.map { text.firstRange(of: $0)?.lowerBound ?? text.endIndex }
        #expect(places == places.sorted())
        #expect(!places.contains(text.endIndex))
        #expect(!text.contains("Press"))
    }

    @Test func noticeIsShownWhileItLasts() throws {
        var page = Sample.empty
        let record = Sample.record("hours", "New hours")
        page.notices = [
            record.notice(from: Sample.at("2026-11-18T00:00"), until: Sample.at("2026-11-20T12:00"))
        ]
        #expect(try !RenderedSite(page)["index.html"].contains("New hours"))
        page.notices[0].until = Sample.at("2026-11-20T12:01")
        #expect(
            try RenderedSite(page)["index.html"].contains("<a href=\"incidents/hours.html\">New hours</a>")
        )
    }

    @Test func plannedMaintenanceIsListed() throws {
        let text = try RenderedSite(Sample.full)["index.html"].between("<h2>Maintenance</h2>", "</section>")
        #expect(
            text.withoutTags.contains(
                "A new database Scheduled 22 Nov 2026, 02:00–04:00 UTC 2 h Ovens and Shop"
            )
        )
    }

    private func recentDays(of page: StatusPage) throws -> String {
        try RenderedSite(page)["index.html"].between("<h2>Last seven days</h2>", "</section>").withoutTags
    }
}
