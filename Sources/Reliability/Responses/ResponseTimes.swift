import StatusModel

/// How quickly one incident was met, in seconds.
public struct ResponseTimes: Sendable, Hashable {
    private let (detect, acknowledge, firstUpdate): (Int?, Int?, Int?)
    private let (identify, mitigate, restore, resolve): (Int?, Int?, Int?, Int?)
    private let (isStartStated, isDetected): (Bool, Bool)

    /// The times that are measured, in the order in which they are shown. Time to restore comes first because it is what
    /// users felt; putting time to resolve first would reward closing incidents early.
    public enum Metric: String, CaseIterable, Sendable {
        /// From the start until no component was affected: the end of the impact.
        case restore
        /// From the start until it was resolved for good.
        case resolve
        /// From the start until someone or something noticed.
        case detect
        /// From the detection, else the start, until a person took it on.
        case acknowledge
        /// From the start, where somebody wrote it down, until the public first heard of it: the first update.
        case firstUpdate = "notice"
        /// From the start until the cause was known: the first IDENTIFIED.
        case identify
        /// From the start until it was mended: the first MONITORING, or the end of the impact where that came before.
        case mitigate
    }

    /// Measures an incident whose impact is known to have ended then: its timeline's `restoredAt`.
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

    /// The seconds it took, or nothing where it has not happened or was not noted. Only the time to
    /// acknowledge can be negative: where a person took it on before the noted detection.
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

    /// Whether a time counts from the first update, for want of a start that somebody wrote down: then it was at least so
    /// long.
    public func countsFromFirstUpdate(_ metric: Metric) -> Bool {
        guard !isStartStated, self[metric] != nil else { return false }
        return metric != .acknowledge || !isDetected
    }
}

extension Record {
    /// When an incident was mended: with the first MONITORING, or with the end of the impact where that came before.
    func mitigatedAt(restoredAt: Instant?) -> Instant? {
        [monitoringAt, restoredAt].compactMap { $0 }.min()
    }
}
