import Diagnostics
import StatusModel

/// Which versions of a site's files readers got, as git's first-parent history has them: what a branch brought came with
/// its merge.
///
/// Git lists them in one run, without the files' contents.
struct VersionLog: Sendable {
    /// The versions of each file that there is or was, the newest first, by its last path. Renames are followed.
    private(set) var versions: [String: [Version]] = [:]
    /// Each path that a file ever had.
    private(set) var paths: Set<String> = []
    /// The last path of each file, by the path that it had at the commit at hand; `nil` if what lay there is none of the
    /// files that were found so far.
    private var lastPaths: [String: String?] = [:]

    /// A file as a commit left it.
    struct Version: Sendable {
        let commit: String
        /// When the commit was put into the history.
        let at: Instant
        /// The commit's place in the history, the newest first.
        let place: Int
        /// Its path then.
        let path: String
        let blob: String
        /// Whether the commit put it there, new or from another path. What is listed before it may be another record: git
        /// takes files for one that are alike, and a name may be given again.
        let isArrival: Bool
    }

    /// Why there is none.
    enum Absence: Error {
        /// Git or its repository is missing, or has no commit.
        case noHistory
        /// Not all of the history is there.
        case incomplete(HistoryGap)
        case git(GitError)
    }
}

extension VersionLog {
    /// The same with files under the paths that they were moved to since.
    ///
    /// - Parameter formerPaths: by the paths that they have now.
    func renamed(_ formerPaths: [String: String]) -> VersionLog {
        var log = self
        for former in formerPaths.values { log.versions[former] = nil }
        for (path, former) in formerPaths { log.versions[path] = versions[former] }
        log.paths.formUnion(formerPaths.keys)
        return log
    }

    /// Takes what a commit did, each time the next older one.
    mutating func take(_ commit: FileChanges, until now: Instant) {
        let changes = commit.followed
        // Several may swap their names: where each went is known before any is followed.
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
