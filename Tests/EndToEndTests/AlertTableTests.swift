import Foundation
import TestSupport
import Testing

/// Deliveries of senders, beside the project.
private enum AlertSamples {
    static let folder = ProjectFolder.path + "/../shared/samples/alerts/"
    static var areThere: Bool { FileManager.default.fileExists(atPath: folder + "expected.md") }
}

/// The table of `samples/alerts/expected.md`: each delivery in its order, at its time, and what becomes of it.
@Suite(.enabled(if: AlertSamples.areThere, "../shared/samples/alerts is missing"))
struct AlertTableTests {
    private let scratch: Scratch
    private static let record = "incidents/2026/2026-11-28-payments-fail-for-some-customers.md"
    private static let head = "source,key,started,ended,detected,acknowledged,component,severity,record\n"

    init() throws {
        scratch = try Scratch()
        let rules = try String(contentsOfFile: AlertSamples.folder + "status-rules.yml", encoding: .utf8)
        let site = """
            site: {title: Example Status, url: "https://status.example.com"}
            components: [{id: checkout, name: Checkout}]
            severities: {SEV-2: {component_status: partial_outage}}

            """
        try scratch.write(site + rules, to: "status.yml")
    }

    @Test func alertmanagersDeliveriesInTheirOrder() throws {
        let first = try take("am-1-firing", at: "01:01:07")
        #expect(first.status == 0 && first.error.contains("held until 01:04:07"), "\(first.error)")
        #expect(try ledger() == [row("f3bccb86f3eac425", "00:59:07", "", "01:01:07")])
        #expect(try text("alerts/2026-11.csv").hasPrefix(Self.head))
        #expect(try records().isEmpty)

        #expect(try take("am-2-second-instance-joins", at: "01:01:11").status == 0)
        let both = [
            row("3f2fac0cbe40cc92", "01:01:02", "", "01:01:11"),
            row("f3bccb86f3eac425", "00:59:07", "", "01:01:07"),
        ]
        #expect(try ledger() == both)

        let bytes = try text("alerts/2026-11.csv")
        let again = try take("am-3-repeat", at: "01:01:15")
        #expect(again.status == 0 && again.error.contains("nothing new") && again.output == "")
        #expect(try text("alerts/2026-11.csv") == bytes)

        let written = try due("01:04:07")
        #expect(written.status == 0 && written.output.contains(Self.record + "\n"), "\(written.error)")
        let told = try text(Self.record)
        #expect(told.contains("started: 2026-11-28 00:59:07 UTC\ndetected: 2026-11-28 01:01:07 UTC\n"))
        #expect(told.contains("\n[INVESTIGATING] ") && told.contains("\nUpdated: 2026-11-28 01:04 UTC\n"))
        #expect(try ledger().allSatisfy { $0.hasSuffix(",2026-11-28-payments-fail-for-some-customers.md") })

        #expect(try take("am-4-one-resolved-group-firing", at: "01:06:00").status == 0)
        #expect(try ledger()[1].contains(",2026-11-28T00:59:07Z,2026-11-28T01:01:16Z,"))
        #expect(try take("am-5-group-resolved", at: "01:06:10").status == 0)
        #expect(try ledger()[0].contains(",2026-11-28T01:01:02Z,2026-11-28T01:01:20Z,"))
        #expect(try text(Self.record) == told)

        #expect(try take("am-6-flap-fires-again", at: "01:06:30").status == 0)
        #expect(try take("am-7-flap-resolved", at: "01:07:00").status == 0)
        #expect(try ledger().count == 3)
        #expect(try due("01:16:27").output == "")
        #expect(try text(Self.record) == told)
        #expect(try due("01:16:28").output == Self.record + "\n")
        #expect(
            try text(Self.record).hasSuffix(
                """

                [MONITORING] Our monitoring reports that payments work again. We keep watching.
                Components: checkout operational since 2026-11-28 01:01:28 UTC
                Updated: 2026-11-28 01:16 UTC

                """))
        #expect(try records() == [Self.record])
        #expect(try program(["check"], at: "01:17:00").status == 0)
        try expectNothingPrivate()
    }

    @Test func truncatedGroupIsNotOver() throws {
        let result = try take("am-8-truncated-says-resolved-but-is-not", at: "01:02:10")
        #expect(result.status == 0 && result.error.contains("max_alerts"), "\(result.error)")
        #expect(try ledger().count == 1)
    }

    @Test func snapshotEndsWhatTwoOfThemLack() throws {
        _ = try take("am-1-firing", at: "01:01:07")
        let listed = try take("am-9-api-v2-alerts-snapshot", at: "01:02:00", "--snapshot")
        #expect(listed.status == 0, "\(listed.error)")
        #expect(try ledger().map { $0.split(separator: ",")[1] } == ["3f2fac0cbe40cc92", "f3bccb86f3eac425"])
        try scratch.write("[]", to: "empty.json")
        let empty = { time in
            try program(["alert", "\(scratch.path)/empty.json", "--snapshot"], at: time)
        }
        #expect(try empty("01:10:00").status == 0)
        #expect(try empty("01:11:00").status == 0)
        #expect(try !ledger().contains { $0.contains("Z,2026-11-28T01:1") && !$0.contains("Z,,") })
        #expect(try empty("01:12:30").status == 0)
        #expect(
            try program(["alert", AlertSamples.folder + "am-1-firing.json", "--snapshot"], at: "01:13:00")
                .status
                == 1)
    }

    @Test func pagerDutysEvents() throws {
        _ = try take("pagerduty-1-triggered", at: "00:59:10")
        _ = try take("pagerduty-2-acknowledged", at: "01:03:41")
        _ = try due("01:04:07")
        #expect(
            try ledger()[0].hasPrefix(
                "pagerduty,Q1ZT5W0LQ7K2,2026-11-28T00:59:07Z,,2026-11-28T00:59:10Z,2026-11-28T01:03:40Z,"))
        #expect(try text(Self.record).contains("\nacknowledged: 2026-11-28 01:03:40 UTC\n"))
        _ = try take("pagerduty-3-resolved", at: "01:41:01")
        #expect(try ledger()[0].contains(",2026-11-28T01:41:00Z,"))
        let bytes = try text("alerts/2026-11.csv")
        let note = try take("pagerduty-4-annotated-ignored", at: "01:42:00")
        #expect(
            note.status == 0 && note.error.contains("incident.annotated")
                && note.error.contains("is not about an alert"))
        #expect(try text("alerts/2026-11.csv") == bytes)
        try expectNothingPrivate()
    }

    @Test func endBeforeTheBeginningIsOneRow() throws {
        _ = try take("pagerduty-3-resolved", at: "01:41:01")
        let bytes = try text("alerts/2026-11.csv")
        #expect(try ledger().count == 1)
        _ = try take("pagerduty-1-triggered", at: "01:41:02")
        #expect(try ledger().count == 1)
        #expect(try text("alerts/2026-11.csv") == bytes)
    }

    @Test(arguments: [
        "cloudwatch-sns-1-alarm", "cloudwatch-sns-2-ok", "cloudwatch-sns-3-insufficient-data",
        "grafana-firing",
        "pingdom-down", "json-1-firing", "json-2-resolved",
    ])
    func otherSendersAreRead(name: String) throws {
        let result = try take(name, at: "01:41:01")
        #expect(result.status == 0 && result.output == "", "\(result.error)")
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/alerts"))
    }

    @Test(arguments: ["hostile-1-script-and-updates", "hostile-2-million-labels"])
    func hostilePayloadsPublishNothingOfTheirOwn(name: String) throws {
        let rules = try text("status.yml").replacing("hold: 5m", with: "hold: 0s")
            .replacing(
                "source: alertmanager, service: checkout, severity: critical", with: "service: checkout")
        try scratch.write(rules, to: "status.yml")
        let result = try take(name, at: "01:41:01")
        #expect(result.status == 0 && !result.error.contains("\u{1B}"), "\(result.error)")
        for (path, text) in try Scratch.contents(of: scratch.path) where path != "status.yml" {
            #expect(!path.contains(".."))
            #expect(!text.contains("<script") && !text.contains("[RESOLVED]"), "\(path): \(text)")
            #expect(
                path.hasPrefix("alerts/2026-11") || path.hasPrefix("incidents/2026/2026-11-28-payments-fail"))
        }
    }

    @Test func noOrderAndNoRepetitionChangesTheLedger() throws {
        let names = (1...7).map { number in
            (try? FileManager.default.contentsOfDirectory(atPath: AlertSamples.folder))?
                .first { $0.hasPrefix("am-\(number)-") } ?? ""
        }
        var ledgers: Set<[String]> = []
        for order in [names, names.reversed(), names + names, Array(names[3...] + names[..<3])] {
            try? FileManager.default.removeItem(atPath: scratch.path + "/alerts")
            for name in order { _ = try take(String(name.dropLast(".json".count)), at: "01:01:07") }
            ledgers.insert(try ledger())
        }
        #expect(ledgers.count == 1)
    }
}

private extension AlertTableTests {
    func program(_ arguments: [String], at time: String) throws -> Program.Result {
        try Program.run(arguments + ["--site", scratch.path, "--now", "2026-11-28T\(time)Z"])
    }

    func take(_ sample: String, at time: String, _ options: String...) throws -> Program.Result {
        try program(["alert", AlertSamples.folder + sample + ".json"] + options, at: time)
    }

    func due(_ time: String) throws -> Program.Result { try program(["alert", "--due"], at: time) }

    func text(_ path: String) throws -> String {
        try String(contentsOfFile: scratch.path + "/" + path, encoding: .utf8)
    }

    /// The ledger's rows.
    func ledger() throws -> [String] {
        try text("alerts/2026-11.csv").split(separator: "\n").dropFirst().map(String.init)
    }

    func row(_ key: String, _ started: String, _ ended: String, _ detected: String) -> String {
        "alertmanager,\(key),2026-11-28T\(started)Z,\(ended),2026-11-28T\(detected)Z,,checkout,SEV-2,"
    }

    func records() throws -> [String] {
        try Scratch.contents(of: scratch.path).keys.filter { $0.hasPrefix("incidents/") }.sorted()
    }

    func expectNothingPrivate() throws {
        let secrets = [
            "Rosa", "ip-10-0-3-17", "arn:aws", "CheckoutErrorRatio", "corp.example", "5xx", "4711", "10.0.3.",
        ]
        for (path, text) in try Scratch.contents(of: scratch.path) where path != "status.yml" {
            for secret in secrets { #expect(!text.contains(secret), "\(path) has \(secret)") }
        }
    }
}
