import Diagnostics
import StatusModel
import Testing

@testable import Records

/// `rules_until` in `status.yml`: how its sets are read on top of each other, and what is told of them.
@Suite struct FormerRulesTests {
    private static let status = """
        site: {title: Example Status, url: "https://status.example.com", time_zone: Asia/Tokyo, target: 99.9}
        groups: [{id: core, name: Core, target: 99.95}]
        components:
          - {id: api, name: API, aliases: [gateway], group: core}
          - {id: cdn, name: CDN, uptime: false}
        uptime: {weights: {partial_outage: 0.5, degraded: 0.1}}
        severities:
          SEV-1: {aliases: [P0], component_status: major, acknowledge_within: 5m, post_mortem: {within: 2d}}
          SEV-2: {component_status: partial, visibility: internal}

        """

    private static let sets = """
        rules_until:
          2025-01-01:
            severities: {SEV-1: {acknowledge_within: 1h}, SEV-2: {visibility: public}}
            components: {api: {target: 98}}
          2026-01-01:
            severities: {p0: {acknowledge_within: 30m, component_status: partial, post_mortem: none}}
            uptime: {weights: {partial_outage: 0.3, degraded: none}}
            target: 99.5
            components: {gateway: {target: 99}, cdn: {uptime: true}}
            groups: {Core: {target: none}}
            business_hours: {days: mon-fri, from: "09:00", until: "17:00"}

        """

    /// Midnight in Tokyo is 15:00 UTC of the day before.
    private let change = Instant(seconds: 1_767_193_200)
    private let older = Instant(seconds: 1_735_657_200)

    @Test func formerLadderAndChannelsAreRead() throws {
        let status = Self.status.replacing(
            "acknowledge_within: 5m", with: "notify: [chat, sms], escalate: {after: 15m, to: Lead}")
        let former = """
            rules_until:
              2025-01-01: {severities: {SEV-1: {notify: none, escalate: none}}}
              2026-01-01: {severities: {SEV-1: {notify: chat, escalate: [{after: 1h, to: CTO}]}}}

            """
        let rules = try SampleSite(status: status + former).configuration.page.rules
        let severity = { rules.severity(0, at: $0) }
        #expect(severity(change).escalations == [Severity.Escalation(.after(900), to: "Lead")])
        #expect(severity(change - 1).escalations == [Severity.Escalation(.after(3_600), to: "CTO")])
        #expect(severity(older - 1).escalations.isEmpty && severity(older - 1).notifications.isEmpty)
        #expect(severity(change - 1).notifications == [Severity.Notification(channel: "chat")])
        #expect(severity(change).notifications.map(\.channel) == ["chat", "sms"])
    }

    @Test func setIsReadOnTopOfTheNextNewerOne() throws {
        let rules = try SampleSite(status: Self.status + Self.sets).configuration.page.rules
        let severity = { rules.severity(0, at: $0) }
        #expect(severity(change).acknowledgeWithin == 300)
        #expect(severity(change - 1).acknowledgeWithin == 1_800)
        #expect(severity(older - 1).acknowledgeWithin == 3_600)
        #expect(severity(change - 1).componentStatus == .partialOutage)
        #expect(severity(older - 1).componentStatus == .partialOutage)
        #expect(severity(change - 1).postMortem == nil)
        #expect(severity(change).postMortem?.within == 172_800)
        #expect(severity(older - 1).aliases == ["P0"])
        #expect(rules.severity(1, at: older - 1).visibility == .public)
        #expect(rules.severity(1, at: older).visibility == .internal)
        #expect(rules.weights(at: change - 1)[.partialOutage] == 300)
        #expect(rules.weights(at: change - 1)[.degradedPerformance] == 0)
        #expect(rules.weights(at: change)[.degradedPerformance] == 100)
        #expect(rules.weights(at: change - 1)[.majorOutage] == 1_000)
        #expect(rules.target(of: 0, at: older - 1)?.millionths == 980_000)
        #expect(rules.target(of: 0, at: older)?.millionths == 990_000)
        #expect(rules.target(of: 0, at: change)?.millionths == 999_500)
        #expect(rules.target(of: 1, at: change - 1)?.millionths == 995_000)
        #expect(rules.counts(1, at: change - 1) && !rules.counts(1, at: change))
        #expect(rules.businessHours(at: change - 1)?.from.seconds == 32_400)
        #expect(rules.businessHours(at: change) == nil)
    }

    @Test func orderOfTheDaysInTheFileDoesNotMatter() throws {
        let lines = Self.sets.split(separator: "\n").map(String.init)
        let turned = ([lines[0]] + lines[4...] + lines[1..<4]).joined(separator: "\n")
        let (one, other) = try (
            SampleSite(status: Self.status + Self.sets), SampleSite(status: Self.status + turned)
        )
        #expect(one.configuration.page.formerRules == other.configuration.page.formerRules)
    }

    @Test(arguments: [
        ("2025-13-01: {target: 99}", "error invalid-time"),
        ("last year: {target: 99}", "error invalid-time"),
        ("2025-01-01: {target: 101}", "error invalid-value"),
        ("2025-01-01: {target: 99.9}", "warning unchanged-rule"),
        ("2025-01-01: {severities: {SEV-9: {hours: business}}}", "error unknown-severity"),
        ("2025-01-01: {severities: {SEV-1: {resolve_within: none}}}", "error invalid-value"),
        ("2025-01-01: {severities: {SEV-1: {acknowledge_within: 5m}}}", "warning unchanged-rule"),
        ("2025-01-01: {severities: {SEV-1: {name: Critical}}}", "warning unknown-key"),
        ("2025-01-01: {severities: {SEV-1: {visibilty: internal}}}", "error unknown-key"),
        (
            "2025-01-01: {severities: {SEV-1: {hours: business}, P0: {hours: business}}}",
            "error duplicate-key"
        ),
        ("2025-01-01: {components: {app: {target: 99}}}", "error unknown-component"),
        ("2025-01-01: {components: {api: {target: none}}}", "error invalid-value"),
        ("2025-01-01: {groups: {edge: {target: 99}}}", "error invalid-value"),
        ("2025-01-01: {uptime: {weights: {partial_outage: 0.5}}}", "warning unchanged-rule"),
        ("2025-01-01: {uptime: {weights: {broken: 0.5}}}", "error unknown-status"),
        ("2025-01-01: {site: {target: 99}}", "warning unknown-key"),
        ("2025-01-01:", "error empty-value"),
        ("2025-01-01: 99", "error wrong-type"),
        ("2025-01-01: {severities: [SEV-1]}", "error wrong-type"),
    ])
    func mistakeIsTold(set: String, expected: String) {
        let findings = Findings()
        let text = Self.status + "rules_until:\n  \(set)\n"
        _ = Configuration(reading: SourceFile(path: "status.yml", bytes: Array(text.utf8)), into: findings)
        #expect(findings.all.map { "\($0.severity.rawValue) \($0.id.rawValue)" } == [expected])
        #expect(findings.all.allSatisfy { $0.location.line == 11 && $0.hint != nil })
    }

    /// Without `started`, the first update tells by which rules a record is read.
    @Test func recordHasTheDefaultsOfItsBeginning() throws {
        let site = try SampleSite(status: Self.status + Self.sets)
        let read = { (severity: String, lines: String) in
            site.read("---\ntitle: A\nseverity: \(severity)\n\(lines)")
        }
        let said = "---\n\n[INVESTIGATING 2025-12-31T14:00Z] A.\n\n[RESOLVED 2026-01-02T15:00Z] B.\n"
        let old = try #require(read("SEV-1", "components: [api]\n" + said).record)
        #expect(old.components.map(\.status) == [.partialOutage])
        let new = said.replacing("2025-12-31T14", with: "2025-12-31T15")
        #expect(read("SEV-1", "components: [api]\n" + new).record?.components.map(\.status) == [.majorOutage])
        #expect(
            read("SEV-1", "components: [api]\nstarted: 2025-12-31T14:59Z\n" + new).record?.components.map(
                \.status)
                == [.partialOutage])
        #expect(read("SEV-2", said).record?.visibility == .internal)
        let public2024 = said.replacing("2025-12-31", with: "2024-12-31").replacing("2026", with: "2025")
        #expect(read("SEV-2", public2024).record?.visibility == .public)
    }

    /// Nobody can say by which rules a record is read that does not say when it began: nothing of it is shown.
    @Test func brokenRecordOfALevelThatWasInternalIsWithheld() throws {
        let site = try SampleSite(
            status: Self.status.replacing("visibility: internal", with: "visibility: public") + """
                rules_until: {2025-01-01: {severities: {SEV-2: {visibility: internal}}}}

                """)
        let text = "---\ntitle: Leak\nseverity: SEV-2\nstarted: noon\n---\n\n[INVESTIGATING] A.\n"
        #expect(site.read(text).broken == nil)
        #expect(
            site.read(text.replacing("[INVESTIGATING]", with: "[INVESTIGATING 2026-01-02T10:00Z]")).broken
                == nil)
        #expect(site.read(text.replacing("SEV-2", with: "SEV-1")).broken != nil)
    }

    @Test func levelThatIsNoLongerInUseIsRefusedFromThatDayOn() throws {
        let status = Self.status.replacing("visibility: internal", with: "until: 2026-01-01")
        let site = try SampleSite(status: status).checking(SeverityIsInUse.self)
        let read = { (severity: String, started: String, update: String) in
            site.read(
                """
                ---
                title: A
                severity: \(severity)
                started: \(started)
                ---

                [INVESTIGATING \(started)] A.
                \(update)
                """
            )
            .diagnostics.map { "\($0.location.line) \($0.severity.rawValue) \($0.id.rawValue)" }
        }
        #expect(read("SEV-2", "2025-12-31T14:59Z", "") == [])
        #expect(read("SEV-2", "2025-12-31T15:00Z", "") == ["3 error retired-severity"])
        let raised = "\n[UPDATE 2025-12-31T16:00Z] B.\nSeverity: SEV-2"
        #expect(read("SEV-1", "2025-12-31T14:00Z", raised) == ["10 error retired-severity"])
    }
}
