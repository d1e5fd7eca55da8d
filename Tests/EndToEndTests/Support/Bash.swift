import Foundation
import TestSupport

/// A shell with the program on its PATH, for scripts that users are given.
struct Bash {
    private let scratch: Scratch
    private let environment: [String: String]

    /// - Parameter environment: what is set there beside what this machine sets.
    init(_ environment: [String: String] = [:]) throws {
        scratch = try Scratch()
        let bin = scratch.path + "/bin"
        try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: bin + "/allclear",
            withDestinationPath: Program.file.path
        )
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let own = [
            "PATH": "\(bin):\(path)", "HOME": scratch.path, "NO_COLOR": "1", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.com",
            "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.com",
        ]
        self.environment = own.merging(environment) { $1 }
    }

    /// Runs a script the way GitHub Actions does, and Allclear's guides mean it: it stops at the first failure.
    func run(_ script: String, in folder: String, _ variables: [String: String] = [:]) throws
        -> Program.Result
    {
        let file = { scratch.path + "/" + $0 }
        try script.write(toFile: file("script"), atomically: true, encoding: .utf8)
        let process = Process()
        // A program that writes into a file keeps its lines back, unlike at a terminal.
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "stdbuf", "-oL", "bash", "--noprofile", "--norc", "-eo", "pipefail", file("script"),
        ]
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
            .merging(variables) { $1 }
        for name in ["output", "error"] {
            _ = FileManager.default.createFile(atPath: file(name), contents: nil)
        }
        process.standardOutput = FileHandle(forWritingAtPath: file("output"))
        process.standardError = FileHandle(forWritingAtPath: file("error"))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitForEnd()
        return Program.Result(
            status: process.terminationStatus,
            output: try String(contentsOfFile: file("output"), encoding: .utf8),
            error: try String(contentsOfFile: file("error"), encoding: .utf8)
        )
    }
}
