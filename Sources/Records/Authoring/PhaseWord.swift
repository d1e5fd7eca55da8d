import Diagnostics
public import StatusModel

/// What stands between the brackets of an update: a phase, one of its aliases, or `UPDATE`.
public struct PhaseWord: Hashable, Sendable {
    /// The word as records write it, as in `IN PROGRESS`.
    public let keyword: String
    /// The phase that it means; nothing for `UPDATE`, which keeps the one before.
    public let phase: Phase?

    /// The word of a phase itself.
    public init(_ phase: Phase) {
        (keyword, self.phase) = (phase.keyword, phase)
    }

    /// The word as it was typed: in any case, with blanks, hyphens or underscores between its parts.
    ///
    /// - Parameter isMaintenance: whose phases are listed where it is none.
    public init(typedAs word: String, ofMaintenance isMaintenance: Bool) throws(UnknownWord) {
        let keyword = Phase.normal(word)
        guard let phase = PhaseMarker.phases[keyword] else {
            let known = isMaintenance ? Phase.namesOfMaintenance : Phase.namesOfIncidents
            throw UnknownWord(
                reason: "unknown phase `\(word)`",
                hint: didYouMean(word, among: Self.keywords(ofMaintenance: isMaintenance))
                    ?? "write one of \(list(known, or: true)), or `UPDATE` to keep the phase"
            )
        }
        (self.keyword, self.phase) = (keyword, phase)
    }

    /// The words that a record of that kind may use, those that further it first.
    public static func keywords(ofMaintenance isMaintenance: Bool) -> [String] {
        isMaintenance
            ? Phase.namesOfMaintenance + ["UPDATE"]
            : Phase.namesOfIncidents + ["UPDATE", "MITIGATED"]
    }
}
