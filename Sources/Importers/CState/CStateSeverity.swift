import Diagnostics
import StatusModel

/// The severities that cState has, the highest first.
enum CStateSeverity: String, CaseIterable {
    case down, disrupted, notice

    /// The status of the components that an issue names.
    var status: ComponentStatus {
        switch self {
        case .down: .majorOutage
        case .disrupted: .partialOutage
        case .notice: .degradedPerformance
        }
    }

    var description: SeverityDescription {
        SeverityDescription(level: rawValue, name: nil, status: status)
    }

    /// The severity of a word, or the one that a slip of two letters was meant for.
    init?(_ word: String) {
        let word = word.lowercased()
        let near = Self.allCases.filter { editDistance(from: word, to: $0.rawValue, atMost: 2) != nil }
        guard near.count == 1, let severity = near.first else { return nil }
        self = severity
    }
}
