public import Diagnostics
public import StatusModel

extension RecordReader {
    /// Returns the file with times for updates that had none.
    ///
    /// The result has been read to check that everything else is the same and that there are no new errors.
    ///
    /// - Parameter times: the times, by the updates' positions in the file, from 0.
    public func stamping(_ times: [Int: Instant], in file: SourceFile) throws(AuthoringMistake) -> SourceFile
    {
        let inOrder = times.map { (number: $0.key, at: $0.value) }.sorted { $0.number < $1.number }
        let stamped = try inserting(inOrder[...], into: file)
        let errors = MarkedReading(self, stamped).errors(notIn: MarkedReading(self, file))
        guard errors.isEmpty else { throw .refused(errors) }
        return stamped
    }
}

private extension RecordReader {
    /// Inserts all times at once, each in its best place; if one cannot be there, inserts the two halves separately.
    func inserting(
        _ times: ArraySlice<(number: Int, at: Instant)>, into file: SourceFile
    ) throws(AuthoringMistake) -> SourceFile {
        guard let first = times.first else { return file }
        guard times.count > 1 else { return try inserting(first.at, into: first.number, of: file) }
        let standing = MarkedReading(self, file)
        guard let assembly = standing.assembly,
            times.allSatisfy({ standing.record.updates.indices.contains($0.number) })
        else { throw .textMisread }
        let lines = times.compactMap { number, instant in
            StampPlace.candidates(for: number, in: assembly.body).first.map {
                ($0, line(instant, in: assembly))
            }
        }
        if let stamped = StampPlace.inserting(lines),
            MarkedReading(self, stamped).is(standing, withTheTimesOf: Set(times.map(\.number)))
        {
            return stamped
        }
        let middle = times.startIndex + times.count / 2
        return try inserting(times[middle...], into: try inserting(times[..<middle], into: file))
    }

    func inserting(
        _ instant: Instant,
        into number: Int,
        of file: SourceFile
    ) throws(AuthoringMistake) -> SourceFile {
        let standing = MarkedReading(self, file)
        guard let assembly = standing.assembly, standing.record.updates.indices.contains(number) else {
            throw .textMisread
        }
        let time = line(instant, in: assembly)
        let stamped = StampPlace.candidates(for: number, in: assembly.body).lazy
            .map { $0.inserting(time) }
            .first { MarkedReading(self, $0).is(standing, withTheTimesOf: [number]) }
        guard let stamped else { throw .textMisread }
        return stamped
    }

    func line(_ instant: Instant, in assembly: RecordAssembly) -> String {
        Trailer.Name.updated.rawValue + ": " + timeToWrite(instant, in: assembly)
    }

    /// Returns the time to the minute, unless that would be before the incident's start.
    func timeToWrite(_ instant: Instant, in assembly: RecordAssembly) -> String {
        let zone = configuration.page.zone
        let minute = instant.droppingSeconds
        let begin = assembly.frontMatter.kind == .maintenance ? nil : assembly.frontMatter.beginning
        return begin.map { minute < $0 && instant >= $0 } ?? false
            ? zone.writtenExactly(instant) : zone.written(minute)
    }
}
