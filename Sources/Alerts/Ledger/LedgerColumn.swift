/// The columns of a ledger, in their order.
enum LedgerColumn: String, CaseIterable {
    case source
    case key
    case started
    case ended
    case detected
    case acknowledged
    case component
    case severity
    case record
    /// How the end is known, if it was not reported with the start. Only files that need it have it.
    case evidence
}

extension LedgerColumn {
    /// The columns that every file has.
    static let common = allCases.dropLast()

    /// The first line of a file, without its end.
    static func header(withEvidence: Bool) -> String {
        (withEvidence ? allCases[...] : common).map(\.rawValue).joined(separator: ",")
    }
}

/// The words of the column `evidence`.
enum Evidence {
    /// The end was reported without a start.
    static let alone = "alone"
    /// Followed by an instant: a snapshot had the alert again.
    static let seen = "seen"
    /// Followed by an instant, or two with `/` between them: the first and the last snapshot that lack the alert.
    static let absent = "absent"
}
