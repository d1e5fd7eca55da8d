import Diagnostics
import Records
import StatusModel

/// The records of a site as of a git revision, for comparison with the present ones.
struct PastRecords {
    private let git: Git
    private let commit: String
    /// The time of the commit.
    let committedAt: Instant
    /// The paths of the records, by id.
    private let paths: [String: String]
    /// The former paths of files that have been renamed since.
    private let renamed: [String: String]
    private let reader: RecordReader
    /// The present places of the former components; `nil` for those that no longer exist.
    private let places: [Component.Index?]
    /// The paths of the records that have been changed or added since, including in the work tree.
    let changed: Set<String>

    /// - Parameters:
    ///   - revision: a commit, as the user named it.
    ///   - configuration: the site's present configuration, for a revision at which it cannot be read.
    init(at revision: String, in site: String, configuration: Configuration, now: Instant) throws {
        git = Git(at: site)
        commit = try git.commit(named: revision)
        committedAt = try git.instant(of: commit)
        let records = try git.paths(below: "incidents", at: commit)
        paths = Dictionary(records.map { (RecordIndex.id(of: $0), $0) }) { first, _ in first }
        let former =
            (try? git.configuration(at: commit).speaking(like: configuration)) ?? configuration
        places = configuration.page.places(of: former.page.components)
        reader = RecordReader(
            configuration: former,
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
    /// Returns the record as its readers had it then, or `nil` if they had none, such as for a draft.
    ///
    /// - Throws: a ``GitError``.
    func record(before record: Record, for audience: Audience) throws -> Record? {
        guard changed.contains(record.path) else { return record }
        guard let path = formerPath(of: record) else { return nil }
        var parsed = try read(path, at: commit)
        if parsed.isBroken {
            // Nobody was told of what could not be read: the version before counts.
            for earlier in try commits(changing: path) where parsed.isBroken {
                // One of them may have deleted it.
                parsed = (try? read(path, at: earlier)) ?? parsed
            }
        }
        guard !parsed.isBroken, let former = parsed.record?.shown(to: audience)?.moving(to: places)
        else { return nil }
        guard let day = record.seriesWindow?.day, former.series != nil else { return former }
        return former.allWindows.first { $0.seriesWindow?.day == day }
    }

    /// Returns the time of the latest commit that changed the record, or now if it has uncommitted changes.
    func changedAt(_ path: String, now: Instant) throws -> Instant {
        let untracked = ["ls-files", "-z", "--others", "--exclude-standard", "--", path]
        guard try git.differing(from: "HEAD", below: path).isEmpty, try git.fields(of: untracked).isEmpty
        else {
            return now
        }
        let latest = try git.fields(of: ["log", "-z", "--max-count=1", "--format=%H", "--", path]).first
        return try latest.map { min(now, try git.instant(of: $0)) } ?? now
    }

    private func read(_ path: String, at commit: String) throws -> ParsedRecord {
        reader.read(SourceFile(path: path, bytes: try git.file(path, at: commit)))
    }

    /// Returns the commits up to this one that changed the file, the newest first, as far back as mistakes are
    /// likely to go.
    private func commits(changing path: String) throws -> [String] {
        try git.fields(of: ["log", "-z", "--max-count=20", "--format=%H", commit, "--", path])
    }

    /// Returns the former path of the record: that of its id, whatever the folder.
    ///
    /// A record with a new id was renamed according to git, or names its former slug itself.
    private func formerPath(of record: Record) -> String? {
        paths[record.filedID] ?? renamed[record.path]
            ?? paths.values.filter { path in
                record.aliases.contains { Record.pageSlug(of: $0) == RecordIndex.slug(ofPath: path) }
            }
            .min()
    }
}

extension StatusPage {
    /// Returns the places of a former page's components among its own, or `nil` for those that it no longer has.
    fileprivate func places(of former: [Component]) -> [Component.Index?] {
        let ids = components.enumerated().flatMap { place, component in
            ([component.id] + component.formerIDs).map { ($0, place) }
        }
        let places = Dictionary(ids) { first, _ in first }
        return former.map { places[$0.id] }
    }
}

extension Record {
    /// Returns the record with its components at other places, without those that have none.
    fileprivate func moving(to places: [Component.Index?]) -> Record {
        let moved = { (changes: [StatusChange]) in
            changes.compactMap { change in
                places[change.component].map { StatusChange($0, change.status, since: change.since) }
            }
        }
        var record = self
        record.components = moved(self.components)
        for place in record.updates.indices where !record.updates[place].changes.isEmpty {
            record.updates[place].changes = moved(record.updates[place].changes)
        }
        return record
    }
}
