import JSONFiles
import StatusModel

/// A change of state of an alarm in Amazon CloudWatch, in a notification by SNS, whose `Message` is JSON in a JSON
/// string.
///
/// Without data, the state of the alarm is unknown. When the alarm returns to OK, the message does not say when it
/// began.
///
/// Source: `cloudwatch-alarm-sns-payload-single-metric.json` of aws/aws-lambda-go.
enum CloudWatchAlarm: PayloadShape {
    static func fits(_ payload: PayloadValue) -> Bool {
        payload["Type"] != nil && payload["TopicArn"] != nil
    }

    static func read(_ payload: PayloadValue, into content: inout DeliveryContent) throws(UnreadableDelivery)
    {
        let type = try payload.required("Type").text()
        guard type == "Notification" else { return content.remark(onIdle: type) }
        let bytes = content.payload
        var taken = content
        try payload.required("Message").readNested(in: bytes) { (alarm) throws(UnreadableDelivery) in
            try take(alarm, into: &taken)
        }
        content = taken
    }

    private static let states: [String: StateChange] = [
        "ALARM": .begins, "OK": .ends, "INSUFFICIENT_DATA": .neither,
    ]

    private static func take(
        _ alarm: PayloadValue,
        into content: inout DeliveryContent
    ) throws(UnreadableDelivery) {
        let change = try alarm.required("NewStateValue").state(in: states)
        guard change != .neither else { return content.remark(onIdle: "INSUFFICIENT_DATA") }
        let at = try alarm.required("StateChangeTime").requiredInstant()
        let values = [
            "alarm": alarm["AlarmName"],
            "region": alarm["Region"],
            "namespace": alarm["Trigger"]?["Namespace"],
            "metric": alarm["Trigger"]?["MetricName"],
        ]
        let fact = AlertFact(
            source: "cloudwatch",
            key: try alarm.required("AlarmArn").text(),
            startedAt: change == .begins ? at : nil,
            endedAt: change == .ends ? at : nil,
            labels: values.compactMapValues { $0?.json.text }
        )
        try content.add(fact, of: alarm)
    }
}
