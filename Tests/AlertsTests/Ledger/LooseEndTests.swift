import Diagnostics
import StatusModel
import Testing

@testable import Alerts

/// Ends that are reported without a start, as CloudWatch's and Pingdom's.
@Suite struct LooseEndTests {
    @Test func anEndBelongsToTheLatestStartBeforeIt() throws {
        let ledger = try ledger(starts: ["01:00:00", "03:00:00"], ends: ["02:00:00"])
        #expect(
            ledger.november == [
                "x,aaaaaaaa,2026-11-28T01:00:00Z,2026-11-28T02:00:00Z,2026-11-28T05:00:00Z,,api,SEV-1,,alone",
                "x,aaaaaaaa,2026-11-28T03:00:00Z,,2026-11-28T05:00:00Z,,api,SEV-1,,",
            ])
        #expect(ledger.episodes.map(\.endedAt) == [clock("02:00:00"), nil])
    }

    @Test func aLateStartTakesTheEndThatIsItsOwn() throws {
        let ledger = try ledger(starts: ["01:00:00", "01:30:00"], ends: ["02:00:00"])
        #expect(
            ledger.november.map { $0.split(separator: ",", omittingEmptySubsequences: false)[3] } == [
                "", "2026-11-28T02:00:00Z",
            ])
        // An alert fires once at a time.
        #expect(ledger.episodes.map(\.endedAt) == [clock("01:30:00"), clock("02:00:00")])
    }

    @Test func aDeliveryIsAboutTheEpisodeThatItEnds() throws {
        var ledger = try ledger(starts: ["01:00:00", "03:00:00"], ends: [])
        for (end, start) in [("02:59:59", "01:00:00"), ("03:00:00", "03:00:00"), ("03:00:01", "03:00:00")] {
            let delivery = try deliver(
                #"{"source": "x", "key": "aaaaaaaa", "status": "resolved", "ended": "2026-11-28T\#(end)Z"}"#)
            let intake = ledger.add(delivery, by: .sample, at: clock("05:00:00"))
            #expect(intake.touched.map(\.startedAt) == [clock(start)])
        }
    }

    @Test func anEndBeforeEveryStartWaits() throws {
        let ledger = try ledger(starts: ["03:00:00"], ends: ["02:00:00", "04:00:00", "04:30:00"])
        #expect(
            ledger.november == [
                "x,aaaaaaaa,,2026-11-28T02:00:00Z,,,,,,",
                "x,aaaaaaaa,,2026-11-28T04:30:00Z,,,,,,",
                "x,aaaaaaaa,2026-11-28T03:00:00Z,2026-11-28T04:00:00Z,2026-11-28T05:00:00Z,,api,SEV-1,,alone",
            ])
        #expect(ledger.episodes.map(\.endedAt) == [clock("04:00:00")])
    }

    @Test func anEndAtTheVeryStartEndsIt() throws {
        #expect(
            try ledger(starts: ["03:00:00"], ends: ["03:00:00"]).episodes.map(\.endedAt) == [
                clock("03:00:00")
            ])
    }

    /// The end that was lost keeps no incident open for ever.
    @Test func anAlertThatFiresAgainHadEnded() throws {
        let ledger = try ledger(starts: ["01:00:00", "02:00:00"], ends: [])
        #expect(ledger.episodes.map(\.endedAt) == [clock("02:00:00"), nil])
        #expect(ledger.november.allSatisfy { $0.contains("Z,,2026") })
    }

    /// Two Prometheis report one alert, a second apart; the end comes for one of the starts.
    @Test func anEndIsThatOfAllThatBeganBeforeIt() throws {
        let ledger = AlertLedger(rows: [
            ("01:00:00", LedgerRow(endedAt: clock("02:00:00"), rule: .init(component: "api", severity: "S"))),
            ("01:00:01", LedgerRow(rule: .init(component: "api", severity: "S"))),
        ])
        #expect(ledger.episodes.map(\.endedAt) == [clock("02:00:00"), clock("02:00:00")])
    }

    /// What was written and read in between is the same as what was only added.
    @Test(arguments: 0..<300)
    func writingAndReadingChangesNothing(seed: Int) throws {
        var chance = Chance(seed: seed)
        var (whole, stored) = (AlertLedger(), AlertLedger())
        for _ in 0..<8 {
            let time = "0\(Int.random(in: 1...3, using: &chance)):00:00"
            let kind = Int.random(in: 0...2, using: &chance)
            let body =
                switch kind {
                case 0: #""status": "firing", "started": "2026-11-28T\#(time)Z""#
                case 1: #""status": "resolved", "ended": "2026-11-28T\#(time)Z""#
                default:
                    #""status": "resolved", "started": "2026-11-28T01:00:00Z", "ended": "2026-11-28T\#(time)Z""#
                }
            let delivery = try deliver(#"[{"source": "x", "key": "aaaaaaaa", \#(body)}]"#)
            _ = whole.add(delivery, by: .sample, at: clock("05:00:00"))
            _ = stored.add(delivery, by: .sample, at: clock("05:00:00"))
            stored = stored.readBack
        }
        #expect(stored == whole)
        #expect(stored.november == whole.november && stored.episodes == whole.episodes)
    }

    private func ledger(starts: [String], ends: [String]) throws -> AlertLedger {
        var ledger = AlertLedger()
        let alerts =
            starts.map {
                #"{"source": "x", "key": "aaaaaaaa", "status": "firing", "started": "2026-11-28T\#($0)Z"}"#
            }
            + ends.map {
                #"{"source": "x", "key": "aaaaaaaa", "status": "resolved", "ended": "2026-11-28T\#($0)Z"}"#
            }
        for alert in alerts.reversed() {
            _ = ledger.add(try deliver(alert), by: .sample, at: clock("05:00:00"))
            ledger = ledger.readBack
        }
        return ledger
    }
}
