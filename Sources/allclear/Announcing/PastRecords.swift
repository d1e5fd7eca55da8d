import Diagnostics
import Records
import StatusModel

/// The records of a site as they stood at a git revision, to be held against those of now.
struct PastRecords {
    private let git: Git
    private let commit: String
    private let committedAt: Instant
    /// Their paths, by id.
    private let paths: [String: String]
    /// The former paths of files that were renamed since.
    private let renamed: [String: String]
    private let reader: RecordReader
    /// The paths of the records that were changed or added since, in the work tree too.
    let changed: Set<String>

    /// - Parameters:
    ///   - revision: a commit, as its user called it.
    ///   - configuration: the site's configuration now, for a revision at which it cannot be read.
    init(at revision: String, in site: String, configuration: Configuration, now: Instant) throws {
        git = Git(at: site)
        commit = try git.commit(named: revision)
        committedAt = try git.instant(of: commit)
        let records = try git.fields(of: ["ls-tree", "-r", "-z", "--name-only", commit, "--", "incidents"])
        paths = Dictionary(records.map { (RecordIndex.id(of: $0), $0) }) { first, _ in first }
        reader = RecordReader(
            configuration: git.configuration(at: commit) ?? configuration,
            index: RecordIndex(paths: records),
            now: now
        )
        let changes = try git.changes(since: commit, below: "incidents")
        renamed = changes.compactMapValues { $0 }
        let untracked = ["ls-files", "-z", "--others", "--exclude-standard", "--", "incidents"]
        changed = try Set(changes.keys).union(git.fields(of: untracked))
    }
}

extension PastRecords {
    /// The places of the record's updates that were added since; a single `nil` where the record itself was,
    /// and has none.
    func additions(to record: Record, for audience: Audience) throws -> [Int?] {
        let all = record.updates.isEmpty ? [nil] : record.updates.indices.map { Optional($0) }
        guard let path = formerPath(of: record) else { return all }
        let parsed = reader.read(
            SourceFile(path: path, bytes: try git.output(of: ["show", "\(commit):./\(path)"]))
        )
        // What cannot be read any more can still be told by its date.
        if parsed.isBroken { return record.updates.indices.filter { record.updates[$0].at > committedAt } }
        // A draft nobody has seen, and what was internal the public has not.
        guard let former = parsed.content?.record, audience == .internal || former.visibility == .public
        else {
            return all
        }
        return record.updates.additions(since: former.updates)
    }

    /// Where the record was: its id is what it goes by, whatever the folder; one with a new id was renamed
    /// in git's eyes, or says itself what it was called.
    private func formerPath(of record: Record) -> String? {
        paths[record.id] ?? renamed[record.path]
            ?? paths.values.filter { record.aliases.contains(RecordIndex.slug(ofPath: $0)) }.min()
    }
}

extension Git {
    /// The files below a folder that differ from the commit's, each with its former path where it was
    /// renamed.
    fileprivate func changes(since commit: String, below folder: String) throws -> [String: String?] {
        let fields = try fields(of: [
            "diff", "--name-status", "-z", "--find-renames", "--relative", "--diff-filter=d", "--no-ext-diff",
            commit, "--", folder,
        ])
        var changes: [String: String?] = [:]
        var rest = fields[...]
        while let status = rest.popFirst(), let path = rest.popFirst() {
            if status.hasPrefix("R"), let renamed = rest.popFirst() {
                changes[renamed] = path
            } else {
                changes[path] = .some(nil)
            }
        }
        return changes
    }

    /// The site's configuration at the commit, where it could be read.
    fileprivate func configuration(at commit: String) -> Configuration? {
        guard let bytes = try? output(of: ["show", "\(commit):./status.yml"]) else { return nil }
        var found: [Diagnostic] = []
        let configuration = Configuration(reading: SourceFile(path: "status.yml", bytes: bytes), into: &found)
        return found.hasErrors ? nil : configuration
    }

    /// When the commit was made.
    fileprivate func instant(of commit: String) throws -> Instant {
        let text = try output(of: ["show", "--no-patch", "--format=%ct", "--no-show-signature", commit])
        return Instant(seconds: Int(String(decoding: text, as: UTF8.self).filter(\.isNumber)) ?? 0)
    }
}

extension ParsedRecord.Content {
    /// What all kinds of record have.
    fileprivate var record: Record {
        switch self {
        case .incident(let incident): incident.record
        case .maintenance(let window): window.record
        case .notice(let notice): notice.record
        }
    }
}
