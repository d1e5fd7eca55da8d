import Foundation
import TestSupport

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
        let scratch = try Scratch()
        let (output, error) = (scratch.path + "/output", scratch.path + "/error")
        _ = FileManager.default.createFile(atPath: scratch.path + "/input", contents: Data(input.utf8))
        let process = try start(
            arguments,
            environment: environment,
            input: scratch.path + "/input",
            output: output,
            errors: error
        )
        process.waitForEnd()
        return Result(
            status: process.terminationStatus,
            output: try String(contentsOfFile: output, encoding: .utf8),
            error: try String(contentsOfFile: error, encoding: .utf8)
        )
    }

    /// Starts it and does not wait for its end.
    ///
    /// - Parameters:
    ///   - input: the file that is its standard input.
    ///   - output: the file that its standard output is written to.
    ///   - errors: the file that its standard error is written to.
    static func start(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: String = "/dev/null",
        output: String = "/dev/null",
        errors: String
    ) throws -> Process {
        let process = Process()
        process.executableURL = file
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
        for file in [output, errors] where !file.hasPrefix("/dev/") {
            _ = FileManager.default.createFile(atPath: file, contents: nil)
        }
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        process.standardInput = FileHandle(forReadingAtPath: input)
        try process.run()
        return process
    }
}
