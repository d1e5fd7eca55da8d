import Diagnostics
import StatusModel

extension VersionLog {
    /// Reads the versions up to the instant of the site in the folder, on another thread: for a long history, git
    /// needs about as long as reading the records does.
    ///
    /// - Parameter commit: the newest commit that counts.
    static func reading(
        of site: String, upTo commit: String = "HEAD", until now: Instant
    ) -> Lazy<Result<VersionLog, Absence>> {
        Lazy {
            do throws(GitError) {
                return try read(of: site, upTo: commit, until: now)
            } catch { return .failure(.git(error)) }
        }
        .madeAhead()
    }

    private static func read(
        of site: String, upTo commit: String, until now: Instant
    ) throws(GitError) -> Result<VersionLog, Absence> {
        let git = Git(at: site)
        // If there is no commit, git fails.
        guard let shallow = try git.outputIfAny(of: ["rev-parse", "--is-shallow-repository", commit]) else {
            return .failure(.noHistory)
        }
        if shallow.starts(with: "true".utf8) { return .failure(.incomplete(.shallow)) }
        if try git.outputIfAny(of: partialClone) != nil { return .failure(.incomplete(.partial)) }
        guard let list = try git.listing(of: arguments(upTo: commit)) else { return .failure(.noHistory) }
        let log = VersionLog(list, until: now)
        // If git could not read the history to its end, it looks shorter than it is.
        guard list.endedWell else { return .failure(.incomplete(.unreadable)) }
        return log.versions.isEmpty ? .failure(.noHistory) : .success(log)
    }

    /// Asks for the remote from which a clone fetches missing files: a build does not wait for the network.
    private static let partialClone = [
        "config", "--get-regexp", #"^(remote\..*\.promisor|extensions\.partialclone)$"#,
    ]

    /// The arguments that list all commits, including those that touch no such file: to leave these out, git would
    /// compare each commit with its parent twice.
    private static func arguments(upTo commit: String) -> [String] {
        [
            "log", "--first-parent", "--diff-merges=first-parent", "--sparse", "--raw", "-z", "--no-abbrev",
            "--find-renames", "-l1000", "-O/dev/null", "--relative", "--no-color", "--format=%x01%H %ct",
            commit,
            "--", "status.yml", "incidents", "static",
        ]
    }
}

private extension VersionLog {
    init(_ list: ChildProcess.Listing, until now: Instant) {
        var commit: FileChanges?
        var place = 0
        while let field = list.next() {
            // Git ends the line of the commit itself before it names files.
            let field = field.first == UInt8(ascii: "\n") ? field.dropFirst() : field
            if field.first == 1 {
                if let commit { take(commit, until: now) }
                commit = FileChanges(field.dropFirst(), place: place)
                place += 1
            } else if field.first == UInt8(ascii: ":") {
                commit?.take(field) { list.next().map { String(decoding: $0, as: UTF8.self) } }
            }
        }
        if let commit { take(commit, until: now) }
    }
}
