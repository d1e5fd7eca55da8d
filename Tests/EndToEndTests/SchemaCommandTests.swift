import Foundation
import TestSupport
import Testing

/// `allclear schema` as it is run, and as a validator understands it.
@Suite struct SchemaCommandTests {
    @Test(arguments: ["status", "front-matter"]) func schemaIsPrinted(name: String) throws {
        let result = try Program.run("schema", name)
        #expect(result.status == 0 && result.error.isEmpty)
        #expect(result.output.hasPrefix("{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"))
        #expect(result.output.hasSuffix("}\n"))
    }

    @Test func anotherNameIsToldWithThoseThereAre() throws {
        let result = try Program.run("schema", "status.yml")
        #expect(result.status == 64)
        #expect(result.error.contains("Please provide one of 'status' and 'front-matter'."))
    }

    @Test(.enabled("jsonschema and PyYAML are not here: `make check-site` installs them") { python != nil })
    func schemasAndTheReaderAgree() throws {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: try #require(Self.python))
        let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
            path: "allclear"
        )
        process.arguments = [ProjectFolder.path + "/Tests/Site/schemas.py", program.path]
        process.standardOutput = output
        try process.run()
        let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitForEnd()
        #expect(process.terminationStatus == 0, "\(told)")
    }

    /// A Python that has what the script needs: that of `make check-site`, or else the machine's.
    private static let python = [
        ProjectFolder.path + "/.build/check-site/venv/bin/python", "/usr/bin/python3",
    ].first {
        let process = Process()
        process.executableURL = URL(filePath: $0)
        process.arguments = ["-c", "import jsonschema, yaml"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitForEnd()
        return process.terminationStatus == 0
    }
}
