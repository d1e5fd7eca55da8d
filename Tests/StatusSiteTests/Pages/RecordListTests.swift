import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct RecordListTests {
    @Test func oldIncidentIsFoundByYearComponentAndSeverity() throws {
        var page = Sample.full
        page.components[0].until = Sample.at("2026-11-01T00:00")
        page.incidents.append(
            Sample.past(
                "embers",
                "Embers",
                severity: 0,
                [StatusChange(0, .partialOutage)],
                from: "2024-12-31T23:00",
                to: "2025-01-01T01:00"
            )
        )
        let site = try RenderedSite(page)
        let ways = site["history.html"].between("<details>", "</details>")
        #expect(ways.withoutTags.contains("By component Ovens 5 Shop 3 By severity"))
        #expect(ways.withoutTags.hasSuffix("By year 2026 6 2024 1"))
        // Ovens are retired, and what befell them stays within reach.
        let lists = ["2024", "component-ovens", "severity-sev-1"].map { "history/\($0).html" }
        for list in lists {
            #expect(ways.values(of: "href").contains(list))
            #expect(site[list].contains("<a href=\"../incidents/embers.html\">Embers</a>"))
        }
        #expect(!site["history/2025.html"].contains("Embers"))
        #expect(site["components/ovens.html"].contains("<a href=\"../history/component-ovens.html\">All"))
        #expect(!site["components/couriers.html"].contains("component-couriers"))
        #expect(site["severities.html"].contains("<a href=\"history/severity-sev-1.html\">All"))
        #expect(site["sitemap.xml"].contains("<loc>https://status.example.com/history/2024.html</loc>"))
    }

    @Test func maintenanceAndAnnouncementsStandInTheYear() throws {
        let text = try RenderedSite(Sample.full)["history/2026.html"].withoutTags
        #expect(text.contains("History for 2026"))
        #expect(text.contains("November Orders take minutes"))
        #expect(text.contains("Hours over the holidays"))
        #expect(text.contains("October Chimneys are swept Completed 25 Oct 2026, 04:00–06:00 UTC"))
        #expect(!text.contains("A new database"))
    }

    @Test func namesOfListsAreTheirsAlone() throws {
        var page = Sample.empty
        page.components = ["2026", "2026-01", "web", "web.html"].map { Component(id: $0, name: $0) }
        page.severities = ["SEV 1", "SEV-1", "SEV-1-2"].map { Severity(level: $0) }
        page.incidents = (0..<4).map { place in
            Sample.past(
                "i\(place)",
                "I",
                severity: min(place, 2),
                [StatusChange(place, .majorOutage)],
                from: "2026-10-0\(4 - place)T10:00",
                to: "2026-10-0\(4 - place)T11:00"
            )
        }
        let site = try RenderedSite(page)
        #expect(Set(site.paths).count == site.paths.count)
        for name in ["2026", "component-2026", "component-2026-01", "component-web", "component-web.html"] {
            #expect(site.paths.contains("history/\(name).html"))
        }
        for (place, name) in ["sev-1", "sev-1-2", "sev-1-2-2"].enumerated() {
            #expect(site["history/severity-\(name).html"].contains("incidents/i\(place).html"))
            #expect(site["incidents/i\(place).html"].contains("severities.html#\(name)\""))
            #expect(site["severities.html"].contains(" id=\"\(name)\""))
        }
    }

    @Test func listThatIsTooLongLeadsToItsParts() throws {
        let site = try RenderedSite(Sample.page(ofIncidents: 501))
        // One in 2025, 500 in October 2026.
        #expect(site["history/2026.html"].pieces(after: "<a href=\"../incidents/").count == 500)
        let all = site["history/component-ovens.html"]
        #expect(all.withoutTags.contains("History for Ovens Full history 2026 500 incidents 2025 1 incident"))
        #expect(!all.contains("../incidents/"))
        #expect(all.values(of: "href").contains("../history/2025-component-ovens.html"))
        let part = site["history/2026-component-ovens.html"]
        #expect(part.pieces(after: "<a href=\"../incidents/").count == 500)
        #expect(part.withoutTags.contains("History for Ovens in 2026 ← 2025 All years"))
        #expect(part.contains("<a href=\"../history/component-ovens.html\">All years</a>"))
        #expect(site.paths.contains("history/2025-severity-sev-2.html"))
    }

    @Test func yearThatIsTooLongLeadsToItsMonths() throws {
        let site = try RenderedSite(Sample.page(ofIncidents: 502))
        let year = site["history/2026.html"]
        #expect(!year.contains("../incidents/"))
        #expect(year.contains("<a href=\"../history/2026-10.html\">October</a> <span>501 incidents</span>"))
    }

    @Test func listOfFiveHundredIsWhole() throws {
        let site = try RenderedSite(Sample.page(ofIncidents: 500))
        #expect(site["history/component-ovens.html"].pieces(after: "<a href=\"../incidents/").count == 500)
        #expect(!site.paths.contains("history/2026-component-ovens.html"))
    }

    @Test func internalIncidentsAreInTheTeamsListsAlone() throws {
        var page = Sample.empty
        page.incidents = Sample.page(ofIncidents: 1).incidents
        page.incidents[0].visibility = .internal
        #expect(try RenderedSite(page).paths.allSatisfy { !$0.hasPrefix("history/component-") })
        let site = try RenderedSite(page, for: .internal)
        #expect(site["history/component-ovens.html"].contains("<span>internal</span>"))
    }
}
