import Foundation

/// The program itself, run as a process of its own.
enum Program {
    struct Result {
        let status: Int32
        let output: String
        let error: String
    }

    /// The program's own file.
    static let file = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "allclear")

    static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
        try run(arguments, environment: environment)
    }

    /// - Parameter input: what standard input holds.
    static func run(_ arguments: [String], environment: [String: String] = [:], input: String = "") throws
        -> Result
    {
        let process = Process()
        process.executableURL = file
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
        let scratch = try Scratch()
        let (output, error) = (scratch.path + "/output", scratch.path + "/error")
        for file in [output, error] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        _ = FileManager.default.createFile(atPath: scratch.path + "/input", contents: Data(input.utf8))
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: error)
        process.standardInput = FileHandle(forReadingAtPath: scratch.path + "/input")
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            output: try String(contentsOfFile: output, encoding: .utf8),
            error: try String(contentsOfFile: error, encoding: .utf8)
        )
    }
}
