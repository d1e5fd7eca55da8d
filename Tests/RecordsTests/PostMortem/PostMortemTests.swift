import StatusModel
import Testing

@testable import Records

/// What follows the post-mortem's heading. Bodies begin on line 7.
@Suite struct PostMortemTests {
    let site: SampleSite

    init() throws { site = try SampleSite() }

    private func account(_ text: String, heading: String = "# Post-mortem") throws -> PostMortem? {
        try site.incident("[RESOLVED 17:00] x\n\n\(heading)\n\n\(text)\n").record.postMortem
    }

    @Test(arguments: [
        "# Post-mortem", "## postmortem", "# POST MORTEM: a pool", "# Incident post-mortem",
        "# Post‑mortem – a pool", "# Postmortem.",
        "Post-mortem\n===", "Post-mortem\n---",
    ])
    func headingBeginsTheAccount(heading: String) throws {
        #expect(try account("a", heading: heading)?.introduction.text == "a")
    }

    @Test(arguments: [
        "### Post-mortem", "# The post-mortem", "# Postmortems", "# Posted", "# Post", "Post-mortem",
    ])
    func otherHeadingsDoNot(heading: String) throws { #expect(try account("a", heading: heading) == nil) }

    @Test func linesUnderTheHeadingAreRead() throws {
        let account = try #require(
            try account(
                "Published: 2026-01-04\n**Scheduled:** 2026-01-03 10:00 UTC\nVisibility: INTERNAL\nSo it was."
            )
        )
        #expect(account.publishedOn == Day(year: 2026, month: 1, day: 4))
        #expect(account.scheduledAt?.description == "2026-01-03T10:00:00Z")
        #expect(account.visibility == .internal)
        #expect(account.introduction.text == "So it was.")
    }

    @Test(arguments: [
        ("Published: 2026-02-30", "11:12 error invalid-time"),
        ("Scheduled: 10:00", "11:12 error time-needs-date"),
        ("Visibility: secret", "11:13 error invalid-value"),
    ])
    func mistakeInThemIsTold(line: String, expected: String) {
        #expect(site.toldOfBody("[RESOLVED 17:00] x\n\n# Post-mortem\n\n\(line)") == [expected])
    }

    @Test(arguments: [
        "We lost it.\nVisibility: internal\nSo it was.", "Published: 2026-01-04\n\nVisibility: internal",
        "We lost it.\n\n- a list\n\nVisibility: internal\n\n## Impact\n\nx",
    ])
    func visibilityCountsWhereverItStandsBeforeTheSections(text: String) throws {
        let account = try #require(try account(text))
        #expect(account.visibility == .internal)
        #expect(!account.introduction.text.contains("Visibility"))
    }

    @Test func otherLinesBehindTextAreText() throws {
        let account = try #require(try account("We lost it.\nScheduled: jobs had run."))
        #expect(account.introduction.text.contains("Scheduled: jobs had run."))
    }

    @Test func sectionsAreKnownByTheirHeadings() throws {
        let text = [
            "Summary", "Timeline:", "ROOT CAUSE", "Impact", "Resolution", "Prevention", "Action items",
            "Lessons learned",
            "What went well", "What could be improved", "Thanks",
        ].map { "## \($0)\n\nx\n\n### Deeper\n" }.joined(separator: "\n")
        let kinds = try account(text)?.sections.map(\.kind)
        #expect(kinds == PostMortem.Kind.allCases)
        #expect(try account(text)?.sections.map(\.prose.text) == Array(repeating: "x\n\nDeeper", count: 11))
    }

    @Test(arguments: [
        ("- 17:10 UTC: It began", "17:10 UTC", "It began"), ("- 17:10 - It began", "17:10", "It began"),
        ("- 17:10: It began", "17:10", "It began"), ("* 17:10:30 – It *began*", "17:10:30", "It began"),
        ("- 2026-01-02 17:10 UTC: It began", "2026-01-02 17:10 UTC", "It began"),
        ("1. 17:10 +01:00: It began", "17:10 +01:00", "It began"),
    ])
    func timelineIsReadAsTimeAndText(line: String, time: String, text: String) throws {
        let section = try #require(try account("## Timeline\n\n\(line)\n")?.sections.first)
        #expect(section.timeline.map(\.time) == [time])
        #expect(section.timeline.map(\.prose.text) == [text])
        #expect(section.prose.isEmpty)
    }

    @Test func otherItemsOfATimelineStayText() throws {
        let section = try #require(try account("## Timeline\n\n- 17:10 It began\n- then\n")?.sections.first)
        #expect(section.timeline.isEmpty)
        #expect(section.prose.text == "- 17:10 It began\n- then")
    }

    @Test func factsOfTheImpactJoinTheRecord() throws {
        let incident = try site.incident(
            "[RESOLVED 17:00] x\n\n# Post-mortem\n\n## Impact\n\n- Users affected: ~500\n- bad\n"
        )
        #expect(incident.record.impact == [Record.Detail(label: "Users affected", text: "~500")])
    }

    @Test func factsOfAnInternalAccountDoNot() throws {
        let incident = try site.incident(
            "[RESOLVED 17:00] x\n\n# Post-mortem\nVisibility: internal\n\n## Impact\n\n- Revenue: 1\n"
        )
        #expect(incident.record.impact.isEmpty)
    }
}
