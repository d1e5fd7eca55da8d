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
    /// The evidence of the end, if it was not reported with the start.
    ///
    /// Only files that need this column have it.
    case evidence
}

extension LedgerColumn {
    /// The columns that every file has.
    static let common = allCases.dropLast()

    /// Returns the first line of a file, without its line ending.
    static func header(withEvidence: Bool) -> String {
        (withEvidence ? allCases[...] : common).map(\.rawValue).joined(separator: ",")
    }
}

/// The words of the column `evidence`.
enum Evidence {
    /// The end was reported without a start.
    static let alone = "alone"
    /// Followed by an instant: a snapshot included the alert again.
    static let seen = "seen"
    /// Followed by an instant, or two with `/` between them: the first and the last snapshot that lacks the alert.
    static let absent = "absent"
}
