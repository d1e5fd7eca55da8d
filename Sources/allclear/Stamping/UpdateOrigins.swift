import Diagnostics
import Records

/// Finds the commits that added updates.
struct UpdateOrigins {
    private let git: Git
    private let prefix: String
    private let reader: RecordReader
    private let isOfBranch: Bool

    /// - Parameters:
    ///   - site: the site's folder, in a repository with its complete history.
    ///   - isOfBranch: whether only commits of the branch itself count, so that merged changes count from their merge.
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
    /// Returns the commit that added each of the updates with those numbers, if there is one.
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
    /// Whether the repository has only the end of its history.
    fileprivate var isShallow: Bool {
        get throws(GitError) { try line(of: ["rev-parse", "--is-shallow-repository"]) == "true" }
    }
}
