import JSONFiles
import StatusModel

/// An alert in Allclear's own format, for senders whose request body can be configured.
///
/// It has the form `{"source", "key", "status": "firing" or "resolved", "started" or "ended", "labels"}`.
///
/// A resolved alert may also have `started`; without it, its end belongs to the latest start before it.
enum OwnAlert: PayloadShape {
    static func fits(_ payload: PayloadValue) -> Bool { payload["source"] != nil && payload["key"] != nil }

    static func read(_ payload: PayloadValue, into content: inout DeliveryContent) throws(UnreadableDelivery)
    {
        try content.add(fact(of: payload), of: payload)
    }

    private static let states: [String: StateChange] = ["firing": .begins, "resolved": .ends]

    static func fact(of alert: PayloadValue) throws(UnreadableDelivery) -> AlertFact {
        let source = try alert.required("source")
        guard AlertKey.isSource(try source.text()) else {
            throw source.mistake("`source` must be 1 to 32 characters: a to z, 0 to 9 or `-`")
        }
        let isOver = try alert.required("status").state(in: states) == .ends
        return AlertFact(
            source: try source.text(),
            key: try alert.required("key").textOrNumber(),
            startedAt: isOver
                ? try alert["started"]?.instant() : try alert.required("started").requiredInstant(),
            endedAt: isOver ? try alert.required("ended").requiredInstant() : nil,
            labels: try alert["labels"]?.labels() ?? [:]
        )
    }
}

/// A list of alerts in Allclear's own format.
enum OwnList: PayloadShape {
    static func fits(_ payload: PayloadValue) -> Bool {
        guard case .list(let alerts) = payload.json.content else { return false }
        return alerts.first.map { $0["source"] != nil } ?? true
    }

    static func read(_ payload: PayloadValue, into content: inout DeliveryContent) throws(UnreadableDelivery)
    {
        for alert in try payload.alerts() {
            let fact = try OwnAlert.fact(of: alert)
            try content.add(fact, of: alert)
            content.listedSources.insert(fact.source)
        }
    }
}
