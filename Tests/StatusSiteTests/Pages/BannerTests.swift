import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct BannerTests {
    @Test func quietSiteSaysSo() throws {
        let banner = try banner(of: Sample.empty)
        #expect(banner.text == "All systems are operational No incident is open.")
        #expect(banner.kind == "operational")
    }

    @Test func worstComesFirstAndEachComponentIsNamed() throws {
        var page = Sample.empty
        page.incidents = [open([StatusChange(1, .degradedPerformance), StatusChange(0, .majorOutage)])]
        let banner = try banner(of: page)
        #expect(banner.kind == "major")
        #expect(banner.text.hasPrefix("Ovens is down, Shop is slow Investigating. Began 20 Nov, 11:00 UTC."))
    }

    @Test func componentsInOneStatusShareAVerb() throws {
        var page = Sample.empty
        page.incidents = [open([StatusChange(0, .partialOutage), StatusChange(2, .partialOutage)])]
        #expect(try banner(of: page).text.hasPrefix("Ovens and Couriers are partly down "))
    }

    @Test func allComponentsAreNamedAtOnce() throws {
        var page = Sample.empty
        page.incidents = [open((0..<3).map { StatusChange($0, .majorOutage) })]
        #expect(try banner(of: page).text.hasPrefix("All components are down "))
    }

    @Test func manyComponentsAreCounted() throws {
        var page = Sample.empty
        page.components += (0..<4).map { Component(id: "x\($0)", name: "X\($0)") }
        page.incidents = [open((0..<6).map { StatusChange($0, .majorOutage) })]
        #expect(try banner(of: page).text.hasPrefix("Ovens, Shop, Couriers and 3 more are down "))
    }

    @Test func promiseIsToldUntilItHasPassed() throws {
        var page = Sample.empty
        page.incidents = [open([StatusChange(0, .majorOutage)])]
        page.incidents[0].updates[0].nextUpdateAt = Sample.at("2026-11-20T12:15")
        #expect(
            try banner(of: page).text.hasSuffix(
                "Last update 11:05 UTC. Next update promised for 12:15 UTC."
            )
        )
        page.incidents[0].updates[0].nextUpdateAt = Sample.at("2026-11-20T11:55")
        #expect(try banner(of: page).text.hasSuffix("Last update 11:05 UTC."))
    }

    @Test func incidentWithoutComponentsIsNamedAndLeavesTheStatusAlone() throws {
        var page = Sample.empty
        page.incidents = [open([])]
        let banner = try banner(of: page)
        #expect(banner.kind == "notice")
        #expect(banner.text.hasPrefix("Investigating: Trouble Began 20 Nov, 11:00 UTC."))
    }

    @Test func incidentThatDoesTheWorstLeads() throws {
        var page = Sample.empty
        var older = open([StatusChange(1, .degradedPerformance)])
        older.from = Sample.at("2025-12-31T08:00")
        older.slug = "older"
        page.incidents = [open([StatusChange(0, .majorOutage)]), older]
        let text = try banner(of: page).text
        #expect(text.contains("Began 20 Nov, 11:00 UTC."))
        #expect(text.hasSuffix("1 more incident is open."))
    }

    @Test func retiredComponentIsNotSpokenOf() throws {
        var page = Sample.empty
        page.components[0].until = Sample.at("2026-11-01T00:00")
        page.incidents = [open([StatusChange(0, .majorOutage), StatusChange(1, .partialOutage)])]
        #expect(try banner(of: page).text.hasPrefix("Shop is partly down "))
    }

    @Test func maintenanceUnderWayIsNamedWithItsEnd() throws {
        var page = Sample.empty
        page.maintenance = [
            Sample.record("vans", "New vans").maintenance(
                from: Sample.at("2026-11-20T09:00"),
                until: Sample.at("2026-11-20T15:00"),
                components: [StatusChange(2, .underMaintenance)]
            )
        ]
        let banner = try banner(of: page)
        #expect(banner.kind == "maintenance")
        #expect(
            banner.text == "Couriers is under maintenance New vans. Began 20 Nov, 09:00 UTC. "
                + "Planned until 15:00 UTC."
        )
    }

    private func open(_ components: [StatusChange]) -> Record {
        Sample.incident(
            "trouble",
            "Trouble",
            components,
            from: "2026-11-20T11:00",
            [Sample.update(.investigating, "2026-11-20T11:05", "We are looking.")]
        )
    }

    private func banner(of page: StatusPage) throws -> (kind: String, text: String) {
        let index = try RenderedSite(page)["index.html"]
        let kind = index.between("<div class=\"banner ", "\"")
        return (kind, index.between("<div class=\"banner \(kind)\">", "</div>").withoutTags)
    }
}
