import Diagnostics
import StatusModel
import Testing

@testable import Records

/// What follows the post-mortem's heading. Bodies begin on line 7.
@Suite struct PostMortemTests {
    let site: SampleSite

    init() throws { site = try SampleSite() }

    private func postMortem(_ text: String, heading: String = "# Post-mortem") throws -> PostMortem? {
        try site.incident("[RESOLVED 17:00] x\n\n\(heading)\n\n\(text)\n").postMortem
    }

    @Test(arguments: [
        "# Post-mortem", "## postmortem", "# POST MORTEM: a pool", "# Incident post-mortem",
        "# Post‑mortem – a pool", "# Postmortem.",
        "Post-mortem\n===", "Post-mortem\n---",
        "# RCA", "## root cause analysis:", "# RETROSPECTIVE", "# Incident review", "RCA\n---",
    ])
    func headingBeginsThePostMortem(heading: String) throws {
        #expect(try postMortem("a", heading: heading)?.introduction.text == "a")
    }

    @Test(arguments: [
        "### Post-mortem", "# The post-mortem", "# Postmortems", "# Posted", "# Post", "Post-mortem",
        "#### RCA",
        "# RCA of the pool", "# Retrospectives", "# Review",
    ])
    func otherHeadingsDoNot(heading: String) throws { #expect(try postMortem("a", heading: heading) == nil) }

    @Test func linesUnderTheHeadingAreRead() throws {
        let postMortem = try #require(
            try postMortem(
                "Published: 2026-01-04\n**Scheduled:** 2026-01-03 10:00 UTC\nVisibility: INTERNAL\nSo it was."
            )
        )
        #expect(postMortem.publishedOn == Day(year: 2026, month: 1, day: 4))
        #expect(postMortem.scheduledAt?.description == "2026-01-03T10:00:00Z")
        #expect(postMortem.visibility == .internal)
        #expect(postMortem.introduction.text == "So it was.")
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
        "Published: 2026-01-04\n\nVisibility: internal",
        "**Visibility:** internal\n\n---\n\nPublished: 2026-01-04",
        "---\n\nVISIBILITY : Internal\nPublished: 2026-01-04\nWe lost it.",
    ])
    func linesCountUpToTheFirstOtherText(text: String) throws {
        let postMortem = try #require(try postMortem(text))
        #expect(postMortem.visibility == .internal && postMortem.publishedOn?.description == "2026-01-04")
        #expect(!postMortem.introduction.text.contains("isibility"))
    }

    /// The post-mortem's text begins on line 11.
    @Test(arguments: [
        ("We lost it.\nVisibility: internal\nSo it was.", 12), ("- a list\n\nVisibility: internal", 13),
        ("## Impact\n\n- Published: 2026-01-04", 13), ("- a\n  - Scheduled: 10:00", 12),
        ("> Visibility: public", 11),
        ("Lost.\n\nVisibility: internal\n---", 13), ("## Visibility: internal", 11),
        ("Lost.\n\n**Visibility:** `internal`.", 13), ("Lost.\n\nVisibility: interna", 13),
        // A slip of `Visibility`, whatever its value.
        ("Visibilty: internal", 11), ("Visibility internal", 11), ("Visibility - public", 11),
        ("- Visbility: dashboards were blind", 11), ("ivsibility: internal", 11),
        ("Escalated: the CTO", 11), ("Lost.\n\n- **Escalated to:** the CTO", 13), ("Esclated: the CTO", 11),
        ("## Timeline\n\n- 17:10 UTC: Escalated: the CTO", 13),
        ("## Impact\n\n- Revenue: 5 (interal)", 13),
    ])
    func lineThatIsNotReadWhereItStandsIsAnError(text: String, line: Int) {
        let told = site.toldOfBody("[RESOLVED 17:00] x\n\n# Post-mortem\n\n\(text)\n")
        #expect(
            told.filter { $0.contains(" error ") } == ["\(line):1 error misplaced-line"]
                || told.filter { $0.contains(" error ") } == ["\(line):3 error misplaced-line"],
            "\(told)"
        )
    }

    @Test(arguments: [
        "We lost it.\n\n- Visibility: dashboards were blind", "- Published: the day after",
        "- Scheduled: jobs had run",
        "**Severity:** P1\nRoot cause: a pool", "- Visible: internal pages alone", "Viability: low",
        "```\nVisibility: internal\n```", "Next update: 17:00", "- 17:10 UTC: Escalated to the CTO",
        "The pool (interval) was short", "\\Visibility: internal", "- **\\Escalated:** Ada",
        "Lost.\n\\Published: 2026-01-04",
    ])
    func otherWordsAreText(text: String) {
        let told = site.toldOfBody("[RESOLVED 17:00] x\n\n# Post-mortem\nPublished: 2026-01-04\n\n\(text)\n")
        #expect(told == [])
    }

    @Test func backslashOfATextIsNotShown() throws {
        let text = "Published: 2026-01-04\n\\Visibility: internal\n\n**\\Escalated:** Ada and \\b"
        #expect(try postMortem(text)?.introduction.text == "Visibility: internal\n\nEscalated: Ada and \\b")
    }

    @Test func lineThatStandsTwiceIsAnError() {
        let body = "[RESOLVED 17:00] x\n\n# Post-mortem\n\nVisibility: internal\nVisibility: public\n"
        #expect(site.toldOfBody(body) == ["12:13 error duplicate-trailer"])
    }

    @Test(arguments: [
        "### Post-mortem", "###### RCA", "# RCA of the pool", "**Post-mortem**",
        "**Incident review**\nIt was so.",
    ])
    func lineThatIsCalledAPostMortemAndIsNoneIsAWarning(heading: String) {
        #expect(
            site.toldOfBody("[RESOLVED 17:00] x\n\n\(heading)\n\na") == ["9:1 warning post-mortem-heading"]
        )
    }

    @Test func headingInTheSitesLanguageBeginsThePostMortem() throws {
        let names = ["Análisis post mortem", "Retrospectiva"]
        let spanish = try SampleSite().speaking(names)
        func postMortem(_ heading: String) throws -> PostMortem? {
            try spanish.incident("[RESOLVED 17:00] x\n\n\(heading)\n\na\n").postMortem
        }
        #expect(try postMortem("# ANÁLISIS POST MORTEM: la base de datos") != nil)
        #expect(
            try postMortem("## Retrospectiva") != nil && postMortem("# Post-mortem") != nil
                && postMortem("# RCA") != nil
        )
        #expect(try postMortem("# Retrospectiva de julio") == nil)
        #expect(try site.incident("[RESOLVED 17:00] x\n\n# Retrospectiva\n").postMortem == nil)
    }

    @Test func draftIsToldOfAndHowToPublishIt() throws {
        let site = site.checking(PostMortemIsNoDraft.self)
        let body = "[RESOLVED 17:00] x\n\n# Post-mortem\n\na\n"
        let found = site.read(SampleSite.record(body)).diagnostics
        #expect(found.map(\.summary) == ["9:1 warning unpublished-post-mortem"])
        #expect(found.first?.hint == "to publish it, add `Published: 2026-04-01` under its heading")
        #expect(site.toldOfBody(body.replacing("\n\na", with: "\nVisibility: internal\n\na")) == [])
        #expect(site.toldOfBody(body.replacing("\n\na", with: "\nPublished: 2026-05-01\n\na")) == [])
    }

    @Test func otherLinesBehindTextAreText() throws {
        let postMortem = try #require(try postMortem("We lost it.\nScheduled: jobs had run."))
        #expect(postMortem.introduction.text.contains("Scheduled: jobs had run."))
    }

    @Test func sectionsAreKnownByTheirHeadings() throws {
        let text = [
            "Summary", "Timeline:", "ROOT CAUSE", "Impact", "Resolution", "Prevention", "Action items",
            "Lessons learned",
            "What went well", "What could be improved", "Thanks",
        ].map { "## \($0)\n\nx\n\n### Deeper\n" }.joined(separator: "\n")
        let kinds = try postMortem(text)?.sections.map(\.kind)
        #expect(kinds == PostMortem.Kind.allCases)
        #expect(
            try postMortem(text)?.sections.map(\.prose.text) == Array(repeating: "x\n\nDeeper", count: 11))
    }

    @Test(arguments: [
        ("- 17:10 UTC: It began", "17:10 UTC", "It began"), ("- 17:10 - It began", "17:10", "It began"),
        ("- 17:10: It began", "17:10", "It began"), ("* 17:10:30 – It *began*", "17:10:30", "It began"),
        ("- 2026-01-02 17:10 UTC: It began", "2026-01-02 17:10 UTC", "It began"),
        ("1. 17:10 +01:00: It began", "17:10 +01:00", "It began"),
    ])
    func timelineIsReadAsTimeAndText(line: String, time: String, text: String) throws {
        let section = try #require(try postMortem("## Timeline\n\n\(line)\n")?.sections.first)
        #expect(section.timeline.map(\.time) == [time])
        #expect(section.timeline.map(\.prose.text) == [text])
        #expect(section.prose.isEmpty)
    }

    @Test func otherItemsOfATimelineStayText() throws {
        let section = try #require(
            try postMortem("## Timeline\n\n- 17:10 It began\n- then\n")?.sections.first)
        #expect(section.timeline.isEmpty)
        #expect(section.prose.text == "- 17:10 It began\n- then")
    }

    @Test func factsOfTheImpactJoinTheRecord() throws {
        let incident = try site.incident(
            "[RESOLVED 17:00] x\n\n# Post-mortem\n\n## Impact\n\n- Users affected: ~500\n- bad\n"
        )
        #expect(incident.impact.isEmpty)
        #expect(incident.knownImpact == [Record.Detail(label: "Users affected", text: "~500")])
    }

    @Test func whatTheFrontMatterSaysOfTheImpactComesFirst() throws {
        let record = SampleSite.record(
            "[RESOLVED 17:00] x\n\n# Post-mortem\n\n## Impact\n\n- Users affected: 9\n- B: 1\n"
        )
        .replacing("started:", with: "impact: {users_affected: 5}\nstarted:")
        guard let incident = site.read(record).record else {
            throw SampleSite.Unreadable(told: [])
        }
        #expect(incident.knownImpact.map(\.text) == ["5", "1"])
    }
}
