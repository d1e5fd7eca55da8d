import Diagnostics
import StatusModel
import Testing

@testable import Records

/// What is asked of a post-mortem. The incident lasts from 16:00 to 17:00 on 2026-01-02; bodies begin on line 7, what
/// follows the post-mortem's heading on line 11.
@Suite struct PostMortemCheckTests {
    private static let status = """
        site: {title: Example Status, url: "https://status.example.com"}
        components:
          - {id: web, name: Website}
        severities:
          SEV-1: {}
          SEV-2: {post_mortem: {held_within: 2d, sections: [Summary, Root cause, Thanks]}}
        """

    private func diagnostics(
        _ check: any Check.Type, _ postMortem: String, severity: String = "SEV-2",
        at now: String = "2026-04-01T00:00:00Z"
    ) throws -> [Diagnostic] {
        var site = try SampleSite(status: Self.status).checking(check)
        site.now = try #require(Instant(writtenAs: now))
        let text = SampleSite.record("[RESOLVED 17:00 UTC] x\n\n# Post-mortem\n\n\(postMortem)")
        return site.read(text.replacing("SEV-2", with: severity)).diagnostics.inOrder
    }

    private func told(
        _ check: any Check.Type, _ postMortem: String, severity: String = "SEV-2",
        at now: String = "2026-04-01T00:00:00Z"
    ) throws -> [String] {
        try diagnostics(check, postMortem, severity: severity, at: now).map {
            "\($0.location.line):\($0.location.column)"
        }
    }

    // MARK: - Sections

    @Test func sectionThatIsMissingEmptyOrBlankIsToldOfOnceItIsPublished() throws {
        let sections = "## Root cause\n\n## THANKS\n\nTo […]\n"
        #expect(try told(PostMortemIsFinished.self, sections) == [])
        // The summary at the heading, the cause at its own, the thanks at the blank.
        let all = try diagnostics(PostMortemIsFinished.self, "Published: 2026-01-04\n\n" + sections)
        #expect(all.map { "\($0.location.line):\($0.location.column)" } == ["9:1", "13:1", "17:4"])
        #expect(all.map { $0.message.contains("`Summary`") } == [true, false, false])
    }

    @Test func headingsMatchByTheirKindOrTheirWords() throws {
        let postMortem = "Published: 2026-01-04\n\n## summary\n\na\n\n## Cause\n\nb\n\n## thanks\n\nc\n"
        #expect(try told(PostMortemIsFinished.self, postMortem) == [])
    }

    @Test func blankIsToldOfWhateverThePolicySays() throws {
        let postMortem = "Published: 2026-01-04\n\nSo it was: [...]\n\n## A\n\n## B\n\n- Lost: […]\n"
        #expect(try told(PostMortemIsFinished.self, postMortem, severity: "SEV-1") == ["13:12", "19:9"])
    }

    @Test func blanksAreNothing() throws {
        let postMortem = try #require(
            try SampleSite().incident(
                """
                [RESOLVED 17:00 UTC] x

                # Post-mortem

                [...]

                ## Impact

                - Users: […]
                - Lost: 5

                ## Timeline

                - 17:00 UTC: […]

                ## Action items

                - [ ] […] (Owner: […], Due: […])
                - [ ] Alarm (Owner: Ada, Due: […])
                """
            ).postMortem)
        #expect(postMortem.introduction.isEmpty)
        #expect(postMortem.impact == [Record.Detail(label: "Lost", text: "5")])
        #expect(postMortem.sections.map(\.isEmpty) == [false, true, false])
        #expect(postMortem.actionItems == [ActionItem(text: "Alarm", isDone: false, owner: "Ada")])
    }

    // MARK: - One that says nothing

    @Test(arguments: ["", "Scheduled: 2026-01-03 10:00 UTC", "## Summary\n\n[…]\n\n## Root cause\n"])
    func nothingIsPublishedByOneThatSaysNothing(text: String) throws {
        let postMortem = "Published: 2026-01-04\n\(text)\n"
        #expect(try told(PostMortemIsNoDraft.self, text) == [])
        var site = try SampleSite(status: Self.status.replacing("held_within: 2d", with: "within: 2d"))
        site = site.checking(PostMortemIsPublished.self)
        #expect(
            site.toldOfBody("[RESOLVED 17:00 UTC] x\n\n# Post-mortem\n\n\(postMortem)") == [
                "9:1 warning overdue-post-mortem"
            ])
        #expect(site.toldOfBody("[RESOLVED 17:00 UTC] x\n\n# Post-mortem\n\n\(postMortem)\nSo it was.") == [])
    }

    // MARK: - The meeting

    @Test func meetingIsOverdueAfterItsLimitUnlessItIsScheduledOrThePostMortemIsPublished() throws {
        let check = PostMortemIsHeld.self
        #expect(try told(check, "So it was.", at: "2026-01-04T17:00:00Z") == [])
        #expect(try told(check, "So it was.", at: "2026-01-04T17:00:01Z") == ["9:1"])
        #expect(try told(check, "So it was.", severity: "SEV-1") == [])
        #expect(try told(check, "Scheduled: 2026-02-04 10:00 UTC\nSo it was.") == [])
        // What is set too late can be moved until it is held.
        let late = "Scheduled: 2026-01-05 10:00 UTC"
        #expect(try told(check, late, at: "2026-01-03T09:00:00Z") == ["9:1"])
        #expect(try told(check, late, at: "2026-01-05T10:00:00Z") == [])
        #expect(try told(check, "Published: 2026-01-04\nSo it was.") == [])
        // One that says nothing is not published.
        #expect(try told(check, "Published: 2026-01-04\n") == ["9:1"])
    }

    // MARK: - Action items

    @Test func itemIsToldOfFromTheDayAfterItIsDueForNinetyDays() throws {
        let items = "## Action items\n\n- [x] a (Due: 2026-01-09)\n- [ ] b (Owner: Ada, Due: 2026-01-09)\n"
        #expect(try told(ActionItemsAreDone.self, items, at: "2026-01-09T23:59:59Z") == [])
        let due = try diagnostics(ActionItemsAreDone.self, items, at: "2026-01-10T00:00:00Z")
        #expect(due.map(\.location.line) == [14] && due[0].message.contains("`Ada`"))
        #expect(try told(ActionItemsAreDone.self, items, at: "2026-04-09T23:59:59Z") == ["14:1"])
        #expect(try told(ActionItemsAreDone.self, items, at: "2026-04-10T00:00:00Z") == [])
    }

    // MARK: - Lengths

    /// An hour is affected; a tenth of it are six minutes.
    @Test(arguments: [
        ("Downtime: 66 min", true), ("Downtime: 54 min", true), ("Downtime: 66 min 1 s", false),
        ("downtime: 53 min 59 s", false), ("DOWN_TIME: about 2 h", false), ("Duration: ~1h", true),
        ("Duration: 2 hours", false), ("Downtime: two hours", true), ("Downtime: 2 h for some", true),
        ("Users: 2 h", true),
    ])
    func statedLengthMayDifferByATenth(line: String, isFine: Bool) throws {
        let found = try told(StatedDowntimeIsOurs.self, "## Impact\n\n- \(line)\n")
        #expect(found == (isFine ? [] : ["13:3"]))
    }

    @Test func durationMayBeCountedToTheEndOfTheImpactOrToTheResolution() throws {
        let body = { (text: String) in
            "[MONITORING 16:30 UTC] a\nComponents: web operational\n\n[RESOLVED 17:00 UTC] x\n\n"
                + "# Post-mortem\n\n## Impact\n\n- \(text)\n"
        }
        let site = try SampleSite().checking(StatedDowntimeIsOurs.self)
        #expect(site.toldOfBody(body("Duration: 30 min")) == [])
        #expect(site.toldOfBody(body("Duration: 1 h")) == [])
        #expect(site.toldOfBody(body("Duration: 45 min")) == ["16:3 warning stated-downtime"])
        #expect(site.toldOfBody(body("Downtime: 1 h")) == ["16:3 warning stated-downtime"])
    }
}
