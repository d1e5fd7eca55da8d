import StatusModel
import Testing

@testable import Records

/// The last lines of an update are read, not shown. Bodies begin on line 7.
@Suite struct TrailerTests {
    let site: SampleSite

    init() throws { site = try SampleSite() }

    @Test(arguments: [
        "Updated: 17:05", "updated : 17:05", "**Updated:** 17:05", "__Updated__: 17:05", "UPDATED: 17:05  ",
    ])
    func timeIsReadHoweverItIsWritten(line: String) throws {
        let incident = try site.incident("[INVESTIGATING] Slow.\n\(line)")
        #expect(incident.record.updates.map(\.at.description) == ["2026-01-02T17:05:00Z"])
        #expect(incident.record.updates.map(\.prose.text) == ["Slow."])
    }

    @Test func orderAndBlankLinesDoNotMatter() throws {
        let update = try #require(
            try site.incident(
                "[MONITORING]\n\nBetter.\n\nFix: more\n\nNext update: 15m\n\nUpdated: 17:05\nETA: 1h\n"
            ).record
                .updates.first
        )
        #expect(update.prose.text == "Better.")
        #expect(update.fix == "more")
        #expect(update.nextUpdateAt?.description == "2026-01-02T17:20:00Z")
        #expect(update.estimate == update.nextUpdateAt.map { .at($0 + 2_700) })
    }

    @Test func trailerInTheMiddleIsText() throws {
        let update = try #require(
            try site.incident("[MONITORING 17:05] A.\n\nFix: x\n\nB.").record.updates.first
        )
        #expect(update.prose.text == "A.\n\nFix: x\n\nB.")
        #expect(update.fix == nil)
    }

    @Test func estimateMayBeWords() throws {
        #expect(
            try site.incident("[MONITORING 17:05] A.\nETA: this evening").record.updates[0].estimate
                == .words("this evening")
        )
        #expect(site.toldOfBody("[MONITORING 17:05] A.\nETA: 25:00") == ["8:6 error invalid-time"])
    }

    @Test func escalationMayStandSeveralTimes() throws {
        let update = try site.incident("[MONITORING 17:05] A.\nEscalated: CTO, Ada\nEscalated: CEO").record
            .updates[0]
        #expect(update.escalatedTo == ["CTO", "Ada", "CEO"])
    }

    @Test(arguments: [
        ("Next update: soonish", "8:14 error invalid-time"), ("Next update:", "8:13 error empty-value"),
        ("Severity: SEV-77", "8:11 error unknown-severity"),
        ("Components: web", "8:13 error invalid-trailer"),
        ("Components: wbe operational", "8:13 error unknown-component"),
        ("Until: 18:00", "8:8 error invalid-trailer"),
        ("Components: story-api major, web brokn", "8:30 error unknown-status"),
        ("**Severity:** SEV-77", "8:15 error unknown-severity"),
        ("Udpated: 17:05", "8:1 warning unknown-trailer"),
        ("Fix: a\nFix: b", "8:6 error duplicate-trailer"), ("Updated: 17:05", "8:10 error duplicate-trailer"),
        ("Next update: 2026-01-02 16:30", "8:14 error time-before-start"),
        ("Components: web operational since 15:00", "8:13 error time-before-start"),
    ])
    func mistakeIsToldAtTheValue(line: String, expected: String) {
        #expect(site.toldOfBody("[IDENTIFIED 17:05] A.\n\(line)") == [expected])
    }

    @Test func trailerBehindAListOrQuoteCountsWithAWarning() throws {
        for (block, column) in [("- a\n- b", 6), ("> a", 6), ("1. a\n\n   b", 6)] {
            let body = "[IDENTIFIED 17:05] A.\n\n\(block)\nFix: x"
            let line = 7 + 3 + block.split(separator: "\n", omittingEmptySubsequences: false).count - 1
            #expect(site.toldOfBody(body) == ["\(line):\(column) warning swallowed-trailer"])
            #expect(try site.incident(body).record.updates[0].fix == "x")
        }
    }

    @Test func updateWithoutATimeHasItsOtherMistakesTold() {
        let body =
            "[IDENTIFIED] A.\nComponents: wbe operational since 17:00\nNext update: 15m\nSeverity: SEV-77"
        #expect(
            site.toldOfBody(body) == [
                "7:1 error missing-time", "8:13 error unknown-component", "10:11 error unknown-severity",
            ]
        )
    }

    @Test func timeThatCannotBeToldMakesNoFurtherMistakes() {
        let wrongStart =
            "---\ntitle: x\nseverity: SEV-2\ncomponents: {web: partial}\nstarted: 2026-02-30T10:00Z\n---\n[IDENTIFIED 10:05] A.\n\n[RESOLVED 10:30] B.\nComponents: web operational since 10:20\n"
        #expect(site.told(wrongStart) == ["5:10 error invalid-time"])
        #expect(
            site.toldOfBody("[IDENTIFIED 25:00] A.\n\n[MONITORING 09:00] B.") == ["7:13 error invalid-time"]
        )
    }

    @Test func setextHeadingOfATrailerIsAParagraph() throws {
        let body = "[MONITORING] A.\n\nUpdated: 17:05\n---\n\nB."
        #expect(site.toldOfBody(body).contains("9:1 warning setext-heading"))
        #expect(
            site.toldOfBody("[MONITORING 17:05] A.\n---\n\n[RESOLVED] B.\nUpdated: 17:30\n===") == [
                "7:1 warning setext-heading", "10:1 warning setext-heading",
            ]
        )
    }
}
