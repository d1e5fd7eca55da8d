/// The progress of the work on a record, according to its latest update.
public enum Phase: String, CaseIterable, Hashable, Sendable {
    /// An incident whose cause is not known yet.
    case investigating
    /// An incident whose cause is known.
    case identified
    /// Like ``identified``, but says that the team is at work on it.
    case mitigating
    /// An incident that is fixed but still watched.
    case monitoring
    /// An incident that is over.
    case resolved
    /// Maintenance that has not begun.
    case scheduled
    /// Maintenance in progress.
    case inProgress = "in_progress"
    /// Maintenance that is done but still watched.
    case verifying
    /// Maintenance that is over.
    case completed
    /// Maintenance that will not take place, or that was aborted.
    case cancelled
}

extension Phase {
    /// Whether maintenance, rather than an incident, has this phase.
    public var isOfMaintenance: Bool {
        switch self {
        case .investigating, .identified, .mitigating, .monitoring, .resolved: false
        case .scheduled, .inProgress, .verifying, .completed, .cancelled: true
        }
    }

    /// The phase that figures and programs use: MITIGATING counts as IDENTIFIED.
    public var counted: Phase { self == .mitigating ? .identified : self }

    /// Whether a record in this phase is over.
    public var isFinal: Bool {
        self == .resolved || self == .completed || self == .cancelled
    }

    /// The word that records write in brackets, such as `IN PROGRESS`.
    public var keyword: String {
        rawValue.uppercased().split(separator: "_").joined(separator: " ")
    }
}
