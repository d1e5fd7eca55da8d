import Foundation
import TestSupport
import Testing

/// `allclear alert` as it is run: what becomes of a payload, of the ledger and of records.
@Suite struct AlertCommandTests {
    private let site: AlertSite

    init() throws { site = try AlertSite() }

    @Test func alertThatLastsBecomesARecordInTheTextsWords() throws {
        let held = try site.take(AlertSite.firing(), at: "01:01:07")
        #expect(held.status == 0 && held.output == "alerts/2026-11.csv\n")
        #expect(held.error == "allclear: `checkout`, `SEV-2`: held until 01:04:07 UTC\n")
        #expect(
            try site.ledger()
                == """
                source,key,started,ended,detected,acknowledged,component,severity,record
                shop,1e6d1b7b0a8a7b2c,2026-11-28T00:59:07Z,,2026-11-28T01:01:07Z,,checkout,SEV-2,

                """.replacing("1e6d1b7b0a8a7b2c", with: AlertSite.key))
        #expect(try site.due("01:04:06").error == "allclear: nothing is due\n")
        let told = try site.due("01:04:07", "--plan")
        #expect(told.status == 0, "\(told.error)")
        #expect(told.output == "ledger alerts/2026-11.csv\nreview \(AlertSite.record)\n")
        #expect(
            try site.text(AlertSite.record) == """
                ---
                title: Payments fail for some customers
                severity: SEV-2
                components:
                  checkout: partial_outage
                started: 2026-11-28 00:59:07 UTC
                detected: 2026-11-28 01:01:07 UTC
                detected_by: alert
                ---

                [INVESTIGATING] Our monitoring reports that some payments fail. We are looking into it.
                Updated: 2026-11-28 01:04 UTC

                """)
        #expect(
            try site.ledger().hasSuffix(",checkout,SEV-2,2026-11-28-payments-fail-for-some-customers.md\n"))
        #expect(try site.run("check", "--now", "2026-11-28T01:05:00Z").status == 0)
        #expect(try site.due("01:05:00").output == "")
    }

    @Test func recordThatAwaitsReviewBearsNoTimeUnlessItIsGiven() throws {
        _ = try site.take(AlertSite.firing(), at: "01:01:07")
        let clock = ["SOURCE_DATE_EPOCH": "1795828800"]  // 2026-11-28T01:20:00Z
        let told = try Program.run(["alert", "--due", "--site", site.path], environment: clock)
        #expect(told.status == 0 && told.output.contains(AlertSite.record), "\(told.error)")
        #expect(try site.text(AlertSite.record).hasSuffix("We are looking into it.\n"))
        let check = ["check", "--now", "2026-11-28T01:20:00Z"]
        #expect(try site.run(check).output.contains("[missing-time]"))
        #expect(try site.run(check + ["--pull-request"]).status == 0)
    }

    @Test func endIsSaidOnceAfterTheQuiet() throws {
        _ = try site.take(AlertSite.firing(), at: "01:01:07")
        _ = try site.due("01:04:07")
        _ = try site.take(AlertSite.resolved("01:06:28"), at: "01:07:00")
        #expect(try site.due("01:21:27").output == "")
        #expect(try site.due("01:21:28").output == "\(AlertSite.record)\n")
        let text = try site.text(AlertSite.record)
        #expect(
            text.hasSuffix(
                """

                [MONITORING] Our monitoring reports that payments work again. We keep watching.
                Components: checkout operational since 2026-11-28 01:06:28 UTC
                Updated: 2026-11-28 01:21 UTC

                """), "\(text)")
        let again = try site.due("01:40:00")
        #expect(again.output == "" && again.error == "allclear: nothing is due\n")
        #expect(try site.text(AlertSite.record) == text)
        #expect(try site.run("check", "--now", "2026-11-28T01:40:00Z").status == 0)
    }

    @Test(arguments: ["MONITORING", "RESOLVED"]) func endThatAPersonSaidIsNotSaidAgain(phase: String) throws {
        _ = try site.take(AlertSite.firing(), at: "01:01:07")
        _ = try site.due("01:04:07")
        _ = try site.run(
            "update", "payments", phase, "It is the queue.", "--component", "all=operational", "--now",
            "2026-11-28T01:05:00Z")
        _ = try site.take(AlertSite.resolved("01:06:28"), at: "01:07:00")
        let text = try site.text(AlertSite.record)
        #expect(try site.due("02:00:00").output == "")
        #expect(try site.text(AlertSite.record) == text)
    }

    @Test func statusThatAPersonChangedLaterHoldsUntilTheUpdate() throws {
        _ = try site.take(AlertSite.firing(), at: "01:01:07")
        _ = try site.due("01:04:07")
        _ = try site.take(AlertSite.resolved("01:06:28"), at: "01:07:00")
        _ = try site.run(
            "update", "payments", "IDENTIFIED", "Cards fail.", "--component", "checkout=major", "--now",
            "2026-11-28T01:10:00Z")
        #expect(try site.due("01:21:28").status == 0)
        let text = try site.text(AlertSite.record)
        #expect(
            text.hasSuffix("watching.\nComponents: checkout operational\nUpdated: 2026-11-28 01:21 UTC\n"),
            "\(text)")
    }

    @Test func recordThatIsBrokenLeavesTheLedgerWritten() throws {
        _ = try site.take(AlertSite.firing(), at: "01:01:07")
        _ = try site.due("01:04:07")
        let broken = try site.text(AlertSite.record).replacing("severity: SEV-2", with: "severity: SEV-7")
        try site.write(broken, to: AlertSite.record)
        let ended = try site.take(AlertSite.resolved("01:06:28"), at: "01:30:00")
        #expect(ended.status == 3 && ended.output == "alerts/2026-11.csv\n")
        #expect(ended.error.contains("[unknown-severity]"), "\(ended.error)")
        #expect(try site.ledger().contains("2026-11-28T01:06:28Z"))
        #expect(try site.text(AlertSite.record) == broken)
    }

    @Test func recordThatNobodyPublishedIsWithdrawn() throws {
        _ = try site.take(AlertSite.firing(), at: "01:01:07")
        _ = try site.due("01:04:07")
        // The branch has it, and the main branch does not.
        try FileManager.default.removeItem(atPath: "\(site.path)/\(AlertSite.record)")
        _ = try site.take(AlertSite.resolved("01:06:28"), at: "01:07:00")
        #expect(
            try site.due("01:21:28", "--plan").output
                == "ledger alerts/2026-11.csv\nwithdraw \(AlertSite.record)\n")
        #expect(try site.ledger().hasSuffix(",declined\n"))
        #expect(try site.due("01:30:00").output == "")
    }

    @Test func recordThatIsDeclinedIsNotWrittenAgain() throws {
        _ = try site.take(AlertSite.firing(), at: "01:01:07")
        _ = try site.due("01:04:07")
        try FileManager.default.removeItem(atPath: "\(site.path)/\(AlertSite.record)")
        let unknown = try site.run(
            "alert", "--declined", "2026-11-28-payments", "--now", "2026-11-28T01:05:00Z")
        #expect(
            unknown.status == 1 && unknown.error.contains("the ledger has no record `2026-11-28-payments`"))
        let declined = try site.run("alert", "--declined", AlertSite.record, "--now", "2026-11-28T01:05:00Z")
        #expect(declined.status == 0 && declined.output == "alerts/2026-11.csv\n", "\(declined.error)")
        #expect(try site.ledger().hasSuffix(",declined\n"))
        #expect(try site.take(AlertSite.firing(), at: "01:30:00").output == "")
        #expect(!FileManager.default.fileExists(atPath: "\(site.path)/\(AlertSite.record)"))
    }

    @Test func runThatEndedBeforeItsLedgerFindsItsRecord() throws {
        _ = try site.take(AlertSite.firing(), at: "01:01:07")
        let ledger = try site.ledger()
        _ = try site.due("01:04:07")
        try site.write(ledger, to: "alerts/2026-11.csv")
        #expect(try site.due("01:05:00", "--plan").output == "ledger alerts/2026-11.csv\n")
        #expect(try site.ledger().hasSuffix(",2026-11-28-payments-fail-for-some-customers.md\n"))
        #expect(try site.records() == [AlertSite.record])
    }

    @Test func secondIncidentOfADayHasAnotherName() throws {
        _ = try site.take(AlertSite.firing(), at: "01:01:07")
        _ = try site.due("01:04:07")
        _ = try site.take(AlertSite.resolved("01:06:28"), at: "01:30:00")
        _ = try site.take(AlertSite.firing(from: "03:00:00"), at: "03:00:10")
        let told = try site.due("03:05:00")
        let second = AlertSite.record.replacing(".md", with: "-2.md")
        #expect(told.output == "alerts/2026-11.csv\n\(second)\n", "\(told.error)")
        #expect(try site.records() == [AlertSite.record, second].sorted())
    }

    @Test func internalRecordIsInternalAndGoesToTheMainBranch() throws {
        try site.write(AlertSite.status(then: "internal"), to: "status.yml")
        _ = try site.take(AlertSite.firing(), at: "01:01:07")
        #expect(
            try site.due("01:04:07", "--plan").output
                == "ledger alerts/2026-11.csv\npublish \(AlertSite.record)\n")
        #expect(try site.text(AlertSite.record).contains("\nvisibility: internal\n"))
        #expect(try site.text(AlertSite.record).hasSuffix("\nUpdated: 2026-11-28 01:04 UTC\n"))
    }

    @Test func acknowledgementIsFilledIntoTheOpenRecord() throws {
        let event = { (type: String, at: String) in
            """
            {"event": {"event_type": "incident.\(type)", "occurred_at": "2026-11-28T\(at)Z", "data": {
            "id": "Q1ZT5W0LQ7K2", "created_at": "2026-11-28T00:59:07Z", "title": "Rosa Example",
            "service": {"summary": "Checkout"}, "urgency": "high"}}}
            """
        }
        _ = try site.take(event("triggered", "00:59:08"), at: "01:01:07")
        _ = try site.due("01:04:07")
        let result = try site.take(event("acknowledged", "01:05:40"), at: "01:05:41")
        #expect(result.status == 0, "\(result.error)")
        #expect(result.output == "alerts/2026-11.csv\n\(AlertSite.record)\n")
        let text = try site.text(AlertSite.record)
        #expect(
            text.contains("\ndetected_by: alert\nacknowledged: 2026-11-28 01:05:40 UTC\n---\n"), "\(text)")
        #expect(try site.allBytes().contains("Rosa") == false)
    }

    @Test func oldAndFutureStartsMakeNoRecordUnlessTheyAreAccepted() throws {
        let old = try site.take(
            AlertSite.firing(on: "2026-11-26"), at: "01:01:07")
        #expect(old.status == 0 && old.output == "alerts/2026-11.csv\n")
        #expect(
            old.error.contains(
                "an alert from `shop` started more than 24 hours ago, at 2026-11-26 00:59:07 UTC: it is"),
            "\(old.error)")
        #expect(try site.due("01:30:00").output == "")
        let ahead = try site.take(AlertSite.firing(from: "05:00:00"), at: "01:31:00")
        #expect(
            ahead.error.contains(" starts in the future, at 2026-11-28 05:00 UTC: it is"), "\(ahead.error)")
        let accepted = try site.take(AlertSite.firing(on: "2026-11-26"), at: "01:32:00", "--accept-start")
        #expect(
            accepted.output.hasSuffix("incidents/2026/2026-11-26-payments-fail-for-some-customers.md\n"),
            "\(accepted.error)")
        #expect(try site.records().count == 1)
    }

    @Test func payloadThatCannotBeReadIsRefusedWithItsPlace() throws {
        for payload in ["{\"a\": nope}", "{\"a\": 1}", String(repeating: " ", count: 1 << 20) + "{}"] {
            let result = try site.take(payload, at: "01:01:07")
            #expect(result.status == 1 && result.output.isEmpty)
            #expect(
                result.error.contains(
                    /cannot be read as an alert: .* \(byte \d+\)\nallclear: nothing was written\n$/),
                "\(result.error)")
            #expect(try site.files() == ["status.yml"])
        }
    }

    @Test func ledgerThatIsBrokenIsRefusedAndKept() throws {
        let broken =
            "source,key,started,ended,detected,acknowledged,component,severity,record\n<<<<<<< HEAD\n"
        try site.write(broken, to: "alerts/2026-11.csv")
        let result = try site.take(AlertSite.firing(), at: "01:01:07")
        #expect(
            result.status == 1 && result.error.contains("alerts/2026-11.csv:2:1: error: "), "\(result.error)")
        #expect(try site.ledger() == broken)
        #expect(try site.run("check", "--now", "2026-11-28T01:05:00Z").output.contains("[broken-ledger]"))
        #expect(try site.run("build", "--now", "2026-11-28T01:05:00Z").status == 0)
    }

    @Test func unmatchedAlertIsNamedByItsLabelsKeysAlone() throws {
        let payload = AlertSite.firing().replacing("checkout", with: "Rosa Example")
        let result = try site.take(payload, at: "01:01:07", "--explain")
        #expect(result.status == 0 && result.output == "")
        #expect(
            result.error.contains(
                "allclear: no rule under `alerts` matches an alert from `shop` with the labels `service`, `team`\n"
            ))
        #expect(result.error.contains("rule 1 does not match: the label `service` has another value"))
        #expect(!result.error.contains("Rosa"), "\(result.error)")
    }

    @Test func eventFilesOfGitHubAreRead() throws {
        let payload = AlertSite.firing()
        let quoted = String(decoding: try JSONEncoder().encode(payload), as: UTF8.self)
        try site.write("{\"inputs\": {\"payload\": \(quoted)}}", to: "dispatch.json")
        try site.write("{\"client_payload\": \(payload), \"sender\": {}}", to: "repository.json")
        for (number, name) in ["dispatch.json", "repository.json"].enumerated() {
            let result = try site.run(
                "alert", "--from-event", "\(site.path)/\(name)", "--now", "2026-11-28T01:01:07Z")
            #expect(
                result.status == 0 && result.output == (number == 0 ? "alerts/2026-11.csv\n" : ""),
                "\(result.error)")
        }
        try site.write("{\"client_payload\": {\"a\": 1}}", to: "bad.json")
        let bad = try site.run("alert", "--from-event", "\(site.path)/bad.json")
        #expect(bad.status == 1 && bad.error.contains(/\(byte \d\d\)/), "\(bad.error)")
        try site.write("{}", to: "none.json")
        #expect(
            try site.run("alert", "--from-event", "\(site.path)/none.json").error.contains("has no payload"))
    }

    @Test(arguments: [
        ["alert", "--due", "x.json"], ["alert", "--due", "--declined", "x"],
        ["alert", "--due", "--snapshot"],
        ["alert", "x.json", "--from", "opsgenie"],
    ])
    func optionsThatContradictAreWrong(arguments: [String]) throws {
        #expect(try site.run(arguments).status == 64)
    }

    @Test func teamsReportSetsAlertsBesideRecords() throws {
        _ = try site.take(AlertSite.firing(), at: "01:01:07")
        _ = try site.due("01:04:07")
        _ = try site.take(AlertSite.resolved("01:29:07"), at: "01:30:00")
        _ = try site.due("01:45:00")
        let report = ["report", "2026-11", "--now", "2026-12-01T00:00:00Z"]
        let team = try site.run(report + ["--audience", "internal"])
        #expect(team.status == 0, "\(team.error)")
        for line in [
            "| Alerts fired | 1 |", "| Incidents created by the rules | 1 |",
            "| Incidents that have a record | 1 |",
        ] { #expect(team.output.contains(line), "\(team.output)") }
        #expect(team.output.contains(/\| \[Checkout\]\(.*\) \| 30.min \| 30.min \|/), "\(team.output)")
        #expect(try !site.run(report).output.contains("Alerts fired"))
    }

    /// Each takes in an alert of its own, and finds out only when it pushes that the other was faster.
    @Test func runnersAtTheSameTimeWriteOneRecord() throws {
        let (scratch, bash) = (try Scratch(), try Bash())
        try scratch.write(AlertSite.status(then: "publish"), to: "seed/status.yml")
        try scratch.write("alerts/*.csv merge=union\n", to: "seed/.gitattributes")
        for number in 1...10 {
            let payload = AlertSite.firing(from: "00:59:0\(number % 10)").replacing(
                "com/1", with: "com/\(number)")
            try scratch.write(payload, to: "payload-\(number).json")
        }
        let script = """
            cd seed && git init -q -b main && git add -A && git commit -qm Site && cd ..
            git clone -q --bare seed origin.git && git clone -q origin.git a && git clone -q origin.git b
            commit() { git add -A && git commit -qm "Take in an alert" || true; }
            for round in 1 2 3 4 5; do
              now=2026-11-28T01:0$round
              for runner in a b; do
                (cd $runner && git pull -q --no-rebase)
              done
              (cd a && allclear alert ../payload-$round.json --now $now:07Z && commit && git push -q)
              (cd b && allclear alert ../payload-$((round + 5)).json --now $now:09Z && commit
               ! git push -q 2>/dev/null && git pull -q --no-rebase --no-edit
               allclear alert --due --now $now:20Z && commit && git push -q)
            done
            cd a && git pull -q --no-rebase && git ls-files && allclear check --now 2026-11-28T02:00:00Z
            """
        let result = try bash.run(script, in: scratch.path)
        #expect(result.status == 0, "\(result.error)\(result.output)")
        let files = try Scratch.contents(of: scratch.path + "/a").keys.filter { $0.hasPrefix("incidents/") }
        #expect(files == [AlertSite.record], "\(files)")
        let ledger = try String(contentsOfFile: scratch.path + "/a/alerts/2026-11.csv", encoding: .utf8)
        let rows = ledger.split(separator: "\n").dropFirst()
        #expect(rows.count == 10)
        #expect(
            rows.allSatisfy { $0.hasSuffix(",2026-11-28-payments-fail-for-some-customers.md") }, "\(ledger)")
    }

    @Test func statusSaysWhenMoreIsDue() throws {
        let due = { (at: String) in
            let result = try site.run("status", "--json", "--now", "2026-11-28T\(at)Z")
            let range = try #require(result.output.firstRange(of: /"alerts": ?\{"due_at": ?[^}]*/))
            return String(result.output[range].split(separator: "due_at\":").last ?? "")
                .trimmingCharacters(in: .whitespaces)
        }
        #expect(try due("01:00:00") == "null")
        _ = try site.take(AlertSite.firing(), at: "01:01:07")
        #expect(try due("01:02:00") == "\"2026-11-28T01:04:07Z\"")
        _ = try site.due("01:04:07")
        #expect(try due("01:05:00") == "null")
        _ = try site.take(AlertSite.resolved("01:06:28"), at: "01:07:00")
        #expect(try due("01:08:00") == "\"2026-11-28T01:21:28Z\"")
        _ = try site.due("01:21:28")
        #expect(try due("01:22:00") == "null")
    }

    /// A draft and a text that says nothing at the end leave nothing to do for ever.
    @Test(arguments: ["draft", "nothing"]) func runThatDidAllItCanIsNotDueAgain(_ reason: String) throws {
        if reason == "nothing" {
            try site.write(
                AlertSite.status(then: "publish").replacing("publish}", with: "publish, when_over: nothing}"),
                to: "status.yml")
        }
        _ = try site.take(AlertSite.firing(), at: "01:01:07")
        _ = try site.due("01:04:07")
        if reason == "draft" {
            try site.write(
                site.text(AlertSite.record).replacing("title:", with: "draft: true\ntitle:"),
                to: AlertSite.record)
        }
        _ = try site.take(AlertSite.resolved("01:06:28"), at: "01:07:00")
        let due = { (at: String) in
            try site.run("status", "--json", "--now", "2026-11-28T\(at)Z").output.filter { !$0.isWhitespace }
        }
        let next = reason == "draft" ? "\"2026-11-28T01:21:28Z\"" : "null"
        #expect(try due("01:08:00").contains("\"alerts\":{\"due_at\":\(next)}"))
        _ = try site.due("01:21:28")
        #expect(try site.text(AlertSite.record).contains("[MONITORING]") == (reason == "draft"))
        #expect(try due("01:22:00").contains("\"alerts\":{\"due_at\":null}"))
    }

    @Test func alertsThatNoRecordTellsOfAreWarnedOf() throws {
        _ = try site.take(AlertSite.firing(), at: "01:01:07")
        _ = try site.take(AlertSite.resolved("01:30:00"), at: "01:30:01")
        let ledger = try site.ledger().replacing("2026-11-28-payments-fail-for-some-customers.md", with: "")
        for record in try site.records() {
            try FileManager.default.removeItem(atPath: "\(site.path)/\(record)")
        }
        try site.write(ledger, to: "alerts/2026-11.csv")
        let check = { try site.run("check", "--now", "2026-11-30T00:00:00Z") }
        #expect(
            try check().output.contains(
                "alerts/2026-11.csv:1:1: warning: alerts for `checkout` fired between "))
        try site.write(
            """
            ---
            title: Cards fail
            severity: SEV-2
            components: {checkout: partial}
            started: 2026-11-28T01:00Z
            ---

            [INVESTIGATING 01:10 UTC] We look into it.

            [RESOLVED 01:20 UTC] All is well.
            """, to: "incidents/cards.md")
        #expect(try !check().output.contains("[untold-alerts]"))
    }
}
