import Diagnostics
import StatusModel
import Testing

@testable import Records

/// What looks like an update and is none is told, with the line to write. Bodies begin on line 7.
@Suite struct LookalikeTests {
    let site: SampleSite

    init() throws { site = try SampleSite() }

    @Test(
        arguments: [
            ("[RESOLVED 17:45 UTC All well.", "[RESOLVED 17:45 UTC] All well."),
            ("[RESOLVED All well. See [docs]", "[RESOLVED] All well. See [docs]"),
            ("(RESOLVED 17:45)", "[RESOLVED 17:45]"), ("(Resolved): done", "[RESOLVED] done"),
            ("{RESOLVED 17:45} done", "[RESOLVED 17:45] done"),
            ("［RESOLVED 17:45］ done", "[RESOLVED 17:45] done"),
            ("【解決済み】 done", "[RESOLVED] done"), ("（更新）done", "[UPDATE] done"),
            ("RESOLVED 17:45] done", "[RESOLVED 17:45] done"), ("RESOLVED] done", "[RESOLVED] done"),
            ("RESOLVED 17:45 UTC: done", "[RESOLVED 17:45 UTC] done"),
            ("Resolved (17:45 UTC) done", "[RESOLVED 17:45 UTC] done"), ("Resolved", "[RESOLVED]"),
            ("Resolved: done", "[RESOLVED] done"), ("resolved - done", "[RESOLVED] done"),
            ("Resolved – done", "[RESOLVED] done"), ("Resolved—done", "[RESOLVED] done"),
            ("In progress: work", "[IN PROGRESS] work"), ("MITIGATED 1:45 done", "[MITIGATED 1:45] done"),
            ("### Resolved 17:45", "[RESOLVED 17:45]"), ("# Update", "[UPDATE]"),
            ("Resolved\n---", "[RESOLVED]"), ("**Resolved** – done", "[RESOLVED] done"),
            ("**Resolved:** done", "[RESOLVED] done"), ("**[RESOLVED 17:45]** done", "[RESOLVED 17:45] done"),
            ("*Resolved 2026-01-02 17:45 UTC* done", "[RESOLVED 2026-01-02 17:45 UTC] done"),
            ("__RESOLVED__", "[RESOLVED]"), ("\u{A0}[RESOLVED] done", "[RESOLVED] done"),
            ("text\nResolved: done", "[RESOLVED] done"), ("> [RESOLVED 17:45] done", nil),
            ("- [RESOLVED 17:45] done", nil), ("- text\n[RESOLVED] done", nil),
            ("- **[RESOLVED 17:45]** done", "[RESOLVED 17:45] done"),
            ("RESOLVED Every parcel is found.", "[RESOLVED] Every parcel is found."),
            ("**IDENTIFIED** The index is stale.", "[IDENTIFIED] The index is stale."),
            ("**IDENTIFIED The index** is stale.", "[IDENTIFIED] The index is stale."),
            ("text\nUPDATE, still down", "[UPDATE] still down"), ("RESOLVED. Done", "[RESOLVED] Done"),
            ("### MONITORING the fix", "[MONITORING] the fix"),
        ] as [(String, String?)]
    )
    func updateInAnotherFormIsAnError(lines: String, toWrite: String?) throws {
        let found = site.read(SampleSite.record("[INVESTIGATING 17:05] a\n\n\(lines)")).diagnostics
        #expect(found.map(\.id) == [.unmarkedUpdate], "\(lines)")
        #expect(found.map(\.severity) == [.error])
        let hint = try #require(found.first?.hint)
        if let toWrite { #expect(hint.hasPrefix("write `\(toWrite)`"), "\(hint)") }
    }

    @Test(
        arguments: [
            ("[RESOVLED]", "RESOLVED"), ("[Resolvd 17:45]", "RESOLVED 17:45"), ("[IDENTIFED]", "IDENTIFIED"),
            ("[Updates]", "UPDATE"), ("[RESOLVED today]", "RESOLVED"),
            ("[Resolved at 17:45]", "RESOLVED 17:45"),
            ("[GELÖST]", "RESOLVED"), ("[Behoben 17:45]", "RESOLVED 17:45"),
            ("[Wird untersucht]", "INVESTIGATING"),
            ("[résolu]", "RESOLVED"), ("[En curso]", "IN PROGRESS"), ("[解決済み]", "RESOLVED"),
            ("[تم الحل]", "RESOLVED"),
            ("［RESOVLED］", "RESOLVED"), ("[FIXED]", nil), ("[ALL CLEAR]", nil), ("[DONE 17:45]", nil),
            ("[ГОТОВО]", nil),
        ] as [(String, String?)]
    )
    func otherWordInABracketIsAnError(bracket: String, toWrite: String?) throws {
        let found = site.read(SampleSite.record("[INVESTIGATING 17:05] a\n\n\(bracket) done")).diagnostics
        #expect(found.map(\.summary) == ["9:1 error unknown-phase"])
        let hint = try #require(found.first?.hint)
        #expect(
            hint.hasPrefix(toWrite.map { "write `[\($0)] done`" } ?? "the phases are `INVESTIGATING`"),
            "\(hint)"
        )
        #expect(hint.hasSuffix(" `\\\(bracket)` if it is meant as text"))
    }

    @Test(arguments: [
        "[Note] x", "[1]", "[x] done", "[ ] open", "[]", "[P1] x", "[OPS-12] x", "[NB] x", "[CVE] x",
        "[10:30 AM PDT] x", "\\[RESOLVED] x", "&#91;RESOLVED] x", "[AWS EC2] x", "[STORY-API] x", "[SEV-1] x",
        "[WEBSITE] x", "[stories] x", "[調査] x", "[Update from our provider](https://example.com) x",
        "[" + String(repeating: "A", count: 1_000) + "]", "(update 3) x", "(see below) x",
        "Resolved issues are listed.", "Updates: none", "Monitoring-Systeme fallen aus.",
        "Update 3 of 5 is here.",
        "Update. Then more.", "Identified the cause", "Monitored: all", "In progressive rock: x",
        "x Resolved: y",
        "\\RESOLVED: x", "**\\Resolved** – x", "- Resolved: x", "> Resolved 17:45: x", "- [RESOLVED] x",
        "RESOLVED's x", "RESOLVEDLY x", "UPDATE-Befehle x", "Resolved all is well", "\\RESOLVED all is well",
        "- RESOLVED all is well", "> RESOLVED all is well", "COMPLETED orders are lost",
        "IN PROGRESS orders are lost",
        "- (RESOLVED 17:45) x", "- Update", "> Monitoring", "| Resolved: |",
    ])
    func otherTextIsText(line: String) throws {
        let body = "[INVESTIGATING 17:05] a\n\n\(line)"
        #expect(site.toldOfBody(body).isEmpty)
        let text = try site.incident(body).updates.first?.prose.text ?? ""
        #expect(!text.contains("\\"))
    }

    @Test func whatStandsInCodeIsAWarning() {
        let body =
            "[INVESTIGATING 17:05] a\n\n```\n[RESOLVED 17:45] x\n```\n\n`[RESOLVED]` x\n\n    [UPDATE] y"
        #expect(
            site.toldOfBody(body) == [
                "10:1 warning phase-in-code", "13:2 warning phase-in-code", "15:5 warning phase-in-code",
            ]
        )
    }

    @Test func capitalsCountForPhasesOfTheRecordsKind() {
        let told = { (line: String) in
            let keys = "maintenance: {from: 2026-01-02T10:00Z, until: 2026-01-02T12:00Z}"
            return site.read("---\ntitle: x\n\(keys)\n---\n[SCHEDULED 2026-01-01 10:00] a\n\n\(line)\n")
                .diagnostics
        }
        #expect(told("IN PROGRESS Work has begun.").map(\.summary) == ["7:1 error unmarked-update"])
        #expect(
            told("IN PROGRESS Work has begun.").first?.hint?.hasPrefix(
                "write `[IN PROGRESS] Work has begun.`")
                == true)
        #expect(told("RESOLVED addresses are kept.").isEmpty)
        #expect(told("\\IN PROGRESS is what it is called.").isEmpty)
    }

    @Test(arguments: [
        ("[INVESTIGATING] a\nUpdated: 17:05\n\nRESOLVED b\nUpdated: 17:45", ["10:1 error unmarked-update"]),
        (
            "[INVESTIGATING 17:05] a\nNext update: 15m\n\n[IDENTIFED] b\nNext update: 30m",
            ["10:1 error unknown-phase"]
        ),
        (
            "[INVESTIGATING 17:05] a\nNext update: 15m\n\n[IDENTIFIED\nNext update: 30m",
            ["10:1 error unmarked-update"]
        ),
        (
            "[INVESTIGATING 17:05] a\nNext update: 15m\n\n[RESOLVED]: b\nNext update: 30m",
            ["10:1 error phase-as-link-definition"]
        ),
        ("[INVESTIGATING] a\n\nRESOLVED b\nUpdated: 17:45", ["9:1 error unmarked-update"]),
        ("[RESOLVED 17:05] a\n\nIDENTIFIED b\nComponents: web degraded", ["9:1 error unmarked-update"]),
        (
            "[INVESTIGATING 17:05] a\n\nIDENTIFIED b\nNext update: 15m\nNext update: 30m",
            ["9:1 error unmarked-update", "10:14 error duplicate-trailer"]
        ),
        (
            "[INVESTIGATING 17:05] a\n\nIDENTIFIED b\nComponents: wbe degraded",
            ["9:1 error unmarked-update", "10:13 error unknown-component"]
        ),
    ])
    func trailersBelowBelongToTheUpdateThatWasMeant(body: String, expected: [String]) {
        #expect(site.toldOfBody(body) == expected)
    }

    @Test func labelsOfTheSiteAreKnown() throws {
        let site = try SampleSite(
            status: SampleSite.status + "\nphases: {resolved: All clear, identified: Mitigating}\n"
        )
        let told = site.read(SampleSite.record("[MITIGATING 17:05] a\n\n[All clear 17:45] b")).diagnostics
        #expect(told.map(\.summary) == ["9:1 error unknown-phase"])
        #expect(told.first?.hint?.hasPrefix("write `[RESOLVED 17:45] b`") == true)
    }

    @Test func rulesEndAtThePostMortem() {
        let postMortem =
            "[RESOLVED 17:00] a\n\n# Post-mortem\nPublished: 2026-01-04\n\nResolved: x\n\n[FIXED]\n\n- [RESOLVED 17:45] b\n\n[RESOLVED] c\n\n(RESOLVED 17:45)\n"
        #expect(site.toldOfBody(postMortem).isEmpty)
        for line in ["[RESOLVED 17:45] c", "## [RESOLVED] 17:45", "[RESOLVED]: 17:45 UTC"] {
            let told = site.toldOfBody("[RESOLVED 17:00] a\n\n# Post-mortem\n\n\(line)").map {
                $0.split(separator: " ").last
            }
            #expect(told == ["update-after-post-mortem"])
        }
    }

    @Test func timeOfAnUpdateUnderTheWrongWordIsNamed() throws {
        let found = site.read(SampleSite.record("[INVESTIGATING] a\nUpdate: 17:05 UTC")).diagnostics
        let hint = try #require(found.first { $0.id == .unmarkedUpdate }?.hint)
        #expect(
            hint.hasPrefix(
                "write `[UPDATE 17:05 UTC]`, `Updated: 17:05 UTC` if it is the time of the update above, or"
            )
        )
    }

    @Test func longLineIsCutInItsHint() throws {
        let line = "Resolved: " + String(repeating: "word ", count: 400)
        let hint = try #require(
            site.read(SampleSite.record("[INVESTIGATING 17:05] a\n\n" + line)).diagnostics.first?.hint
        )
        #expect(hint.utf8.count < 250)
    }

    @Test func sameUpdateTwiceIsTold() {
        let site = site.checking(UpdatesAreNotRepeated.self)
        #expect(
            site.toldOfBody("[INVESTIGATING 17:05] a\n\n[INVESTIGATING 17:06] a\n\n[INVESTIGATING 17:09] a")
                == [
                    "9:1 warning duplicate-update"
                ]
        )
        #expect(site.toldOfBody("[INVESTIGATING 17:05] a\n\n[UPDATE 17:06] b\n\n[UPDATE 17:06] c").isEmpty)
        #expect(
            site.toldOfBody(
                "[INVESTIGATING 17:05] a\n\n[UPDATE 17:06]\n\nComponents: web major\n\n[UPDATE 17:07]\n\nComponents: web degraded"
            ).isEmpty
        )
    }
}
