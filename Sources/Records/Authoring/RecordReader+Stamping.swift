public import Diagnostics
public import StatusModel

extension RecordReader {
    /// The file with the times of updates that had none.
    ///
    /// The result has been read: all else is as it was, and it has no error that it had not.
    ///
    /// - Parameter times: the updates' times, by their places in the file's order, from 0.
    public func stamping(_ times: [Int: Instant], in file: SourceFile) throws(AuthoringMistake) -> SourceFile
    {
        var stamped = file
        for (number, instant) in times.sorted(by: { $0.key < $1.key }) {
            stamped = try inserting(instant, into: number, of: stamped)
        }
        let errors = MarkedReading(self, stamped).errors(notIn: MarkedReading(self, file))
        guard errors.isEmpty else { throw .refused(errors) }
        return stamped
    }
}

private extension RecordReader {
    func inserting(
        _ instant: Instant,
        into number: Int,
        of file: SourceFile
    ) throws(AuthoringMistake) -> SourceFile {
        let standing = MarkedReading(self, file)
        guard let assembly = standing.assembly, standing.record.updates.indices.contains(number) else {
            throw .textMisread
        }
        let time = Trailer.Name.updated.rawValue + ": " + timeToWrite(instant, in: assembly)
        let stamped = StampPlace.candidates(for: number, in: assembly.body).lazy
            .map { $0.inserting(time) }
            .first { MarkedReading(self, $0).is(standing, withTheTimeOf: number) }
        guard let stamped else { throw .textMisread }
        return stamped
    }

    /// To the minute, unless that lay before the incident's start.
    func timeToWrite(_ instant: Instant, in assembly: RecordAssembly) -> String {
        let zone = configuration.page.zone
        let minute = instant.droppingSeconds
        let begin = assembly.frontMatter.kind == .maintenance ? nil : assembly.frontMatter.beginning
        return begin.map { minute < $0 && instant >= $0 } ?? false
            ? zone.writtenExactly(instant) : zone.written(minute)
    }
}
