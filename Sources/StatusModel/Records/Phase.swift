/// How far the work on a record has come, as its latest update says.
public enum Phase: String, CaseIterable, Hashable, Sendable {
    /// An incident whose cause is not known yet.
    case investigating
    /// An incident whose cause is known.
    case identified
    /// The same, in the words of teams that say what they do about it.
    case mitigating
    /// An incident that is mended and watched.
    case monitoring
    /// An incident that is over.
    case resolved
    /// Maintenance to come.
    case scheduled
    /// Maintenance under way.
    case inProgress = "in_progress"
    /// Maintenance that is done and watched.
    case verifying
    /// Maintenance that is over.
    case completed
    /// Maintenance that will not take place, or that was broken off.
    case cancelled
}

extension Phase {
    /// Whether maintenance has this phase; incidents have the others.
    public var isOfMaintenance: Bool {
        switch self {
        case .investigating, .identified, .mitigating, .monitoring, .resolved: false
        case .scheduled, .inProgress, .verifying, .completed, .cancelled: true
        }
    }

    /// The phase as figures and programs know it: MITIGATING is a word for IDENTIFIED.
    public var counted: Phase { self == .mitigating ? .identified : self }

    /// Whether a record in this phase is over.
    public var isFinal: Bool {
        self == .resolved || self == .completed || self == .cancelled
    }

    /// The word that records write between brackets: `IN PROGRESS`.
    public var keyword: String {
        rawValue.uppercased().split(separator: "_").joined(separator: " ")
    }
}
