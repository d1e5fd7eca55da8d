import StatusModel

/// The response times of one incident, in seconds.
public struct ResponseTimes: Sendable, Hashable {
    private let (detect, acknowledge, firstUpdate): (Int?, Int?, Int?)
    private let (identify, mitigate, restore, resolve): (Int?, Int?, Int?, Int?)
    private let (isStartStated, isDetected): (Bool, Bool)

    /// The metrics, in the order in which they are shown.
    ///
    /// Time to restore comes first because it is what users felt; putting time to resolve first would reward closing
    /// incidents early.
    public enum Metric: String, CaseIterable, Sendable {
        /// From the start until no component was affected: the end of the impact.
        case restore
        /// From the start until it was finally resolved.
        case resolve
        /// From the start until someone or something noticed it.
        case detect
        /// From the detection, or else the start, until a person acknowledged it.
        case acknowledge
        /// From the start, if the record states it, until the first update, by which the public first heard of it.
        case firstUpdate = "notice"
        /// From the start until the cause was known: the first IDENTIFIED.
        case identify
        /// From the start until it was fixed: the first MONITORING, or the end of the impact if that was earlier.
        case mitigate
    }

    /// Measures an incident whose impact ended at that instant, which is its timeline's `restoredAt`.
    init(of incident: Record, restoredAt: Instant?) {
        let startedAt = incident.from
        detect = incident.detectedAt.map { $0 - startedAt }
        acknowledge = incident.acknowledgedAt.map { $0 - (incident.detectedAt ?? startedAt) }
        firstUpdate = incident.isStartStated ? incident.noticedAt.map { $0 - startedAt } : nil
        identify = incident.identifiedAt.map { $0 - startedAt }
        mitigate = incident.mitigatedAt(restoredAt: restoredAt).map { $0 - startedAt }
        restore = restoredAt.map { $0 - startedAt }
        resolve = incident.resolvedAt.map { $0 - startedAt }
        (isStartStated, isDetected) = (incident.isStartStated, incident.detectedAt != nil)
    }

    /// Returns the time in seconds, or `nil` if the event has not happened or was not noted.
    ///
    /// Only the time to acknowledge can be negative, if a person acknowledged the incident before the noted detection.
    public subscript(metric: Metric) -> Int? {
        switch metric {
        case .detect: detect
        case .acknowledge: acknowledge
        case .firstUpdate: firstUpdate
        case .identify: identify
        case .mitigate: mitigate
        case .restore: restore
        case .resolve: resolve
        }
    }

    /// Whether a time counts from the first update, because the record does not state the start.
    ///
    /// It is then a lower bound.
    public func countsFromFirstUpdate(_ metric: Metric) -> Bool {
        guard !isStartStated, self[metric] != nil else { return false }
        return metric != .acknowledge || !isDetected
    }
}

extension Record {
    /// Returns the instant at which an incident was fixed: the first MONITORING, or the end of the impact if that was
    /// earlier.
    func mitigatedAt(restoredAt: Instant?) -> Instant? {
        [monitoringAt, restoredAt].compactMap { $0 }.min()
    }
}
