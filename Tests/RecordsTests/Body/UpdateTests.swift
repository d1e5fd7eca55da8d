import Diagnostics
import StatusModel
import Testing

@testable import Records

/// Updates are found in CommonMark's tree, and put in order. Bodies begin on line 7.
@Suite struct UpdateTests {
    let site: SampleSite

    init() throws { site = try SampleSite() }

    @Test(arguments: [
        "```\n[RESOLVED 17:00] x\n```", "> [RESOLVED] x", "- [RESOLVED] x", "\\[RESOLVED 17:00] x",
        "`[RESOLVED 17:00]` x", "text [RESOLVED 17:00]", "| [RESOLVED 17:00] |",
    ])
    func bracketWithinSomethingElseIsText(body: String) throws {
        #expect(try site.incident("[INVESTIGATING 16:05] a\n\n\(body)").updates.count == 1)
    }

    @Test(arguments: [
        "[RESOLVED 17:00] x", "### [RESOLVED] 17:00", "text\n[RESOLVED] x\nUpdated: 17:00",
        "[RESOLVED 17:00]: x", "   [RESOLVED 17:00] x",
    ])
    func bracketAtALinesStartBeginsAnUpdate(body: String) throws {
        let incident = try site.incident("[INVESTIGATING 16:05] a\n\nb\n\(body)")
        #expect(incident.updates.map(\.phase) == [.investigating, .resolved])
    }

    @Test(arguments: ["[RESOLVED 17:00]\n\nb", "[RESOLVED 17:00]\nb", "## [RESOLVED] 17:00\n\nb"])
    func bracketAloneOnItsLineLeavesNoEmptyParagraph(body: String) throws {
        let updates = try site.incident("[INVESTIGATING 16:05] a\n\n\(body)").updates
        #expect(updates.last?.prose.html(root: "") == "<p>b</p>\n")
    }

    @Test func bracketsAloneOnLinesAfterEachOtherLeaveNothing() throws {
        let updates = try site.incident("[INVESTIGATING 16:05]\n[IDENTIFIED 16:10]\n[RESOLVED 16:20]")
            .updates
        #expect(updates.map(\.prose) == [.empty, .empty, .empty])
    }

    @Test func lostUpdateIsTold() {
        #expect(
            site.toldOfBody("[INVESTIGATING 16:05] a\n\n[RESOLVED]: x") == [
                "9:1 error phase-as-link-definition"
            ]
        )
        #expect(
            site.toldOfBody("[INVESTIGATING 16:05] a\n\n```\n[RESOLVED]: x\n```") == [
                "10:1 warning phase-in-code"
            ]
        )
        #expect(site.toldOfBody("[INVESTIGATING 16:05] a\n\n- [RESOLVED]: x").isEmpty)
        #expect(
            site.toldOfBody("[INVESTIGATING 16:05] a\n\n[Gelöst]: x") == [
                "9:1 error phase-as-link-definition"
            ]
        )
    }

    @Test func postMortemMayUseTheWordsOfPhases() {
        let postMortem =
            "[RESOLVED 17:00] a\n\n# Post-mortem\nPublished: 2026-01-04\n\n**Resolved** at last\n\n```\n[RESOLVED 17:00]\n```\n\nFix: x\n---\n"
        #expect(site.toldOfBody(postMortem).isEmpty)
        #expect(
            site.toldOfBody("[RESOLVED 17:00] a\n\n# Post-mortem\n\nb\n[UPDATE 17:05]: c") == [
                "12:1 error update-after-post-mortem"
            ]
        )
    }

    @Test func orderIsThatOfTheDates() throws {
        let rising =
            "[RESOLVED 2026-01-02 17:00] a\n\n[INVESTIGATING 2026-01-02 18:00] b\n\n[IDENTIFIED 2026-01-02 18:00] c"
        #expect(site.toldOfBody(rising).isEmpty)
        #expect(try site.incident(rising).updates.map(\.prose.text) == ["a", "b", "c"])
        let falling =
            "[MONITORING 2026-01-02 18:00] c\n\n[IDENTIFIED 2026-01-02 18:00] b\n\n[INVESTIGATING 2026-01-02 17:00] a"
        #expect(try site.incident(falling).updates.map(\.prose.text) == ["a", "b", "c"])
        let mixed =
            "[INVESTIGATING 2026-01-02 17:00] a\n\n[RESOLVED 2026-01-02 19:00] c\n\n[MONITORING 2026-01-02 18:00] b"
        #expect(site.toldOfBody(mixed) == ["11:13 warning mixed-order"])
        #expect(try site.incident(mixed).updates.map(\.prose.text) == ["a", "b", "c"])
    }

    @Test func endThatComesFirstMustBeDated() {
        #expect(
            site.toldOfBody("[RESOLVED 17:00] a\n\n[INVESTIGATING 16:30] b") == [
                "7:11 error time-needs-date", "9:16 error time-needs-date",
            ]
        )
        #expect(
            site.toldOfBody("[RESOLVED 17:00] a\n\n[INVESTIGATING 17:30] b\n\n[UPDATE 17:40] c").count == 3
        )
        #expect(site.toldOfBody("[RESOLVED 17:00] a\n\n[UPDATE 17:40] c").isEmpty)
    }

    @Test(arguments: [
        ("[INVESTIGATING] a", "7:1 error missing-time"),
        ("[UPDATE 17:00] a", "7:1 error first-update-keeps-phase"),
        ("[SCHEDULED 17:00] a", "7:1 error wrong-kind-of-phase"),
        ("[FIXED 17:00] a", "7:1 error unknown-phase"),
        ("[INVESTIGATING 15:00] a", "7:16 error time-needs-date"),
        ("[INVESTIGATING 2026-01-02 15:00] a", "7:16 error time-before-start"),
        ("[INVESTIGATING 2027-01-02 15:00] a", "7:16 warning time-in-future"),
        ("[RESOLVED 17:00] a\nComponents: web degraded", "8:13 error resolved-with-impact"),
        ("[INVESTIGATING 17:00] Vec<String>", "7:26 warning raw-html"),
    ])
    func mistakeIsToldAtItsPlace(body: String, expected: String) {
        #expect(site.checking(UpdatesLieInThePast.self).toldOfBody(body) == [expected])
    }

    @Test func timeMissingHasTheLineToPaste() throws {
        let found = site.read(SampleSite.record("[INVESTIGATING] a")).diagnostics
        #expect(found.first?.hint == "add this line at its end: `Updated: 2026-04-01 00:00 UTC`")
        let berlin = try SampleSite(zone: "Europe/Berlin").read(SampleSite.record("[INVESTIGATING] a"))
            .diagnostics
        #expect(berlin.first?.hint == "add this line at its end: `Updated: 2026-04-01 02:00 +02:00`")
    }

    @Test func phasesFollowTheKindOfRecord() {
        let maintenance =
            "---\ntitle: x\nmaintenance: {from: 2026-01-02T10:00Z, until: 2026-01-02T12:00Z}\n---\n[RESOLVED 11:00] a\nSeverity: SEV-1\n"
        #expect(site.told(maintenance) == ["5:1 error wrong-kind-of-phase", "6:11 error invalid-trailer"])
        let notice = "---\ntitle: x\nnotice: {from: 2026-01-02T10:00Z}\n---\n[UPDATE 11:00] a\n"
        #expect(site.told(notice).contains("5:1 error wrong-kind-of-phase"))
    }
}
