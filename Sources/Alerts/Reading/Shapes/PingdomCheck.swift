import StatusModel

/// A change of state of a check at Pingdom, as delivered by its webhook.
///
/// When the check is up again, the payload does not say when it went down.
///
/// Source: Pingdom's page on webhooks, and the payloads in `zerver/webhooks/pingdom/fixtures` of zulip/zulip.
enum PingdomCheck: PayloadShape {
    static func fits(_ payload: PayloadValue) -> Bool {
        payload["check_id"] != nil && payload["current_state"] != nil
    }

    static func read(_ payload: PayloadValue, into content: inout DeliveryContent) throws(UnreadableDelivery)
    {
        let state = try payload.required("current_state")
        let change = try state.state(in: states)
        guard change != .neither else { return content.remark(onIdle: try state.text()) }
        let at = try payload.required("state_changed_timestamp").requiredInstant()
        let values = [
            "check": payload["check_name"],
            "check_id": payload["check_id"],
            "type": payload["check_type"],
            "host": payload["check_params"]?["hostname"],
            "importance": payload["importance_level"],
        ]
        var labels: [String: String] = [:]
        for (name, value) in values { labels[name] = try value?.textOrNumber() }
        let fact = AlertFact(
            source: "pingdom",
            key: try payload.required("check_id").textOrNumber(),
            startedAt: change == .begins ? at : nil,
            endedAt: change == .ends ? at : nil,
            labels: labels
        )
        try content.add(fact, of: payload)
    }

    /// The states of checks of pages and servers, and those of transaction checks.
    private static let states: [String: StateChange] = [
        "DOWN": .begins, "FAILING": .begins, "UP": .ends, "SUCCESS": .ends,
        "UNCONFIRMED_DOWN": .neither, "UNKNOWN": .neither, "PAUSED": .neither,
    ]
}
