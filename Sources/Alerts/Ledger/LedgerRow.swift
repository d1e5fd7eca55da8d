import Diagnostics
import StatusModel

/// The known facts about one episode by itself.
///
/// Two rows of an episode join into one, in any order and however often.
struct LedgerRow: Equatable {
    /// The end that was reported together with the start.
    var endedAt: Instant?
    var detectedAt: Instant?
    var acknowledgedAt: Instant?
    var rule: RuleName
    var record: AlertRecord?
    /// The evidence of its end in snapshots; none if the end was reported.
    var absence = Absence()

    /// The parts of the matching rule that a row stores.
    struct RuleName: Equatable {
        let component: String
        let severity: String
    }
}

extension LedgerRow {
    /// Joins another row of the same episode: the earliest of each time and, of two rules, the first by the bytes of
    /// its severity, so that `SEV-1` comes before `SEV-2`.
    mutating func join(_ other: LedgerRow) {
        endedAt = Instant.earliest(endedAt, other.endedAt)
        detectedAt = Instant.earliest(detectedAt, other.detectedAt)
        acknowledgedAt = Instant.earliest(acknowledgedAt, other.acknowledgedAt)
        rule = other.rule.precedes(rule) ? other.rule : rule
        record = AlertRecord.joined(record, other.record)
        absence.join(other.absence)
        if endedAt != nil { absence = Absence() }
    }
}

extension LedgerRow.RuleName {
    fileprivate func precedes(_ other: Self) -> Bool {
        severity == other.severity ? component.precedes(other.component) : severity.precedes(other.severity)
    }
}

extension Instant {
    /// Returns the earlier of two instants, or the only one.
    static func earliest(_ one: Instant?, _ other: Instant?) -> Instant? {
        guard let one, let other else { return one ?? other }
        return min(one, other)
    }
}
