import StatusModel
import Testing

@testable import Alerts

@Suite struct AlertRulesTests {
    private func fact(from source: String, _ labels: [String: String]) -> AlertFact {
        AlertFact(source: source, key: "k", startedAt: clock("01:00:00"), labels: labels)
    }

    @Test func theFirstRuleThatFitsIsTaken() {
        let rules = AlertRules.sample
        let critical = ["service": "checkout", "severity": "critical", "pod": "7"]
        #expect(rules.match(fact(from: "alertmanager", critical)) == 0)
        #expect(rules.match(fact(from: "x", critical)) == 3)
        #expect(rules.match(fact(from: "alertmanager", ["service": "checkout"])) == nil)
        #expect(
            rules.match(fact(from: "alertmanager", ["service": "Checkout", "severity": "critical"])) == nil)
    }

    /// A label of that name is not the envelope's source.
    @Test func aLabelIsNoSource() {
        let labels = ["service": "checkout", "severity": "critical", "source": "alertmanager"]
        #expect(AlertRules.sample.match(fact(from: "y", labels)) == nil)
    }

    @Test func eachRuleSaysWhyNot() {
        let rules = AlertRules.sample
        #expect(
            rules.explain(fact(from: "alertmanager", ["severity": "warning"]))
                == [.missingLabel("service"), .anotherSource, .anotherSource, .anotherSource])
        #expect(
            rules.explain(fact(from: "alertmanager", ["severity": "warning", "service": "checkout"]))
                == [.otherValue(label: "severity"), .anotherSource, .anotherSource, .anotherSource])
    }

    @Test func aRuleBehindTheFirstThatFitsComesLater() {
        let rule = AlertRule(
            match: AlertRule.Match(), component: 0, severity: 0, status: .majorOutage, text: "t")
        let rules = AlertRules(
            [rule, rule], components: [Component(id: "a", name: "A")], severities: [Severity(level: "S")])
        #expect(rules.explain(fact(from: "x", [:])) == [.matches, .comesLater])
    }

    /// The ledger has no labels: its rows lead to the first rule about their source, component and severity.
    @Test(
        arguments: [
            ("alertmanager", "checkout", "SEV-2", 0), ("pagerduty", "checkout", "SEV-2", 1),
            ("x", "api", "SEV-1", 3), ("x", "rest", "SEV-1", 3), ("cloudwatch", "checkout", "SEV-1", 2),
            ("x", "checkout", "SEV-2", nil), ("x", "api", "SEV-2", nil), ("x", "gone", "SEV-1", nil),
            ("x", "api", "gone", nil),
        ]
    )
    func rowsLeadToTheirRule(source: String, component: String, severity: String, place: Int?) {
        let episode = AlertEpisode(
            id: AlertEpisode.ID(source: source, key: "f3bccb86f3eac425", startedAt: clock("01:00:00")),
            detectedAt: nil, acknowledgedAt: nil, component: component, severity: severity, record: nil)
        #expect(AlertRules.sample.rule(of: episode) == place)
    }
}
