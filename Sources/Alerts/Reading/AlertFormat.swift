/// A format in which senders report alerts: what `--from` names.
public enum AlertFormat: String, CaseIterable, Sendable {
    /// Alertmanager's webhook (version 4), Grafana's (version 1), and the list that `GET /api/v2/alerts` of Alertmanager
    /// answers.
    case alertmanager
    /// PagerDuty's webhook, version 3.
    case pagerduty
    /// An alarm of Amazon CloudWatch, as SNS delivers it.
    case cloudwatch
    /// Pingdom's webhook.
    case pingdom
    /// Allclear's own, for senders whose body can be written.
    case json
}

extension AlertFormat {
    /// Its name for readers.
    var name: String {
        switch self {
        case .alertmanager: "Alertmanager or Grafana"
        case .pagerduty: "PagerDuty"
        case .cloudwatch: "CloudWatch by SNS"
        case .pingdom: "Pingdom"
        case .json: "Allclear's own format"
        }
    }

    /// Its shapes, of which a payload has one.
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
    /// Whether a payload is of this shape, by as little as tells it from all others.
    static func fits(_ payload: PayloadValue) -> Bool

    /// Takes what the payload says; throws if a value that counts is missing or wrong.
    static func read(_ payload: PayloadValue, into content: inout DeliveryContent) throws(UnreadableDelivery)
}

/// What a state of an alert at its sender means.
enum StateChange {
    case begins
    case ends
    /// Nothing is known of the alert, or nothing has changed.
    case neither
}
