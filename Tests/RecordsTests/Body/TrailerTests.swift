import Diagnostics
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
        #expect(incident.updates.map(\.at.description) == ["2026-01-02T17:05:00Z"])
        #expect(incident.updates.map(\.prose.text) == ["Slow."])
    }

    @Test func orderAndBlankLinesDoNotMatter() throws {
        let update = try #require(
            try site.incident(
                "[MONITORING]\n\nBetter.\n\nFix: more\n\nNext update: 15m\n\nUpdated: 17:05\nETA: 1h\n"
            )
            .updates.first
        )
        #expect(update.prose.text == "Better.")
        #expect(update.fix == "more")
        #expect(update.nextUpdateAt?.description == "2026-01-02T17:20:00Z")
        #expect(update.estimate == update.nextUpdateAt.map { .at($0 + 2_700) })
    }

    @Test func trailerCountsWhereverItsParagraphStands() throws {
        let update = try #require(
            try site.incident("[MONITORING 17:05] A.\n\nFix: x\n\nB.\n\n```\nRoot cause: z\n```")
                .updates.first
        )
        #expect(update.prose.text == "A.\n\nB.\n\nRoot cause: z")
        #expect(update.fix == "x")
        #expect(update.rootCause == nil)
    }

    @Test func trailerMayFollowTheBracket() throws {
        let body =
            "[MONITORING 17:05] Fix: x\n\nB.\n\n## [RESOLVED] **Root cause:** y\n\nC.\n\nUpdated: 17:10"
        let updates = try site.incident(body).updates
        #expect(updates.map(\.fix) == ["x", nil])
        #expect(updates.map(\.rootCause) == [nil, "y"])
        #expect(updates.map(\.prose.text) == ["B.", "C."])
    }

    @Test(arguments: [
        ("Fix: a\nmore of it", "9:1 error text-after-trailer"),
        ("Fix: a\nThanks.\nReally.", "9:1 error text-after-trailer"),
        ("text\nComponents: web operational\nThanks.", "10:1 error text-after-trailer"),
    ])
    func textRightBehindATrailerIsAnError(lines: String, expected: String) {
        #expect(site.toldOfBody("[IDENTIFIED 17:05] A.\n\(lines)") == [expected])
        #expect(
            site.toldOfBody("[RESOLVED 17:05] Root cause: a\nb.") == ["8:1 error text-after-trailer"]
        )
    }

    @Test func escapedTrailerIsText() throws {
        let body =
            "[MONITORING 17:05] A.\n\\Fix: x\n\n- \\Escalated: y\n\n[RESOLVED 17:10] \\Fix: z\n\n`Escalated: CTO`"
        #expect(site.toldOfBody(body).isEmpty)
        let updates = try site.incident(body).updates
        #expect(updates.map(\.prose.text) == ["A. Fix: x\n\n- Escalated: y", "Fix: z\n\nEscalated: CTO"])
        #expect(updates.map(\.fix) == [nil, nil])
        #expect(updates.map(\.escalatedTo) == [[], []])
    }

    @Test(arguments: ["Escalated", "Severity", "Components", "Updated", "Next update", "Until"])
    func quoteNeverActs(name: String) throws {
        for mark in ["> ", "- ", "1. ", "> - ", "## ", "- [ ] ", "> a\n> "] {
            let body = "[IDENTIFIED 17:05] A.\n\n\(mark)\(name): x"
            let column = mark.replacing("[ ] ", with: "").split(separator: "\n").last.map(\.utf8.count) ?? 0
            let told = site.toldOfBody(body)
            #expect(
                told == ["\(mark.contains("\n") ? 10 : 9):\(column + 1) error misplaced-trailer"],
                "\(body)"
            )
        }
    }

    @Test func quotedFixIsText() throws {
        let update = try site.incident("[IDENTIFIED 17:05] A.\n\n> Fix: x\n\n- Root cause: y\n\n### Fix: z")
            .updates[0]
        #expect(update.fix == nil)
        #expect(update.rootCause == nil)
        #expect(update.prose.text == "A.\n\nFix: x\n\n- Root cause: y\n\nFix: z")
    }

    @Test(arguments: [
        ("Componets: web operational", "8:1 error unknown-trailer"),
        ("Component: web operational", "8:1 error unknown-trailer"),
        ("Component: web", "8:1 warning unknown-trailer"),
        ("Nxet update: 17:30", "8:1 error unknown-trailer"),
        ("Nxet update: soon", "8:1 warning unknown-trailer"),
        ("Udpated: 17:06", "8:1 error unknown-trailer"), ("Severty: SEV-1", "8:1 error unknown-trailer"),
        ("Severty: huge", "8:1 warning unknown-trailer"), ("Root causes: DNS", "8:1 error unknown-trailer"),
        ("Escalatd: x", "8:1 error unknown-trailer"), ("Escalation: x", "8:1 error unknown-trailer"),
        ("**Esclated to**: x", "8:3 error unknown-trailer"), ("Visibilty: x", "8:1 error unknown-trailer"),
        ("- Esclated: x", "8:3 error unknown-trailer"),
        ("> Visibilty: internal", "8:3 error unknown-trailer"),
        ("Unitl: 17:00", "8:1 error unknown-trailer"),
        ("Visibility: internal", "8:1 error misplaced-trailer"),
        ("- Visibility: public", "8:3 error misplaced-trailer"),
        ("Update: 17:06", "8:1 error unmarked-update"), ("Update 22:23: x", "8:1 error unmarked-update"),
    ])
    func slipOfANameIsTold(line: String, expected: String) {
        #expect(site.toldOfBody("[IDENTIFIED 17:05] A.\n\(line)") == [expected])
    }

    @Test(arguments: [
        "Fixed: x", "Data: 17:00", "Date: 17:00", "Beta: x", "Note: x", "Security: SEV-1", "Updates: 17:00",
        "ETL: late", "Fit: x", "Unit: 17:00", "Visibility: dashboards were blind", "Mix: x", "Impact: x",
        "From: 17:00", "- Componets: web operational", "> Fixx: y", "https://example.com", "Summary: x",
    ])
    func otherNamesAreText(line: String) throws {
        let update = try site.incident("[IDENTIFIED 17:05] A.\n\n\(line)").updates[0]
        #expect(site.toldOfBody("[IDENTIFIED 17:05] A.\n\n\(line)").isEmpty)
        #expect(update.prose.text.hasPrefix("A.\n\n"))
    }

    @Test func escalationIsReadWithItsTo() throws {
        let update = try site.incident("[MONITORING 17:05] A.\nEscalated to: CTO\n**Escalated：** CEO")
            .updates[0]
        #expect(update.escalatedTo == ["CTO", "CEO"])
        #expect(update.prose.text == "A.")
    }

    @Test func trailerBeforeTheFirstUpdateIsTold() {
        let told = site.toldOfBody("Fix: a\nEscalated: CTO\n\n- b\nSeverity: SEV-1\n\n[IDENTIFIED 17:05] A.")
        #expect(
            told == [
                "7:1 warning misplaced-trailer", "8:1 error misplaced-trailer",
                "11:1 warning misplaced-trailer",
            ]
        )
    }

    @Test func estimateMayBeWords() throws {
        #expect(
            try site.incident("[MONITORING 17:05] A.\nETA: this evening").updates[0].estimate
                == .words("this evening")
        )
        #expect(site.toldOfBody("[MONITORING 17:05] A.\nETA: 25:00") == ["8:6 error invalid-time"])
    }

    @Test func escalationMayStandSeveralTimes() throws {
        let update = try site.incident("[MONITORING 17:05] A.\nEscalated: CTO, Ada\nEscalated: CEO")
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
        ("Fix: a\nFix: b", "8:6 error duplicate-trailer"), ("Updated: 17:05", "8:10 error duplicate-trailer"),
        ("Next update: 2026-01-02 16:30", "8:14 error time-before-start"),
        ("Components: web operational since 15:00", "8:13 error time-before-start"),
    ])
    func mistakeIsToldAtTheValue(line: String, expected: String) {
        #expect(site.toldOfBody("[IDENTIFIED 17:05] A.\n\(line)") == [expected])
    }

    @Test func trailerBehindAListOrQuoteCountsWithAWarning() throws {
        for (block, column) in [("- a\n- b", 6), ("> a", 6), ("1. a\n\n   b", 6), ("> - a\n>\n>   b", 6)] {
            let body = "[IDENTIFIED 17:05] A.\n\n\(block)\nFix: x"
            let line = 7 + 3 + block.split(separator: "\n", omittingEmptySubsequences: false).count - 1
            #expect(site.toldOfBody(body) == ["\(line):\(column) warning swallowed-trailer"])
            #expect(try site.incident(body).updates[0].fix == "x")
        }
    }

    @Test func caretStandsUnderTheLineThatActs() {
        let body =
            "[IDENTIFIED 17:05] A.\n\n`code\nover` lines\nComponents: wbe major\n\n> Fix: x\n\n[note]: https://a.example\nB.\nSeverity: SEV-9"
        #expect(site.toldOfBody(body) == ["11:13 error unknown-component", "17:11 error unknown-severity"])
    }

    /// The value begins in column 13. The escape stands in front of the mistake, behind it or within.
    @Test(arguments: [
        ("story\\-api major, web brokn", "8:31+9"), ("story&#45;api major, web brokn", "8:34+9"),
        ("web brokn, story\\-api major", "8:13+9"),
        // The words that are read do not stand in the file: all of the value is meant.
        ("story-api major, web brok\\-n", "8:13+28"),
        // Nor are they looked for again and again on a line of a thousand bytes.
        (
            "story\\-api major, " + String(repeating: "web operational, ", count: 60) + "web brokn",
            "8:13+1047"
        ),
    ])
    func escapeMovesNoMistakeBesideIt(value: String, expected: String) {
        let record = SampleSite.record("[IDENTIFIED 17:05] A.\nComponents: \(value)")
        let told = site.read(record).diagnostics.inOrder
        #expect(told.map(\.id.rawValue) == ["unknown-status"])
        #expect(
            told.map { "\($0.location.line):\($0.location.column)+\($0.location.length)" } == [expected])
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

    /// A duration counts from its update: where that bears no time, nothing more is told than that.
    @Test(arguments: [
        ("[IN PROGRESS] a\nUntil: 2h", ["5:1 error missing-time"]),
        (
            "[IN PROGRESS] a\nUntil: 2026-03-31 09:30",
            ["5:1 error missing-time", "6:8 error time-before-start"]
        ),
        ("[SCHEDULED 2026-03-31 07:00] a\nUntil: 2h", ["6:8 error time-before-start"]),
    ])
    func maintenanceEndsTooEarlyOnlyWhereItsEndIsKnown(body: String, expected: [String]) {
        let window = "---\ntitle: x\nmaintenance: {from: 2026-03-31T10:00Z, until: 2026-03-31T12:00Z}\n---\n"
        #expect(site.told(window + body) == expected)
    }

    /// Worked out by hand: the window of 10:00 to 12:00 is moved, whole or in part.
    @Test(arguments: [
        ("From: 2026-03-31 08:00", nil), ("From: 2026-03-31 11:59", nil),
        ("From: 2026-04-01 10:00\nUntil: 2026-04-01 12:00", nil),
        ("Until: 2026-03-31 09:30\nFrom: 2026-03-31 08:00", nil),
        ("From: 2026-03-31 12:00", "6:7 error time-before-start"),
        ("From: 2026-03-31 13:00\nUntil: 2026-03-31 12:30", "7:8 error time-before-start"),
        ("From: 2026-03-31", "6:7 error date-without-time"), ("Form: 2026-03-31 08:00", nil),
        ("Frmo: 2026-03-31 08:00", "6:1 error unknown-trailer"),
    ])
    func maintenanceIsMoved(trailers: String, expected: String?) {
        let window = "---\ntitle: x\nmaintenance: {from: 2026-03-31T10:00Z, until: 2026-03-31T12:00Z}\n---\n"
        let told = site.told(window + "[SCHEDULED 2026-03-30 07:00] a\n" + trailers)
        #expect(told == [expected].compactMap { $0 }, "\(trailers)")
    }

    @Test func laterMoveIsJudgedByTheOneBefore() {
        let window = "---\ntitle: x\nmaintenance: {from: 2026-03-31T10:00Z, until: 2026-03-31T12:00Z}\n---\n"
        let moved =
            window
            + "[SCHEDULED 2026-03-30 07:00] a\nUntil: 2026-03-31 16:00\n\n[UPDATE 2026-03-30 08:00] b\n"
        #expect(site.told(moved + "From: 2026-03-31 15:00").isEmpty)
        #expect(site.told(moved + "From: 2026-03-31 16:00") == ["9:7 error time-before-start"])
    }

    /// Mails are pasted into incidents.
    @Test func mailInAnIncidentIsText() throws {
        let update = try site.incident(
            "[IDENTIFIED 17:05] They write:\nFrom: 18:00 on\nSubject: it works\n\n\\From: b"
        )
        .updates[0]
        #expect(update.prose.text == "They write: From: 18:00 on Subject: it works\n\nFrom: b")
        #expect(update.from == nil)
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
