import Foundation
import TestSupport
import Testing

/// `allclear tick`: what it lists, what it writes, and what it refuses.
@Suite struct TickCommandTests {
    private let site: SmallSite

    init() throws {
        site = try SmallSite([
            "status.yml": """
            site: {title: Small, url: "https://status.example.com", since: 2026-01-01}
            components: [{id: api, name: API}]
            checklists: {first: [Severity agreed, Lead named, Lawyers asked (if needed)]}
            severities:
              SEV-1: {checklist: {investigating: first, resolved: [Errors as before, "Support, and sales, are told"]}}
              SEV-2: {}

            """,
            "incidents/slow.md": Self.slow,
        ])
    }

    @Test func openItemsAreListedByPhaseWithTheirNumbers() throws {
        let result = try tick("slow")
        #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
        #expect(
            result.output == """
                checklist: 1 of 4 done; 1 more if needed
                  investigating: due now
                    2. Lead named
                    3. Lawyers asked (if needed)
                  resolved
                    4. Errors as before
                    5. Support, and sales, are told

                """)
        #expect(try record() == Self.slow)
    }

    @Test func numbersAreTicked() throws {
        let result = try tick("slow", "5", "2", "5")
        #expect(result.status == 0, "\(result.error)")
        #expect(result.output == "\(site.path)/incidents/slow.md\n")
        #expect(
            result.error == """
                allclear: 2 items ticked; next:
                  git -C \(site.path) add incidents/slow.md && git -C \(site.path) commit -m 'slow: checklist' && git -C \(site.path) push

                """)
        #expect(
            try record()
                == Self.slow.replacing(
                    "[severity agreed]",
                    with: "[severity agreed, Lead named, \"Support, and sales, are told\"]"))
        let rest = try tick("slow").output
        #expect(
            rest == """
                checklist: 3 of 4 done; 1 more if needed
                  investigating
                    3. Lawyers asked (if needed)
                  resolved
                    4. Errors as before

                """)
    }

    /// The incident is past INVESTIGATING without a lead, and should have been told of by 17:18; nobody called in the desk.
    @Test func whatWasWrongBeforeIsNotToldAgain() throws {
        try site.write(
            Self.slow.replacing("It is the pool.", with: "It is the pool.\nNext update: 17:18 UTC"),
            to: "incidents/slow.md")
        let policy = try String(contentsOfFile: site.path + "/status.yml", encoding: .utf8)
        try site.write(
            policy.replacing("SEV-1: {", with: "SEV-1: {escalate: {after: 10m, to: Night desk}, "),
            to: "status.yml")
        let check = try Program.run("check", "--site", site.path, "--now", "2026-01-02T17:20Z").output
        for id in ["unticked-checklist", "broken-promise", "missed-escalation"] {
            #expect(check.contains("[\(id)]"), "\(check)")
        }
        let result = try tick("slow", "4")
        #expect(result.status == 0 && !result.error.contains("warning:"), "\(result.error)")
        let update = try Program.run(
            "update", "slow", "MONITORING", "Mended.", "--component", "api=operational", "--site", site.path,
            "--now", "2026-01-02T17:20Z")
        // What the update itself is still to say concerns what was written.
        #expect(update.status == 0 && update.error.ranges(of: "warning:").count == 1, "\(update.error)")
        #expect(update.error.contains("[missed-escalation]"), "\(update.error)")
        // What the change brings about is told, and nothing else.
        let resolved = try Program.run(
            "update", "slow", "RESOLVED", "Over.", "--site", site.path, "--now", "2026-01-02T17:21Z")
        #expect(resolved.status == 0, "\(resolved.error)")
        #expect(resolved.error.ranges(of: "warning:").count == 1, "\(resolved.error)")
        #expect(
            resolved.error.contains(
                "this incident is resolved, but the `SEV-1` checklist has an unticked item: `Support, and"
            ),
            "\(resolved.error)")
    }

    @Test(arguments: [
        (["slow", "6"], "there is no item 6", "items are numbered from 1 to 5"),
        (["slow", "0"], "there is no item 0", "items are numbered from 1 to 5"),
        (["slow", "2", "x"], "`x` is not a number", "give the numbers of items"),
        (["slwo", "2"], "unknown record `slwo`", "did you mean `slow`?"),
        (["move", "1"], "`incidents/move.md` is not an incident", "only incidents have checklists"),
        (["mild", "1"], "`SEV-2` has no `checklist` in `status.yml`", "severity-policy.md"),
        (["broken", "1"], "`incidents/broken.md` has errors; fix them first", "unknown-severity"),
        (["twice", "1"], "2 records match `twice`", "type a longer part of one of these names:"),
    ])
    func slipIsRefusedAndNothingWritten(arguments: [String], told: String, hint: String) throws {
        try site.write(Self.slow.replacing("SEV-1", with: "SEV-2"), to: "incidents/mild.md")
        try site.write(Self.slow.replacing("SEV-1", with: "SEV-9"), to: "incidents/broken.md")
        for year in ["2025", "2026"] { try site.write(Self.slow, to: "incidents/\(year)/twice.md") }
        try site.write(
            "---\ntitle: M\nmaintenance: {from: 2027-01-01T00:00Z, until: 2027-01-02T00:00Z}\n---\n",
            to: "incidents/move.md")
        let before = try Scratch.contents(of: site.path)
        let result = try tick(arguments)
        #expect(result.status == 1 && result.output.isEmpty)
        #expect(result.error.contains("error: \(told)\n"), "\(result.error)")
        #expect(result.error.contains(hint), "\(result.error)")
        #expect(try Scratch.contents(of: site.path) == before)
    }

    @Test func itemThatIsTickedAlreadyHoldsUpNoOther() throws {
        let result = try tick("slow", "1,2")
        #expect(result.status == 0, "\(result.error)")
        #expect(result.error.contains("item 1 is already ticked: Severity agreed\n"), "\(result.error)")
        #expect(
            try record() == Self.slow.replacing("[severity agreed]", with: "[severity agreed, Lead named]"))
        let again = try tick("slow", "2")
        #expect(again.status == 0 && again.output.isEmpty && again.error.contains("item 2 is already ticked"))
    }

    @Test func personAtATerminalIsAsked() throws {
        let words = ["tick", "slow", "--site", site.path, "--now", "2026-01-02T17:20Z"]
        let none = try Terminal.run(words, typing: "\n")
        #expect(none.status == 0 && none.screen.contains("    2. Lead named\n"), "\(none.screen)")
        #expect(try record() == Self.slow)
        let some = try Terminal.run(words, typing: "two\n9\n2, 4\n")
        #expect(some.status == 0, "\(some.screen)")
        #expect(some.screen.contains("`two` is not a number") && some.screen.contains("there is no item 9"))
        #expect(
            try record()
                == Self.slow.replacing(
                    "[severity agreed]", with: "[severity agreed, Lead named, Errors as before]"))
    }

    @Test func openIncidentIsOfferedIfNoneIsNamed() throws {
        let script = try Program.run("tick", "--site", site.path, "--now", "2026-01-02T17:20Z")
        #expect(
            script.status == 1 && script.error.contains("no record was named")
                && script.error.contains("hint: open incidents: `"), "\(script.error)")
        let session = try Terminal.run(
            ["tick", "--site", site.path, "--now", "2026-01-02T17:20Z"], typing: "1\n2\n")
        #expect(
            session.status == 0 && session.screen.contains("Which incident's checklist?"), "\(session.screen)"
        )
    }

    @Test func nothingOpenAsksNothing() throws {
        #expect(try tick("slow", "2", "3", "4", "5").status == 0)
        let words = ["tick", "slow", "--site", site.path, "--now", "2026-01-02T17:20Z"]
        #expect(try Terminal.run(words, typing: "").screen == "checklist: 4 of 4 done\n")
    }
}

private extension TickCommandTests {
    static let slow = """
        ---
        title: Stories are slow
        severity: SEV-1
        started: 2026-01-02T17:00Z
        internal: {checklist: [severity agreed]}
        components: {api: degraded}
        ---

        [INVESTIGATING 17:05 UTC] We look into it.

        [IDENTIFIED 17:15 UTC] It is the pool.

        """

    func tick(_ arguments: String...) throws -> Program.Result { try tick(arguments) }

    func tick(_ arguments: [String]) throws -> Program.Result {
        try Program.run(["tick"] + arguments + ["--site", site.path, "--now", "2026-01-02T17:20Z"])
    }

    func record() throws -> String {
        try String(contentsOfFile: site.path + "/incidents/slow.md", encoding: .utf8)
    }
}
