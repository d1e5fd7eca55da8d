import Diagnostics
import StatusModel
import Testing

@testable import Alerts

/// Stories worked out by hand: a rule holds for 5 minutes, and what fires again within 15 is one incident.
@Suite struct AlertStoryTests {
    private typealias Span = (start: String, end: String?)

    /// A ledger of alerts of one rule: when each begins and ends, on 28 November 2026.
    private func ledger(_ spans: [Span]) -> AlertLedger {
        var ledger = AlertLedger()
        for (place, span) in spans.enumerated() {
            let id = AlertEpisode.ID(source: "x", key: "aaaaaaa\(place)", startedAt: clock(span.start))
            let row = LedgerRow(
                endedAt: span.end.map(clock), detectedAt: clock(span.start) + 30,
                rule: .init(component: "checkout", severity: "SEV-1"))
            ledger.join(row, to: id)
        }
        return ledger
    }

    private func states(_ spans: [Span], at now: String, hold: Int = 300)
        -> [AlertIncident.State]
    {
        AlertStory(of: ledger(spans), by: .all(hold: hold), at: clock(now)).incidents.map(\.state)
    }

    @Test func anAlertIsHeldUntilItLasts() {
        #expect(states([("01:00:00", nil)], at: "01:00:00") == [.held(until: clock("01:05:00"))])
        #expect(states([("01:00:00", nil)], at: "01:04:59") == [.held(until: clock("01:05:00"))])
        #expect(states([("01:00:00", nil)], at: "01:05:00") == [.toTell(since: clock("01:05:00"))])
        #expect(states([("01:00:00", "01:05:00")], at: "01:05:00") == [.toTell(since: clock("01:05:00"))])
        #expect(states([("01:00:00", "01:04:59")], at: "01:05:00") == [.passed])
    }

    @Test func withoutAHoldEverythingIsTold() {
        #expect(states([("01:00:00", nil)], at: "01:00:00", hold: 0) == [.toTell(since: clock("01:00:00"))])
        #expect(
            states([("01:00:00", "01:00:00")], at: "01:01:00", hold: 0) == [.toTell(since: clock("01:00:00"))]
        )
    }

    @Test func alertsThatTakeTurnsLastTogether() {
        let turns: [Span] = [("01:00:00", "01:03:00"), ("01:03:00", "01:05:00")]
        #expect(states(turns, at: "01:06:00") == [.toTell(since: clock("01:05:00"))])
        let gap: [Span] = [("01:00:00", "01:03:00"), ("01:03:01", "01:05:01")]
        #expect(states(gap, at: "01:06:00") == [.passed])
        #expect(
            states([("01:00:00", "01:03:00"), ("01:03:01", nil)], at: "01:06:00") == [
                .held(until: clock("01:08:01"))
            ])
    }

    @Test func theThirdEpisodeIsToldAtOnce() {
        let two: [Span] = [("01:00:00", "01:01:00"), ("01:16:00", "01:17:00")]
        #expect(states(two, at: "01:20:00") == [.passed])
        let three: [Span] = two + [("01:32:00", "01:33:00")]
        #expect(states(three, at: "01:40:00") == [.toTell(since: clock("01:32:00"))])
        // A second more than `quiet` after the end before it.
        let apart: [Span] = two + [("01:32:01", "01:33:00")]
        #expect(states(apart, at: "01:40:00") == [.passed, .passed])
    }

    @Test func whatFiresAgainWithinQuietIsOneIncident() {
        let spans: [Span] = [
            ("01:00:00", "02:00:00"), ("01:10:00", "01:20:00"), ("02:15:00", "02:30:00"), ("02:45:01", nil),
        ]
        let story = AlertStory(of: ledger(spans), by: .all(), at: clock("03:00:00"))
        #expect(story.incidents.map(\.startedAt) == [clock("01:00:00"), clock("02:45:01")])
        #expect(story.incidents.map(\.endedAt) == [clock("02:30:00"), nil])
        #expect(story.incidents.map(\.isOverAt) == [clock("02:45:00"), nil])
        #expect(story.incidents.map(\.episodes.count) == [3, 1])
        #expect(story.incidents.map(\.detectedAt) == [clock("01:00:30"), clock("02:45:31")])
    }

    @Test func oldAndFutureAlertsAreLeftAsideUnlessAccepted() throws {
        var ledger = ledger([("01:00:00", nil), ("12:00:00", nil)])
        let ids = ledger.episodes.map(\.id)
        let next = try at("2026-11-29T01:00:00Z")
        #expect(AlertStory(of: ledger, by: .all(), at: next).tooOld == [])
        let later = AlertStory(of: ledger, by: .all(), at: next + 1)
        #expect(later.tooOld.map(\.id) == [ids[0]])
        #expect(later.incidents.map(\.startedAt) == [clock("12:00:00")])
        let accepting = AlertStory(of: ledger, by: .all(), at: next + 1, accepting: [ids[0]])
        #expect(accepting.tooOld == [] && accepting.incidents.map(\.startedAt) == [clock("01:00:00")])

        let before = AlertStory(of: ledger, by: .all(), at: clock("02:00:00"))
        #expect(before.ahead.map(\.id) == [ids[1]])
        #expect(before.incidents.map(\.episodes.count) == [1])
        // There is nothing to do when it begins: it is held.
        #expect(
            AlertStory(of: ledger, by: .all(), at: clock("00:59:59")).dueAt { _ in .missing }
                == clock("01:05:00"))
        #expect(
            AlertStory(of: ledger, by: .all(hold: 0), at: clock("00:59:59")).dueAt { _ in .missing }
                == clock("01:00:00"))

        ledger.note(.file("a.md"), of: [ids[0]])
        #expect(
            AlertStory(of: ledger, by: .all(), at: next + 1).incidents.map(\.startedAt) == [clock("01:00:00")]
        )
    }

    @Test func aRecordMakesItToldAndADecisionDeclined() {
        var ledger = ledger([("01:00:00", "01:01:00"), ("01:02:00", nil)])
        let ids = ledger.episodes.map(\.id)
        ledger.note(.file("a.md"), of: [ids[0]])
        let told = AlertStory(of: ledger, by: .all(), at: clock("01:03:00"))
        #expect(told.incidents.map(\.state) == [.told(file: "a.md")])
        #expect(told.incidents.map { $0.withoutRecord.map(\.id) } == [[ids[1]]])
        ledger.note(.declined, of: ids)
        let declined = AlertStory(of: ledger, by: .all(), at: clock("01:03:00"))
        #expect(declined.incidents.map(\.state) == [.declined])
        #expect(declined.dueAt { _ in .missing } == nil)
    }

    @Test func whatIsDueNextDependsOnTheRecord() {
        var ledger = ledger([("01:00:00", "01:10:00")])
        let dueAt = { (rules: AlertRules, record: AlertedRecord) in
            AlertStory(of: ledger, by: rules, at: clock("01:11:00")).dueAt { _ in record }
        }
        #expect(dueAt(.all(), .goesOn) == clock("01:05:00"))
        ledger.note(.file("a.md"), of: ledger.episodes.map(\.id))
        #expect(dueAt(.all(), .goesOn) == clock("01:25:00"))
        #expect(dueAt(.all(), .isOver) == nil)
        #expect(dueAt(.all(whenOver: .nothing), .goesOn) == nil)
        // One that awaits review is withdrawn, whatever it would say.
        #expect(dueAt(.all(whenOver: .nothing), .missing) == clock("01:25:00"))
        #expect(dueAt(.all(then: .publish), .missing) == nil)
    }

    @Test func rulesThatAreGoneLeaveTheirAlertsAside() {
        let rules = AlertRules(
            [], components: [Component(id: "checkout", name: "C")], severities: [Severity(level: "SEV-1")])
        let story = AlertStory(of: ledger([("01:00:00", nil)]), by: rules, at: clock("02:00:00"))
        #expect(story.incidents.isEmpty && story.withoutRule.count == 1)
    }

    @Test func anEndByAbsenceIsKnownAsOne() {
        var row = LedgerRow(rule: .init(component: "checkout", severity: "SEV-1"))
        row.absence.miss(at: clock("01:10:00"))
        row.absence.miss(at: clock("01:15:00"))
        let story = AlertStory(of: AlertLedger(rows: [("01:00:00", row)]), by: .all(), at: clock("02:00:00"))
        #expect(story.incidents.map(\.isEndedByAbsence) == [true])
        #expect(story.incidents.map(\.isOverAt) == [clock("01:25:00")])
        let phases = AlertRule.Ending.allCases.map { ending in
            story.incidents[0].ending(by: AlertRules.all(whenOver: ending).rules[0])?.phase
        }
        #expect(phases == [.monitoring, .monitoring, nil])
    }

    /// Fourteen flaps of two minutes, every ten minutes, are one incident; one blip is none.
    @Test func flapsAreOneIncident() {
        let flaps = (0..<14).map { place in
            let minutes = 10 * place
            let hour = { (minute: Int) in
                "0\(1 + minute / 60):" + (minute % 60 < 10 ? "0" : "") + "\(minute % 60):00"
            }
            return (start: hour(minutes), end: Optional(hour(minutes + 2)))
        }
        #expect(states(flaps, at: "04:00:00") == [.toTell(since: clock("01:20:00"))])
        #expect(states(Array(flaps.prefix(1)), at: "04:00:00") == [.passed])
    }

    /// Ten thousand alerts of one key, each ended by an end without a start: all is sorted, nothing is compared with all.
    @Test func tenThousandAlertsMakeOneStory() throws {
        let start = clock("00:00:00").seconds
        let alerts = (0..<5_000).flatMap { place in
            [
                #"{"source": "x", "key": "aaaaaaaa", "status": "firing", "started": \#(start + 10 * place)}"#,
                #"{"source": "x", "key": "aaaaaaaa", "status": "resolved", "ended": \#(start + 10 * place + 5)}"#,
            ]
        }
        let delivery = try deliver("[" + alerts.joined(separator: ",") + "]")
        var ledger = AlertLedger()
        let intake = ledger.add(delivery, by: .all(), at: clock("20:00:00"), isSnapshot: true)
        #expect(intake.touched.count == 5_000)
        let story = AlertStory(of: ledger.readBack, by: .all(), at: clock("20:00:00"))
        #expect(story.incidents.map(\.episodes.count) == [5_000])
        #expect(story.incidents.map(\.endedAt) == [Instant(seconds: start + 49_995)])
    }
}
