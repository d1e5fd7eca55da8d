import Diagnostics
import StatusModel

/// The severities of cState, the highest first.
enum CStateSeverity: String, CaseIterable {
    case down, disrupted, notice

    /// The status of the components that an issue of this severity names.
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

    /// Makes the severity of a word, or of a word that is misspelled by up to two letters.
    init?(_ word: String) {
        let word = word.lowercased()
        let near = Self.allCases.filter { editDistance(from: word, to: $0.rawValue, atMost: 2) != nil }
        guard near.count == 1, let severity = near.first else { return nil }
        self = severity
    }
}
