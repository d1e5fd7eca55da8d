import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct GroupPageTests {
    /// Europe has the bakery and the couriers; a component of the bakery is down.
    private static var nested: StatusPage {
        var page = Sample.empty
        page.groups.append(ComponentGroup(id: "europe", name: "Europe", summary: "All of it"))
        page.groups[0].parent = 2
        page.components[2].group = 2
        page.components.append(Component(id: "press", name: "Press"))
        page.incidents = [
            Sample.incident(
                "trouble", "Trouble", [StatusChange(1, .majorOutage)],
                from: "2026-11-20T11:00", [Sample.update(.investigating, "2026-11-20T11:05", "We look.")])
        ]
        return page
    }

    @Test func aGroupHasItsUptimeItsComponentsAndItsIncidents() throws {
        var page = Sample.empty
        page.incidents = [
            Sample.past(
                "a", "A", [StatusChange(1, .majorOutage)], from: "2026-11-19T18:00", to: "2026-11-20T00:00")
        ]
        let site = try RenderedSite(page)
        let text = site["groups/bakery.html"].withoutTags
        // Six hours of 24 are 25 %, of 168 are 3.571 %: by the clock, as only one of two was down.
        #expect(text.contains("Uptime Time affected Component time lost"))
        #expect(
            text.contains(
                "Last 24 hours 1 incident 75.00% 6 h 6 h Last 7 days 1 incident 96.42% 6 h 6 h"))
        #expect(inOrder(["All 2 operational", "Ovens", "Shop"], in: text))
        #expect(!text.contains("Couriers"))
        #expect(text.contains("A Resolved"))
        #expect(site["groups/bakery.xml"].contains("incidents/a.html"))
        #expect(!site["groups/partners.xml"].contains("incidents/a.html"))
        #expect(site["groups/partners.html"].withoutTags.contains("None so far."))
    }

    @Test func aGroupStandsInTheGroupThatItIsAPartOf() throws {
        let site = try RenderedSite(Self.nested)
        let rows = site["index.html"].between("<h2>Components</h2>", "</section>").withoutTags
        #expect(
            inOrder(["Press", "Europe 1 down", "Couriers", "Bakery 1 down", "Ovens", "Shop"], in: rows))
        #expect(site["groups/bakery.html"].contains("<h1>Europe - Bakery</h1>"))
        #expect(site["groups/bakery.html"].contains("<a href=\"../groups/europe.html\">Europe</a>"))
        let europe = site["groups/europe.html"].withoutTags
        #expect(inOrder(["All of it", "1 down", "Couriers", "Bakery 1 down", "Ovens", "Shop"], in: europe))
        #expect(europe.contains("Trouble Investigating"))
    }

    @Test func everyComponentOfManyIsListedByName() throws {
        var page = Self.nested
        #expect(try !RenderedSite(page).paths.contains("components.html"))
        page.components += (0..<9).map { Component(id: "x\($0)", name: "Xylophone \($0)") }
        let site = try RenderedSite(page)
        #expect(
            inOrder(
                [
                    "Couriers · Europe", "Ovens · Europe - Bakery", "Press",
                    "Shop · Europe - Bakery Major outage", "Xylophone 0",
                ],
                in: site["components.html"].withoutTags))
        #expect(site["index.html"].contains("<a href=\"components.html\">Every component, A to Z</a>"))
    }

    /// A part of one component has no heading; its row says what part it is.
    @Test func theRowOfAPartOfOneNamesThePart() throws {
        var page = Self.nested
        page.groups.append(ComponentGroup(id: "mail", name: "Mail", parent: 2))
        page.components[3].group = 3
        let rows = try RenderedSite(page)["index.html"].between("<h2>Components</h2>", "</section>")
            .withoutTags
        #expect(inOrder(["Europe", "Couriers", "Mail - Press", "Bakery 1 down"], in: rows))
    }

    /// Of suppliers that are not counted there are no figures, rather than some without data.
    @Test func aGroupWithoutCountedComponentsHasNoFigures() throws {
        var page = Sample.empty
        page.components[2].countsTowardsUptime = false
        let site = try RenderedSite(page)
        let text = site["groups/partners.html"].withoutTags
        #expect(!text.contains("no data") && !text.contains("By month"))
        #expect(text.contains("Not counted in the site’s overall uptime."))
        #expect(!site.paths.contains("badges/uptime/partners.svg"))
    }

    @Test func aSuppliersTroubleStandsInItsRowAlone() throws {
        var page = Self.nested
        page.components[1].makesHeadline = false
        let site = try RenderedSite(page)
        let banner = site["index.html"].between("<div class=\"banner", "</div>").withoutTags
        #expect(banner.hasSuffix("All systems are operational 1 incident is open."))
        #expect(site["index.html"].withoutTags.contains("Shop 99.95% in 90 days Major outage"))
        #expect(try JSON(site["api/v2/status.json"])["status"]["indicator"].text == "none")
        #expect(try JSON(site["status.json"])["message"].text == "All systems are operational")
    }

    @Test func formerAddressesLeadToTheComponent() throws {
        var page = Self.nested
        let former = try RenderedSite(page)
        page.components[1].id = "counter"
        page.components[1].formerIDs = ["shop"]
        let site = try RenderedSite(page)
        #expect(site["components/shop.html"].contains("content=\"0; url=counter.html\""))
        #expect(
            site["history/component-shop.html"].contains("content=\"0; url=component-counter.html\""))
        #expect(site["components/shop.xml"] == site["components/counter.xml"])
        #expect(site["components/counter.xml"].contains("components/counter.xml"))
        let ids = try [former, site].map {
            try JSON($0["api/v2/components.json"])["components"].items.map { $0["id"].text }
        }
        #expect(ids[0] == ids[1])
    }

    @Test func aComponentLeadsToWhatItIs() throws {
        var page = Sample.empty
        page.components[1].url = "https://shop.example.com/?a&b"
        let html = try RenderedSite(page)["components/shop.html"]
        #expect(html.contains("<a href=\"https://shop.example.com/?a&amp;b\">Go to Shop</a>"))
    }
}
