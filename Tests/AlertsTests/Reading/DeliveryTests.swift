import StatusModel
import Testing

@testable import Alerts

/// A payload of each shape, as small as it may be.
@Suite struct DeliveryTests {
    @Test func alertmanagersGroupIsReadAlertByAlert() throws {
        let delivery = try deliver(
            #"""
            {"version": "4", "status": "resolved", "groupKey": 7, "truncatedAlerts": 2, "alerts": [
              {"status": "firing", "labels": {"service": "checkout"}, "fingerprint": "f3bccb86f3eac425",
               "startsAt": "2026-11-28T00:59:07Z", "endsAt": "2026-11-28T01:03:07Z"},
              {"status": "resolved", "labels": {}, "fingerprint": "3f2fac0cbe40cc92",
               "startsAt": "2026-11-28T01:01:02.9Z", "endsAt": "2026-11-28T01:01:20.1Z"},
              {"status": "resolved", "fingerprint": "3f2fac0cbe40cc93",
               "startsAt": "2026-11-28T01:01:02Z", "endsAt": "0001-01-01T00:00:00Z"}]}
            """#
        )
        #expect(delivery.format == .alertmanager && delivery.listedSources.isEmpty)
        #expect(delivery.remarks == ["`max_alerts` hides 2 alerts"])
        #expect(
            delivery.facts == [
                AlertFact(
                    source: "alertmanager", key: "f3bccb86f3eac425", startedAt: clock("00:59:07"),
                    labels: ["service": "checkout"]),
                AlertFact(
                    source: "alertmanager", key: "3f2fac0cbe40cc92", startedAt: clock("01:01:02"),
                    endedAt: clock("01:01:20"), labels: [:]),
                AlertFact(
                    source: "alertmanager", key: "3f2fac0cbe40cc93", startedAt: clock("01:01:02"), labels: [:]
                ),
            ]
        )
    }

    @Test func grafanasGroupIsGrafanas() throws {
        let delivery = try deliver(
            #"""
            {"version": "1", "alerts": [{"status": "firing", "labels": {"a": "b"},
              "fingerprint": "c6eadffa33fcdf37", "startsAt": "2026-11-28T01:59:07.157+01:00"}]}
            """#
        )
        #expect(delivery.format == .alertmanager)
        let fact = AlertFact(
            source: "grafana", key: "c6eadffa33fcdf37", startedAt: clock("00:59:07"), labels: ["a": "b"])
        #expect(delivery.facts == [fact])
    }

    @Test func alertmanagersListHasNoEndsAndMaySuppress() throws {
        let delivery = try deliver(
            #"""
            [{"fingerprint": "f3bccb86f3eac425", "startsAt": "2026-11-28T00:59:07.000Z",
              "endsAt": "2026-11-28T01:06:07.000Z", "status": {"state": "active"}, "labels": {"a": "b"}},
             {"fingerprint": "3f2fac0cbe40cc92", "startsAt": "2026-11-28T01:01:02.000Z",
              "status": {"state": "suppressed"}}]
            """#
        )
        #expect(delivery.format == .alertmanager && delivery.listedSources == ["alertmanager"])
        #expect(
            delivery.facts == [
                AlertFact(
                    source: "alertmanager", key: "f3bccb86f3eac425", startedAt: clock("00:59:07"),
                    labels: ["a": "b"]),
                AlertFact(
                    source: "alertmanager", key: "3f2fac0cbe40cc92", startedAt: clock("01:01:02"),
                    isSuppressed: true, labels: [:]),
            ]
        )
    }

    @Test func anEmptyListIsAlertmanagersUnlessItIsSaidToBeOurs() throws {
        #expect(try deliver("[]").listedSources == ["alertmanager"])
        #expect(try deliver(" [ ]\n", as: .json).listedSources == [])
    }

    @Test(
        arguments: [
            ("triggered", nil, nil), ("reopened", nil, nil), ("acknowledged", nil, "01:03:40"),
            ("resolved", "01:03:40", nil),
        ]
    )
    func pagerDutysEventsSayOneThingEach(event: String, ended: String?, acknowledged: String?) throws {
        let delivery = try deliver(
            #"""
            {"event": {"event_type": "incident.\#(event)", "occurred_at": "2026-11-28T01:03:40.002Z",
              "agent": {"summary": "Rosa Example"}, "data": {"id": "Q1ZT5W0LQ7K2", "title": "CRM down",
              "created_at": "2026-11-28T00:59:07Z", "urgency": "high", "priority": {"summary": "P2"},
              "service": {"summary": "Checkout", "id": "PF9KMXH"},
              "escalation_policy": {"summary": "Default"}}}}
            """#
        )
        let fact = AlertFact(
            source: "pagerduty", key: "Q1ZT5W0LQ7K2", startedAt: clock("00:59:07"),
            endedAt: ended.map(clock), acknowledgedAt: acknowledged.map(clock),
            labels: [
                "service": "Checkout", "service_id": "PF9KMXH", "urgency": "high", "priority": "P2",
                "escalation_policy": "Default",
            ])
        #expect(delivery.format == .pagerduty && delivery.facts == [fact] && delivery.remarks == [])
    }

    @Test func otherEventsOfPagerDutySayNothing() throws {
        let note = try deliver(#"{"event": {"event_type": "incident.annotated", "data": {"content": "x"}}}"#)
        #expect(note.facts == [] && note.remarks == ["`incident.annotated` is not about an alert"])
        let hostile = try deliver(#"{"event": {"event_type": "::error::`x`"}}"#)
        #expect(hostile.facts == [] && hostile.remarks == ["the payload is not about an alert"])
    }

    @Test(
        arguments: [
            ("ALARM", "00:59:07", nil), ("OK", nil, "00:59:07"),
        ] as [(String, String?, String?)]
    )
    func cloudWatchsAlarmIsJSONInJSON(state: String, started: String?, ended: String?) throws {
        let delivery = try deliver(
            #"""
            {"Type": "Notification", "TopicArn": "arn:aws:sns:eu-west-1:1:alarms", "Message":
            "{\"AlarmName\": \"checkout-5xx\", \"NewStateValue\": \"\#(state)\", \"AlarmDescription\": null,
            \"StateChangeTime\": \"2026-11-28T00:59:07.431+0000\", \"Region\": \"EU (Ireland)\",
            \"AlarmArn\": \"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-5xx\",
            \"Trigger\": {\"MetricName\": \"HTTPCode_Target_5XX_Count\", \"Namespace\": \"AWS/ApplicationELB\"}}"}
            """#
        )
        let fact = AlertFact(
            source: "cloudwatch", key: "e45a7d86e3aca327", startedAt: started.map(clock),
            endedAt: ended.map(clock),
            labels: [
                "alarm": "checkout-5xx", "region": "EU (Ireland)", "namespace": "AWS/ApplicationELB",
                "metric": "HTTPCode_Target_5XX_Count",
            ])
        #expect(delivery.format == .cloudwatch && delivery.facts == [fact])
    }

    @Test func withoutDataCloudWatchSaysNothing() throws {
        let delivery = try deliver(
            #"{"Type": "Notification", "TopicArn": "t", "Message": "{\"NewStateValue\": \"INSUFFICIENT_DATA\"}"}"#
        )
        #expect(delivery.facts == [])
        #expect(delivery.remarks == ["`INSUFFICIENT_DATA` is not about an alert"])
        let other = try deliver(#"{"Type": "SubscriptionConfirmation", "TopicArn": "t", "Message": "Hello"}"#)
        #expect(other.remarks == ["`SubscriptionConfirmation` is not about an alert"])
    }

    @Test(
        arguments: [
            ("DOWN", "00:59:07", nil), ("UP", nil, "00:59:07"), ("FAILING", "00:59:07", nil),
            ("SUCCESS", nil, "00:59:07"),
        ] as [(String, String?, String?)]
    )
    func pingdomsCheckIsUpOrDown(state: String, started: String?, ended: String?) throws {
        let delivery = try deliver(
            #"""
            {"check_id": 2048467, "check_name": "Checkout", "check_type": "HTTP", "current_state": "\#(state)",
             "state_changed_timestamp": 1795827547, "check_params": {"hostname": "checkout.example.com"},
             "importance_level": "HIGH"}
            """#
        )
        let fact = AlertFact(
            source: "pingdom", key: "2048467", startedAt: started.map(clock), endedAt: ended.map(clock),
            labels: [
                "check": "Checkout", "check_id": "2048467", "type": "HTTP", "host": "checkout.example.com",
                "importance": "HIGH",
            ])
        #expect(delivery.format == .pingdom && delivery.facts == [fact])
        #expect(fact.key == "2d4196ea6af136a0")
    }

    @Test func ourOwnFormatIsAnAlertOrAListOfThem() throws {
        let one = try deliver(
            #"{"source": "datadog", "key": 17, "status": "firing", "started": 1795827547000, "labels": {"a": 1}}"#
        )
        let begun = AlertFact(
            source: "datadog", key: "17", startedAt: clock("00:59:07"), labels: ["a": "1"])
        #expect(one.format == .json && one.facts == [begun] && one.listedSources == [])
        let list = try deliver(
            #"""
            [{"source": "datadog", "key": "k", "status": "resolved", "ended": "1795827547"},
             {"source": "kuma", "key": "k", "status": "resolved", "started": "2026-11-28T00:59:07Z",
              "ended": "2026-11-28T01:01:20Z", "labels": {"a": null, "b": true, "c": "\ud83d\uded1"}}]
            """#
        )
        #expect(list.listedSources == ["datadog", "kuma"])
        #expect(
            list.facts == [
                AlertFact(source: "datadog", key: "k", endedAt: clock("00:59:07"), labels: [:]),
                AlertFact(
                    source: "kuma", key: "k", startedAt: clock("00:59:07"), endedAt: clock("01:01:20"),
                    labels: ["b": "true", "c": "🛑"]),
            ]
        )
    }
}
