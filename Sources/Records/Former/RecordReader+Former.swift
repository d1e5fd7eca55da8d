public import Diagnostics
import StatusModel

extension RecordReader {
    /// Reads a former version of a record as the public may read it today: without what the record now keeps internal.
    ///
    /// Only this function decides what of the past is no longer public.
    ///
    /// - Parameters:
    ///   - former: the version as it is read by its own rules.
    ///   - file: the version's file, which is read again if lines in it may now be only for the team.
    public func reading(
        _ former: ParsedRecord, again file: @autoclosure () -> SourceFile?, keepingInside facts: InternalFacts
    ) -> ParsedRecord {
        guard former.record != nil else { return former }
        let stricter = configuration.keepingInside(facts).flatMap { configuration in
            file().map { RecordReader(self, by: configuration).read($0) }
        }
        var parsed = stricter ?? former
        parsed.record = parsed.record.map(facts.cut)
        return parsed
    }
}
