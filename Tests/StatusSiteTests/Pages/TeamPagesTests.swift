import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// Links, contacts, runbooks and tickets: on the team's pages, and nowhere else.
@Suite struct TeamPagesTests {
    @Test func theFootOfEveryPageHasTheTeamsLinks() throws {
        let site = try RenderedSite(page, for: .internal)
        // Others redirect, or stand in another's page.
        let pages = site.pages.filter { site[$0].contains("<footer>") }
        #expect(pages.contains("incidents/orders-slow.html") && pages.contains("404.html"))
        for path in pages {
            let foot = site[path].between("<footer>", "</footer>").withoutTags
            #expect(foot.contains("For the team On-call schedule All times are"), "\(path)")
        }
    }

    /// `planted` stands in each address, contact and duty.
    @Test func nothingOfItIsInAPublicByte() throws {
        let site = try RenderedSite(page)
        for path in site.paths {
            #expect(!site[path].contains("planted"), "\(path)")
            #expect(!site[path].contains("For the team") && !site[path].contains("Runbooks"), "\(path)")
        }
        #expect(site["incidents/oven-door.html"].contains("<p class=\"remark\">Reference: #BAKE 112</p>"))
    }

    @Test func theLadderSaysHowToReachWhomItCallsIn() throws {
        let site = try RenderedSite(page, for: .internal)
        let levels = site["severities.html"]
        let ladder = [
            "after 5 min: head baker @planted-baker decides planted things",
            "after 1 h: Head baker, Owner Head baker: @planted-baker decides planted things",
            "Owner: planted@example.com when it burns: brigade",
        ].joined(separator: " ")
        #expect(levels.withoutTags.contains(ladder))
        #expect(
            levels.between("<section id=\"roles\">", "</section>").withoutTags
                == "Roles Head baker decides planted things @planted-baker Owner planted@example.com Writer")
        #expect(levels.contains("<a href=\"mailto:planted@example.com\">planted@example.com</a>"))

        // Open from 11:20 on: the baker was due at 11:25, the owner is at 12:20.
        let due = site["incidents/orders-slow.html"].between("<h2>Due now</h2>", "</section>").withoutTags
        #expect(due.contains("Escalate to head baker @planted-baker overdue since 11:25 UTC"))
        #expect(
            due.contains(
                "Escalate to Head baker, Owner Head baker: @planted-baker Owner: planted@example.com 12:20"))
        let reached = site["incidents/orders-slow.html"].between("<h2>Escalations</h2>", "</section>")
        #expect(reached.withoutTags.contains("head baker due 11:25 UTC @planted-baker Not escalated"))
    }

    @Test func anOpenIncidentLeadsToItsRunbooks() throws {
        let site = try RenderedSite(page, for: .internal)
        let open = site["incidents/orders-slow.html"]
        #expect(
            open.between("<h2>Runbooks</h2>", "</section>").withoutTags
                == "SEV-2 wiki.example.com/planted-level Ovens wiki.example.com/planted-ovens?a=1&amp;b=2")
        #expect(inOrder(["<h2>Runbooks</h2>", "<h2>Due now</h2>", "<h2>Updates</h2>"], in: open))
        #expect(open.contains("<a href=\"https://wiki.example.com/planted-ovens?a=1&amp;b=2\">"))
        #expect(!site["incidents/oven-door.html"].contains("Runbooks"))
        #expect(
            site["components/ovens.html"].between("<h2>Runbooks</h2>", "</section>").withoutTags
                == "wiki.example.com/planted-ovens?a=1&amp;b=2 wiki.example.com/planted-level")
        #expect(!site["components/shop.html"].contains("Runbooks"))
        #expect(site["severities.html"].withoutTags.contains("Runbooks wiki.example.com/planted-level"))
    }

    @Test func ticketsLeadToWhereTheyAre() throws {
        let site = try RenderedSite(page, for: .internal)
        let page = site["incidents/oven-door.html"]
        #expect(
            page.contains(
                "Reference: <a href=\"https://planted.example.com/?id=BAKE%20112&amp;v=1\">#BAKE 112</a>"))
        #expect(
            page.contains("<span><a href=\"https://planted.example.com/?id=OPS-1&amp;v=1\">OPS-1</a></span>"))
        #expect(page.contains("<span><a href=\"https://t.example/2\">two</a></span>"))
        #expect(site["post-mortems.html"].contains("<span><a href=\"https://t.example/2\">two</a></span>"))
        var unknown = self.page
        unknown.team.ticketAddress = nil
        #expect(
            try RenderedSite(unknown, for: .internal)["incidents/oven-door.html"]
                .contains("<p class=\"remark\">Reference: #BAKE 112</p>"))
    }

    @Test func whatTheTeamWritesHasItsMarks() throws {
        let site = try RenderedSite(page, for: .internal)
        let page = site["incidents/oven-door.html"]
        #expect(page.contains("<div><dt>Lead</dt><dd><em>planted</em></dd></div>"))
        #expect(page.contains("<div><dt>Note</dt><dd>&lt;b&gt;planted&lt;/b&gt;</dd></div>"))
        #expect(site["severities.html"].contains("<li><strong>All</strong> planted</li>"))
    }
}

private extension TeamPagesTests {
    /// The sample with a team. An open incident of SEV-2 affects the ovens and the shop; one of SEV-1 is over.
    var page: StatusPage {
        var page = Sample.full
        page.team.links = [StatusPage.Link(text: "On-call schedule", url: "https://planted.example.com/rota")]
        page.team.roles = [
            Team.Role(
                name: "Head baker", contact: InlineProse("@planted-baker"), duty: "decides planted things"),
            Team.Role(
                name: "Owner",
                contact: InlineProse(
                    "planted@example.com", text: "planted@example.com",
                    html: "<a href=\"mailto:planted@example.com\">planted@example.com</a>")),
            Team.Role(name: "Writer"),
        ]
        page.team.ticketAddress = "https://planted.example.com/?id={}&v=1"
        page.components[0].runbooks = [
            "https://wiki.example.com/planted-ovens?a=1&b=2", "https://wiki.example.com/planted-level",
        ]
        page.severities[1].runbooks = ["https://wiki.example.com/planted-level"]
        page.severities[1].escalations = [
            Severity.Escalation(.after(300), to: "head baker"),
            Severity.Escalation(.after(3_600), to: "Head baker, Owner"),
            Severity.Escalation(.when("it burns"), to: "brigade"),
        ]
        page.severities[0].checklists = [
            Checklist(
                .resolved,
                [InlineProse("**All** planted", text: "All planted", html: "<strong>All</strong> planted")])
        ]
        if let place = page.incidents.firstIndex(where: { $0.slug == "oven-door" }) {
            page.incidents[place].ticket = "#BAKE 112"
            page.incidents[place].internalDetails = [
                Record.Detail(
                    label: "lead", prose: InlineProse("*planted*", text: "planted", html: "<em>planted</em>")),
                Record.Detail(label: "note", text: "<b>planted</b>"),
            ]
            var items = [ActionItem(text: "One", isDone: false, ticket: "OPS-1")]
            items.append(ActionItem(text: "Two", isDone: false, ticket: "two"))
            items[1].ticketProse = InlineProse(
                "two", text: "two", html: "<a href=\"https://t.example/2\">two</a>")
            page.incidents[place].postMortem?.sections[1].actionItems = items
        }
        return page
    }
}
