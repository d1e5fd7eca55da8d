import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct RecordPageTests {
    @Test func lineSaysWhenAndWhatInAGlance() throws {
        let text = try RenderedSite(Sample.full)["incidents/oven-door.html"].between("<h1>", "<section>")
            .withoutTags
        #expect(text.hasPrefix("Oven 3 stays cold"))
        #expect(text.contains("Resolved SEV-1, Critical"))
        #expect(
            text.contains("12 Oct 2026, 16:58–17:45 UTC, 47 min. Ovens major outage, Shop partial outage.")
        )
    }

    @Test func updatesStandNewestFirstWithWhatTheyChange() throws {
        let page = try RenderedSite(Sample.full)["incidents/oven-door.html"]
        let updates = page.between("<h2>Updates</h2>", "</section>")
        #expect(
            updates.withoutTags.hasPrefix(
                "Resolved 17:45 UTC All ovens bake. Monitoring 17:30 UTC We are watching. "
                    + "Ovens: Degraded Identified 17:15 UTC A door sensor. Shop: Operational"
            )
        )
        #expect(updates.values(of: "id").allSatisfy { $0.hasPrefix("update-") })
        #expect(updates.values(of: "id").count == 4)
    }

    @Test func drawingShowsEachComponentToScale() throws {
        let page = try RenderedSite(Sample.full)["incidents/oven-door.html"]
        let drawing = page.between("<figure class=\"lanes\">", "</figure>")
        // 47 minutes: 32 of them major, then 15 degraded; the shop's 17 minutes.
        #expect(drawing.contains("<rect class=\"major\" x=\"0%\" width=\"68.08%\" height=\"10\"/>"))
        #expect(drawing.contains("<rect class=\"degraded\" x=\"68.08%\" width=\"31.91%\" height=\"10\"/>"))
        #expect(drawing.contains("<rect class=\"partial\" x=\"0%\" width=\"36.17%\" height=\"10\"/>"))
        #expect(drawing.withoutTags.contains("Ovens major outage 32 min, degraded 15 min"))
        #expect(
            drawing.contains(
                "<title>Investigating from 17:05 UTC, Identified from 17:15 UTC, Monitoring from 17:30 UTC</title>"
            )
        )
    }

    @Test func figuresThatDoNotExistAreLeftOut() throws {
        let site = try RenderedSite(Sample.full)
        let figures = site["incidents/oven-door.html"].between("<dl class=\"figures\">", "</dl>").withoutTags
        #expect(
            figures == "Detected after 2 min Acknowledged after 3 min First update after 7 min "
                + "Identified after 17 min Mitigated after 32 min Restored after 47 min Resolved after 47 min"
        )
        let open = site["incidents/orders-slow.html"].between("<dl class=\"figures\">", "</dl>").withoutTags
        #expect(open == "First update after 5 min Identified after 22 min")
    }

    @Test func postMortemHasItsTables() throws {
        let page = try RenderedSite(Sample.full)["incidents/oven-door.html"]
        let account = page.between("<section class=\"account\" id=\"post-mortem\">", "</section>").withoutTags
        #expect(account.hasPrefix("Post-mortem: the open door Published 14 Oct 2026"))
        #expect(account.contains("Time What happened 16:58 UTC The sensor fails."))
        #expect(account.contains("Action State Due Put in a second sensor Done 30 Oct 2026 Ask twice Open"))
    }

    @Test func timelineStandsBesideTheUpdatesWhereItsTimesAreKnown() throws {
        var page = Sample.full
        let place = try #require(page.incidents.firstIndex { $0.slug == "oven-door" })
        let start = page.incidents[place].from
        page.incidents[place].postMortem?.sections[0].timeline[0].at = start - 60
        let rows = try RenderedSite(page)["incidents/oven-door.html"]
            .between("<th scope=\"col\">What happened</th></tr></thead>", "</tbody>")
        #expect(rows.withoutTags.contains("The sensor fails. "))
        #expect(rows.pieces(after: "<tr>").count == 1 + page.incidents[place].updates.count)
        #expect(rows.values(of: "href").allSatisfy { $0.hasPrefix("#update-") })
    }

    @Test func severityLeadsToWhatItMeans() throws {
        let site = try RenderedSite(Sample.full)
        let link = try #require(
            site["incidents/oven-door.html"].values(of: "href").first { $0.contains("severities.html") }
        )
        let anchor = String(link.split(separator: "#").last ?? "")
        #expect(link.hasPrefix("../severities.html#"))
        #expect(site["severities.html"].values(of: "id").contains(anchor))
    }

    @Test func referencesLeadToOtherRecordsByTitle() throws {
        let page = try RenderedSite(Sample.full)["incidents/oven-door.html"]
        #expect(page.contains("<a href=\"new-database.html\">A new database</a>"))
        #expect(page.withoutTags.contains("Reference: BAKE-112 Tags: sensor, hardware"))
        #expect(page.contains("<dt>Orders late</dt><dd>37</dd>"))
    }
}
