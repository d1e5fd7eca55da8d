import Diagnostics
import StatusModel

/// All known facts about alerts.
///
/// It is a set, to which deliveries are added by union: the same deliveries give the same ledger, in any order and
/// however often each arrives. So do two ledgers that git merges line by line.
///
/// A fact is that an alert began, or that it ended, and is never retracted. The ledger contains no labels, addresses or
/// names of people.
public struct AlertLedger: Sendable {
    /// The site's folder of ledgers, with a file for each month in which alerts began, in UTC.
    public static let folder = "alerts"

    /// The episodes that have a start.
    private(set) var rows: [AlertEpisode.ID: LedgerRow] = [:]
    /// Ends that were reported without a start.
    private(set) var looseEnds: [AlertSender: Set<Instant>] = [:]
    /// The paths of the files that were read, which are written even if they no longer have rows.
    var readPaths: Set<String> = []

    /// Makes an empty ledger.
    public init() {}
}

extension AlertLedger: Equatable {
    /// Returns whether two ledgers contain the same facts, even if they were read from different files.
    public static func == (one: AlertLedger, other: AlertLedger) -> Bool {
        one.rows == other.rows && one.looseEnds == other.looseEnds
    }
}

extension AlertLedger {
    /// Adds all that another ledger contains.
    public mutating func formUnion(_ other: AlertLedger) {
        for (id, row) in other.rows { join(row, to: id) }
        for (sender, ends) in other.looseEnds { looseEnds[sender, default: []].formUnion(ends) }
        readPaths.formUnion(other.readPaths)
    }

    /// Notes the decision on the record of episodes in their rows.
    ///
    /// That an episode gets no record is final. Of two records, the first by the bytes of its name stays.
    public mutating func note(_ record: AlertRecord, of episodes: some Sequence<AlertEpisode.ID>) {
        for id in episodes {
            guard let row = rows[id] else { continue }
            rows[id]?.record = AlertRecord.joined(row.record, record)
        }
    }

    mutating func join(_ row: LedgerRow, to id: AlertEpisode.ID) {
        guard var known = rows[id] else {
            rows[id] = row
            return
        }
        known.join(row)
        rows[id] = known
    }

    mutating func insertEnd(_ end: Instant, of sender: AlertSender) {
        looseEnds[sender, default: []].insert(end)
    }

    /// Changes what snapshots say about an episode.
    mutating func changeAbsence(of id: AlertEpisode.ID, by change: (inout Absence) -> Void) {
        guard var absence = rows[id]?.absence else { return }
        change(&absence)
        rows[id]?.absence = absence
    }
}
