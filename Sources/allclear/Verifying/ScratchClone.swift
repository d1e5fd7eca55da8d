import Foundation
import Verification

/// A temporary clone at one commit, which is deleted when it is released.
///
/// It takes its objects from another repository, and nothing else: no settings, hooks or attributes apply, and what
/// git does in it changes nothing there.
final class ScratchClone {
    private let git: Git
    private let commit: String
    private let root: String
    /// The site's folder in the clone.
    let site: String

    init(of origin: Git, at commit: String) throws {
        let parent = FileManager.default.temporaryDirectory.path
        var name = Array((parent + "/allclear-XXXXXX").utf8CString)
        guard let made = mkdtemp(&name) else { throw Unreadable("cannot create a folder in `\(parent)`") }
        root = String(cString: made)
        site = root + "/" + (try origin.line(of: ["rev-parse", "--show-prefix"]))
        (git, self.commit) = (Git(at: site), commit)
        try make("", in: site)
        let objects = try origin.path(of: "objects")
        try make(objects + "\n", in: root + "/.git/objects/info", named: "alternates")
        try make("", in: root + "/.git/refs")
        try make(commit + "\n", in: root + "/.git", named: "HEAD")
        try make(Self.settings(of: commit), in: root + "/.git", named: "config")
        // The file `shallow` says where the history of a shallow clone ends.
        if let ends = try? Data(contentsOf: URL(filePath: try origin.path(of: "shallow"))) {
            try ends.write(to: URL(filePath: root + "/.git/shallow"))
        }
        _ = try git.output(of: ["read-tree", "HEAD"])
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    private func make(_ text: String, in folder: String, named name: String? = nil) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard let name else { return }
        try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
    }

    private static func settings(of commit: String) -> String {
        commit.utf8.count == 64
            ? "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = sha256\n"
            : "[core]\n\trepositoryformatversion = 0\n"
    }
}

extension ScratchClone {
    /// Writes the files below some of the site's folders, except links, which could lead elsewhere.
    func write(_ folders: [String]) throws {
        let files = try git.fields(of: ["ls-tree", "-r", "-z", "HEAD", "--"] + folders).compactMap(File.init)
        let contents = try git.contents(of: files.map(\.name))
        for file in files {
            guard let bytes = contents[file.name] else { throw Unreadable("the clone lacks `\(file.path)`") }
            let place = URL(filePath: site + "/" + file.path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: place)
        }
    }

    /// A regular file of a tree.
    private struct File {
        /// The name of the object.
        let name: String
        let path: String

        /// - Parameter entry: such as "100644 blob 0123…", followed by a tab and the path.
        init?(_ entry: String) {
            guard entry.hasPrefix("100"), let tab = entry.firstIndex(of: "\t"),
                let name = entry[..<tab].split(separator: " ").last
            else { return nil }
            (self.name, path) = (String(name), String(entry[entry.index(after: tab)...]))
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            guard !parts.contains(where: { ["", ".", ".."].contains($0) || Folder.isOfGit($0) }) else {
                return nil
            }
        }
    }
}

extension Git {
    /// Returns the commit by which another came into the checked-out branch: the commit itself, or the merge that
    /// added it; the commit itself, too, if it is not in the branch.
    func mainCommit(with commit: String) throws(GitError) -> String {
        let line = try output(of: ["rev-list", "--first-parent", "--reverse", "HEAD"]).split(
            separator: UInt8(ascii: "\n")
        )
        .map { String(decoding: $0, as: UTF8.self) }
        // Once a commit of the branch includes it, all later ones do.
        var (low, high) = (0, line.count)
        while low < high {
            let middle = (low + high) / 2
            let ancestors = ["merge-base", "--is-ancestor", commit, line[middle]]
            if try outputIfAny(of: ancestors) != nil { high = middle } else { low = middle + 1 }
        }
        return low < line.count ? line[low] : commit
    }

    /// Whether any of the site's folders were changed between a commit and what is checked out.
    func changes(_ folders: [String], since commit: String) throws(GitError) -> Bool {
        try !output(
            of: ["diff-tree", "-r", "--name-only", "--relative", "\(commit)", "HEAD", "--"] + folders
        ).isEmpty
    }

    fileprivate func path(of name: String) throws(GitError) -> String {
        try line(of: ["rev-parse", "--path-format=absolute", "--git-path", name])
    }
}
