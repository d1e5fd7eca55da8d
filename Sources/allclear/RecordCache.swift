import Records
import Synchronization

/// Records as they were parsed last, for whoever reads the same site again and again: those whose files have not changed
/// are judged anew, and not parsed.
///
/// Records may link to one another or to files in `static/`, and may name what `status.yml` defines. If a record or
/// static file is added or removed, or if `status.yml` or the post-mortem headings change, all records are parsed
/// again.
final class RecordCache: Sendable {
    private struct Content {
        var basis: Basis?
        var records: [String: (stamp: FileStamp, source: RecordSource)] = [:]
    }

    /// What every record is parsed by.
    struct Basis: Equatable {
        /// The bytes of `status.yml`.
        let configuration: [UInt8]
        /// What a post-mortem is called.
        let headings: [String]
        /// The paths of the records and static files.
        let records: [String]
        let staticFiles: [String]
    }

    private let content = Mutex(Content())
}

extension RecordCache {
    /// Forgets all records that were parsed by something else.
    func settle(on basis: Basis) {
        content.withLock { if $0.basis != basis { $0 = Content(basis: basis) } }
    }

    /// The record at the path, if its file has not changed since.
    func source(at path: String, standing stamp: FileStamp) -> RecordSource? {
        content.withLock { $0.records[path].flatMap { $0.stamp == stamp ? $0.source : nil } }
    }

    func keep(_ source: RecordSource, at path: String, standing stamp: FileStamp) {
        content.withLock { $0.records[path] = (stamp, source.withoutTrees()) }
    }
}
