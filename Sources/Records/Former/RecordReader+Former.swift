public import Diagnostics
import StatusModel

extension RecordReader {
    /// Reads a former version of a record as the public of today may: without what the record keeps inside now. This is
    /// the one place that decides what of the past is no longer public.
    ///
    /// - Parameters:
    ///   - former: the version as it is read by its own rules.
    ///   - file: gives the version's file, which is read again where lines of it may be the team's now.
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
