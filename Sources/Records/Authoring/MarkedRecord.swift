public import Diagnostics
import StatusModel

/// The updates of a record's file, as they are marked in it.
public struct MarkedRecord: Sendable {
    /// The updates in the file's order.
    public private(set) var updates: [MarkedUpdate] = []
    /// Whether the newest update comes first.
    public private(set) var isNewestFirst = false
}

extension RecordReader {
    /// Returns the updates of a file, even if it has errors; `nil` if what follows its front matter cannot be found.
    public func marked(_ file: SourceFile) -> MarkedRecord? {
        let reading = MarkedReading(self, file)
        return reading.assembly.map { _ in reading.record }
    }
}

/// A file that has been read for its updates.
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
    /// Whether this reading equals the other, except that it states the times of the given updates.
    func `is`(_ other: MarkedReading, withTheTimesOf numbers: Set<Int>) -> Bool {
        let (updates, others) = (record.updates, other.record.updates)
        return updates.map(\.keyword) == others.map(\.keyword) && proses == other.proses
            && updates.indices.allSatisfy { index in
                updates[index].timing == (numbers.contains(index) ? .stated : others[index].timing)
            }
    }

    /// Returns the errors of each kind that exceed the number of such errors in the other reading.
    ///
    /// That the first update keeps a phase is left out, because the update before it may not have a time yet.
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

    /// Whether the newest update comes first: if fewer than two have a time, whether the one that opens the record comes
    /// last.
    func isNewestFirst(dated order: [Int]) -> Bool {
        if order.count > 1, let oldest = order.first, let newest = order.last { return newest < oldest }
        let opens = { (update: MarkedUpdate?) in ["INVESTIGATING", "SCHEDULED"].contains(update?.keyword) }
        return opens(updates.last) && !opens(updates.first)
    }
}
