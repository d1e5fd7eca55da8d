public import Diagnostics
public import StatusModel

/// An update as its file marks it, whether or not it says when it was written.
public struct MarkedUpdate: Sendable {
    /// The word in its bracket, as in `IDENTIFIED`.
    public let keyword: String
    /// Where it begins.
    public let place: SourceLocation
    /// How many bytes of the file stand before it.
    public let offset: Int
    /// What is known of its time.
    public let timing: Timing

    /// What an update says of its time.
    public enum Timing: Sendable {
        /// It bears a time.
        case stated
        /// It bears a time that is not read, as it stands in the wrong place or under another word.
        case misplaced
        /// It bears none.
        case missing
    }
}

extension RecordReader {
    /// The updates of a file in its order, also where it has errors.
    public func markedUpdates(in file: SourceFile) -> [MarkedUpdate] {
        MarkedRecord(self, file).updates
    }

    /// The file with the time of an update that had none; nothing where it cannot be put there so that all
    /// else reads as before.
    ///
    /// - Parameter number: the update's place in the file's order, from 0.
    public func stamping(_ number: Int, at instant: Instant, in file: SourceFile) -> SourceFile? {
        let record = MarkedRecord(self, file)
        guard let assembly = record.assembly, record.updates.indices.contains(number) else { return nil }
        let time = Trailer.Name.updated.rawValue + ": " + timeToWrite(instant, in: assembly)
        return StampPlace.candidates(for: number, in: assembly.body).lazy
            .map { $0.inserting(time) }
            .first { MarkedRecord(self, $0).is(record, withTheTimeOf: number) }
    }
}

private extension RecordReader {
    /// To the minute, unless that lay before the incident's start.
    func timeToWrite(_ instant: Instant, in assembly: RecordAssembly) -> String {
        let zone = configuration.page.zone
        let minute = instant.droppingSeconds
        let begin = assembly.frontMatter.isMaintenance ? nil : assembly.frontMatter.beginning
        return begin.map { minute < $0 && instant >= $0 } ?? false
            ? zone.writtenExactly(instant) : zone.written(minute)
    }
}

/// A record's file with its updates as they are marked.
private struct MarkedRecord {
    let assembly: RecordAssembly?
    private(set) var updates: [MarkedUpdate] = []
    private var proses: [Prose] = []

    init(_ reader: RecordReader, _ file: SourceFile) {
        var (reading, found) = (
            Reading(file: file, slug: RecordIndex.slug(ofPath: file.path)), [Diagnostic]()
        )
        assembly = reader.read(&reading, into: &found)
        guard let body = assembly?.body else { return }
        let undated = Set(found.filter { $0.id == .missingTime }.map(\.location))
        updates = body.parts.updates.map { part in
            let place = body.text.location(of: part.marker.bracket, from: part.offset)
            return MarkedUpdate(
                keyword: part.marker.keyword,
                place: place,
                offset: part.offset,
                timing: !undated.contains(place)
                    ? .stated : part.mentionsTime(in: file) ? .misplaced : .missing
            )
        }
        proses = body.parts.updates.map { body.prose(of: $0.document) }
    }

    /// Whether it is the other with one time more.
    func `is`(_ other: MarkedRecord, withTheTimeOf number: Int) -> Bool {
        updates.map(\.keyword) == other.updates.map(\.keyword) && proses == other.proses
            && updates.indices.allSatisfy { index in
                index == number
                    ? updates[index].timing == .stated : updates[index].timing == other.updates[index].timing
            }
    }
}

extension PhaseMarker {
    /// The word without the time.
    fileprivate var keyword: String {
        Phase.normal(bracket.dropFirst().prefix { $0 != "]" && !$0.isNumber })
    }
}

extension BodyParts.UpdatePart {
    /// Whether somebody has written a time that is not read as the update's: it is not for a program to put
    /// another beside it.
    fileprivate func mentionsTime(in file: SourceFile) -> Bool {
        var lines = LineRanges(of: file.bytes, in: region)
        var isFirst = true
        while let range = lines.next() {
            var line = String(decoding: file.bytes[range], as: UTF8.self)
            if isFirst {
                let rest = line.dropFirst(marker.bracket.count).drop { " :-–—*".contains($0) }
                var cursor = ByteCursor(rest)
                if TimeExpression(from: &cursor)?.time != nil { return true }
                isFirst = false
                continue
            }
            line = line.filter { !"*_>".contains($0) }.trimmed
            if (Trailer(line)?.name ?? Trailer.nearMiss(line)) == .updated { return true }
        }
        return false
    }
}
