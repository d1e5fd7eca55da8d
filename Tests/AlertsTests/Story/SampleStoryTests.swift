import StatusModel
import Testing

@testable import Alerts

/// The deliveries beside the project, and what must become of them.
@Suite(.enabled(if: Samples.areThere, Samples.absence)) struct SampleStoryTests {
    private let rules = AlertRules.sample

    @Test func aNightOfAlertmanagers() throws {
        var ledger = AlertLedger()
        func run(_ name: String, at now: String) throws -> AlertIntake {
            ledger.add(try Samples.delivery(name), by: rules, at: clock(now))
        }
        func states(at now: String) -> [AlertIncident.State] {
            AlertStory(of: ledger, by: rules, at: clock(now)).incidents.map(\.state)
        }
        let first = "alertmanager,f3bccb86f3eac425,2026-11-28T00:59:07Z"
        let second = "alertmanager,3f2fac0cbe40cc92,2026-11-28T01:01:02Z"
        let again = "alertmanager,f3bccb86f3eac425,2026-11-28T01:01:24Z"

        #expect(try run("am-1-firing", at: "01:01:07").isNew)
        #expect(ledger.november == ["\(first),,2026-11-28T01:01:07Z,,checkout,SEV-2,"])
        #expect(states(at: "01:01:07") == [.held(until: clock("01:04:07"))])

        #expect(try run("am-2-second-instance-joins", at: "01:01:11").isNew)
        #expect(
            ledger.november == [
                "\(second),,2026-11-28T01:01:11Z,,checkout,SEV-2,",
                "\(first),,2026-11-28T01:01:07Z,,checkout,SEV-2,",
            ])
        #expect(try run("am-3-repeat", at: "01:01:15").isNew == false)

        #expect(states(at: "01:04:06") == [.held(until: clock("01:04:07"))])
        let told = AlertStory(of: ledger, by: rules, at: clock("01:04:07"))
        #expect(told.incidents.map(\.state) == [.toTell(since: clock("01:04:07"))])
        #expect(told.incidents.map(\.startedAt) == [clock("00:59:07")])
        #expect(told.incidents.map(\.detectedAt) == [clock("01:01:07")])
        let name = "2026-11-28-payments-fail-for-some-customers.md"
        ledger.note(.file(name), of: told.incidents.flatMap { $0.withoutRecord.map(\.id) })

        _ = try run("am-4-one-resolved-group-firing", at: "01:06:00")
        #expect(AlertStory(of: ledger, by: rules, at: clock("01:06:00")).incidents.map(\.endedAt) == [nil])
        _ = try run("am-5-group-resolved", at: "01:06:10")
        let quiet = AlertStory(of: ledger, by: rules, at: clock("01:06:10"))
        #expect(quiet.incidents.map(\.endedAt) == [clock("01:01:20")])
        #expect(quiet.incidents.map(\.isOverAt) == [clock("01:16:20")])

        _ = try run("am-6-flap-fires-again", at: "01:06:30")
        let flap = AlertStory(of: ledger, by: rules, at: clock("01:06:30"))
        #expect(flap.incidents.map(\.state) == [.told(file: name)])
        #expect(flap.incidents.map(\.isOverAt) == [nil])
        ledger.note(.file(name), of: flap.incidents.flatMap { $0.withoutRecord.map(\.id) })
        _ = try run("am-7-flap-resolved", at: "01:07:00")
        let over = AlertStory(of: ledger, by: rules, at: clock("01:07:00"))
        #expect(over.incidents.map(\.isOverAt) == [clock("01:16:28")])
        #expect(over.incidents.map(\.isEndedByAbsence) == [false])
        #expect(over.dueAt { _ in .goesOn } == clock("01:16:28"))
        #expect(
            ledger.november == [
                "\(second),2026-11-28T01:01:20Z,2026-11-28T01:01:11Z,,checkout,SEV-2,\(name)",
                "\(first),2026-11-28T01:01:16Z,2026-11-28T01:01:07Z,,checkout,SEV-2,\(name)",
                "\(again),2026-11-28T01:01:28Z,2026-11-28T01:06:30Z,,checkout,SEV-2,\(name)",
            ])
    }

    @Test func theGroupsStatusIsNotRead() throws {
        var ledger = AlertLedger()
        let delivery = try Samples.delivery("am-8-truncated-says-resolved-but-is-not")
        #expect(delivery.remarks == ["`max_alerts` hides 1 alert"])
        _ = ledger.add(delivery, by: rules, at: clock("01:03:00"))
        #expect(
            ledger.november == [
                "alertmanager,519e577582c3230c,2026-11-28T01:00:05Z,2026-11-28T01:02:07Z,2026-11-28T01:03:00Z,,checkout,SEV-2,"
            ])
    }

    @Test func aSnapshotHealsWhatWasLost() throws {
        var ledger = AlertLedger()
        _ = ledger.add(try Samples.delivery("am-1-firing"), by: rules, at: clock("01:01:07"))
        _ = ledger.add(try Samples.delivery("am-6-flap-fires-again"), by: rules, at: clock("01:02:00"))
        let snapshot = try Samples.delivery("am-9-api-v2-alerts-snapshot")
        for time in ["01:10:00", "01:12:00"] {
            #expect(ledger.add(snapshot, by: rules, at: clock(time), isSnapshot: true).isNew)
        }
        #expect(
            ledger.episodes.map(\.id.key) == ["3f2fac0cbe40cc92", "f3bccb86f3eac425", "f3bccb86f3eac425"])
        // The alert that fired again at 01:01:24 is not in the list; the one from 00:59:07 is.
        #expect(ledger.episodes.map(\.isEndedByAbsence) == [false, false, true])
        #expect(ledger.episodes[2].endedAt == clock("01:10:00"))
    }

    @Test func pagerDutysIncidentIsOneRowInAnyOrder() throws {
        let row = "pagerduty,Q1ZT5W0LQ7K2,2026-11-28T00:59:07Z"
        var ledger = AlertLedger()
        let now = clock("02:00:00")
        _ = ledger.add(try Samples.delivery("pagerduty-1-triggered"), by: rules, at: now)
        #expect(ledger.november == ["\(row),,2026-11-28T02:00:00Z,,checkout,SEV-2,"])
        _ = ledger.add(try Samples.delivery("pagerduty-2-acknowledged"), by: rules, at: now)
        #expect(ledger.november == ["\(row),,2026-11-28T02:00:00Z,2026-11-28T01:03:40Z,checkout,SEV-2,"])
        _ = ledger.add(try Samples.delivery("pagerduty-3-resolved"), by: rules, at: now)
        let whole = "\(row),2026-11-28T01:41:00Z,2026-11-28T02:00:00Z,2026-11-28T01:03:40Z,checkout,SEV-2,"
        #expect(ledger.november == [whole])
        let note = try Samples.delivery("pagerduty-4-annotated-ignored")
        #expect(note.remarks == ["`incident.annotated` is not about an alert"])
        #expect(!ledger.add(note, by: rules, at: now).isNew)

        var late = AlertLedger()
        _ = late.add(try Samples.delivery("pagerduty-3-resolved"), by: rules, at: now)
        #expect(!late.add(try Samples.delivery("pagerduty-1-triggered"), by: rules, at: now).isNew)
        #expect(late.november == ["\(row),2026-11-28T01:41:00Z,2026-11-28T02:00:00Z,,checkout,SEV-2,"])
    }

    @Test(arguments: [
        ["1-alarm", "2-ok"], ["2-ok", "1-alarm"], ["2-ok", "3-insufficient-data", "1-alarm", "2-ok"],
    ])
    func cloudWatchsAlarmIsOneRowInAnyOrder(names: [String]) throws {
        var ledger = AlertLedger()
        for name in names {
            _ = ledger.add(try Samples.delivery("cloudwatch-sns-\(name)"), by: rules, at: clock("02:00:00"))
            ledger = ledger.readBack
        }
        #expect(
            ledger.november == [
                "cloudwatch,e45a7d86e3aca327,2026-11-28T00:59:07Z,2026-11-28T01:40:07Z,2026-11-28T02:00:00Z,,checkout,SEV-1,,alone"
            ])
        #expect(
            AlertStory(of: ledger, by: rules, at: clock("02:00:00")).incidents.map(\.endedAt) == [
                clock("01:40:07")
            ])
    }

    @Test func theOthersAreRead() throws {
        let facts = try ["grafana-firing", "pingdom-down", "json-1-firing", "json-2-resolved"]
            .flatMap { try Samples.delivery($0).facts }
        #expect(facts.map(\.source) == ["grafana", "pingdom", "datadog", "datadog"])
        #expect(
            facts.map(\.key) == [
                "c6eadffa33fcdf37", "2d4196ea6af136a0", "b83e0d04c71cc4d3", "b83e0d04c71cc4d3",
            ])
        #expect(facts.map(\.startedAt) == [clock("00:59:07"), clock("00:59:07"), clock("00:59:07"), nil])
        #expect(facts.map(\.endedAt) == [nil, nil, nil, clock("01:41:00")])
        #expect(facts[0].labels["service"] == "checkout")
    }

    @Test(arguments: [
        ("hostile-1-script-and-updates", "6d22e2adc5306e5b"),
        ("hostile-2-million-labels", "92c63324f72f4b12"),
    ])
    func nothingHostileIsKept(name: String, key: String) throws {
        var ledger = AlertLedger()
        _ = ledger.add(try Samples.delivery(name), by: rules, at: clock("01:00:00"))
        #expect(ledger.november == ["x,\(key),2026-11-28T00:59:07Z,,2026-11-28T01:00:00Z,,api,SEV-1,"])
    }
}
