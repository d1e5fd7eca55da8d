import Diagnostics
import Records
import StatusModel

/// The files of a site at a commit.
///
/// Paths are relative to the site's folder.
extension Git {
    /// Returns the contents of a file.
    func file(_ path: String, at commit: String) throws(GitError) -> [UInt8] {
        try output(of: ["cat-file", "blob", "\(commit):./\(path)"])
    }

    /// Returns the paths of the files below a folder.
    func paths(below folder: String, at commit: String) throws(GitError) -> [String] {
        try fields(of: ["ls-tree", "-r", "-z", "--name-only", commit, "--", folder])
    }

    /// Returns the files below a folder that differ from the commit's, each with its former path if it was renamed.
    func changes(since commit: String, below folder: String) throws(GitError) -> [String: String?] {
        let fields = try fields(of: [
            "diff", "--name-status", "-z", "--find-renames", "--relative", "--diff-filter=d", commit, "--",
            folder,
        ])
        var changes: [String: String?] = [:]
        var rest = fields[...]
        while let status = rest.popFirst(), let path = rest.popFirst() {
            if status.hasPrefix("R"), let renamed = rest.popFirst() {
                changes[renamed] = path
            } else {
                changes[path] = .some(nil)
            }
        }
        return changes
    }

    /// Returns the commit's files below a folder that have been deleted or changed since.
    func differing(from commit: String, below folder: String) throws(GitError) -> Set<String> {
        Set(
            try fields(of: [
                "diff", "--name-only", "-z", "--no-renames", "--relative", commit, "--", folder,
            ])
        )
    }

    /// Returns the site's configuration; errors in it name the revision.
    func configuration(at commit: String) throws -> Configuration {
        let path = "\(commit.prefix(12)):status.yml"
        guard let bytes = try? file("status.yml", at: commit) else {
            throw CommandError(
                "there is no `status.yml` at \(commit.prefix(12))",
                hint: "use a revision that has the site in the same folder"
            )
        }
        let found = Findings()
        let configuration = Configuration(reading: SourceFile(path: path, bytes: bytes), into: found)
        guard let configuration, !found.hasErrors else {
            throw CommandError("the site at \(commit.prefix(12)) has errors", found.all)
        }
        return configuration
    }

    /// Returns the time of the commit.
    func instant(of commit: String) throws(GitError) -> Instant {
        let text = try output(of: ["show", "--no-patch", "--format=%ct", commit])
        return Instant(seconds: Int(String(decoding: text, as: UTF8.self).filter(\.isNumber)) ?? 0)
    }
}
