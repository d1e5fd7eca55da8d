import Records
import Synchronization

/// Records as they were last parsed, for repeated readings of the same site: those whose files have not changed are
/// checked again, but not parsed.
///
/// Records may link to one another or to files in `static/`, and may name what `status.yml` defines. If a record or
/// static file is added or removed, or if `status.yml` or the post-mortem headings change, all records are parsed
/// again.
final class RecordCache: Sendable {
    private struct Content {
        var basis: Basis?
        var records: [String: (stamp: FileStamp, source: RecordSource)] = [:]
    }

    /// The conditions under which every record is parsed.
    struct Basis: Equatable {
        /// The bytes of `status.yml`.
        let configuration: [UInt8]
        /// The headings of a post-mortem.
        let headings: [String]
        /// The paths of the records and static files.
        let records: [String]
        let staticFiles: [String]
    }

    private let content = Mutex(Content())
}

extension RecordCache {
    /// Forgets all records that were parsed under other conditions.
    func settle(on basis: Basis) {
        content.withLock { if $0.basis != basis { $0 = Content(basis: basis) } }
    }

    /// Returns the record at the path, if its file has not changed since it was parsed.
    func source(at path: String, standing stamp: FileStamp) -> RecordSource? {
        content.withLock { $0.records[path].flatMap { $0.stamp == stamp ? $0.source : nil } }
    }

    func keep(_ source: RecordSource, at path: String, standing stamp: FileStamp) {
        content.withLock { $0.records[path] = (stamp, source.withoutTrees()) }
    }
}
