import Diagnostics
import Records
import StatusModel

/// The records of a site as they were last published.
struct PublishedRecords {
    private let git: Git
    private let commit: String
    private let paths: Set<String>
    /// The former paths of files that have been renamed since.
    private let renamed: [String: String]
    private let reader: RecordReader

    /// - Parameter revision: the commit that was published, as the user named it.
    init(at revision: String, in site: String, reader: RecordReader) throws {
        git = Git(at: site)
        commit = try git.commit(named: revision)
        paths = Set(try git.paths(below: "incidents", at: commit))
        renamed = try git.changes(since: commit, below: "incidents").compactMapValues { $0 }
        self.reader = reader
    }
}

extension PublishedRecords {
    /// Returns the published version of the record, or `nil` if there is none or it could not be read.
    func record(at path: String) throws -> PublishedRecord? {
        guard let former = paths.contains(path) ? path : renamed[path] else { return nil }
        let file = SourceFile(path: former, bytes: try git.file(former, at: commit))
        return reader.marked(file).map { record in
            let updates = reader.statedUpdates(in: file)
            return PublishedRecord(
                record: record,
                times: Dictionary(updates.map { ($0.place.line, $0.at) }) { first, _ in first })
        }
    }
}

/// A record as it was last published.
struct PublishedRecord {
    fileprivate let record: MarkedRecord
    /// The updates' times, by the lines on which they begin.
    fileprivate let times: [Int: Instant]

    /// The state in which an update was published.
    enum Publication {
        case none
        case dated(Instant)
        /// It had no time: it was on no page, unless its record was shown as incomplete.
        case undated
    }

    /// Returns how each update of the later record was published.
    ///
    /// An update with a corrected text is the same update.
    func publications(of later: MarkedRecord) -> [Publication] {
        let numbers = FormerNumbers(of: later, in: record)
        return later.updates.indices.map { number in
            guard let former = numbers.same(as: number) ?? numbers.mended(number) else { return .none }
            return times[record.updates[former].place.line].map { .dated($0) } ?? .undated
        }
    }
}
