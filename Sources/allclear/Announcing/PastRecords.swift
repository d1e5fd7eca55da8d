import Diagnostics
import Records
import StatusModel

/// The records of a site as they stood at a git revision, to be held against those of now.
struct PastRecords {
    private let git: Git
    private let commit: String
    /// When the commit was made.
    let committedAt: Instant
    /// Their paths, by id.
    private let paths: [String: String]
    /// The former paths of files that were renamed since.
    private let renamed: [String: String]
    private let reader: RecordReader
    /// The places that the components of then have now; `nil` for those that are gone.
    private let places: [Component.Index?]
    /// The paths of the records that were changed or added since, in the work tree too.
    let changed: Set<String>

    /// - Parameters:
    ///   - revision: a commit, as its user called it.
    ///   - configuration: the site's configuration now, for a revision at which it cannot be read.
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
    /// The record as its readers had it then; `nil` if they had none, as of a draft.
    ///
    /// - Throws: a ``GitError``.
    func record(before record: Record, for audience: Audience) throws -> Record? {
        guard changed.contains(record.path) else { return record }
        guard let path = formerPath(of: record) else { return nil }
        var parsed = try read(path, at: commit)
        if parsed.isBroken {
            // Nobody was told of what could not be read: what counts is what stood there before.
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

    /// The time of the latest commit that changed the record, or now if it has uncommitted changes.
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

    /// The commits up to this one that changed the file, the newest first, as far back as mistakes are likely to go.
    private func commits(changing path: String) throws -> [String] {
        try git.fields(of: ["log", "-z", "--max-count=20", "--format=%H", commit, "--", path])
    }

    /// Where the record was: its id is what it goes by, whatever the folder; one with a new id was renamed
    /// in git's eyes, or says itself what it was called.
    private func formerPath(of record: Record) -> String? {
        paths[record.filedID] ?? renamed[record.path]
            ?? paths.values.filter { path in
                record.aliases.contains { Record.pageSlug(of: $0) == RecordIndex.slug(ofPath: path) }
            }
            .min()
    }
}

extension StatusPage {
    /// The places of a former page's components among its own; `nil` for those that it no longer has.
    fileprivate func places(of former: [Component]) -> [Component.Index?] {
        let ids = components.enumerated().flatMap { place, component in
            ([component.id] + component.formerIDs).map { ($0, place) }
        }
        let places = Dictionary(ids) { first, _ in first }
        return former.map { places[$0.id] }
    }
}

extension Record {
    /// The record with its components at other places, without those that have none.
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
