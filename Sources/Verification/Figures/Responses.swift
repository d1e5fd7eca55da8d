/// The response times of incidents: the metrics, and statistics over several incidents.
enum Responses {
    /// The metrics by their keys, with the keys of the instants at which they end, in the order in which pages show
    /// them.
    static let metrics: [(key: String, end: String)] = [
        ("time_to_restore", "restored_at"), ("time_to_resolve", "resolved_at"),
        ("time_to_detect", "detected_at"), ("time_to_acknowledge", "acknowledged_at"),
        ("time_to_notice", "noticed_at"), ("time_to_identify", "identified_at"),
        ("time_to_mitigate", "mitigated_at"),
    ]

    /// Returns an incident's times in seconds, in the order of the metrics.
    static func times(of incident: Claims.IncidentClaim) throws(Unreadable) -> [Int?] {
        let json = incident.json
        return try metrics.mapThrowing { (metric) throws(Unreadable) in
            // If the record does not state when the incident began, how long the public waited is unknown.
            guard incident.isStartStated || metric.key != "time_to_notice" else { return nil }
            let isAcknowledged = metric.key == "time_to_acknowledge"
            let start = isAcknowledged ? incident.detectedAt ?? incident.startedAt : incident.startedAt
            return try json.instantIfAny(metric.end).map { $0 - start }
        }
    }

    /// The statistics of some times.
    struct Summary {
        let n: Int
        let mean: Int?
        let median: Int?
        let p90: Int?
        /// The number of them that count from an incident's first update.
        private(set) var fromFirstUpdate = 0

        /// - Parameter metric: the place of one of the metrics.
        init(of metric: Int, over incidents: [MeasuredIncident]) {
            self.init(of: incidents.compactMap { $0.times[metric] })
            fromFirstUpdate = incidents.count { $0.countsFromFirstUpdate(metric) }
        }

        init(of unsorted: [Int]) {
            let times = unsorted.sorted()
            n = times.count
            guard n > 0 else {
                mean = nil
                median = nil
                p90 = nil
                return
            }
            mean = Self.halfUp(times.reduce(0, +), n)
            median = n % 2 == 1 ? times[n / 2] : Self.halfUp(times[n / 2 - 1] + times[n / 2], 2)
            // The nearest rank: nine tenths of the number of times, rounded up.
            p90 = times[(9 * n + 9) / 10 - 1]
        }

        /// Returns a quotient, rounded to the nearest whole number, with halves rounded up.
        private static func halfUp(_ sum: Int, _ count: Int) -> Int {
            let doubled = 2 * sum + count
            let quotient = doubled / (2 * count)
            return doubled % (2 * count) < 0 ? quotient - 1 : quotient
        }
    }
}

/// An incident with its times and its effect on components.
struct MeasuredIncident {
    let claim: Claims.IncidentClaim
    /// The times, in the order of ``Responses/metrics``.
    let times: [Int?]
    /// Its effect on components, by their ids.
    let spans: [String: [Claims.SpanClaim]]
    /// The time during which it affected any component, up to now.
    private let impact: Course

    init(_ claim: Claims.IncidentClaim, spans: [String: [Claims.SpanClaim]], now: Int) throws(Unreadable) {
        (self.claim, self.spans) = (claim, spans)
        times = try Responses.times(of: claim)
        impact = Course(
            marking: spans.values.joined().map { Stretch(from: $0.from, until: $0.until ?? now) })
    }
}

extension MeasuredIncident {
    /// Returns the seconds during which it affected any component; if it still does, up to an instant.
    func affected(upTo end: Int) -> Int {
        let isLasting = claim.restoredAt == nil
        let limit = isLasting ? end : Stretch.always.until
        return impact.marked(during: Stretch(from: Stretch.always.from, until: limit))
    }

    /// Whether a time is only a lower bound, because the record does not state when the incident began.
    func countsFromFirstUpdate(_ metric: Int) -> Bool {
        let isFromDetection =
            Responses.metrics[metric].key == "time_to_acknowledge" && claim.detectedAt != nil
        return times[metric] != nil && !claim.isStartStated && !isFromDetection
    }
}
