/// How quickly incidents were met: what is measured, and what several come to.
enum Responses {
    /// The metrics by their keys, with what they end with, in the order in which pages have them.
    static let metrics: [(key: String, end: String)] = [
        ("time_to_restore", "restored_at"), ("time_to_resolve", "resolved_at"),
        ("time_to_detect", "detected_at"), ("time_to_acknowledge", "acknowledged_at"),
        ("time_to_notice", "noticed_at"), ("time_to_identify", "identified_at"),
        ("time_to_mitigate", "mitigated_at"),
    ]

    /// An incident's times in seconds, in the order of the metrics.
    static func times(of incident: Claims.IncidentClaim) throws(Unreadable) -> [Int?] {
        let json = incident.json
        return try metrics.mapThrowing { (metric) throws(Unreadable) in
            // Nobody observed how long the public waited if nobody wrote down when it began.
            guard incident.isStartStated || metric.key != "time_to_notice" else { return nil }
            let isAcknowledged = metric.key == "time_to_acknowledge"
            let start = isAcknowledged ? incident.detectedAt ?? incident.startedAt : incident.startedAt
            return try json.instantIfAny(metric.end).map { $0 - start }
        }
    }

    /// What some times come to.
    struct Summary {
        let n: Int
        let mean: Int?
        let median: Int?
        let p90: Int?
        /// How many of them count from an incident's first update.
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
            // The nearest rank: nine tenths of them, rounded up.
            p90 = times[(9 * n + 9) / 10 - 1]
        }

        /// A quotient to the nearest whole number, halves towards the larger.
        private static func halfUp(_ sum: Int, _ count: Int) -> Int {
            let doubled = 2 * sum + count
            let quotient = doubled / (2 * count)
            return doubled % (2 * count) < 0 ? quotient - 1 : quotient
        }
    }
}

/// An incident with its times and what it did to components.
struct MeasuredIncident {
    let claim: Claims.IncidentClaim
    /// In the order of ``Responses/metrics``.
    let times: [Int?]
    /// What it did to which component, by the components' ids.
    let spans: [String: [Claims.SpanClaim]]
    /// When it affected any component, up to now.
    private let impact: Course

    init(_ claim: Claims.IncidentClaim, spans: [String: [Claims.SpanClaim]], now: Int) throws(Unreadable) {
        (self.claim, self.spans) = (claim, spans)
        times = try Responses.times(of: claim)
        impact = Course(
            marking: spans.values.joined().map { Stretch(from: $0.from, until: $0.until ?? now) })
    }
}

extension MeasuredIncident {
    /// The seconds during which it affected any component; of one that still lasts, those up to an instant.
    func affected(upTo end: Int) -> Int {
        let isLasting = claim.restoredAt == nil
        let limit = isLasting ? end : Stretch.always.until
        return impact.marked(during: Stretch(from: Stretch.always.from, until: limit))
    }

    /// Whether a time is only known to be at least so long, as nobody wrote down when the incident began.
    func countsFromFirstUpdate(_ metric: Int) -> Bool {
        let isFromDetection =
            Responses.metrics[metric].key == "time_to_acknowledge" && claim.detectedAt != nil
        return times[metric] != nil && !claim.isStartStated && !isFromDetection
    }
}
