import Foundation

/// Measures that keep git from running anything that a tree names: building a stranger's pull request must not run
/// the stranger's programs.
///
/// A repository that is embedded in a site's folder (`HEAD`, `objects`, `refs` and a `config` that names programs)
/// can be committed like any files, and git would use it. A `.git` cannot be committed.
extension Git {
    /// The program, arguments and environment with which git is started.
    struct Start {
        let program: String
        let arguments: [String]
        let environment: [String: String]
    }

    /// - Parameter command: a git command and its arguments.
    static func start(_ command: [String], in folder: String) throws(GitError) -> Start {
        guard !liesInBareRepository(folder) else { throw .bareRepository(folder) }
        let inherited = ProcessInfo.processInfo.environment
        let path = TrustedPrograms.folders(besides: folder)
        guard let program = TrustedPrograms.find("git", in: path) else { throw .missing }
        // Its output is parsed here, and reading must neither lock out a person who commits meanwhile nor ask
        // questions.
        let own = [
            "PATH": path.joined(separator: ":"), "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0",
            "GIT_TERMINAL_PROMPT": "0",
            // The history must be what the commits say, in this clone as in others.
            "GIT_NO_REPLACE_OBJECTS": "1", "GIT_GRAFT_FILE": "/dev/null/grafts",
        ]
        return Start(
            program: program,
            arguments: ["-C", folder, "--no-pager"] + settings.flatMap { ["-c", $0] } + harmless(command),
            environment: inherited.filter { !$0.key.hasPrefix("GIT_") }.merging(own) { $1 }
        )
    }
}

private extension Git {
    /// Settings that keep git from running other programs while it only reads, and that make its output the same
    /// for everybody.
    static let settings = [
        "safe.bareRepository=explicit", "core.fsmonitor=false", "core.hooksPath=/dev/null",
        "log.showSignature=false", "log.follow=false", "log.showRoot=true", "log.diffMerges=separate",
        "core.quotePath=false",
    ]

    /// The commands that show differences: attributes in the tree can select programs that the repository's
    /// settings name.
    static let differing: Set = ["diff", "diff-tree", "log", "show"]

    static func harmless(_ command: [String]) -> [String] {
        switch command.first {
        case let name? where differing.contains(name):
            [name, "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"] + command.dropFirst()
        case "status": ["status", "--ignore-submodules=all"] + command.dropFirst()
        default: command
        }
    }

    /// Whether the first repository on the way up has no work tree, which git before 2.38 also accepts.
    static func liesInBareRepository(_ folder: String) -> Bool {
        var place = Folder.resolved(folder)
        while let folder = place {
            let isBare = ["HEAD", "objects", "refs"].allSatisfy { isThere(folder + "/" + $0) }
            if isBare || isThere(folder + "/.git") { return isBare }
            place = folder == "/" ? nil : URL(filePath: folder).deletingLastPathComponent().path
        }
        return false
    }

    static func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}

extension String {
    /// Whether a path without links is the folder, or something below it: byte by byte, as the system compares names.
    func isAt(orBelow folder: String) -> Bool {
        guard utf8.starts(with: folder.utf8) else { return false }
        return folder == "/" || utf8.count == folder.utf8.count
            || utf8.dropFirst(folder.utf8.count).first == UInt8(ascii: "/")
    }
}
