import Foundation
import Testing

@testable import allclear

/// From an alert to the page, as CI does it: nobody types anything but `git merge`.
@Suite struct AlertWorkflowTests {
    private let checkout: Checkout
    private let hub: FakeHub

    init() throws {
        checkout = try Checkout()
        hub = try FakeHub(in: checkout)
        let site = try #require(try checkout.files()["status.yml"])
        try checkout.write(site + Self.rules, to: "status.yml")
        try checkout.commit(at: "2026-01-02T11:00:00Z")
    }

    @Test func alertBecomesAPullRequestOnce() throws {
        for _ in 1...2 { try take(Self.firing) }
        let branch = try checkout.pushed(Self.branch)
        let record = try #require(branch[Self.record])
        #expect(record.contains("[INVESTIGATING] Some payments fail. We are looking into it.\n"), "\(record)")
        // It gets its time when readers hear.
        #expect(!record.contains("Updated:"))
        let main = try checkout.pushed()
        #expect(main[Self.record] == nil)
        let row = "shop,\(Self.key),2026-01-02T11:58:00Z,,2026-01-02T12:00:00Z,,api,SEV-2,"
        #expect(
            main["alerts/2026-01.csv"]?.hasSuffix("\n\(row)2026-01-02-payments-fail.md\n") == true, "\(main)")
        #expect(try checkout.log() == "Process alerts\nChange\nStart\n")
        #expect(try hub.opened.keys.sorted() == [Self.branch])
        let text = try #require(try hub.opened[Self.branch])
        #expect(text.contains("\n    ") && text.contains("Payments fail"), "\(text)")
        #expect(try checkout.files()["runs"] == "workflow run check.yml --ref \(Self.branch)\n")
    }

    @Test func mergedAlertIsToldOnce() throws {
        try tell()
        try take(Self.firing)
        try checkout.merge(Self.branch)
        for _ in 1...2 { try take(Self.firing) }
        #expect(try hub.opened.count == 1)
        try checkout.takeMain()
        try checkout.run("publish", "Look up what was published last", ["BEFORE": "HEAD~2"])
        try checkout.run("publish", "Add times to updates", ["LAST": ""])
        for _ in 1...2 { try tell() }
        let told = try checkout.said("GITHUB_STEP_SUMMARY")
        #expect(told.split(separator: "\n").count == 1 && told.contains("Some payments fail."), "\(told)")
    }

    @Test func publishedAlertStartsTheBuild() throws {
        let site = try #require(try checkout.files()["status.yml"])
        try checkout.write(site.replacing("then: review", with: "then: publish"), to: "status.yml")
        try checkout.commit(at: "2026-01-02T11:01:00Z")
        try take(Self.firing)
        #expect(try checkout.pushed()[Self.record]?.contains("Updated: 2026-01-02 12:00") == true)
        #expect(try hub.opened.isEmpty)
        #expect(try checkout.files()["runs"] == "workflow run publish.yml --ref main\n")
    }

    @Test func recordThatIsOverBeforeItWasMergedIsWithdrawn() throws {
        try take(Self.firing)
        try take(Self.over)
        #expect(try hub.opened.count == 1)
        // `quiet` has passed.
        try due(at: "1767355800")
        #expect(try hub.opened.isEmpty)
        #expect(try checkout.pushed()["alerts/2026-01.csv"]?.hasSuffix(",declined\n") == true)
        #expect(try !checkout.branches().contains(Self.branch))
    }

    @Test func branchThatAPersonChangedIsLeftToThem() throws {
        try take(Self.firing)
        try checkout.pushAsSomebodyElse(Self.record, "---\ntitle: Ours\n---\n", to: Self.branch)
        try take(Self.over)
        try due(at: "1767355800")
        #expect(try checkout.pushed(Self.branch)[Self.record] == "---\ntitle: Ours\n---\n")
        #expect(try hub.opened.count == 1)
    }

    @Test func closedPullRequestIsADecision() throws {
        try take(Self.firing)
        let variables = hub.variables.merging(["BRANCH": Self.branch]) { $1 }
        try checkout.run("alert", "Mark the record as declined", variables)
        #expect(try checkout.pushed()["alerts/2026-01.csv"]?.hasSuffix(",declined\n") == true)
        try take(Self.firing)
        #expect(try checkout.log() == "Process alerts\nProcess alerts\nChange\nStart\n")
    }

    /// Another run is faster, twice.
    @Test func lostRaceIsRunAgain() throws {
        try checkout.refusePushesToMain(times: 2)
        try take(Self.firing)
        #expect(try checkout.log() == "Process alerts\nChange\nStart\n")
        #expect(try hub.opened.count == 1)
    }

    @Test func payloadThatCannotBeReadTurnsTheRunRed() throws {
        #expect(try alert("{", "Process the alert").status == 1)
        #expect(try checkout.log() == "Change\nStart\n")
    }

    @Test func channelThatRefusesIsToldAgainAlone() throws {
        let refusing = "ops json -\nleads json http://127.0.0.1:9"
        try tell(refusing)
        try take(Self.firing)
        try checkout.merge(Self.branch)
        try checkout.run("publish", "Add times to updates", ["LAST": ""])
        for _ in 1...2 { try tell(refusing, status: 1) }
        // The first is told once, although the other refuses.
        let told = try checkout.said("GITHUB_STEP_SUMMARY").split(separator: "\n")
        #expect(told.count == 1, "\(told)")
    }
}

private extension AlertWorkflowTests {
    static let branch = "alert/2026-01-02-payments-fail"
    static let record = "incidents/2026/2026-01-02-payments-fail.md"
    static let key = "7dd1a0c2b4e8"
    static let rules = """

        texts:
          payments-fail:
            title: Payments fail
            text: Some payments fail. We are looking into it.
            MONITORING: Payments work again.
        alerts:
          - match: {service: checkout}
            component: api
            severity: SEV-2
            text: payments-fail
            hold: 0s
            quiet: 5m
            then: review

        """
    static let firing = """
        {"source": "shop", "key": "\(key)", "status": "firing", "started": "2026-01-02T11:58:00Z", \
        "labels": {"service": "checkout"}}
        """
    static let over = """
        {"source": "shop", "key": "\(key)", "status": "resolved", "started": "2026-01-02T11:58:00Z", \
        "ended": "2026-01-02T11:59:30Z", "labels": {"service": "checkout"}}
        """

    func take(_ payload: String) throws {
        let result = try alert(payload, "Process the alert")
        #expect(result.status == 0, "\(result.output)\(result.error)")
    }

    func due(at seconds: String) throws {
        let result = try alert("", "Process the alert", ["IS_DUE": "true", "SOURCE_DATE_EPOCH": seconds])
        #expect(result.status == 0, "\(result.output)\(result.error)")
    }

    func alert(_ payload: String, _ step: String, _ variables: [String: String] = [:]) throws
        -> Program.Result
    {
        let event = try JSONSerialization.data(withJSONObject: ["inputs": ["payload": payload]])
        let file = checkout.path + "/../event.json"
        try event.write(to: URL(filePath: file))
        return try checkout.result(
            "alert", step,
            hub.variables.merging(["IS_DUE": "false", "GITHUB_EVENT_PATH": file]) { $1 }.merging(variables) {
                $1
            })
    }

    func tell(_ webhooks: String = "ops json -", status: Int32 = 0) throws {
        let variables = hub.variables.merging(["WEBHOOKS": webhooks]) { $1 }
        let result = try checkout.result("publish", "Announce updates", variables)
        #expect(result.status == status, "\(result.output)\(result.error)")
    }
}
