/// A format in which senders report alerts, as named by `--from`.
public enum AlertFormat: String, CaseIterable, Sendable {
    /// Alertmanager's webhook (version 4), Grafana's (version 1), and the list that Alertmanager returns for `GET
    /// /api/v2/alerts`.
    case alertmanager
    /// PagerDuty's webhook, version 3.
    case pagerduty
    /// An alarm of Amazon CloudWatch, delivered by SNS.
    case cloudwatch
    /// Pingdom's webhook.
    case pingdom
    /// Allclear's own format, for senders whose request body can be configured.
    case json
}

extension AlertFormat {
    /// The name that readers see.
    var name: String {
        switch self {
        case .alertmanager: "Alertmanager or Grafana"
        case .pagerduty: "PagerDuty"
        case .cloudwatch: "CloudWatch by SNS"
        case .pingdom: "Pingdom"
        case .json: "Allclear's own format"
        }
    }

    /// The shapes that a payload in this format may have.
    var shapes: [any PayloadShape.Type] {
        switch self {
        case .alertmanager: [AlertmanagerGroup.self, AlertmanagerList.self]
        case .pagerduty: [PagerDutyEvent.self]
        case .cloudwatch: [CloudWatchAlarm.self]
        case .pingdom: [PingdomCheck.self]
        case .json: [OwnAlert.self, OwnList.self]
        }
    }
}

/// A shape that a payload may have.
protocol PayloadShape {
    /// Returns whether a payload has this shape, judged only by what distinguishes it from all other shapes.
    static func fits(_ payload: PayloadValue) -> Bool

    /// Reads the payload; throws an error if a value that is needed is missing or wrong.
    static func read(_ payload: PayloadValue, into content: inout DeliveryContent) throws(UnreadableDelivery)
}

/// The meaning of a state of an alert at its sender.
enum StateChange {
    case begins
    case ends
    /// The state of the alert is unknown or has not changed.
    case neither
}
