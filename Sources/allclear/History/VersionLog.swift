import Diagnostics
import StatusModel

/// The versions of a site's files that readers got, according to git's first-parent history: changes on a branch
/// count from its merge.
///
/// Git lists them in one run, without the files' contents.
struct VersionLog: Sendable {
    /// The versions of each present or former file, the newest first, by its last path.
    ///
    /// Renames are followed.
    private(set) var versions: [String: [Version]] = [:]
    /// Every path that a file ever had.
    private(set) var paths: Set<String> = []
    /// The last path of each file, by its path at the current commit; `nil` if the file at that path is none of
    /// those found so far.
    private var lastPaths: [String: String?] = [:]

    /// A file as a commit left it.
    struct Version: Sendable {
        let commit: String
        /// The time at which the commit was added to the history.
        let at: Instant
        /// The commit's place in the history, with the newest first.
        let place: Int
        /// The file's path at that commit.
        let path: String
        let blob: String
        /// Whether the commit put the file at its path, as a new file or from another path.
        ///
        /// Versions before it may belong to another record: git considers similar files the same, and a name may be
        /// used again.
        let isArrival: Bool
    }

    /// The reason why there is no log.
    enum Absence: Error {
        /// Git or its repository is missing, or has no commit.
        case noHistory
        /// Part of the history is missing.
        case incomplete(HistoryGap)
        case git(GitError)
    }
}

extension VersionLog {
    /// Returns the same log with files under the paths to which they have been moved since.
    ///
    /// - Parameter formerPaths: the former paths, by the present ones.
    func renamed(_ formerPaths: [String: String]) -> VersionLog {
        var log = self
        for former in formerPaths.values { log.versions[former] = nil }
        for (path, former) in formerPaths { log.versions[path] = versions[former] }
        log.paths.formUnion(formerPaths.keys)
        return log
    }

    /// Adds the changes of a commit, which must be older than the one before.
    mutating func take(_ commit: FileChanges, until now: Instant) {
        let changes = commit.followed
        // Several files may swap their names: find all new paths before following any.
        let lasts = changes.map { change in change.path.flatMap { lastPaths[$0] ?? $0 } }
        for (change, last) in zip(changes, lasts) where commit.at <= now {
            guard let path = change.path else { continue }
            paths.insert(path)
            guard let last else { continue }
            let version = Version(
                commit: commit.name, at: commit.at, place: commit.place, path: path, blob: change.blob,
                isArrival: change.former != path)
            versions[last, default: []].append(version)
        }
        let moves = zip(changes, lasts).filter { $0.0.isMove }
        for (change, _) in moves { lastPaths.updateValue(nil, forKey: change.path ?? "") }
        for (change, last) in moves { lastPaths.updateValue(last, forKey: change.former ?? "") }
    }
}
