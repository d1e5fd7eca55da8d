import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// What the severity policy adds to pages: little to the public's, all of it to the team's.
@Suite struct PolicyPagesTests {
    @Test func publicReadsWhatLevelsMeanAndHowOftenItHears() throws {
        let page = try RenderedSite(page)["severities.html"].withoutTags
        #expect(page.contains("Critical All ovens are cold For example The power is out"))
        #expect(page.contains("Updates at least every 30 min while the incident is open."))
        for hidden in ["SECRET", "Acknowledged", "Called in", "Post-mortem required", "Nothing burns"] {
            #expect(!page.contains(hidden), "\(hidden)")
        }
    }

    @Test func teamReadsThePolicy() throws {
        let page = try RenderedSite(page, for: .internal)["severities.html"].withoutTags
        #expect(page.contains("Responders SECRET bakers Acknowledged within 5 min Resolved within 1 h"))
        #expect(page.contains("Post-mortem required within 2 d"))
        #expect(page.contains("after 15 min: SECRET baker when it burns: SECRET brigade"))
        #expect(page.contains("Checklist: Resolved Nothing burns"))
    }

    @Test func levelsThatThePublicNeverMeetsAreNotOnItsPage() throws {
        var page = page
        page.severities[2].visibility = .internal
        page.incidents.removeAll { $0.severity == 2 }
        #expect(!(try RenderedSite(page)["severities.html"]).contains("Medium"))
        #expect(try RenderedSite(page, for: .internal)["severities.html"].contains("Medium"))
    }

    /// Detected 17:00, acknowledged 17:03, resolved 17:45: in time. After 15 min a baker was to be called.
    @Test func teamReadsHowThePolicyWasKept() throws {
        let page = try RenderedSite(page, for: .internal)["incidents/oven-door.html"].withoutTags
        #expect(page.contains("Acknowledged due 17:05 UTC done 17:03 UTC Met"))
        #expect(page.contains("Longest gap between updates, 15 min due 17:45 UTC done 17:30 UTC Met"))
        #expect(page.contains("Resolved due 18:00 UTC done 17:45 UTC Met"))
        #expect(page.contains("SECRET baker due 17:15 UTC Not escalated"))
        #expect(page.contains("Lead SECRET"))
        #expect(
            page.contains("Checklist Item Status Resolved 1. Nothing burns Done 2. All maps counted Open"))
    }

    @Test func publicReadsNothingOfThePolicysCourse() throws {
        let page = try RenderedSite(page)["incidents/oven-door.html"].withoutTags
        #expect(!page.contains("Verdict") && !page.contains("Escalations") && !page.contains("SECRET"))
    }

    @Test func openActionItemsStandByTheirDay() throws {
        var page = page
        let place = try #require(page.incidents.firstIndex { $0.slug == "oven-door" })
        page.incidents[place].postMortem?.sections[1].actionItems = [
            ActionItem(text: "Some day", isDone: false),
            ActionItem(text: "Next week", isDone: false, dueOn: Day(year: 2026, month: 11, day: 27)),
            ActionItem(text: "Yesterday", isDone: false, dueOn: Day(year: 2026, month: 11, day: 19)),
            ActionItem(text: "Long done", isDone: true, dueOn: Day(year: 2026, month: 11, day: 1)),
        ]
        let text = try RenderedSite(page)["post-mortems.html"].withoutTags
        #expect(
            text.contains(
                "Yesterday Overdue due 19 Nov 2026 Oven 3 stays cold Next week Open due 27 Nov 2026 "
                    + "Oven 3 stays cold Some day Open Oven 3 stays cold All post-mortems"
            )
        )
        #expect(!text.contains("Long done"))
    }

    @Test func postMortemsThatAreDueAreTheTeamsConcern() throws {
        var page = page
        page.incidents.append(
            Sample.past(
                "fuse",
                "A fuse blew",
                severity: 0,
                [],
                from: "2026-11-02T09:00",
                to: "2026-11-02T09:30"
            )
        )
        let team = try RenderedSite(page, for: .internal)["post-mortems.html"].withoutTags
        #expect(team.contains("A fuse blew 2 Nov 2026 SEV-1, Critical overdue since 4 Nov 2026, 09:30 UTC"))
        #expect(!(try RenderedSite(page)["post-mortems.html"]).contains("A fuse blew"))
    }

    @Test func teamsBuildSaysWhatItIs() throws {
        let site = try RenderedSite(page, for: .internal)
        for path in site.pages where !path.hasPrefix("incidents/oven-3") {
            #expect(site[path].contains("<meta name=\"robots\" content=\"noindex\">"), "\(path)")
        }
        #expect(site["robots.txt"] == "User-agent: *\nDisallow: /\n")
        #expect(!(try RenderedSite(page)["index.html"]).contains("noindex"))
    }
}

private extension PolicyPagesTests {
    /// The sample with a policy for its highest severity.
    var page: StatusPage {
        var page = Sample.full
        page.severities[0].definition = ["All ovens are cold"]
        page.severities[0].examples = ["The power is out"]
        page.severities[0].updateEvery = 1_800
        page.severities[0].responders = "SECRET bakers"
        page.severities[0].acknowledgeWithin = 300
        page.severities[0].resolveWithin = 3_600
        page.severities[0].postMortem = Severity.PostMortemDuty(isRequired: true, within: 2 * 86_400)
        page.severities[0].escalations = [
            Severity.Escalation(.after(900), to: "SECRET baker"),
            Severity.Escalation(.when("it burns"), to: "SECRET brigade"),
        ]
        page.severities[0].checklists = [Checklist(.resolved, ["Nothing burns", "All maps counted"])]
        for place in page.incidents.indices { page.incidents[place].tickedItems = ["nothing burns"] }
        return page
    }
}
