import Diagnostics
import StatusModel

extension Phase {
    /// Reads the part under `phases:`: the site's own words for phases.
    static func labels(in value: YAMLValue, into findings: Findings) -> [Phase: String] {
        var labels: [Phase: String] = [:]
        for detail in value.details(named: "phases", into: findings) {
            if let phase = Phase(keyword: detail.label) {
                labels[phase] = detail.text
            } else {
                findings.error(
                    .unknownPhase, at: detail.place, "unknown phase `\(detail.label)`",
                    hint: didYouMean(detail.label, among: allCases.map(\.rawValue))
                        ?? "the phases are \(list(allCases.map(\.rawValue)))")
            }
        }
        return labels
    }

    /// Makes the phase of a word in any case, with spaces, hyphens or underscores between its parts, but not of an
    /// alias.
    init?(keyword: String) {
        guard let phase = Self.byKeyword[Self.normal(keyword)] else { return nil }
        self = phase
    }

    /// Returns a keyword in the form in which keywords are compared: `IN PROGRESS`.
    static func normal(_ keyword: some StringProtocol) -> String {
        keyword.uppercased().split { " -_\t".contains($0) }.joined(separator: " ")
    }

    private static let byKeyword = Dictionary(uniqueKeysWithValues: allCases.map { ($0.keyword, $0) })
}

extension Phase {
    /// The keywords of an incident's phases, for hints.
    static let namesOfIncidents = allCases.filter { !$0.isOfMaintenance }.map(\.keyword)
    /// The keywords of maintenance's phases, for hints.
    static let namesOfMaintenance = allCases.filter(\.isOfMaintenance).map(\.keyword)
}
