import Diagnostics
import StatusModel
import Testing

@testable import Alerts

@Suite struct AlertLedgerTests {
    private static let header = "source,key,started,ended,detected,acknowledged,component,severity,record"

    @Test func aFileHoldsTheMonthOfEachStartInUTC() throws {
        var ledger = AlertLedger()
        let delivery = try deliver(
            #"""
            [{"source": "x", "key": "bbbbbbbb", "status": "firing", "started": "2026-12-01T00:00:00+01:00"},
             {"source": "x", "key": "aaaaaaaa", "status": "resolved", "started": "2026-12-01T00:00:00Z",
              "ended": "2027-01-01T00:00:00Z"},
             {"source": "x", "key": "aaaaaaaa", "status": "firing", "started": "2026-11-30T23:59:59Z"}]
            """#
        )
        #expect(ledger.add(delivery, by: .sample, at: clock("01:00:00")).isNew)
        #expect(
            ledger.files.map { $0.path + "\n" + String(decoding: $0.bytes, as: UTF8.self) } == [
                """
                alerts/2026-11.csv
                \(Self.header)
                x,aaaaaaaa,2026-11-30T23:59:59Z,,2026-11-28T01:00:00Z,,api,SEV-1,
                x,bbbbbbbb,2026-11-30T23:00:00Z,,2026-11-28T01:00:00Z,,api,SEV-1,

                """,
                """
                alerts/2026-12.csv
                \(Self.header)
                x,aaaaaaaa,2026-12-01T00:00:00Z,2027-01-01T00:00:00Z,2026-11-28T01:00:00Z,,api,SEV-1,

                """,
            ]
        )
    }

    @Test func theSameDeliveryTwiceChangesNoByte() throws {
        let delivery = try deliver(
            #"{"source": "x", "key": "aaaaaaaa", "status": "firing", "started": "2026-11-28T00:59:07Z"}"#)
        var ledger = AlertLedger()
        #expect(ledger.add(delivery, by: .sample, at: clock("01:00:00")).isNew)
        let files = ledger.files.map(\.bytes)
        let again = ledger.add(delivery, by: .sample, at: clock("02:00:00"))
        #expect(!again.isNew && again.touched.count == 1)
        #expect(ledger.files.map(\.bytes) == files)
    }

    /// Two runs at once: the ledger does not depend on which one is written first.
    @Test func theEarliestDetectionCounts() throws {
        let delivery = try deliver(
            #"{"source": "x", "key": "aaaaaaaa", "status": "firing", "started": "2026-11-28T00:59:07Z"}"#)
        var ledger = AlertLedger()
        for time in ["01:00:02", "01:00:01", "01:00:03"] {
            _ = ledger.add(delivery, by: .sample, at: clock(time))
        }
        #expect(ledger.episodes.map(\.detectedAt) == [clock("01:00:01")])
    }

    @Test func whatNoRuleTakesIsNotKept() throws {
        var ledger = AlertLedger()
        let delivery = try deliver(
            #"{"source": "y", "key": "aaaaaaaa", "status": "firing", "started": 1795827547, "labels": {"a": "b"}}"#
        )
        let intake = ledger.add(delivery, by: .sample, at: clock("01:00:00"))
        #expect(!intake.isNew && intake.touched.isEmpty && intake.unmatched == delivery.facts)
        #expect(ledger == AlertLedger() && ledger.files.isEmpty)
    }

    /// Labels change while an alert fires: PagerDuty lowers the urgency outside of support hours.
    @Test func anEndCountsForAKnownAlertWhateverItsLabels() throws {
        let event = { (type: String, urgency: String) in
            try deliver(
                #"""
                {"event": {"event_type": "incident.\#(type)", "occurred_at": "2026-11-28T01:03:40Z", "data":
                 {"id": "Q1ZT5W0LQ7K2", "created_at": "2026-11-28T00:59:07Z", "urgency": "\#(urgency)",
                  "service": {"summary": "Checkout"}}}}
                """#
            )
        }
        var ledger = AlertLedger()
        #expect(
            ledger.add(try event("resolved", "low"), by: .sample, at: clock("01:00:00")).unmatched.count == 1)
        _ = ledger.add(try event("triggered", "high"), by: .sample, at: clock("01:00:00"))
        #expect(ledger.add(try event("resolved", "low"), by: .sample, at: clock("01:04:00")).isNew)
        #expect(
            ledger.november == [
                "pagerduty,Q1ZT5W0LQ7K2,2026-11-28T00:59:07Z,2026-11-28T01:03:40Z,2026-11-28T01:00:00Z,,checkout,SEV-2,"
            ])
    }

    @Test func aRecordIsNotedAndADecisionIsFinal() throws {
        var ledger = try read(
            """
            x,aaaaaaaa,2026-11-28T00:59:07Z,,,,api,SEV-1,
            """)
        let ids = ledger.episodes.map(\.id)
        ledger.note(.file("2026-11-28-b.md"), of: ids)
        #expect(ledger.episodes.map(\.record) == [.file("2026-11-28-b.md")])
        #expect(ledger.november[0].hasSuffix(",SEV-1,2026-11-28-b.md"))
        ledger.note(.declined, of: ids)
        ledger.note(.file("2026-11-28-a.md"), of: ids)
        #expect(ledger.november[0].hasSuffix(",SEV-1,declined"))
        ledger.note(.declined, of: [AlertEpisode.ID(source: "x", key: "other", startedAt: clock("01:00:00"))])
        #expect(ledger.november.count == 1)
    }

    // MARK: - Reading

    /// As git's union merge leaves a file.
    @Test func rowsMayBeThereTwiceAndInAnyOrder() throws {
        let ledger = try read(
            """
            x,bbbbbbbb,2026-11-28T00:59:07Z,2026-11-28T01:10:00Z,2026-11-28T01:01:00Z,,checkout,SEV-2,
            \(Self.header),evidence\r
            x,aaaaaaaa,2026-11-28T01:59:07Z,,2026-11-28T02:01:00Z,,api,SEV-1,\r
            x,bbbbbbbb,2026-11-28T00:59:07Z,2026-11-28T01:09:00Z,2026-11-28T01:02:00Z,2026-11-28T01:03:00Z,api,SEV-1,declined
            x,aaaaaaaa,2026-11-28T00:59:07Z,,,,api,"SEV ""1"", bad",b.md

            x,bbbbbbbb,2026-11-28T00:59:07Z,,,2026-11-28T01:02:30Z,api,SEV-2,a.md
            x,bbbbbbbb,2026-11-28T00:59:07Z,2026-11-28T01:10:00Z,2026-11-28T01:01:00Z,,checkout,SEV-2,
            """)
        #expect(
            ledger.november == [
                #"x,aaaaaaaa,2026-11-28T00:59:07Z,,,,api,"SEV ""1"", bad",b.md"#,
                "x,aaaaaaaa,2026-11-28T01:59:07Z,,2026-11-28T02:01:00Z,,api,SEV-1,",
                "x,bbbbbbbb,2026-11-28T00:59:07Z,2026-11-28T01:09:00Z,2026-11-28T01:01:00Z,2026-11-28T01:02:30Z,api,SEV-1,declined",
            ])
    }

    @Test func aFileWithoutItsLastRowStaysAFile() throws {
        let ledger = try read("")
        #expect(ledger.files.map(\.path) == ["alerts/2026-11.csv"])
        #expect(ledger.files.first?.bytes == Array((Self.header + "\n").utf8))
    }

    @Test(
        arguments: [
            ("<<<<<<< HEAD", 1, "the row has 1 field instead of 9 or 10"),
            (
                "X,aaaaaaaa,2026-11-28T00:59:07Z,,,,api,SEV-1,", 1,
                "`source` is not a source such as `alertmanager`"
            ),
            ("x,a/b,2026-11-28T00:59:07Z,,,,api,SEV-1,", 3, "`key` is not 8 to 40 letters and digits"),
            (
                "x,aaaaaaaa,2026-11-28T00:59Z,,,,api,SEV-1,", 12,
                "`started` is not a time such as `2026-11-28T00:59:07Z`"
            ),
            (
                "x,aaaaaaaa,2026-11-28T01:59:07+01:00,,,,api,SEV-1,", 12,
                "`started` is not a time such as `2026-11-28T00:59:07Z`"
            ),
            (
                "x,aaaaaaaa,2026-11-28T00:59:07Z,2026-11-28T00:59:06Z,,,api,SEV-1,", 33,
                "`ended` is before `started`"
            ),
            ("x,aaaaaaaa,2026-11-28T00:59:07Z,,,,,SEV-1,", 36, "`component` is not the id of a component"),
            (
                "x,aaaaaaaa,2026-11-28T00:59:07Z,,,,api,SEV-1,../a.md", 46,
                "`record` is neither a file name without a folder nor `declined`"
            ),
            (
                "x,aaaaaaaa,2026-11-28T00:59:07Z,,,,api,SEV-1,.git.md", 46,
                "`record` is neither a file name without a folder nor `declined`"
            ),
            ("x,aaaaaaaa,,,,,api,SEV-1,", 16, "a row without `started` must not have `component`"),
            ("x,aaaaaaaa,,,,,,,", 12, "the row has neither `started` nor `ended`"),
            ("x,aaaaaaaa,2026-11-28T00:59:07Z,,,,api,\"SEV-1,", 40, "a `\"` is missing"),
            (
                "x,aaaaaaaa,2026-11-28T00:59:07Z,,,,api,SEV-1,,gone", 47,
                "`evidence` must be `alone`, `seen` with a time, or `absent` with one or two times"
            ),
        ]
    )
    func brokenRowsAreReportedAndLeftOut(row: String, column: Int, message: String) {
        let findings = Findings()
        var ledger = AlertLedger()
        let good = "x,aaaaaaaa,2026-11-28T00:59:07Z,,,,api,SEV-1,"
        let text = [Self.header, row, good].joined(separator: "\n")
        ledger.read(SourceFile(path: "alerts/2026-11.csv", bytes: Array(text.utf8)), reporting: findings)
        #expect(
            findings.all.map { "\($0.severity) \($0.id.rawValue) \($0.message)" } == [
                "error broken-ledger \(message)"
            ])
        #expect(findings.all.map(\.location.line) == [2])
        #expect(findings.all.map(\.location.column) == [column])
        #expect(ledger.november == [good])
    }

    private func read(_ rows: String) throws -> AlertLedger {
        let findings = Findings()
        var ledger = AlertLedger()
        ledger.read(SourceFile(path: "alerts/2026-11.csv", bytes: Array(rows.utf8)), reporting: findings)
        #expect(findings.all == [])
        return ledger
    }
}
