import Diagnostics
import StatusModel
import Testing

@testable import Records

/// Values of the team's: marks within a line are read, and whatever would be more than that is text.
@Suite struct InlineProseTests {
    @Test(arguments: [
        ("**Ada** or *Bob*", "Ada or Bob", "<strong>Ada</strong> or <em>Bob</em>"),
        ("_Ada_ leads", "Ada leads", "<em>Ada</em> leads"),
        ("`a < b` & so", "a < b & so", "<code>a &lt; b</code> &amp; so"),
        ("~~old~~ new", "~~old~~ new", "<del>old</del> new"),
        (
            "the [rota](https://rota.example.com)", "the rota (https://rota.example.com)",
            "the <a href=\"https://rota.example.com\">rota</a>"
        ),
        (
            "see https://e.example/a?b=c&d.", "see https://e.example/a?b=c&d.",
            "see <a href=\"https://e.example/a?b=c&amp;d\">https://e.example/a?b=c&amp;d</a>."
        ),
        (
            "www.example.com", "www.example.com (http://www.example.com)",
            "<a href=\"http://www.example.com\">www.example.com</a>"
        ),
        (#"\*not\*"#, "*not*", "*not*"), ("a&nbsp;b &lt;", "a\u{A0}b <", "a\u{A0}b &lt;"),
        ("one\n- *two*\n", "one - two", "one - <em>two</em>"),
    ])
    func marksWithinALineAreRead(source: String, text: String, html: String) {
        let prose = InlineProse(reading: source)
        #expect(prose.source == source)
        #expect(prose.text == text)
        #expect(prose.html == html)
    }

    @Test(arguments: [
        "Ada", "", " ", "17:05 CET: Ada", "a*b", "snake_case_name", "A & B", "5 < 6", "- x", "* x", "+ x",
        "# x", "1. x", "2026) x", "> x", "- [ ] x", "---", "***", "===", "```", "~~~", "[x]: y", "| a | b |",
        "@cto", "#inc-421", "http://", "\u{A0}x",
    ])
    func wordsStayWords(source: String) {
        let prose = InlineProse(reading: source)
        #expect(prose.html == nil)
        #expect(prose.text == source)
    }

    @Test(arguments: [
        ("- **x**", "- <strong>x</strong>"), ("# `x`", "# <code>x</code>"), ("1. *x*", "1. <em>x</em>"),
        ("> ~~x~~", "&gt; <del>x</del>"), ("    *x*", "    <em>x</em>"),
    ])
    func noBlockBegins(source: String, html: String) {
        #expect(InlineProse(reading: source).html == html)
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a <b onclick=\"x\">b</b>", "a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;"),
        ("<!-- x -->", "&lt;!-- x --&gt;"),
        ("[x](javascript:alert(1)) *y*", "x <em>y</em>"), ("[x](data:text/html,y) *y*", "x <em>y</em>"),
        ("[x](JavaScript&#58;alert(1)) *y*", "x <em>y</em>"), ("[*x*](other.md)", "<em>x</em>"),
        ("<javascript:alert(1)> *y*", "javascript:alert(1) <em>y</em>"),
        ("![x](https://e.example/x.png) *y*", "x <em>y</em>"),
        ("[![x](y.png)](https://e.example)", "<a href=\"https://e.example\">x</a>"),
        (
            "[x](https://e.example/\"onclick=\"y)",
            "<a href=\"https://e.example/%22onclick=%22y\">x</a>"
        ),
        ("a&#27;[31m *b*", "a[31m <em>b</em>"),
    ])
    func nothingUnsafeIsMade(source: String, html: String) {
        let prose = InlineProse(reading: source)
        #expect(prose.html ?? HTMLText.escaped(prose.text) == html)
    }

    @Test(arguments: [
        ("cto@example.com", "cto@example.com", "<a href=\"mailto:cto@example.com\">cto@example.com</a>"),
        (
            "mailto:cto@example.com", "cto@example.com",
            "<a href=\"mailto:cto@example.com\">cto@example.com</a>"
        ),
        ("tel:+49 (30) 12-34", "+49 (30) 12-34", "<a href=\"tel:+49301234\">+49 (30) 12-34</a>"),
        (
            "@cto, tel:112", "@cto, 112", "@cto, <a href=\"tel:112\">112</a>"
        ),
        (
            "https://chat.example.com/cto", "https://chat.example.com/cto",
            "<a href=\"https://chat.example.com/cto\">https://chat.example.com/cto</a>"
        ),
    ])
    func waysToReachSomebodyAreLinks(source: String, text: String, html: String) {
        let contact = InlineProse(contact: source)
        #expect(contact.source == source && contact.text == text && contact.html == html)
    }

    @Test(arguments: [
        "@cto", "Ada, desk 4", "tel:ask Ada", "tel:", "a@b", "@", "a@b@c.example", "ada@.example",
        "a b@c.example",
    ])
    func otherContactsAreText(source: String) {
        #expect(InlineProse(contact: source).html == nil)
        #expect(InlineProse(contact: source).text == source)
    }

    @Test func whatTheTeamWritesIsReadSo() throws {
        let site = try SampleSite(
            status: SampleSite.status.replacing(
                "SEV-3: {visibility: internal}",
                with: """
                    SEV-3: {checklist: ["**All** told", Services healthy]}
                    team: {roles: {CTO: {contact: cto@example.com}}}
                    """))
        let page = site.configuration.page
        #expect(page.severities[2].checklistItems == ["**All** told", "Services healthy"])
        let proses = page.severities[2].checklists.flatMap(\.proses)
        #expect(proses.map(\.html) == ["<strong>All</strong> told", nil])
        #expect(page.team.role(called: "cto")?.contact?.html?.contains("mailto:") == true)

        let record = try #require(
            site.read(
                """
                ---
                title: Slow
                severity: SEV-2
                started: 2026-01-02T16:00Z
                components: {web: partial}
                ticket: https://tickets.example.com/7
                internal: {lead: "*Ada*", channel: "#ops"}
                impact: {users: "*some*"}
                ---

                [RESOLVED 2026-01-02 17:00 UTC] Over.

                ## Post-mortem

                ### Action items

                - [ ] Add an alarm (Ticket: [OPS-1](https://tickets.example.com/OPS-1))
                - [ ] Add a pool (Ticket: https://tickets.example.com/OPS-2)
                - [ ] Add a disk (Ticket: OPS-3)
                """
            ).record)
        #expect(record.internalDetails.map(\.prose.html) == ["<em>Ada</em>", nil])
        #expect(record.impact.map(\.prose) == [InlineProse("*some*")])
        #expect(record.ticket == "https://tickets.example.com/7")
        #expect(record.ticketProse?.html?.hasPrefix("<a href=\"https://tickets.example.com/7\">") == true)
        let items = try #require(record.postMortem?.actionItems)
        #expect(items.map(\.ticket) == ["OPS-1", "https://tickets.example.com/OPS-2", "OPS-3"])
        #expect(
            items.map(\.ticketProse?.html) == [
                "<a href=\"https://tickets.example.com/OPS-1\">OPS-1</a>",
                "<a href=\"https://tickets.example.com/OPS-2\">https://tickets.example.com/OPS-2</a>", nil,
            ])
    }
}
