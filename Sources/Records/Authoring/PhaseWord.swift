import Diagnostics
public import StatusModel

/// The word between the brackets of an update: a phase, one of its aliases, or `UPDATE`.
public struct PhaseWord: Hashable, Sendable {
    /// The word as records write it, such as `IN PROGRESS`.
    public let keyword: String
    /// The phase that it means; `nil` for `UPDATE`, which keeps the previous one.
    public let phase: Phase?

    /// Makes the word for a phase.
    public init(_ phase: Phase) {
        (keyword, self.phase) = (phase.keyword, phase)
    }

    /// Makes a word from what was typed: in any case, with spaces, hyphens or underscores between its parts.
    ///
    /// - Parameter isMaintenance: whether the error for an unknown word lists the phases of maintenance or those of
    ///   incidents.
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

    /// Returns the words that a record of that kind may use, those that advance it first.
    public static func keywords(ofMaintenance isMaintenance: Bool) -> [String] {
        isMaintenance
            ? Phase.namesOfMaintenance + ["UPDATE"]
            : Phase.namesOfIncidents + ["UPDATE", "MITIGATED"]
    }
}
