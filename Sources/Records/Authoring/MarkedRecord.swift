public import Diagnostics
import StatusModel

/// A record's file with its updates as they are marked.
public struct MarkedRecord: Sendable {
    /// The updates in the file's order.
    public private(set) var updates: [MarkedUpdate] = []
    /// Whether the newest stands first.
    public private(set) var isNewestFirst = false
}

extension RecordReader {
    /// The updates of a file, also where it has errors; nothing where what lies behind its front matter
    /// cannot be found.
    public func marked(_ file: SourceFile) -> MarkedRecord? {
        let reading = MarkedReading(self, file)
        return reading.assembly.map { _ in reading.record }
    }
}

/// A file, read for its updates.
struct MarkedReading {
    let assembly: RecordAssembly?
    private(set) var record = MarkedRecord()
    private let errors: [Diagnostic]
    private var proses: [Prose] = []

    init(_ reader: RecordReader, _ file: SourceFile) {
        var reading = Reading(file: file, slug: RecordIndex.slug(ofPath: file.path))
        let found = Findings()
        assembly = reader.read(&reading, into: found)
        errors = found.errors
        guard let assembly else { return }
        record = MarkedRecord(assembly, found: found.all)
        proses = assembly.body.parts.updates.map { assembly.body.prose(of: $0.document) }
    }
}

extension MarkedReading {
    /// Whether it equals the other but for the times of those updates, which it states.
    func `is`(_ other: MarkedReading, withTheTimesOf numbers: Set<Int>) -> Bool {
        let (updates, others) = (record.updates, other.record.updates)
        return updates.map(\.keyword) == others.map(\.keyword) && proses == other.proses
            && updates.indices.allSatisfy { index in
                updates[index].timing == (numbers.contains(index) ? .stated : others[index].timing)
            }
    }

    /// The errors of a kind that the other has fewer of. That nothing stands before the first is none of a time: what does
    /// may have none yet.
    func errors(notIn other: MarkedReading) -> [Diagnostic] {
        var known = Dictionary(grouping: other.errors, by: \.id).mapValues(\.count)
        return errors.filter { $0.id != .firstUpdateKeepsPhase }.filter { error in
            known[error.id, default: 0] -= 1
            return known[error.id, default: 0] < 0
        }
    }
}

private extension MarkedRecord {
    init(_ assembly: RecordAssembly, found: [Diagnostic]) {
        let undated = Set(found.filter { $0.id == .missingTime }.map(\.location))
        updates = assembly.body.parts.updates.map { part in
            MarkedUpdate(part, in: assembly.body, isUndated: undated.contains)
        }
        isNewestFirst = isNewestFirst(dated: assembly.updateParts)
    }

    /// Where fewer than two bear a time, the one that opens the record stands last.
    func isNewestFirst(dated order: [Int]) -> Bool {
        if order.count > 1, let oldest = order.first, let newest = order.last { return newest < oldest }
        let opens = { (update: MarkedUpdate?) in ["INVESTIGATING", "SCHEDULED"].contains(update?.keyword) }
        return opens(updates.last) && !opens(updates.first)
    }
}
