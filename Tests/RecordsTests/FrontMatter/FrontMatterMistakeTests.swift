import Testing

@testable import Records

/// Every key of a record, wrong, each told at its line and column. The key under test stands on line 2.
@Suite struct FrontMatterMistakeTests {
    let site: SampleSite

    init() throws { site = try SampleSite().checking(TimesLieAfterStart.self, TimesLieInThePast.self) }

    @Test(arguments: [
        ("detected: 2026-01-02", "2:11 error date-without-time"),
        ("acknowledged: 17:00", "2:15 error time-needs-date"),
        ("ended: never", "2:8 error invalid-time"),
        ("detected: 2026-01-02T15:00Z", "2:11 error time-before-start"),
        ("acknowledged: 2026-01-02T15:00Z", "2:15 error time-before-start"),
        ("ended: 2026-01-02T15:00Z", "2:8 error time-before-start"),
        ("detected: 2027-01-02T15:00Z", "2:11 warning time-in-future"),
        ("visibility: secret", "2:13 error invalid-value"),
        ("draft: maybe", "2:8 error invalid-value"), ("impact: [a]", "2:9 error wrong-type"),
        ("impact: {users: }", "2:10 error empty-value"),
        ("internal: lead", "2:11 error wrong-type"), ("ticket: [a]", "2:9 error wrong-type"),
        ("ticket: #12", "2:1 error empty-value"),
        ("tags: {a: b}", "2:7 error wrong-type"), ("tags: [a, \"\"]", "2:11 error empty-value"),
        ("links: [ftp://x]", "2:9 error unsafe-link"), ("links: \"javascript:x\"", "2:8 error unsafe-link"),
        ("related: [nowhere]", "2:11 error unknown-record"), ("aliases: {a: b}", "2:10 error wrong-type"),
        ("tiket: x", "2:1 warning unknown-key"), ("[a]: x", "2:1 error wrong-type"),
        ("ticket: ~", "2:1 error empty-value"),
        ("notice: x", "2:9 error wrong-type"), ("maintenance:", "2:1 error empty-value"),
    ])
    func keyIsToldAtItsColumn(line: String, expected: String) {
        let told = site.toldOfKeys(line)
        #expect(told.first == expected, "\(told)")
    }

    @Test(arguments: [
        ("components: [web, wbe]", ["5:19 error unknown-component"]),
        ("components: {web: brokn}", ["5:19 error unknown-status"]),
        ("components: {web: }", ["5:14 error missing-status"]),
        ("components: wbe", ["5:13 error unknown-component"]),
        ("components:\n  - web: brokn", ["6:10 error unknown-status"]),
        ("components: {web: [a]}", ["5:19 error wrong-type"]),
        ("severty: SEV-1", ["5:1 warning unknown-key"]),
    ])
    func componentsAreToldAtTheirColumns(line: String, expected: [String]) {
        let told = site.told(
            "---\ntitle: x\nseverity: SEV-2\nstarted: 2026-01-02T16:00Z\n\(line)\nended: 2026-01-02T17:00Z\n---\n"
        )
        #expect(told == expected)
    }

    @Test func neededKeysAreAskedFor() {
        #expect(
            site.told("---\ntags: [x]\n---\n") == [
                "2:1 error missing-key", "2:1 error missing-key", "2:1 error missing-key",
            ]
        )
        #expect(
            site.told("---\ntitle: x\nseverity: SEV-9\nstarted: 2026-01-02T16:00Z\n---\n").contains(
                "3:11 error unknown-severity"
            )
        )
    }

    @Test(arguments: [
        ("maintenance: {from: 2026-01-02T10:00Z}", ["3:14 error missing-key"]),
        ("maintenance: {from: soon, until: later}", ["3:21 error invalid-time", "3:34 error invalid-time"]),
        (
            "maintenance: {from: 2026-01-02T10:00Z, until: 2026-01-02T09:00Z}",
            ["3:47 error time-before-start"]
        ),
        (
            "maintenance: {from: 2026-01-02T10:00Z, to: x, until: 2026-01-02T12:00Z}",
            ["3:40 warning unknown-key"]
        ),
        ("notice: {until: 2026-01-02T10:00Z}", ["3:9 error missing-key"]),
        ("notice: 2026", ["3:9 error wrong-type"]),
        (
            "maintenance: {from: 2026-01-02T10:00Z, until: 2026-01-02T12:00Z}\nnotice: {from: 2026-01-02T10:00Z}",
            ["4:1 error misplaced-key"]
        ),
    ])
    func windowIsToldAtItsColumn(line: String, expected: [String]) {
        #expect(site.told("---\ntitle: x\n\(line)\n---\n") == expected)
    }

    @Test func otherKeysAreReadWhereTheKindIsWrong() {
        let told = site.told(
            "---\ntitle: x\nmaintenance: {from: soon}\ncomponents: [wbe]\ntikcet: a\n---\n\n[SCHEDULED 10:00 UTC] a\nComponents: wbe operational\n"
        )
        #expect(
            told == [
                "3:14 error missing-key", "3:21 error invalid-time", "4:14 error unknown-component",
                "5:1 warning unknown-key", "9:13 error unknown-component",
            ]
        )
    }

    @Test func keysOfOtherKindsAreRefused() {
        let maintenance =
            "---\ntitle: x\nmaintenance: {from: 2026-05-02T10:00Z, until: 2026-05-02T12:00Z}\nseverity: SEV-1\nstarted: 2026-05-02T10:00Z\n---\n"
        #expect(site.told(maintenance) == ["4:1 error misplaced-key", "5:1 error misplaced-key"])
        let notice =
            "---\ntitle: x\nnotice: {from: 2026-01-02T10:00Z}\ncomponents: {web: partial}\nimpact: x\n---\n"
        #expect(site.told(notice) == ["4:1 error misplaced-key", "5:1 error misplaced-key"])
    }
}
