public import StatusModel

/// How quickly one incident was met, in seconds.
public struct ResponseTimes: Sendable, Hashable {
    private let seconds: [Int?]

    /// What is measured.
    public enum Measure: String, CaseIterable, Sendable {
        /// From the start until someone or something noticed.
        case detect
        /// From the detection, else the start, until a person took it on.
        case acknowledge
        /// From the start until the public first heard of it: the first update.
        case notice
        /// From the start until the cause was known: the first IDENTIFIED.
        case identify
        /// From the start until it was mended: the first MONITORING.
        case mitigate
        /// From the start until no component was affected: the end of the impact.
        case restore
        /// From the start until it was resolved for good.
        case resolve
    }

    /// Measures an incident up to `now`.
    public init(of incident: Incident, now: Instant) {
        self.init(of: incident, restoredAt: IncidentTimeline(of: incident, now: now).restoredAt)
    }

    /// Measures an incident whose impact is known to have ended then: its timeline's `restoredAt`.
    public init(of incident: Incident, restoredAt: Instant?) {
        seconds = Measure.allCases.map { measure in
            let from = measure == .acknowledge ? incident.detectedAt : nil
            return incident.end(of: measure, restoredAt: restoredAt).map { $0 - (from ?? incident.startedAt) }
        }
    }

    /// The seconds it took, or nothing where it has not happened or was not noted. Only the time to
    /// acknowledge can be negative: where a person took it on before the noted detection.
    public subscript(measure: Measure) -> Int? { seconds[measure.place] }
}

extension ResponseTimes.Measure {
    /// Its place among all cases.
    var place: Int {
        switch self {
        case .detect: 0
        case .acknowledge: 1
        case .notice: 2
        case .identify: 3
        case .mitigate: 4
        case .restore: 5
        case .resolve: 6
        }
    }
}

extension Incident {
    fileprivate func end(of measure: ResponseTimes.Measure, restoredAt: Instant?) -> Instant? {
        switch measure {
        case .detect: detectedAt
        case .acknowledge: acknowledgedAt
        case .notice: noticedAt
        case .identify: identifiedAt
        case .mitigate: mitigatedAt
        case .restore: restoredAt
        case .resolve: resolvedAt
        }
    }
}
