import Diagnostics
import StatusModel
import Testing

@testable import Records

/// `alerts` in `status.yml`: what becomes of it, and every mistake in it.
@Suite struct AlertRuleTests {
    static let site = """
        site: {title: Example Status, url: "https://status.example.com"}
        components: [{id: checkout, name: Checkout}, {id: api, name: API, until: 2025-01-01}]
        severities: {SEV-1: {}, SEV-2: {component_status: partial_outage}, SEV-9: {until: 2025-01-01}}
        texts:
          fail: {title: Payments fail, text: Some fail., MONITORING: They work., RESOLVED: Over.}
          whole: {title: t, severity: SEV-2, components: {checkout: degraded}, text: t, MONITORING: m}
          over: {title: t, severity: SEV-2, components: {checkout: degraded}, text: t, RESOLVED: r}
          bare: {text: We are looking into it.}
          region: {title: "Slow in {region}", text: Slow., MONITORING: Fast.}

        """

    @Test func rulesAreReadInTheAuthorsOrder() throws {
        let rules = try SampleSite(
            status: Self.site + """
                alerts:
                  - match: {source: alertmanager, service: checkout, severity: critical, shard: 7}
                    component: Checkout
                    severity: sev-2
                    status: major
                    text: fail
                    hold: 0s
                    quiet: 1h
                    then: publish
                    when_over: resolved
                  - {match: {source: pagerduty}, component: checkout, severity: SEV-2, text: fail}
                  - {match: {urgency: high}, text: whole, then: internal, when_over: nothing}
                """
        ).configuration.page.alerts
        #expect(
            rules == [
                AlertRule(
                    match: .init(
                        source: "alertmanager",
                        labels: ["service": "checkout", "severity": "critical", "shard": "7"]),
                    component: 0, severity: 1, status: .majorOutage, text: "fail", hold: 0, quiet: 3_600,
                    then: .publish, whenOver: .resolved),
                AlertRule(
                    match: .init(source: "pagerduty"), component: 0, severity: 1, status: .partialOutage,
                    text: "fail", hold: 300, quiet: 900, then: .review, whenOver: .monitoring),
                AlertRule(
                    match: .init(labels: ["urgency": "high"]), component: 0, severity: 1,
                    status: .degradedPerformance, text: "whole", then: .internal, whenOver: .nothing),
            ])
    }

    @Test func ruleWinsOverItsText() throws {
        let rule = try #require(
            try SampleSite(
                status: Self.site + "alerts: [{match: {a: b}, text: whole, severity: SEV-1, status: major}]"
            ).configuration.page.alerts.first)
        #expect(rule.severity == 0 && rule.status == .majorOutage && rule.component == 0)
    }

    @Test(arguments: [
        (
            "match: {a: b}, text: fial, component: checkout, severity: SEV-2",
            "unknown text `fial`"
        ),
        ("match: {a: b}, text: fail, component: chekout, severity: SEV-2", "unknown component `chekout`"),
        ("match: {a: b}, text: fail, component: checkout, severity: SEV-3", "unknown severity `SEV-3`"),
        ("match: {a: b}, text: fail, component: checkout", "neither the rule nor its text has a `severity`"),
        (
            "match: {a: b}, text: fail, severity: SEV-2",
            "the rule has no `component`, and its text does not list exactly one"
        ),
        (
            "match: {a: b}, text: fail, component: checkout, severity: SEV-1",
            "`checkout` has no status"
        ),
        ("match: {a: b}, text: whole, status: broken", "unknown status `broken`"),
        (
            "match: {a: b}, text: whole, when_over: resolved",
            "the text `whole` has no `RESOLVED`, which is published when the alerts end"
        ),
        (
            "match: {a: b}, text: over, when_over: resolved",
            "the text `over` has no `MONITORING`, which is published when only a snapshot shows that an alert ended"
        ),
        (
            "match: {a: b}, text: over",
            "the text `over` has no `MONITORING`, which is published when the alerts end"
        ),
        (
            "match: {a: b}, text: whole, hold: 25h",
            "an alert that began more than 24 hours ago does not create a record, so `hold` is too long"
        ),
        (
            "match: {a: b}, text: bare, component: checkout, severity: SEV-2, when_over: nothing",
            "the text `bare` has no `title`"
        ),
        (
            "match: {a: b}, text: region, component: checkout, severity: SEV-2",
            "`title` of the text `region` has the blank `{region}`, which an alert cannot fill in"
        ),
        ("match: {a: b}, text: whole, hold: soon", "`soon` is not a valid duration"),
        ("match: {a: b}, text: whole, then: public", "`then` cannot be `public`"),
        ("match: {a: b}, text: whole, when_over: closed", "`when_over` cannot be `closed`"),
        ("match: [a, b], text: whole", "`match` must be a map of labels to values, not a list"),
        ("text: whole", "`match` is missing from this rule"),
        ("match: {a: b}", "`text` is missing from this rule"),
    ])
    func mistakesAreReported(_ rule: String, _ message: String) throws {
        let found = try mistakes("alerts:\n  - {\(rule)}")
        #expect(found.map(\.message) == [message])
        #expect(found.allSatisfy { $0.severity == .error })
    }

    @Test func slipInWhatHidesIsAnError() throws {
        let found = try mistakes("alerts:\n  - {match: {a: b}, text: whole, thn: internal}")
        #expect(found.map { "\($0.severity.rawValue) \($0.id.rawValue)" } == ["error unknown-key"])
    }

    @Test func ruleBehindOneThatTakesAllItsAlertsIsReportedWithThatOne() throws {
        let found = try mistakes(
            """
            alerts:
              - {match: {source: pagerduty, team: a}, text: whole}
              - {match: {team: a}, text: whole}
              - {match: {source: pagerduty, team: b}, text: whole}
              - {match: {source: cloudwatch, team: a, urgency: high}, text: whole}
            """)
        #expect(found.map { "\($0.location.line) \($0.id.rawValue)" } == ["14 unreachable-rule"])
        #expect(found.first?.related.map(\.location.line) == [12])
    }

    @Test func ruleIsHeldToWhatIsAskedOfARecord() throws {
        let site = try SampleSite(
            status: Self.site + """
                alerts:
                  - {match: {a: b}, text: fail, component: api, severity: SEV-2}
                  - {match: {a: c}, text: fail, component: checkout, status: major, severity: SEV-9}
                """)
        let findings = Findings()
        let assembly = SiteAssembly(of: [], configuration: site.configuration, into: findings)
        CheckedSite(assembly, configuration: site.configuration, at: SampleSite.now)
            .check(by: Checks([TextsMakeRecords.self]), into: findings)
        #expect(findings.all.map(\.id.rawValue) == ["retired-component", "retired-severity"])
        #expect(findings.all.map(\.location.line) == [11, 12])
        #expect(findings.all.allSatisfy { $0.message.hasPrefix("in a record made by this rule: ") })
    }

    private func mistakes(_ rules: String) throws -> [Diagnostic] {
        let (findings, bytes) = (Findings(), Array((Self.site + rules + "\n").utf8))
        _ = Configuration(reading: SourceFile(path: "status.yml", bytes: bytes), into: findings)
        return findings.all
    }
}
