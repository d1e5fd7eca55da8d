public import Diagnostics
public import StatusModel

extension RecordReader {
    /// Returns the severity by which an incident is judged and the items of its checklists; `nil` for other records.
    public func checklist(
        in file: SourceFile
    ) throws(AuthoringMistake) -> (severity: Severity, items: [ChecklistItem])? {
        let standing = try TickedReading(self, file)
        let record = standing.record
        let incident = record.happened(by: standing.assembly.now) ?? record
        return standing.assembly.severity(of: incident).map { severity in
            (severity, standing.assembly.checklist(of: incident))
        }
    }

    /// Returns the incident's file with the items added to those that are done; all other bytes stay as they are.
    ///
    /// The result has been read to check that the record is the same, with these ticks.
    ///
    /// - Parameter items: the items in the policy's words, none of which may be ticked already.
    public func ticking(_ items: [String], in file: SourceFile) throws(AuthoringMistake) -> SourceFile {
        let standing = try TickedReading(self, file)
        guard let map = standing.assembly.frontMatter.map else { throw .ticksMisread }
        for result in TickEdits(items, in: map).results {
            if let read = try? TickedReading(self, result), read.is(standing, with: items) { return result }
        }
        throw .ticksMisread
    }
}

/// The result of reading a record's file that has no errors.
private struct TickedReading {
    let record: Record
    let assembly: RecordAssembly
    private let isDraft: Bool
    private let withheld: [String]

    init(_ reader: RecordReader, _ file: SourceFile) throws(AuthoringMistake) {
        let found = Findings()
        var reading = Reading(file: file, slug: RecordIndex.slug(ofPath: file.path))
        guard let assembly = reader.read(&reading, into: found), let record = reading.record, !found.hasErrors
        else { throw .unsound(found.all) }
        (self.record, self.assembly) = (record, assembly)
        (isDraft, withheld) = (reading.isDraft, reading.withheldRevisions.map(\.revision))
    }

    /// Whether this is the other reading with the items ticked and nothing else changed.
    func `is`(_ other: TickedReading, with items: [String]) -> Bool {
        var expected = other.record
        // If the end of the list cannot be found, the items are at its beginning.
        expected.tickedItems =
            record.tickedItems.starts(with: items)
            ? items + expected.tickedItems : expected.tickedItems + items
        return record == expected && isDraft == other.isDraft && withheld == other.withheld
    }
}
