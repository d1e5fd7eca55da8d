import StatusModel

extension Git {
    /// A commit that changed a file.
    struct FileVersion: Equatable {
        let commit: String
        /// The time at which its author wrote it, by the author's clock.
        let authoredAt: Instant
        /// The time at which it was added to the history, by the committer's clock.
        let committedAt: Instant
        /// The previous commits that changed the file: several if branches were merged.
        var parents: [String]
        /// The file's path in the commit, relative to the root of the repository.
        let path: String
    }

    /// Returns the commits up to the named one that changed the file, the newest first, without following renames.
    ///
    /// - Parameter isOfBranch: whether only commits of the branch itself count. Merged changes count from their merge.
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

    /// Returns the path that the file had before the commit, if the commit or what it merged renamed the file.
    func formerPath(of path: String, in commit: String) throws(GitError) -> String? {
        let fields = try fields(of: [
            "diff-tree", "-r", "-z", "--no-commit-id", "--name-status", "--find-renames", "--diff-filter=R",
            "--diff-merges=first-parent", commit,
        ])
        return stride(from: 0, to: fields.count - 2, by: 3).first { fields[$0 + 2] == path }
            .map { fields[$0 + 1] }
    }
}
