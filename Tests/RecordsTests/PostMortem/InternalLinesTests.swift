import Diagnostics
import Foundation
import StatusModel
import Testing

@testable import Records

/// Lines that the team alone may read, in impact and in post-mortems.
@Suite struct InternalLinesTests {
    let site: SampleSite

    init() throws {
        let status = SampleSite.status.replacing(
            "site: {",
            with: "site: {internal_impact: [Revenue impact, cost_of_refunds], "
        )
        site = try SampleSite(status: status)
    }

    @Test(arguments: [
        "Revenue: 5 (internal)", "Revenue: 5 (Internal).", "5 lost [internal]", "5 lost (internal only)",
        "**5** （internal）", "| Revenue | 5 (internal) |", "revenue_impact: 5", "REVENUE  IMPACT: 5",
        "Revenue impact:\u{301} 5", "Revenue impact – 5", "| revenue impact | 5 |", "Cost of refunds = 5",
        "costOfRefunds: 5",
    ])
    func lineOfTheTeamIsKnown(line: String) {
        #expect(site.configuration.internalLines.hides(line))
    }

    @Test(arguments: [
        ("Soll\u{2260}Ist", "Soll=\u{338}Ist: 5"),
        ("Tổng số tiền", "Tổng số tiền: 5".decomposedStringWithCanonicalMapping),
        ("Cost: total", "Cost: total = 5"), ("Kosten - gesamt", "Kosten - gesamt: 5"),
        (String(repeating: "ग्राहकों को ", count: 10), String(repeating: "ग्राहकों को ", count: 10) + ": 5"),
        (
            String(repeating: "Tổng ", count: 20),
            String(repeating: "Tổng ", count: 20).decomposedStringWithCanonicalMapping + ": 5"
        ),
    ])
    func labelIsFoundHoweverItIsWritten(label: String, line: String) {
        #expect(InternalLines(labels: [label]).hides(line))
        #expect(!InternalLines(labels: ["Users"]).hides(line))
    }

    @Test(arguments: [
        "Users: 5", "Revenue: 5", "(internal) services: 5", "Users of internal (external) services",
        "internal",
        "Users: 5 (not counting internal ones)", "Revenue impact", "cost: 5", "",
    ])
    func otherLinesAreNot(line: String) {
        #expect(!site.configuration.internalLines.hides(line))
    }

    @Test func slipOfTheMarkIsKnown() {
        #expect(InternalLines.slip(in: "Revenue: 5 (interal)") == "(interal)")
        #expect(InternalLines.slip(in: "Revenue: 5 (intern).") == "(intern)")
        #expect(InternalLines.slip(in: "Revenue: 5 (internal") == "(internal")
        #expect(InternalLines.slip(in: "Revenue: 5 internal]") == "internal]")
        #expect(InternalLines.slip(in: "Revenue: 5 (internal)") == nil)
        #expect(InternalLines.slip(in: "Revenue: 5 (internal]") == "(internal]")
        #expect(InternalLines.slip(in: "Revenue: 5 (internal.") == "(internal")
        #expect(InternalLines.slip(in: "two services, all internal") == nil)
        let long = "5 (" + String(repeating: "very ", count: 20) + "and internal)"
        #expect(InternalLines.slip(in: long) == nil)
        #expect(InternalLines.slip(inPartOf: "3 users (intenal), 4 groups") == "(intenal)")
        #expect(
            InternalLines.slip(in: "Pause (interval)") == nil && InternalLines.slip(in: "(external)") == nil
        )
    }

    @Test func slipOfTheMarkInTheFrontMatterIsTold() {
        let told = { (impact: String) in
            site.read(
                "---\ntitle: x\nseverity: SEV-2\nimpact: \(impact)\n---\n[RESOLVED 2026-01-02 17:00] x\n"
            )
            .diagnostics.inOrder.map(\.summary)
        }
        #expect(told("{users: 5 (internl)}") == ["4:10 error misplaced-line"])
        #expect(told("five users (internal") == ["4:9 error misplaced-line"])
        #expect(told("{users: 5 (internal)}").isEmpty && told("{users: 5 (external)}").isEmpty)
    }

    /// What the post-mortem keeps inside was copied from the front matter, whose own copy would show it.
    @Test func factThatThePostMortemKeepsInsideIsInsideEverywhere() throws {
        let record = try #require(
            site.read(
                """
                ---
                title: x
                severity: SEV-2
                started: 2026-01-02T16:00Z
                impact: {requests lost: "41,822", users: 5}
                ---
                [RESOLVED 2026-01-02 17:00] x

                # Post-mortem

                ## Impact

                - Requests_lost: 41,822 (internal)
                - Users: 5

                """
            ).record)
        #expect(record.impact.map(\.isInternal) == [true, false])
    }

    /// A fact that goes on in another line is kept inside by the mark of any of them, as it is on the page.
    @Test(arguments: ["0815 (internal)\n  per day", "0815\n  per day (internal)"])
    func factOfTwoLinesIsKeptInside(text: String) throws {
        let record = try #require(
            site.read(
                "---\ntitle: x\nseverity: SEV-2\nstarted: 2026-01-02T16:00Z\n---\n[RESOLVED 2026-01-02 17:00] x\n\n"
                    + "# Post-mortem\n\n## Impact\n\n- Churn: \(text)\n- Users: 5\n"
            ).record)
        #expect(record.postMortem?.impact.map(\.isInternal) == [true, false])
    }

    private static let postMortem = """
        [RESOLVED 17:00] x

        # Post-mortem
        Published: 2026-01-04

        It was long.

        We knew
        SECRET Acme from before (internal)

        ## Impact

        - Users affected: 500
        - Revenue impact: SECRET
        - Churn: SECRET (internal)
          - SECRET Acme
        - Regions
          - Cost of refunds: SECRET
          - Europe

        Data loss: none
        Revenue impact: we lost
        about SECRET of it
        Region: Europe

        > SECRET (internal)

        ```
        SECRET (internal)
        ```

        | What | How much |
        |---|---|
        | Revenue impact | SECRET |
        | Users | 500 |

        ### SECRET customers (internal)

        SECRET Acme

        #### SECRET more

        SECRET Bolt

        ### Regions

        Europe

        ## Timeline

        - 16:00 UTC: It began
        - 16:10 UTC: SECRET Acme called (internal)
        - 16:20 UTC: Bob came
          - SECRET (internal)

        ## Action items

        - [ ] Pay SECRET back (internal)
        - [ ] Add an alarm (Owner: A, Due: 2026-01-09)

        ## SECRET costs (internal)

        SECRET

        """

    @Test func publicReadsAllButThose() throws {
        let record = try site.incident(Self.postMortem)
        let seen = try #require(record.shownToPublic)
        let postMortem = try #require(seen.postMortem)
        #expect(!"\(seen)".contains("SECRET"))
        #expect(postMortem.introduction.text == "It was long.")
        #expect(postMortem.sections.map(\.title) == ["Impact", "Timeline", "Action items"])
        let impact = postMortem.sections[0].prose.text
        for kept in [
            "Users affected: 500", "Europe", "Data loss: none Region: Europe", "Users | 500", "Regions",
        ] {
            #expect(impact.contains(kept), "\(kept): \(impact)")
        }
        #expect(postMortem.sections[1].timeline.map(\.prose.text) == ["It began"])
        #expect(postMortem.actionItems.map(\.text) == ["Add an alarm"])
        #expect(seen.knownImpact == [Record.Detail(label: "Users affected", text: "500")])
    }

    @Test func teamReadsAll() throws {
        let record = try site.incident(Self.postMortem)
        let postMortem = try #require(record.postMortem)
        #expect(record.knownImpact.map(\.text) == ["500", "SECRET", "SECRET (internal)"])
        #expect(postMortem.sections.count == 4 && postMortem.actionItems.count == 2)
        #expect(postMortem.sections[0].prose.text.contains("Revenue impact: we lost about SECRET of it"))
        #expect(postMortem.sections[1].timeline.count == 3)
    }

    @Test func frontMatterKeepsItsOwnInside() throws {
        let keys = """
            impact:
              users: 500
              Revenue impact: SECRET
              churn: SECRET (internal)
              what: [SECRET (internal), more]
            """
        let text = SampleSite.record("[RESOLVED 17:00] x").replacing("started:", with: keys + "\nstarted:")
        let parsed = site.read(text)
        guard let incident = parsed.record else {
            throw SampleSite.Unreadable(told: parsed.diagnostics.map(\.summary))
        }
        #expect(incident.impact.count == 4)
        #expect(incident.shownToPublic?.impact == [Record.Detail(label: "users", text: "500")])
    }
}

/// Public impact that looks like the business's own.
@Suite struct ImpactInPublicTests {
    let site: SampleSite

    init() throws { site = try SampleSite().checking(ImpactMayShow.self) }

    @Test(arguments: [
        "revenue: 5", "Revenue impact: a lot", "cost of refunds: some", "users: \"$1,200\"", "users: 1.200 €",
        "users: \"EUR 1,200 or so\"", "users: about 5000 dollars", "users: USD5", "users: \"£ 5\"",
        "users: ¥5", "lost revenue: a lot", "Our_costs: some", "\"Cost (estimated)\": some",
    ])
    func isToldOf(impact: String) {
        #expect(site.toldOfKeys("impact: {\(impact)}") == ["2:10 warning impact-in-public"])
    }

    @Test(arguments: [
        "users: 5", "users: about 500 in EUR", "users: $HOME was lost",
        "data: none",
        "revenue: 5 (internal)", "region: EUROPE 5", "costumes: late", "storerevenue: 5",
    ])
    func isNot(impact: String) {
        #expect(site.toldOfKeys("impact: {\(impact)}") == [])
    }

    @Test(arguments: [
        ("[]", "lost revenue: 5", []), ("[churn]", "lost revenue: 5", ["2:10 warning impact-in-public"]),
        ("churn", "users: 5 USD", ["2:10 warning impact-in-public"]), ("churn", "users: 5", []),
        ("[lost revenue]", "Lost revenue: 5", []), ("[lost revenue]", "Lost revenue (estimated): 5", []),
        ("[churn, lost revenue (public)]", "lost_revenue: 5", []),
        ("[churn, lost revenue (public)]", "Lost revenue (so far): 5", []),
        ("[lost revenue (public)]", "revenue: 5", ["2:10 warning impact-in-public"]),
    ])
    func listSaysWhatIsInternalAndWhatMayShow(list: String, impact: String, told: [String]) throws {
        let status = SampleSite.status.replacing("site: {", with: "site: {internal_impact: \(list), ")
        let site = try SampleSite(status: status).checking(ImpactMayShow.self)
        #expect(site.toldOfKeys("impact: {\(impact)}") == told)
    }

    /// A listed label hides what has an addition in brackets, too, and what may show is not hidden.
    @Test(arguments: [
        ("Revenue impact (estimated): 5", true), ("Revenue impact [so far] = 5", true),
        ("revenue_impact: 5", true), ("Revenue impact of May: 5", false), ("Refunds: 5", false),
        ("(Revenue impact): 5", false),
    ])
    func listedLabelCoversItsVariants(line: String, isHidden: Bool) {
        #expect(InternalLines(labels: ["Revenue impact", "refunds (public)"]).hides(line) == isHidden)
    }

    @Test func listIsNotEmptyByAccident() throws {
        #expect(
            toldOfStatus(SampleSite.status.replacing("site: {", with: "site: {internal_impact: , ")) == [
                "1:8 empty-value"
            ]
        )
        #expect(
            toldOfStatus(SampleSite.status.replacing("site: {", with: "site: {internal_impct: [a], ")) == [
                "1:8 unknown-key"
            ]
        )
    }

    @Test func postMortemsFactIsToldWhereItStands() {
        let body =
            "[RESOLVED 17:00] x\n\n# Post-mortem\nPublished: 2026-01-04\n\n## Impact\n\n- Revenue impact: 5\n"
        #expect(site.toldOfBody(body) == ["14:3 warning impact-in-public"])
        let inside = body.replacing("Published", with: "Visibility: internal\nPublished")
        #expect(site.toldOfBody(inside) == [])
    }
}
