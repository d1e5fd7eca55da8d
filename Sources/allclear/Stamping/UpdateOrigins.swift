import Diagnostics
import Records

/// Finds the commits that added updates.
struct UpdateOrigins {
    private let git: Git
    private let prefix: String
    private let reader: RecordReader
    private let isOfBranch: Bool

    /// - Parameters:
    ///   - site: the site's folder, in a repository with its whole history.
    ///   - isOfBranch: whether only commits of the branch itself count, so that what was merged came with its merge.
    init(of site: String, reader: RecordReader, isOfBranch: Bool) throws {
        let nearby = Git(at: site)
        if try nearby.isShallow {
            throw CommandError(
                "the clone is shallow: it lacks the commits that added updates",
                hint: "run `git fetch --unshallow`, or use `fetch-depth: 0` in a GitHub workflow"
            )
        }
        git = Git(at: try nearby.line(of: ["rev-parse", "--show-toplevel"]))
        prefix = try nearby.line(of: ["rev-parse", "--show-prefix"])
        self.reader = reader
        self.isOfBranch = isOfBranch
    }
}

extension UpdateOrigins {
    /// The commit that added each of the updates of those numbers, where one did.
    func commits(
        thatAdded numbers: [Int],
        to record: MarkedRecord,
        at path: String
    ) throws -> [Int: Git.FileVersion] {
        let place = prefix + path
        guard !numbers.isEmpty, (try? git.output(of: ["cat-file", "-e", "HEAD:\(place)"])) != nil else {
            return [:]
        }
        var past = RecordPast(in: git, reader: reader, isOfBranch: isOfBranch)
        var commits: [Int: Git.FileVersion] = [:]
        for number in numbers {
            commits[number] = try past.commit(thatAdded: number, to: record, at: place)
        }
        return commits
    }
}

extension Git {
    /// Whether the repository holds the end of its history alone.
    fileprivate var isShallow: Bool {
        get throws(GitError) { try line(of: ["rev-parse", "--is-shallow-repository"]) == "true" }
    }
}
