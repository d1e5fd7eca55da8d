import JSONFiles
import StatusModel

/// A group of alerts, as delivered by the webhooks of Alertmanager (version 4) and Grafana (version 1).
///
/// The group's own `status` and `groupKey` are not read: for a group that is truncated by `max_alerts`, `status` is
/// `resolved` even if truncated alerts are still firing.
///
/// Source: `webhook_config` in Alertmanager's documentation, and Grafana's page on its webhook notifier.
enum AlertmanagerGroup: PayloadShape {
    static func fits(_ payload: PayloadValue) -> Bool { payload["alerts"] != nil }

    static func read(_ payload: PayloadValue, into content: inout DeliveryContent) throws(UnreadableDelivery)
    {
        let isGrafana = payload["version"]?.json.text == "1"
        for alert in try payload.required("alerts").alerts() {
            try content.add(fact(of: alert, from: isGrafana ? "grafana" : "alertmanager"), of: alert)
        }
        let hidden = try payload["truncatedAlerts"]?.number() ?? 0
        if hidden > 0 { content.remark("`max_alerts` hides \(hidden == 1 ? "1 alert" : "\(hidden) alerts")") }
    }

    private static let states: [String: StateChange] = ["firing": .begins, "resolved": .ends]

    private static func fact(
        of alert: PayloadValue,
        from source: String
    ) throws(UnreadableDelivery) -> AlertFact {
        let isOver = try alert.required("status").state(in: states) == .ends
        return AlertFact(
            source: source,
            key: try alert.required("fingerprint").text(),
            startedAt: try alert.required("startsAt").requiredInstant(),
            endedAt: isOver ? try alert.required("endsAt").instant() : nil,
            labels: try alert["labels"]?.labels() ?? [:]
        )
    }
}

/// The alerts that are firing now, as Alertmanager lists them for `GET /api/v2/alerts`.
///
/// In such a list, `endsAt` is only the time at which an alert expires unless its sender repeats it. An empty list is
/// also taken for one from Alertmanager.
enum AlertmanagerList: PayloadShape {
    static func fits(_ payload: PayloadValue) -> Bool {
        guard case .list(let alerts) = payload.json.content else { return false }
        return alerts.first.map { $0["fingerprint"] != nil } ?? true
    }

    static func read(_ payload: PayloadValue, into content: inout DeliveryContent) throws(UnreadableDelivery)
    {
        content.listedSources = ["alertmanager"]
        for alert in try payload.alerts() {
            let fact = AlertFact(
                source: "alertmanager",
                key: try alert.required("fingerprint").text(),
                startedAt: try alert.required("startsAt").requiredInstant(),
                isSuppressed: alert["status"]?["state"]?.json.text == "suppressed",
                labels: try alert["labels"]?.labels() ?? [:]
            )
            try content.add(fact, of: alert)
        }
    }
}
