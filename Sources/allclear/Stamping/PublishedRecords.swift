import Diagnostics
import Records
import StatusModel

/// The records of a site as they were published last.
struct PublishedRecords {
    private let git: Git
    private let commit: String
    private let paths: Set<String>
    /// The former paths of files that were renamed since.
    private let renamed: [String: String]
    private let reader: RecordReader

    /// - Parameter revision: the commit that was published, as its user called it.
    init(at revision: String, in site: String, reader: RecordReader) throws {
        git = Git(at: site)
        commit = try git.commit(named: revision)
        paths = Set(try git.paths(below: "incidents", at: commit))
        renamed = try git.changes(since: commit, below: "incidents").compactMapValues { $0 }
        self.reader = reader
    }

    /// What was published of an update.
    enum Publication {
        case none
        case dated(Instant)
        /// It stood there without a time: on no page, unless its record was shown as incomplete.
        case undated
    }
}

extension PublishedRecords {
    /// What was published of the update of that number. Mended words are the same update.
    func publication(of number: Int, in record: MarkedRecord, at path: String) throws -> Publication {
        guard let former = paths.contains(path) ? path : renamed[path] else { return .none }
        let file = SourceFile(path: former, bytes: try git.file(former, at: commit))
        guard let published = reader.marked(file),
            let place = record.same(as: number, in: published) ?? record.mended(number, in: published)
        else { return .none }
        let update = published.updates[place]
        return reader.statedUpdates(in: file).first { $0.place == update.place }.map { .dated($0.at) }
            ?? .undated
    }
}
