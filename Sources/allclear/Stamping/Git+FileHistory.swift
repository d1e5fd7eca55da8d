import StatusModel

extension Git {
    /// A commit that changed a file.
    struct FileVersion: Equatable {
        let commit: String
        /// When its author wrote it, by the author's clock.
        let authoredAt: Instant
        /// When it was put into the history, by the clock of who did.
        let committedAt: Instant
        /// The commits that changed the file before: several where branches met.
        var parents: [String]
        /// The file's path in it, from the repository's top.
        let path: String
    }

    /// The commits up to the named one that changed the file, the newest first; its renames are not followed.
    ///
    /// - Parameter isOfBranch: whether only commits of the branch itself count. What was merged came with its merge.
    func versions(
        of path: String,
        upTo commit: String,
        isOfBranch: Bool
    ) throws(GitError) -> [FileVersion] {
        let log = try output(
            of: ["log", "--topo-order", isOfBranch ? "--first-parent" : "--parents", "--no-color"]
                + ["--format=%H %at %ct" + (isOfBranch ? "" : " %P"), commit, "--", ":(literal)" + path]
        )
        var versions = String(decoding: log, as: UTF8.self).split(separator: "\n").compactMap {
            line -> FileVersion? in
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 2, let author = Int(words[1]), let committer = Int(words[2]) else {
                return nil
            }
            return FileVersion(
                commit: words[0],
                authoredAt: Instant(seconds: author),
                committedAt: Instant(seconds: committer),
                parents: Array(words[3...]),
                path: path
            )
        }
        guard isOfBranch else { return versions }
        for (number, former) in versions.dropFirst().enumerated() {
            versions[number].parents = [former.commit]
        }
        return versions
    }

    /// The path that the file had before the commit, where that or what it merged renamed it.
    func formerPath(of path: String, in commit: String) throws(GitError) -> String? {
        let fields = try fields(of: [
            "diff-tree", "-r", "-z", "--no-commit-id", "--name-status", "--find-renames", "--diff-filter=R",
            "--diff-merges=first-parent", commit,
        ])
        return stride(from: 0, to: fields.count - 2, by: 3).first { fields[$0 + 2] == path }
            .map { fields[$0 + 1] }
    }
}
