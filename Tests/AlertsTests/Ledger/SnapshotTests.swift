import StatusModel
import Testing

@testable import Alerts

/// An end that is known from snapshots alone: two that are two minutes apart must agree.
@Suite struct SnapshotTests {
    private static let first =
        #"{"fingerprint": "aaaaaaaaaaaaaaaa", "startsAt": "2026-11-28T01:00:00Z", "labels": \#(labels)}"#
    private static let second =
        #"{"fingerprint": "bbbbbbbbbbbbbbbb", "startsAt": "2026-11-28T01:00:00Z", "labels": \#(labels)}"#
    private static let labels = #"{"service": "checkout", "severity": "critical"}"#

    /// Takes snapshots of those alerts at those times; gives the rows' ends and evidence.
    private func ledger(_ snapshots: [(time: String, alerts: [String])]) throws -> AlertLedger {
        var ledger = AlertLedger()
        for (time, alerts) in snapshots {
            let delivery = try deliver("[" + alerts.joined(separator: ",") + "]")
            _ = ledger.add(delivery, by: .sample, at: clock(time), isSnapshot: true)
            ledger = ledger.readBack
        }
        return ledger
    }

    private func ends(_ ledger: AlertLedger) -> [Instant?] { ledger.episodes.map(\.endedAt) }

    @Test func oneSnapshotIsNotEnough() throws {
        let ledger = try ledger([("01:01:00", [Self.first, Self.second]), ("01:10:00", [Self.second])])
        #expect(ends(ledger) == [nil, nil])
        #expect(
            ledger.november == [
                "alertmanager,aaaaaaaaaaaaaaaa,2026-11-28T01:00:00Z,,2026-11-28T01:01:00Z,,checkout,SEV-2,,absent 2026-11-28T01:10:00Z",
                "alertmanager,bbbbbbbbbbbbbbbb,2026-11-28T01:00:00Z,,2026-11-28T01:01:00Z,,checkout,SEV-2,,",
            ])
    }

    @Test func twoThatAgreeTwoMinutesApartEndItAtTheFirst() throws {
        let start = ("01:01:00", [Self.first, Self.second])
        #expect(
            ends(try ledger([start, ("01:10:00", [Self.second]), ("01:11:59", [Self.second])])) == [nil, nil])
        let ended = try ledger([start, ("01:10:00", [Self.second]), ("01:12:00", [Self.second])])
        #expect(ends(ended) == [clock("01:10:00"), nil])
        #expect(ended.episodes.map(\.isEndedByAbsence) == [true, false])
        #expect(
            ended.november[0]
                == "alertmanager,aaaaaaaaaaaaaaaa,2026-11-28T01:00:00Z,2026-11-28T01:10:00Z,2026-11-28T01:01:00Z,,checkout,SEV-2,,"
                + "absent 2026-11-28T01:10:00Z/2026-11-28T01:12:00Z")
    }

    @Test func moreSnapshotsThatAgreeChangeNoByte() throws {
        var ledger = try ledger([("01:01:00", [Self.first]), ("01:10:00", []), ("01:12:00", [])])
        let intake = ledger.add(try deliver("[]"), by: .sample, at: clock("01:20:00"), isSnapshot: true)
        #expect(!intake.isNew && intake.touched.isEmpty)
        var seen = try self.ledger([("01:01:00", [Self.first])])
        #expect(
            !seen.add(try deliver("[\(Self.first)]"), by: .sample, at: clock("01:02:00"), isSnapshot: true)
                .isNew)
    }

    /// A restarted Alertmanager lists nothing, until its senders report again.
    @Test func anAlertThatIsThereAgainHadNotEnded() throws {
        let start = ("01:01:00", [Self.first])
        let between = try ledger([start, ("01:10:00", []), ("01:11:00", [Self.first]), ("01:12:00", [])])
        #expect(ends(between) == [nil])
        #expect(between.november[0].hasSuffix(",seen 2026-11-28T01:11:00Z absent 2026-11-28T01:12:00Z"))
        let afterwards = try ledger([start, ("01:10:00", []), ("01:12:00", []), ("01:13:00", [Self.first])])
        #expect(ends(afterwards) == [nil])
        let again = try ledger([
            start, ("01:10:00", []), ("01:11:00", [Self.first]), ("01:12:00", []), ("01:14:00", []),
        ])
        #expect(ends(again) == [clock("01:12:00")])
    }

    @Test func aSuppressedAlertNeitherBeginsNorEnds() throws {
        let silenced = Self.first.dropLast() + #", "status": {"state": "suppressed"}}"#
        #expect(try ledger([("01:01:00", [String(silenced)])]).episodes == [])
        let open = try ledger([
            ("01:01:00", [Self.first]), ("01:10:00", [String(silenced)]), ("01:15:00", [String(silenced)]),
        ])
        #expect(ends(open) == [nil])
        #expect(open.november[0].hasSuffix("SEV-2,"))
    }

    @Test func anEndThatIsReportedCountsMore() throws {
        var ledger = try ledger([("01:01:00", [Self.first]), ("01:10:00", []), ("01:12:00", [])])
        let resolved = try deliver(
            #"""
            {"version": "4", "alerts": [{"status": "resolved", "fingerprint": "aaaaaaaaaaaaaaaa",
              "startsAt": "2026-11-28T01:00:00Z", "endsAt": "2026-11-28T01:09:00Z", "labels": \#(Self.labels)}]}
            """#
        )
        _ = ledger.add(resolved, by: .sample, at: clock("01:13:00"))
        #expect(ledger.episodes.map(\.isEndedByAbsence) == [false])
        #expect(
            ledger.november == [
                "alertmanager,aaaaaaaaaaaaaaaa,2026-11-28T01:00:00Z,2026-11-28T01:09:00Z,2026-11-28T01:01:00Z,,checkout,SEV-2,"
            ])
    }

    @Test func onlyWhatASourceListsIsMissed() throws {
        var ledger = try ledger([("01:01:00", [Self.first])])
        let other = try deliver(
            #"[{"source": "x", "key": "aaaaaaaa", "status": "firing", "started": 1795827547}]"#)
        for time in ["01:10:00", "01:20:00"] {
            _ = ledger.add(other, by: .sample, at: clock(time), isSnapshot: true)
        }
        #expect(ends(ledger) == [nil, nil])
        // What begins after a snapshot cannot be in it.
        _ = ledger.add(try deliver("[]"), by: .sample, at: clock("00:30:00"), isSnapshot: true)
        #expect(ledger.november[0].hasSuffix("SEV-2,"))
    }

    @Test func aDeliveryIsNoSnapshotUnlessItIsSaidToBe() throws {
        var ledger = try ledger([("01:01:00", [Self.first])])
        for time in ["01:10:00", "01:20:00"] {
            _ = ledger.add(try deliver("[]"), by: .sample, at: clock(time))
        }
        #expect(ends(ledger) == [nil])
    }
}
