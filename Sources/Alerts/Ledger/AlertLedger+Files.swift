import Diagnostics
import StatusModel

extension AlertLedger {
    /// The files of the ledger, by path: one for each month that has rows, and those that were read.
    ///
    /// A row is in the file of the month of its start, or of its end if it has no start, in UTC. Rows are sorted by source,
    /// key and start, in the order of their bytes.
    public var files: [(path: String, bytes: [UInt8])] {
        var lines = Dictionary(uniqueKeysWithValues: readPaths.map { ($0, [LedgerLine]()) })
        let starts = starts
        for sender in Set(starts.keys).union(looseEnds.keys).sorted() {
            for line in self.lines(of: sender, startingAt: starts[sender] ?? []) {
                lines[Self.path(of: line.at), default: []].append(line)
            }
        }
        return lines.sorted { $0.key.precedes($1.key) }.map { ($0.key, LedgerLine.file(of: $0.value)) }
    }

    /// Returns the path of the file for the month of an instant.
    private static func path(of instant: Instant) -> String {
        "\(folder)/\(Period.month(of: Zone.utc.day(of: instant))).csv"
    }

    private func lines(of sender: AlertSender, startingAt starts: [Instant]) -> [LedgerLine] {
        let ends = ends(of: sender, startingAt: starts)
        let idle = ends.idle.map { LedgerLine(endOf: sender, at: $0) }
        return idle
            + starts.compactMap { startedAt in
                let id = AlertEpisode.ID(source: sender.source, key: sender.key, startedAt: startedAt)
                return rows[id].map { LedgerLine(id, $0, looseEnd: ends.byStart[startedAt]) }
            }
    }
}

/// A row as it is in a file.
private struct LedgerLine {
    /// The instant whose month determines the file of the row.
    let at: Instant
    /// The texts of all columns.
    let fields: [String]

    init(endOf sender: AlertSender, at end: Instant) {
        at = end
        fields = [sender.source, sender.key, "", "\(end)", "", "", "", "", "", ""]
    }

    init(_ id: AlertEpisode.ID, _ row: LedgerRow, looseEnd: Instant?) {
        at = id.startedAt
        let end = row.endedAt ?? looseEnd ?? row.absence.end
        let times = [id.startedAt, end, row.detectedAt, row.acknowledgedAt].map { $0?.description ?? "" }
        let evidence = (looseEnd == nil ? [] : [Evidence.alone]) + row.absence.words
        fields =
            [id.source, id.key] + times
            + [row.rule.component, row.rule.severity, row.record?.text ?? ""]
            + [evidence.joined(separator: " ")]
    }

    static func file(of lines: [LedgerLine]) -> [UInt8] {
        let hasEvidence = lines.contains { $0.fields.last?.isEmpty == false }
        var bytes = Array(LedgerColumn.header(withEvidence: hasEvidence).utf8)
        bytes.append(UInt8(ascii: "\n"))
        for line in lines {
            let fields = hasEvidence ? line.fields[...] : line.fields.dropLast()
            bytes += fields.map(quoted).joined(separator: ",").utf8
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// Returns a field in the form of RFC 4180, in quotation marks only if it needs them.
    private static func quoted(_ field: String) -> String {
        let isPlain = field.utf8.allSatisfy { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") }
        return isPlain ? field : "\"\(field.replacing("\"", with: "\"\""))\""
    }
}

extension Absence {
    /// The words of the column `evidence`.
    fileprivate var words: [String] {
        var words: [String] = []
        if let seenAt { words += [Evidence.seen, "\(seenAt)"] }
        if let from {
            words += [Evidence.absent, to.map { $0 == from ? "\(from)" : "\(from)/\($0)" } ?? "\(from)"]
        }
        return words
    }
}
