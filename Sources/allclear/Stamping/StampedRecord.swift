import Diagnostics
import Records
import StatusModel

/// A record's file with the times that were found for its updates.
struct StampedRecord {
    private(set) var file: SourceFile
    private var linesByNumber: [Int: String] = [:]
    private var leftByNumber: [Int: String] = [:]
    private let record: MarkedRecord

    init(
        _ file: SourceFile,
        _ record: MarkedRecord,
        by site: AuthoredSite,
        at times: StampTimes
    ) throws {
        (self.file, self.record) = (file, record)
        for number in record.updates.indices where record.updates[number].timing == .misplaced {
            leave(number, "has a time in the wrong place: write it as the last line, `Updated: …`")
        }
        let missing = record.updates.indices.filter { record.updates[$0].timing == .missing }
        var origins: [Origin] = []
        for (number, time) in try times.times(of: missing, in: record, at: file.path) {
            switch time {
            case .known(let at, let source): origins.append(Origin(number: number, at: at, source: source))
            case .uncommitted: leave(number, "is not committed yet: commit it, then run this again")
            case .ahead(let at):
                leave(number, "was committed at \(at), which is in the future: add its time by hand")
            }
        }
        stamp(origins, by: site.reader)
    }

    fileprivate struct Origin {
        let number: Int
        let at: Instant
        let source: String

        var text: String { "\(at), \(source)" }
    }
}

extension StampedRecord {
    /// A line for each time that was written.
    var lines: [String] { linesByNumber.sorted { $0.key < $1.key }.map(\.value) }

    /// A line for each update that still has no time, with the reason.
    var left: [String] { leftByNumber.sorted { $0.key < $1.key }.map(\.value) }
}

private extension StampedRecord {
    /// Adds all times at once, because one may need another, such as a time without a day; if that fails, those
    /// that can be added alone.
    mutating func stamp(_ origins: [Origin], by reader: RecordReader) {
        let times = Dictionary(origins.map { ($0.number, $0.at) }) { first, _ in first }
        if let stamped = try? reader.stamping(times, in: file) {
            file = stamped
            for origin in origins { note(origin) }
        } else {
            for origin in origins.sorted(by: { $0.at < $1.at }) { stamp(origin, by: reader) }
        }
    }

    mutating func stamp(_ origin: Origin, by reader: RecordReader) {
        do throws(AuthoringMistake) {
            file = try reader.stamping([origin.number: origin.at], in: file)
            note(origin)
        } catch {
            guard case .refused(let errors) = error else {
                return leave(origin.number, "has no room for an `Updated:` line: add its time by hand")
            }
            let reasons = errors.map(\.message).joined(separator: "; ")
            leave(origin.number, "could not be given the time \(origin.at) (\(origin.source)): \(reasons)")
        }
    }

    mutating func note(_ origin: Origin) {
        linesByNumber[origin.number] = "\(name(of: origin.number)) \(origin.text)"
    }

    mutating func leave(_ number: Int, _ reason: String) {
        leftByNumber[number] = "\(name(of: number)) \(reason)"
    }

    func name(of number: Int) -> String {
        let update = record.updates[number]
        return "\(update.place.path):\(update.place.line): `[\(update.keyword)]`"
    }
}
