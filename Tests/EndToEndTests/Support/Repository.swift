import Foundation
import TestSupport

/// A git repository of a test's own, in a scratch folder.
struct Repository {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try git("init", "--quiet", "--initial-branch=main")
    }

    var path: String { scratch.path }

    /// Writes a file, with the folders above it.
    func write(_ text: String, to path: String) throws {
        let file = URL(filePath: self.path + "/" + path)
        let folder = file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    /// Commits everything as it stands, at an instant as in `2026-01-02T17:05Z`, which an author's clock may
    /// tell otherwise.
    func commit(at date: String = "2026-01-01T00:00:00Z", authored: String? = nil) throws {
        try git("add", "--all")
        let author = authored.map { ["--date", $0] } ?? []
        try git(["commit", "--quiet", "--allow-empty", "--message", "Change"] + author, date: date)
    }

    /// Runs git in the repository, untouched by the machine's own settings.
    func git(_ arguments: String..., date: String = "2026-01-01T00:00:00Z") throws {
        try git(arguments, date: date)
    }

    private func git(_ arguments: [String], date: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git", "-C", path] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging([
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.com", "GIT_AUTHOR_DATE": date,
            "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.com", "GIT_COMMITTER_DATE": date,
        ]) { $1 }
        try process.run()
        process.waitForEnd()
        guard process.terminationStatus == 0 else { throw Failure(arguments: arguments) }
    }

    private struct Failure: Error {
        let arguments: [String]
    }
}
