import Testing

@testable import Alerts

/// What cannot be read whole is not read at all, and the offset is that of the very byte.
@Suite struct DeliveryMistakeTests {
    @Test(
        arguments: [
            ("", 0, "this is not valid JSON: the file ends in the middle of a value"),
            ("hello", 0, "this is not valid JSON: this is not a value"),
            (#"{"a": 1} x"#, 9, "this is not valid JSON: there is text after the value"),
            (#"{"a": 1, "a": 2}"#, 9, "this is not valid JSON: this key appears twice"),
            (#"{"é": "open"#, 7, "this is not valid JSON: this string is not closed"),
            (
                #"[{"source": "x", "key": "k", "status": "on"}]"#, 39,
                "`status` is not one of `firing`, `resolved`"
            ),
            (#"{"source": "x", "key": "k", "status": "firing"}"#, 0, "there is no `started`"),
            (
                #"{"source": "X", "key": "k", "status": "firing", "started": 1}"#, 11,
                "`source` must be 1 to 32 characters: a to z, 0 to 9 or `-`"
            ),
            (
                #"{"source": "x", "key": [], "status": "firing", "started": 1}"#, 23,
                "`key` is neither a string nor a number"
            ),
            (
                #"{"source": "x", "key": "k", "status": "firing", "started": "yesterday"}"#, 59,
                "`started` is not a valid date or time"
            ),
            (
                #"{"source": "x", "key": "k", "status": "firing", "started": 1, "labels": {"a": {}}}"#, 78,
                "a label is not a string"
            ),
            (
                #"{"source": "x", "key": "k", "status": "resolved", "started": 7, "ended": 6}"#, 0,
                "an alert ends before it starts"
            ),
            (#"{"alerts": {}}"#, 11, "`alerts` is not a list"),
            (#"{"alerts": [7]}"#, 12, "there is no `status`"),
            (#"{"event": {"event_type": "incident.triggered"}}"#, 10, "there is no `data`"),
            (
                #"{"check_id": 1, "current_state": "up", "state_changed_timestamp": 1}"#, 33,
                "`current_state` is not one of `DOWN`, `FAILING`, `PAUSED`, `SUCCESS`, `UNCONFIRMED_DOWN`, `UNKNOWN`, `UP`"
            ),
        ]
    )
    func mistakesHaveTheirOffset(text: String, offset: Int, message: String) {
        #expect(throws: UnreadableDelivery(message: message, offset: offset)) { try deliver(text) }
    }

    /// `{"Type":"Notification","TopicArn":"t","Message":"` is 49 bytes, and each `\"` of the message 2.
    @Test(
        arguments: [
            (
                #"{\"NewStateValue\": \"OFF\"}"#, 49 + 20,
                "`NewStateValue` is not one of `ALARM`, `INSUFFICIENT_DATA`, `OK`"
            ),
            (#"\u00e9\ud83d\uded1 {"#, 49, "this is not valid JSON: this is not a value"),
            (
                #"{\"\u00e9\ud83d\uded1\":}"#, 49 + 1 + 2 + 6 + 12 + 2 + 1,
                "this is not valid JSON: this is not a value"
            ),
            (#"{\"a\""#, 49 + 6, "this is not valid JSON: expected `:`"),
            ("{}", 49, "there is no `NewStateValue`"),
        ]
    )
    func mistakesInNestedJSONHaveTheirOffsetInThePayload(text: String, offset: Int, message: String) {
        let payload = #"{"Type":"Notification","TopicArn":"t","Message":"\#(text)"}"#
        #expect(throws: UnreadableDelivery(message: "in `Message`: \(message)", offset: offset)) {
            try deliver(payload)
        }
    }

    @Test func unknownShapesAreNamed() {
        let message =
            "this is not a payload from Alertmanager or Grafana, PagerDuty, CloudWatch by SNS, Pingdom, "
            + "or Allclear's own format"
        #expect(throws: UnreadableDelivery(message: message, offset: 2)) { try deliver("  {}") }
        #expect(throws: UnreadableDelivery(message: message, offset: 0)) { try deliver("[1]") }
        #expect(throws: UnreadableDelivery(message: message, offset: 3)) { try deliver("\u{FEFF}null") }
        #expect(
            throws: UnreadableDelivery(
                message: "this is not a payload from PagerDuty", offset: 0)
        ) { try deliver(#"{"alerts": []}"#, as: .pagerduty) }
    }

    @Test func bytesThatAreNoTextAreFound() {
        #expect(throws: UnreadableDelivery(message: "the file is not valid UTF-8", offset: 5)) {
            try Delivery(reading: Array("{\"é\"".utf8) + [0xFF, 0x22])
        }
    }

    @Test func aMebibyteIsRead() throws {
        let start = #"{"source": "x", "key": "k", "status": "firing", "started": 1, "labels": {"a": ""#
        let padding = { (count: Int) in
            start + String(repeating: "y", count: count - start.utf8.count - 3) + #""}}"#
        }
        #expect(try deliver(padding(1 << 20)).facts.count == 1)
        let message = "the payload is larger than the 1 MiB limit"
        #expect(throws: UnreadableDelivery(message: message, offset: 1 << 20)) {
            try deliver(padding(1 << 20 + 1))
        }
    }

    @Test func tenThousandAlertsAreRead() throws {
        // 65 bytes each with its comma.
        let alert = #"{"source":"x","key":"k","status":"firing","started":1700000000 },"#
        #expect(alert.utf8.count == 65)
        let list = { (count: Int) in "[" + String(repeating: alert, count: count).dropLast() + "]" }
        #expect(try deliver(list(10_000)).facts.count == 10_000)
        let message = "there are more than 10,000 alerts, which is the limit"
        #expect(throws: UnreadableDelivery(message: message, offset: 1 + 65 * 10_000)) {
            try deliver(list(10_001))
        }
    }
}
