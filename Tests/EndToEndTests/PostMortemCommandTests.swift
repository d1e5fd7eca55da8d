import Foundation
import TestSupport
import Testing

/// `allclear post-mortem`: what it writes, and what it refuses.
@Suite struct PostMortemCommandTests {
    private let site: SmallSite

    init() throws { site = try SmallSite(["status.yml": Self.status(), "incidents/slow.md": Self.slow]) }

    @Test func sectionsAreThoseOfThePolicyAndWhatIsKnownIsFilledIn() throws {
        let result = try run("slow")
        #expect(result.status == 0, "\(result.error)")
        #expect(result.output == "\(site.path)/incidents/slow.md\n")
        #expect(result.error.contains("git -C \(site.path) add incidents/slow.md"), "\(result.error)")
        #expect(try record() == Self.slow + Self.postMortem)
    }

    @Test func everyOtherByteAndTheLineEndsStay() throws {
        let text = "\u{FEFF}" + Self.slow.replacing("\n", with: "\r\n") + "  \r\n"
        try site.write(text, to: "incidents/slow.md")
        #expect(try run("slow").status == 0)
        let postMortem = Self.postMortem.trimmingCharacters(in: .newlines).replacing("\n", with: "\r\n")
        #expect(try record() == text.dropLast(4) + "\r\n\r\n" + postMortem + "\r\n  \r\n")
    }

    @Test func resultIsADraftThatIsWarnedOfOnceItIsPublished() throws {
        #expect(try run("slow").status == 0)
        let draft = try check()
        #expect(draft.contains("[unpublished-post-mortem]") && !draft.contains("[unfinished"), "\(draft)")
        try publish("slow")
        let published = try check()
        // What happened and the action items are still to be written; what the program wrote reads as its own.
        #expect(published.ranges(of: "[unfinished-post-mortem]").count == 2, "\(published)")
        #expect(published.ranges(of: "warning: ").count == 2, "\(published)")
    }

    /// Of a partial outage, a second counts as less than one of downtime.
    @Test func timeThatWeighsLessIsNotCalledDowntime() throws {
        try site.write(
            Self.slow.replacing("api: major_outage", with: "api: partial_outage"), to: "incidents/slow.md")
        #expect(try run("slow").status == 0)
        let text = try record()
        #expect(text.contains("- Time affected: 32 min\n") && !text.contains("Downtime"), "\(text)")
    }

    @Test func nothingInternalIsPublished() throws {
        try site.write(Self.raised, to: "incidents/raised.md")
        for name in ["slow", "raised"] {
            #expect(try run(name).status == 0)
            try publish(name)
        }
        #expect(try record("raised").contains("10:05 UTC: Investigating: SECRET Acme. (internal)\n"))
        let output = site.path + "/public"
        let build = try Program.run(
            "build", "--site", site.path, "--output", output, "--now", "2026-01-20T12:00Z")
        #expect(build.status == 0, "\(build.error)")
        let files = try Scratch.contents(of: output)
        #expect(files["incidents/slow.html"]?.contains("Users affected") == true)
        #expect(files["incidents/raised.html"]?.contains("All are shut out.") == true)
        for (path, text) in files { #expect(!text.contains("SECRET"), "\(path)") }
        for name in ["slow", "raised"] {
            for format in ["email", "json", "markdown"] {
                let words = [
                    "announce", name, "--format", format, "--site", site.path, "--now", "2026-01-20T12:00Z",
                ]
                let message = try Program.run(words)
                #expect(message.status == 0 && !message.output.contains("SECRET"), "\(message.output)")
            }
        }
    }

    /// Who was called in stands there once, at the earlier time, and for the team alone.
    @Test func timelineSaysForTheTeamWhoWasCalledIn() throws {
        let slow = Self.slow
            .replacing("detected:", with: "internal: {escalated: {CTO: 2026-01-02T17:20Z}}\ndetected:")
            .replacing("Better.\n", with: "Better.\n\nEscalated: cto, Data_team\n")
        try site.write(slow, to: "incidents/slow.md")
        #expect(try run("slow").status == 0)
        let text = try record()
        #expect(
            text.contains(
                """
                - 17:20 UTC: Escalated to CTO (internal)
                - 17:30 UTC: Monitoring: Better.
                - 17:30 UTC: Escalated to Data\\_team (internal)

                """), "\(text)")
        #expect(text.ranges(of: "Escalated to").count == 2, "\(text)")
    }

    @Test func headingIsInTheLanguageOfTheSite() throws {
        try site.write(Self.status(language: "es"), to: "status.yml")
        #expect(try run("slow").status == 0)
        #expect(try record().contains("\n# Análisis post mortem\n"))
        #expect(try run("slow").error.contains("there is already a post-mortem"))
    }

    @Test func policyWithoutSectionsGetsThoseThatTheFormatKnows() throws {
        try site.write(Self.status(duty: "{required: true}"), to: "status.yml")
        #expect(try run("slow").status == 0)
        let headings = try record().split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(
            headings == [
                "## Summary", "## Timeline", "## Root cause", "## Impact", "## Resolution", "## Action items",
                "## Lessons learned",
            ])
        #expect(try !record().contains("Scheduled:"))
    }

    /// Resolved on Saturday, 3 January, at 00:45: two days are over on Monday at night, four on Wednesday.
    @Test(arguments: [
        ("48h", "", "2026-01-04 16:00"), ("96h", "", "2026-01-06 16:00"),
        ("96h", "business_hours: {days: mon, from: \"09:30\", until: \"12:15\"}", "2026-01-05 11:00"),
        ("4h", "", "2026-01-03 04:45"),
    ])
    func nobodyMeetsAtNight(within: String, hours: String, expected: String) throws {
        let status = Self.status(duty: "{held_within: \(within)}")
        try site.write(status.replacing("site:\n", with: "site:\n  \(hours)\n"), to: "status.yml")
        #expect(try run("slow", now: "2026-01-03T01:00Z").status == 0)
        #expect(try record().contains("Scheduled: \(expected) UTC"))
    }

    @Test func meetingIsProposedUntilItsLimit() throws {
        // The limit is 5 January at 00:45.
        #expect(try run("slow", now: "2026-01-05T00:44:59Z").status == 0)
        #expect(try record().contains("Scheduled: 2026-01-05 00:45 UTC"))
        try site.write(Self.slow, to: "incidents/slow.md")
        #expect(try run("slow", now: "2026-01-05T00:45:00Z").status == 0)
        #expect(try !record().contains("Scheduled:"))
    }

    @Test func wordsThatWouldBeAMistakeThereAreLeftOut() throws {
        try site.write(Self.slow.replacing("Better.", with: "Better (interal)"), to: "incidents/slow.md")
        #expect(try run("slow").status == 0)
        #expect(try record().contains("- 17:05 UTC: Investigating\n- 17:30 UTC: Monitoring\n"))
    }

    @Test func editorOpensIt() throws {
        let words = ["post-mortem", "slow", "--edit", "--site", site.path, "--now", "2026-01-03T09:00Z"]
        let result = try Program.run(words, environment: ["VISUAL": "", "EDITOR": "echo 'So it was.' >>"])
        #expect(result.status == 0, "\(result.error)")
        #expect(try record() == Self.slow + Self.postMortem + "So it was.\n")
    }

    @Test(arguments: [
        ("[RESOLVED 00:45 UTC]", "[UPDATE 00:45 UTC]", "`incidents/slow.md` is not resolved"),
        ("It is over.", "It is over.\n\n# RCA", "at incidents/slow.md:19"),
        ("severity: SEV-1", "severity: SEV-9", "has errors; fix them first"),
        ("It is over.", "It is over.\n\n```\nlog", "would not be read as you wrote it"),
    ])
    func whatCannotHaveOneIsRefused(text: String, change: String, reason: String) throws {
        try site.write(Self.slow.replacing(text, with: change), to: "incidents/slow.md")
        let before = try record()
        let result = try run("slow")
        #expect(result.status == 1 && result.error.contains(reason), "\(result.error)")
        #expect(try result.output.isEmpty && record() == before)
    }

    @Test func otherKindsOfRecordHaveNone() throws {
        let notice = "---\ntitle: N\nnotice: {from: 2026-01-01T00:00Z}\n---\nN.\n"
        try site.write(notice, to: "incidents/n.md")
        let result = try run("n")
        #expect(result.status == 1 && result.error.contains("is not an incident"), "\(result.error)")
    }
}

extension PostMortemCommandTests {
    @Test func resolvedIncidentIsOfferedIfNoneIsNamed() throws {
        let words = ["post-mortem", "--site", site.path, "--now", "2026-01-03T09:00Z"]
        let script = try Program.run(words)
        #expect(
            script.status == 1 && script.error.contains("no record was named")
                && script.error.contains("hint: resolved incidents without a post-mortem: `"),
            "\(script.error)")
        let session = try Terminal.run(words, typing: "slow\n")
        #expect(
            session.status == 0 && session.screen.contains("Which incident is the post-mortem for?"),
            "\(session.screen)")
    }
}

private extension PostMortemCommandTests {
    static func status(
        language: String = "en",
        duty: String = "{held_within: 48h, sections: [What happened, Timeline, Impact, Action items]}"
    ) -> String {
        """
        site:
          title: Small
          url: "https://status.example.com"
          since: 2026-01-01
          language: \(language)
          internal_impact: [revenue]
        components: [{id: api, name: API}]
        severities:
          SEV-1: {component_status: major_outage, post_mortem: \(duty)}
          SEV-4: {component_status: partial_outage, visibility: internal}

        """
    }

    /// The API was down from 16:58 to 17:30, which are 32 minutes.
    static let slow = """
        ---
        title: Stories are slow
        severity: SEV-1
        components: {api: major_outage}
        started: 2026-01-02T16:58Z
        detected: 2026-01-02T17:01Z
        impact: {users_affected: 500, revenue: SECRET, refunds: SECRET (internal), churn: "SECRET (internal), SECRET"}
        ---

        [INVESTIGATING 17:05 UTC] Readers_of *stories* wait.

        [MONITORING 17:30 UTC] Better.
        Components: api operational

        [UPDATE 2026-01-03 00:10 UTC] Still well.

        [RESOLVED 00:45 UTC] It is over.

        """

    static let postMortem = """

        # Post-mortem

        Scheduled: 2026-01-04 16:00 UTC

        ## What happened

        […]

        ## Timeline

        - 2026-01-02 16:58 UTC: Started
        - 17:01 UTC: Detected
        - 17:05 UTC: Investigating: Readers\\_of stories wait.
        - 17:30 UTC: Monitoring: Better.
        - 2026-01-03 00:10 UTC: Still well.
        - 00:45 UTC: Resolved: It is over.

        ## Impact

        - Users affected: 500
        - Revenue: SECRET
        - Refunds: SECRET (internal)
        - Churn: SECRET (internal), SECRET (internal)
        - Duration: 32 min
        - Downtime: 32 min

        ## Action items

        - [ ] […] (Owner: […], Due: […])

        """

    /// Public from its second update on.
    static let raised = """
        ---
        title: Shop is shut
        severity: SEV-4
        components: [api]
        started: 2026-01-10T10:00Z
        visibility: public
        impact: SECRET for all (internal)
        ---

        SECRET summary

        [INVESTIGATING 10:05 UTC] SECRET Acme.

        [IDENTIFIED 10:20 UTC] All are shut out.
        Severity: SEV-1

        [RESOLVED 10:30 UTC] Over.

        """

    func run(_ name: String, now: String = "2026-01-03T09:00Z") throws -> Program.Result {
        // The incident that is raised is a week later.
        let now = name == "raised" ? "2026-01-11T09:00Z" : now
        return try Program.run(["post-mortem", name, "--site", site.path, "--now", now])
    }

    func check() throws -> String {
        let result = try Program.run("check", "--site", site.path, "--now", "2026-01-04T12:00Z")
        return result.output + result.error
    }

    func publish(_ name: String) throws {
        let text = try record(name).replacing(
            "# Post-mortem\n", with: "# Post-mortem\nPublished: 2026-01-04\n")
        try site.write(text, to: "incidents/\(name).md")
    }

    func record(_ name: String = "slow") throws -> String {
        // Foundation's own way to read a file as text would drop the mark in front of it.
        try #require(Scratch.contents(of: site.path)["incidents/\(name).md"])
    }
}
