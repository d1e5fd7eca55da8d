import Diagnostics
import Records
import StatusModel

/// The records of a site as they stood at a git revision, to be held against those of now.
struct PastRecords {
    private let git: Git
    private let commit: String
    private let committedAt: Instant
    private let now: Instant
    /// Their paths, by id.
    private let paths: [String: String]
    /// The former paths of files that were renamed since.
    private let renamed: [String: String]
    private let reader: RecordReader
    private let zone: Zone
    /// The paths of the records that were changed or added since, in the work tree too.
    let changed: Set<String>

    /// - Parameters:
    ///   - revision: a commit, as its user called it.
    ///   - configuration: the site's configuration now, for a revision at which it cannot be read.
    init(at revision: String, in site: String, configuration: Configuration, now: Instant) throws {
        git = Git(at: site)
        self.now = now
        commit = try git.commit(named: revision)
        committedAt = try git.instant(of: commit)
        let records = try git.paths(below: "incidents", at: commit)
        paths = Dictionary(records.map { (RecordIndex.id(of: $0), $0) }) { first, _ in first }
        reader = RecordReader(
            configuration: (try? git.configuration(at: commit).speaking(like: configuration))
                ?? configuration,
            index: RecordIndex(paths: records),
            now: now
        )
        zone = configuration.page.zone
        let changes = try git.changes(since: commit, below: "incidents")
        renamed = changes.compactMapValues { $0 }
        let untracked = ["ls-files", "-z", "--others", "--exclude-standard", "--", "incidents"]
        changed = try Set(changes.keys).union(git.fields(of: untracked))
    }
}

extension PastRecords {
    /// The record's news that its readers did not have then, but for what the clock brought.
    func news(of record: Record, for audience: Audience) throws -> [News] {
        let all = record.news(by: now, in: zone)
        guard let parsed = try former(record) else { return all }
        // What cannot be read any more can still be told by its date.
        if parsed.isBroken { return all.filter { $0.at > committedAt } }
        // A draft nobody has seen, and what was internal the public has not.
        guard let former = parsed.record?.shown(to: audience) else { return all }
        return record.news(since: former, by: now, in: zone)
    }

    /// The record as it was read then; `nil` if it was not there.
    private func former(_ record: Record) throws -> ParsedRecord? {
        guard let path = formerPath(of: record) else { return nil }
        return reader.read(SourceFile(path: path, bytes: try git.file(path, at: commit)))
    }

    /// Where the record was: its id is what it goes by, whatever the folder; one with a new id was renamed
    /// in git's eyes, or says itself what it was called.
    private func formerPath(of record: Record) -> String? {
        paths[record.id] ?? renamed[record.path]
            ?? paths.values.filter { record.aliases.contains(RecordIndex.slug(ofPath: $0)) }.min()
    }
}
