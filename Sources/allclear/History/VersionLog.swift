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
    /// The last path of each file, by the path that it had at the commit at hand.
    private var lastPaths: [String: String] = [:]
    private var closed: Set<String> = []

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
    }

    /// Why there is none.
    enum Absence: Error {
        /// Git or its repository is missing, or has no commit.
        case noHistory
        /// The repository holds the end of its history alone.
        case shallow
        case git(GitError)
    }

    /// Reads the versions up to the instant of the site in the folder, on another thread: of a long history, git needs
    /// about as long as the records do.
    static func reading(of site: String, until now: Instant) -> Lazy<Result<VersionLog, Absence>> {
        Lazy {
            do throws(GitError) {
                return try read(of: site, until: now)
            } catch { return .failure(.git(error)) }
        }
        .madeAhead()
    }

    private static func read(
        of site: String,
        until now: Instant
    ) throws(GitError) -> Result<VersionLog, Absence> {
        let git = Git(at: site)
        guard let shallow = try git.outputIfAny(of: ["rev-parse", "--is-shallow-repository"]) else {
            return .failure(.noHistory)
        }
        guard shallow.starts(with: "false".utf8) else { return .failure(.shallow) }
        guard let log = try git.listing(of: arguments) else { return .failure(.noHistory) }
        let versions = VersionLog(log, until: now)
        return versions.versions.isEmpty ? .failure(.noHistory) : .success(versions)
    }

    private static let arguments = [
        "log", "--first-parent", "--diff-merges=first-parent", "--raw", "-z", "--no-abbrev", "--find-renames",
        "-l1000", "-O/dev/null", "--relative", "--no-color", "--format=%x01%H %ct", "HEAD", "--",
        "status.yml",
        "incidents", "static",
    ]
}

extension VersionLog {
    private init(_ log: ChildProcess.Listing, until now: Instant) {
        var (commit, at, place) = ("", Instant.distantPast, -1)
        while let field = log.next() {
            // Git ends the commit's own line before it names files.
            let field = field.first == UInt8(ascii: "\n") ? field.dropFirst() : field
            if field.first == 1 {
                let words = field.dropFirst().split(separator: UInt8(ascii: " "))
                commit = words.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
                at = Instant(seconds: words.last.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0)
                place += 1
            } else if field.first == UInt8(ascii: ":"), let path = log.next() {
                // `:100644 100644 OLD NEW M`, and a second path behind that of a rename.
                let words = field.split(separator: UInt8(ascii: " ")).map {
                    String(decoding: $0, as: UTF8.self)
                }
                guard words.count == 5 else { continue }
                let former = String(decoding: path, as: UTF8.self)
                let isRename = words[4].hasPrefix("R")
                let path = isRename ? log.next().map { String(decoding: $0, as: UTF8.self) } ?? "" : former
                if at <= now, words[4] != "D" {
                    take(Version(commit: commit, at: at, place: place, path: path, blob: words[3]))
                }
                if isRename { follow(path, to: former) }
            }
        }
    }

    private mutating func take(_ version: Version) {
        paths.insert(version.path)
        guard let last = lastPaths[version.path] ?? (closed.contains(version.path) ? nil : version.path)
        else {
            return
        }
        versions[last, default: []].append(version)
    }

    /// What was at the former path before is of the file at this one, and what was at this one is of another.
    private mutating func follow(_ path: String, to former: String) {
        lastPaths[former] = lastPaths[path] ?? path
        lastPaths[path] = nil
        closed.insert(path)
    }
}
