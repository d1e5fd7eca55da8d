import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct BannerTests {
    @Test func quietSiteSaysSo() throws {
        let banner = try banner(of: Sample.empty)
        #expect(banner.text == "All systems are operational There are no open incidents.")
        #expect(banner.kind == "operational")
    }

    @Test func worstComesFirstAndEachComponentIsNamed() throws {
        var page = Sample.empty
        page.incidents = [open([StatusChange(1, .degradedPerformance), StatusChange(0, .majorOutage)])]
        let banner = try banner(of: page)
        #expect(banner.kind == "major")
        #expect(
            banner.text == "Major outage, 1 h so far Ovens is down, Shop has degraded performance "
                + "Started 20 Nov, 11:00 UTC Phase Investigating updated 11:05 UTC"
        )
    }

    @Test func componentsInOneStatusShareAVerb() throws {
        var page = Sample.empty
        page.incidents = [open([StatusChange(0, .partialOutage), StatusChange(2, .partialOutage)])]
        #expect(try banner(of: page).text.contains(" 1 h so far Ovens and Couriers are partially down "))
    }

    @Test func allComponentsAreNamedAtOnce() throws {
        var page = Sample.empty
        page.incidents = [open((0..<3).map { StatusChange($0, .majorOutage) })]
        #expect(try banner(of: page).text.contains(" 1 h so far All components are down "))
    }

    /// Of four and more, nobody reads the names: the incident's title says what is wrong, and a row of counts how much.
    @Test func manyComponentsAreCountedUnderTheIncidentsTitle() throws {
        var page = Sample.empty
        page.components += (0..<4).map { Component(id: "x\($0)", name: "X\($0)") }
        let statuses: [ComponentStatus] = [
            .degradedPerformance, .majorOutage, .majorOutage, .partialOutage, .degradedPerformance,
        ]
        page.incidents = [open(statuses.enumerated().map { StatusChange($0, $1) })]
        #expect(
            try banner(of: page).text == "Major outage, 1 h so far Trouble "
                + "2 down 1 partially down 2 degraded 2 working "
                + "Started 20 Nov, 11:00 UTC Phase Investigating updated 11:05 UTC"
        )
        let index = try RenderedSite(page)["index.html"]
        #expect(index.contains("</span> <a href=\"incidents/trouble.html\">Trouble</a></h1>"))
        // A frame names the incident below.
        let embed = try RenderedSite(page)["embed.html"].between("<h1", "</h1>")
        #expect(embed.hasSuffix(">2 down, 1 partially down, 2 degraded</a>"))
    }

    @Test func threeLongNamesAreNoHeadline() throws {
        var page = Sample.empty
        for place in 0..<3 { page.components[place].name += String(repeating: " and more", count: 3) }
        page.components.append(Component(id: "x", name: "X"))
        page.incidents = [open((0..<3).map { StatusChange($0, .majorOutage) })]
        #expect(
            try banner(of: page).text.hasPrefix("Major outage, 1 h so far Trouble 3 down 1 working Started "))
    }

    @Test func longTitleIsCutAtAWord() throws {
        var page = Sample.empty
        page.incidents = [open([])]
        page.incidents[0].title = String(repeating: "Cards are declined ", count: 8)
        let headline = try RenderedSite(page)["index.html"].between("<h1>", "</h1>").withoutTags
        // Five times 19 characters are 95; the next word and the ellipsis would make it 101.
        #expect(
            headline == "Incident, 1 h so far "
                + String(repeating: "Cards are declined ", count: 5).dropLast() + "\u{2026}")
    }

    @Test func promiseIsToldUntilItHasPassed() throws {
        var page = Sample.empty
        page.incidents = [open([StatusChange(0, .majorOutage)])]
        page.incidents[0].updates[0].nextUpdateAt = Sample.at("2026-11-20T12:15")
        #expect(
            try banner(of: page).text.contains(
                "Ovens is down Next update by 12:15 UTC Started 20 Nov, 11:00 UTC")
        )
        page.incidents[0].updates[0].nextUpdateAt = Sample.at("2026-11-20T11:55")
        #expect(try banner(of: page).text.contains("Ovens is down Started 20 Nov, 11:00 UTC"))
    }

    @Test func incidentWithoutComponentsIsNamedAndLeavesTheStatusAlone() throws {
        var page = Sample.empty
        page.incidents = [open([])]
        let banner = try banner(of: page)
        #expect(banner.kind == "notice")
        #expect(banner.text.hasPrefix("Incident, 1 h so far Trouble Started 20 Nov, 11:00 UTC Phase "))
    }

    @Test func incidentThatDoesTheWorstLeads() throws {
        var page = Sample.empty
        var older = open([StatusChange(1, .degradedPerformance)])
        older.from = Sample.at("2025-12-31T08:00")
        older.slug = "older"
        page.incidents = [open([StatusChange(0, .majorOutage)]), older]
        let text = try banner(of: page).text
        #expect(text.contains("Started 20 Nov, 11:00 UTC "))
        #expect(text.hasSuffix("1 other incident is open."))
    }

    @Test func retiredComponentIsNotSpokenOf() throws {
        var page = Sample.empty
        page.components[0].until = Sample.at("2026-11-01T00:00")
        page.incidents = [open([StatusChange(0, .majorOutage), StatusChange(1, .partialOutage)])]
        #expect(try banner(of: page).text.contains(" 1 h so far Shop is partially down "))
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
            banner.text == "Maintenance Couriers is under maintenance Scheduled until 15:00 UTC "
                + "Started 20 Nov, 09:00 UTC Phase In progress"
        )
    }

    /// What maintenance takes away is worse than an incident that takes nothing away.
    @Test func maintenanceLeadsWhereTheIncidentAffectsNoComponent() throws {
        var page = Sample.empty
        page.incidents = [open([])]
        page.maintenance = [
            Sample.record("vans", "New vans").maintenance(
                from: Sample.at("2026-11-20T09:00"),
                until: Sample.at("2026-11-20T15:00"),
                components: [StatusChange(2, .underMaintenance)]
            )
        ]
        let text = try banner(of: page).text
        #expect(text.hasPrefix("Maintenance Couriers is under maintenance Scheduled until 15:00 UTC "))
        #expect(text.hasSuffix("1 incident is open."))
    }

    @Test func maintenanceThatAffectsNothingIsNoIncident() throws {
        var page = Sample.empty
        page.maintenance = [
            Sample.record("vans", "New vans").maintenance(
                from: Sample.at("2026-11-20T09:00"),
                until: Sample.at("2026-11-20T15:00"),
                components: []
            )
        ]
        #expect(try banner(of: page).text.hasPrefix("Maintenance New vans Scheduled until 15:00 UTC "))
        page.incidents = [open([])]
        #expect(try banner(of: page).text.hasPrefix("Incident, 1 h so far Trouble Started "))
    }

    /// It was degraded before: the outage is as old as the component's status.
    @Test func theStateIsAsOldAsTheStatusOfAComponent() throws {
        var page = Sample.empty
        page.incidents = [open([StatusChange(1, .degradedPerformance)])]
        page.incidents[0].updates[0].changes = [StatusChange(1, .majorOutage)]
        page.incidents[0].updates[0].at = Sample.at("2026-11-20T11:50")
        #expect(try banner(of: page).text.hasPrefix("Major outage, 10 min so far Shop is down "))
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
        return (kind, index.between("<div class=\"banner \(kind)\">", "<section").withoutTags)
    }
}
