import JSONFiles
import StatusModel

/// An event of an incident at PagerDuty, as delivered by its webhook (version 3).
///
/// Source: `docs/webhooks/01-Overview.md` of PagerDuty/developer-docs. An incident that is reopened keeps its id and
/// its start, so it is considered over from its first end on.
enum PagerDutyEvent: PayloadShape {
    static func fits(_ payload: PayloadValue) -> Bool { payload["event"]?["event_type"] != nil }

    static func read(_ payload: PayloadValue, into content: inout DeliveryContent) throws(UnreadableDelivery)
    {
        let event = try payload.required("event")
        let type = try event.required("event_type").text()
        guard let meaning = Meaning(rawValue: type) else { return content.remark(onIdle: type) }
        let incident = try event.required("data")
        let occurredAt = try event.required("occurred_at").requiredInstant()
        let fact = AlertFact(
            source: "pagerduty",
            key: try incident.required("id").text(),
            startedAt: try incident.required("created_at").requiredInstant(),
            endedAt: meaning == .resolved ? occurredAt : nil,
            acknowledgedAt: meaning == .acknowledged ? occurredAt : nil,
            labels: labels(of: incident)
        )
        try content.add(fact, of: incident)
    }

    /// The events that report something about an alert.
    private enum Meaning: String {
        case triggered = "incident.triggered"
        case acknowledged = "incident.acknowledged"
        case reopened = "incident.reopened"
        case resolved = "incident.resolved"
    }

    private static func labels(of incident: PayloadValue) -> [String: String] {
        let values = [
            "service": incident["service"]?["summary"],
            "service_id": incident["service"]?["id"],
            "urgency": incident["urgency"],
            "priority": incident["priority"]?["summary"],
            "escalation_policy": incident["escalation_policy"]?["summary"],
        ]
        return values.compactMapValues { $0?.json.text }
    }
}
