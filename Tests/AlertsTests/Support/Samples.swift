import Foundation
import StatusModel
import Testing

@testable import Alerts

/// Real deliveries of several senders, beside the project.
enum Samples {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/samples/alerts")
    static let areThere = FileManager.default.fileExists(atPath: folder.path)
    static let absence: Comment = "the samples are not beside the project, at ../shared/samples"

    static func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name + ".json")))
    }

    static func delivery(_ name: String) throws -> Delivery { try Delivery(reading: bytes(of: name)) }
}

/// The instant of `2026-11-28T01:01:07Z`, read by Foundation.
func at(_ text: String) throws -> Instant {
    Instant(seconds: Int(try Date.ISO8601FormatStyle().parse(text).timeIntervalSince1970))
}

/// The instant at that time of 28 November 2026, as in `01:01:07`.
func clock(_ time: String) -> Instant {
    (try? at("2026-11-28T\(time)Z")) ?? .distantPast
}

func deliver(_ text: String, as format: AlertFormat? = nil) throws -> Delivery {
    try Delivery(reading: Array(text.utf8), as: format)
}

/// Rules as in the sample of `status.yml`, and one that takes all of the source `x`.
extension AlertRules {
    static let sample = AlertRules(
        [
            AlertRule(
                match: AlertRule.Match(
                    source: "alertmanager", labels: ["service": "checkout", "severity": "critical"]),
                component: 0, severity: 1, status: .partialOutage, text: "payments-fail"),
            AlertRule(
                match: AlertRule.Match(
                    source: "pagerduty", labels: ["service": "Checkout", "urgency": "high"]),
                component: 0, severity: 1, status: .partialOutage, text: "payments-fail"),
            AlertRule(
                match: AlertRule.Match(source: "cloudwatch", labels: ["alarm": "checkout-5xx"]),
                component: 0, severity: 0, status: .majorOutage, text: "payments-fail", hold: 0),
            AlertRule(
                match: AlertRule.Match(source: "x"), component: 1, severity: 0, status: .majorOutage,
                text: "payments-fail"),
        ],
        components: [
            Component(id: "checkout", name: "Checkout"),
            Component(id: "api", name: "API", formerIDs: ["rest"]),
        ],
        severities: [Severity(level: "SEV-1"), Severity(level: "SEV-2")]
    )

    /// One rule that takes everything.
    static func all(
        hold: Int = 300, quiet: Int = 900, then: AlertRule.Handling = .review,
        whenOver: AlertRule.Ending = .monitoring
    ) -> AlertRules {
        AlertRules(
            [
                AlertRule(
                    match: AlertRule.Match(), component: 0, severity: 0, status: .majorOutage, text: "t",
                    hold: hold, quiet: quiet, then: then, whenOver: whenOver)
            ],
            components: [Component(id: "checkout", name: "Checkout")],
            severities: [Severity(level: "SEV-1")]
        )
    }
}

extension AlertLedger {
    /// The file of November 2026, without the names of its columns.
    var november: [String] { lines(of: "alerts/2026-11.csv") }

    func lines(of path: String) -> [String] {
        let file = files.first { $0.path == path }
        return String(decoding: file?.bytes ?? [], as: UTF8.self).split(separator: "\n").dropFirst()
            .map(String.init)
    }
}
