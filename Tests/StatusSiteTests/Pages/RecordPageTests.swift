import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct RecordPageTests {
    @Test func lineSaysWhenAndWhatInAGlance() throws {
        let text = try RenderedSite(Sample.full)["incidents/oven-door.html"].between("<h1>", "<section>")
            .withoutTags
        #expect(text.hasPrefix("Oven 3 stays cold"))
        #expect(text.contains("Resolved Critical"))
        #expect(
            text.contains(
                "12 Oct 2026, 16:58–17:45 UTC, 47 min. Ovens (major outage), Shop (partial outage).")
        )
    }

    /// From 22:00 to 01:30 are 3 h 30 min, of which 22:00–23:10 and 01:00–01:30 affected the ovens.
    @Test func reopenedIncidentSaysForHowLongItAffected() throws {
        let page = try RenderedSite(Sample.full)["incidents/oven-warm.html"]
        #expect(
            page.withoutTags.contains("3 h 30 min, affected for 1 h 40 min. Ovens (partial outage)."))
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
        let drawing = page.between("<div class=\"lanes\">", "</section>")
        // 47 minutes: 32 of them major, then 15 degraded; the shop's 17 minutes.
        #expect(drawing.contains("<rect class=\"major\" x=\"0%\" width=\"68.08%\" height=\"10\"/>"))
        #expect(drawing.contains("<rect class=\"degraded\" x=\"68.08%\" width=\"31.91%\" height=\"10\"/>"))
        #expect(drawing.contains("<rect class=\"partial\" x=\"0%\" width=\"36.17%\" height=\"10\"/>"))
        #expect(drawing.withoutTags.contains("Ovens major outage 32 min, degraded 15 min"))
        // The phases began 7, 17 and 32 minutes in.
        #expect(drawing.values(of: "x1") == ["14.89%", "36.17%", "68.08%"])
        #expect(drawing.withoutTags.hasSuffix("12 Oct, 16:58 UTC 17:45 UTC"))
    }

    @Test func componentsThatFaredAlikeShareALaneAndTheWorstComeFirst() throws {
        let page = try lanes(
            of: (0..<3).map { StatusChange($0, .degradedPerformance) }
                + (3..<12).map { StatusChange($0, .majorOutage) } + [StatusChange(12, .partialOutage)])
        let lanes = page.pieces(after: "<svg class=\"lane\"")
        #expect(lanes.count == 3)
        #expect(
            page.withoutTags.contains(
                "9 components major outage 30 min Part 3 Part 4 Part 5 Part 6 Part 7 Part 8 Part 9 Part 10 1 more "
                    + "Part 11 Part 12 partial outage 30 min 3 components degraded 30 min Part 0 Part 1 Part 2"
            ))
        #expect(page.contains("<a href=\"../components/part-11.html\">Part 11</a>"))
    }

    @Test func laneThatLastedLongestComesFirstAmongEquals() throws {
        let page = try lanes(
            of: (0..<2).map { StatusChange($0, .majorOutage) }, endingEarly: [StatusChange(0, .operational)])
        #expect(page.withoutTags.contains("Part 1 major outage 30 min Part 0 major outage 10 min"))
    }

    @Test func sixLanesAreDrawnAndTheOthersFolded() throws {
        let page = try lanes(
            of: (0..<8).map { StatusChange($0, .majorOutage) },
            inSteps: (0..<8).map { StatusChange($0, .operational) })
        #expect(
            page.between("<div class=\"lanes\">", "<details>").pieces(after: "<svg class=\"lane\"").count == 6
        )
        #expect(page.between("<summary>", "</div>").withoutTags.hasPrefix("2 components Part 1"))
    }

    /// The lanes of an incident from 10:00 to 10:30 of the day before.
    private func lanes(
        of changes: [StatusChange], endingEarly early: [StatusChange] = [], inSteps steps: [StatusChange] = []
    ) throws -> String {
        var page = Sample.empty
        page.components = (0..<13).map { Component(id: "part-\($0)", name: "Part \($0)") }
        page.incidents = [
            Sample.incident(
                "i", "I", changes, from: "2026-11-19T10:00",
                [
                    Sample.update(.investigating, "2026-11-19T10:00", "A"),
                    Sample.update(.identified, "2026-11-19T10:10", "B", early),
                ]
                    + steps.enumerated().map {
                        Sample.update(.identified, "2026-11-19T10:\(11 + $0)", "C", [$1])
                    } + [Sample.update(.resolved, "2026-11-19T10:30", "D")])
        ]
        return try RenderedSite(page)["incidents/i.html"]
            .between("<h2>Component status over time</h2>", "</section>")
    }

    @Test func openIncidentSaysWhatTheBannerSays() throws {
        let site = try RenderedSite(Sample.full)
        let facts = "<dl class=\"figures\">"
        let page = site["incidents/orders-slow.html"]
        #expect(page.between(facts, "</dl>") == site["index.html"].between(facts, "</dl>"))
        #expect(page.contains("\"Major outage\">Major outage, 40 min so far</span></span>".unbrokenTimes))
        #expect(
            page.between("<p class=\"lead\">", "</p>").withoutTags == "Ovens (major outage), Shop (degraded)."
        )
    }

    @Test func updateLeadsToItselfAndStandsOutWhereThePhaseChanged() throws {
        var page = Sample.full
        page.incidents[0].updates.append(Sample.update(.identified, "2026-11-20T11:50", "Still."))
        let updates = try RenderedSite(page)["incidents/orders-slow.html"].between("<ol ", "</ol>")
        let steps = updates.pieces(after: "<li id=").map {
            $0.prefix { $0 != ">" }.hasSuffix(" class=\"step\"")
        }
        #expect(steps == [false, true, true])
        #expect(updates.withoutTags.contains("Update 11:50 UTC"))
        let anchors = updates.values(of: "id").map { "#\($0)" }
        #expect(updates.values(of: "href").filter { $0.hasPrefix("#") } == anchors)
    }

    @Test(
        arguments: [
            (
                [(.inProgress, "2026-11-20T02:00"), (.completed, "2026-11-20T02:00")],
                "02:00 UTC. Ovens"
            ),
            ([(.completed, "2026-11-19T10:00")], "02:00–04:00 UTC. Ovens"),
            ([(.completed, "2026-11-20T03:00")], "02:00–03:00 UTC, 1 h. Ovens"),
        ] as [([(Phase, String)], String)])
    func maintenanceLastedAsLongAsItRan(updates: [(Phase, String)], expected: String) throws {
        var page = Sample.empty
        page.maintenance = [
            Sample.record("move", "Move", updates.map { Sample.update($0.0, $0.1, "Done.") }).maintenance(
                from: Sample.at("2026-11-20T02:00"), until: Sample.at("2026-11-20T04:00"),
                components: [StatusChange(0, .underMaintenance)])
        ]
        let site = try RenderedSite(page)
        let text = site["incidents/move.html"].between("<h1>", "<section>").withoutTags
        #expect(text.contains("20 Nov 2026, \(expected) (maintenance)."), "\(text)")
    }

    @Test func cancelledMaintenanceLastedNoTime() throws {
        var page = Sample.empty
        page.maintenance = [
            Sample.record("move", "Move", [Sample.update(.cancelled, "2026-11-19T10:00", "Not now.")])
                .maintenance(
                    from: Sample.at("2026-11-20T02:00"), until: Sample.at("2026-11-20T04:00"),
                    components: [StatusChange(0, .underMaintenance)])
        ]
        let site = try RenderedSite(page)
        let text = site["incidents/move.html"].between("<h1>", "<section>").withoutTags
        #expect(text.contains("20 Nov 2026, 02:00–04:00 UTC. Ovens (maintenance)."))
        #expect(site["maintenance.html"].withoutTags.contains("Cancelled 20 Nov 2026, 02:00–04:00 UTC Ovens"))
    }

    @Test func impactIsToldOnce() throws {
        var page = Sample.full
        let place = try #require(page.incidents.firstIndex { $0.slug == "oven-door" })
        page.incidents[place].postMortem?.sections.append(
            PostMortem.Section(kind: .impact, title: "Impact", prose: Sample.prose("37 orders were late.")))
        let text = try RenderedSite(page)["incidents/oven-door.html"]
        #expect(text.contains("<h3>Impact</h3>"))
        #expect(!text.contains("<h2>Impact</h2>"))
    }

    @Test func tagsLeadToWhatElseHasThem() throws {
        let site = try RenderedSite(Sample.full)
        #expect(
            site["incidents/oven-door.html"].contains("<a href=\"../history/tag-sensor.html\">sensor</a>"))
        #expect(site["history/tag-sensor.html"].withoutTags.contains("History for sensor"))
        #expect(site["history/tag-sensor.html"].contains("../incidents/oven-door.html"))
    }

    @Test func figuresThatDoNotExistAreLeftOut() throws {
        let site = try RenderedSite(Sample.full)
        let figures = site["incidents/oven-door.html"].between("<dl class=\"figures\">", "</dl>").withoutTags
        #expect(
            figures
                == "Restored after 47 min Resolved after 47 min Detected after 2 min Acknowledged after 3 min "
                + "First update after 7 min Identified after 17 min Mitigated after 32 min"
        )
        let open = site["incidents/orders-slow.html"].between("<h2>Response times</h2>", "</dl>").withoutTags
        #expect(open == "First update after 5 min Identified after 22 min")
    }

    @Test func postMortemHasItsTables() throws {
        let page = try RenderedSite(Sample.full)["incidents/oven-door.html"]
        let postMortem = page.between("<section class=\"post-mortem\" id=\"post-mortem\">", "</section>")
            .withoutTags
        #expect(postMortem.hasPrefix("Post-mortem: the open door Published 14 Oct 2026"))
        #expect(postMortem.contains("Time What happened 16:58 UTC The sensor fails."))
        #expect(
            postMortem.contains("Action Status Due Put in a second sensor Done 30 Oct 2026 Ask twice Open"))
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

    /// What was drafted from an update tells of it, and both are one row.
    @Test func entryThatTellsOfAnUpdateLeadsToIt() throws {
        var page = Sample.full
        let place = try #require(page.incidents.firstIndex { $0.slug == "oven-door" })
        let update = page.incidents[place].updates[0]
        page.incidents[place].postMortem?.sections[0].timeline[0] = PostMortem.TimelineEntry(
            time: "17:05",
            prose: Prose(html: ["<p>Investigating: The door.</p>"], text: "Investigating: The door."))
        page.incidents[place].postMortem?.sections[0].timeline[0].at = update.at
        let rows = try RenderedSite(page)["incidents/oven-door.html"]
            .between("<th scope=\"col\">What happened</th></tr></thead>", "</tbody>").pieces(after: "<tr>")
        #expect(rows.count == page.incidents[place].updates.count)
        #expect(rows.first { $0.contains("The door.") }?.contains("href=\"#update-") == true)
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
