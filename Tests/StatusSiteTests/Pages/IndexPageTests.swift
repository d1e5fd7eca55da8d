import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct IndexPageTests {
    @Test func siteBornTodayClaimsNoQuietDays() throws {
        var page = Sample.empty
        page.since = Sample.at("2026-11-20T00:00")
        #expect(try !recentDays(of: page).contains("quiet"))
        // Seven days are tracked from the 14th on.
        page.since = Sample.at("2026-11-14T00:00")
        #expect(try recentDays(of: page).contains("No incidents or maintenance in the last 7 days"))
    }

    @Test func quietDaysAreCounted() throws {
        var page = Sample.empty
        #expect(try recentDays(of: page).contains("No incidents or maintenance in the last 7 days."))
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
        #expect(text.contains("5 of the last 7 days had no incidents or maintenance."))
    }

    @Test func daysBeforeTheSitesFirstAreNotClaimedToBeQuiet() throws {
        var page = Sample.empty
        // The first of the seven days, and the one after.
        page.since = Sample.at("2026-11-14T00:00")
        #expect(try recentDays(of: page).contains("No incidents or maintenance in the last 7 days"))
        page.since = Sample.at("2026-11-15T00:00")
        #expect(try !RenderedSite(page)["index.html"].contains("Last 7 days"))
        page.incidents = [
            Sample.past(
                "a", "Once", [StatusChange(0, .majorOutage)], from: "2026-11-17T23:00", to: "2026-11-17T23:30"
            )
        ]
        let text = try recentDays(of: page)
        #expect(text.contains("Once Resolved"))
        #expect(!text.contains("quiet"))
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
        #expect(text.contains("No incidents or maintenance in the last 7 days"))
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
        #expect(shown.withoutTags.contains("Next update by 12:10 UTC"))
    }

    /// Couriers are the only ones of their group, which is therefore none.
    @Test func componentsStandUnderTheirGroupsAndRetiredOnesDoNot() throws {
        var page = Sample.empty
        page.components.append(Component(id: "press", name: "Press", until: Sample.at("2026-09-01T00:00")))
        page.components.append(Component(id: "bell", name: "Bell"))
        let text = try components(of: page).withoutTags
        #expect(inOrder(["Couriers", "Bell", "Bakery All 2 operational", "Ovens", "Shop"], in: text))
        #expect(!text.contains("Press"))
        #expect(!text.contains("Partners"))
    }

    @Test func theGroupInTheWorstStateComesFirstAndItsRowsKeepTheirOrder() throws {
        var page = Sample.empty
        page.components.append(Component(id: "vans", name: "Vans", group: 1))
        page.incidents = [
            Sample.incident(
                "trouble", "Trouble",
                [StatusChange(1, .degradedPerformance), StatusChange(3, .partialOutage)],
                from: "2026-11-20T11:00", [Sample.update(.investigating, "2026-11-20T11:05", "We look.")])
        ]
        let text = try components(of: page).withoutTags
        #expect(
            inOrder(
                ["Partners 1 partially down", "Couriers", "Vans", "Bakery 1 degraded", "Ovens", "Shop"],
                in: text
            ))
        #expect(try !components(of: page).contains("<details class=\"group\""))
    }

    /// Of thirteen components nobody sees all at once: groups fold, but for those in trouble.
    @Test func groupsOfManyComponentsAreFoldedWhereNothingIsWrong() throws {
        var page = Sample.empty
        page.groups.append(ComponentGroup(id: "others", name: "Others"))
        page.components += (0..<10).map { Component(id: "x\($0)", name: "X\($0)", group: 2) }
        page.incidents = [
            Sample.incident(
                "trouble", "Trouble", [StatusChange(5, .majorOutage)],
                from: "2026-11-20T11:00", [Sample.update(.investigating, "2026-11-20T11:05", "We look.")])
        ]
        let html = try components(of: page)
        #expect(html.contains("<details class=\"group\" open>\n<summary><h3>Others</h3>"))
        #expect(html.contains("<details class=\"group\">\n<summary><h3>Bakery</h3>"))
        page.components.removeLast()
        #expect(try !components(of: page).contains("<details class=\"group\""))
    }

    @Test func openIncidentsStandInTheOrderOfTheirHarmAndOnlyTheWorstInFull() throws {
        var page = Sample.empty
        page.incidents = [
            Sample.incident(
                "newer", "Newer and harmless", [StatusChange(1, .degradedPerformance)],
                from: "2026-11-20T11:30", [Sample.update(.investigating, "2026-11-20T11:35", "Some wait.")]),
            Sample.incident(
                "older", "Older and worse", [StatusChange(0, .majorOutage)],
                from: "2026-11-20T10:00", [Sample.update(.investigating, "2026-11-20T10:05", "All wait.")]),
        ]
        let index = try RenderedSite(page)["index.html"]
        #expect(inOrder(["<section class=\"open major\">", "<section class=\"open degraded\">"], in: index))
        let folded = index.between("<section class=\"open degraded\">", "</section>").withoutTags
        #expect(folded.contains("Newer and harmless"))
        #expect(!folded.contains("Some wait."))
        #expect(index.contains("All wait."))
        let embed = try RenderedSite(page)["embed.html"]
        #expect(inOrder(["Older and worse", "Newer and harmless"], in: embed))
        // Clients of Statuspage's API rely on its order.
        let unresolved = try RenderedSite(page)["api/v2/incidents/unresolved.json"]
        #expect(inOrder(["Newer and harmless", "Older and worse"], in: unresolved))
    }

    @Test func tenOpenIncidentsAreShownAndTheOthersCounted() throws {
        var page = Sample.empty
        page.incidents = (0..<12).map { number in
            Sample.incident(
                "open-\(number)", "Open \(number)", [StatusChange(0, .majorOutage)],
                from: "2026-11-20T0\(number < 6 ? 9 : 8):00",
                [Sample.update(.investigating, "2026-11-20T09:05", "We look.")])
        }
        let index = try RenderedSite(page)["index.html"]
        #expect(index.pieces(after: "<section class=\"open ").count == 10)
        #expect(index.contains("<a href=\"history.html\">2 other incidents are open.</a>"))
        page.incidents.removeLast(2)
        #expect(try !RenderedSite(page)["index.html"].contains("open.</a>"))
    }

    private func components(of page: StatusPage) throws -> String {
        try RenderedSite(page)["index.html"].between("<h2>Components</h2>", "</section>")
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
        try RenderedSite(page)["index.html"].between("<h2>Last 7 days</h2>", "</section>").withoutTags
    }
}
