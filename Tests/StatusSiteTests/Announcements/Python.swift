import Foundation
import TestSupport

/// A program that shares no code with ours: what it reads in our messages is what is in them.
enum Python {
    static let isThere = (try? run("import email, json, mailbox", on: "")) != nil

    /// What a script prints that finds the text in the file of its first argument.
    static func run(_ script: String, on text: String) throws -> Data {
        let file = FileManager.default.temporaryDirectory.appending(path: "allclear-\(UUID().uuidString).eml")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, file.path]
        (process.standardOutput, process.standardInput) = (output, FileHandle.nullDevice)
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitForEnd()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileReadUnknown) }
        return data
    }
}
