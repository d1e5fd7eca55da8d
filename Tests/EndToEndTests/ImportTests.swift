import Foundation
import Testing

/// `allclear import`, as a team runs it on its old repository.
@Suite struct ImportTests {
    private let source: Scratch
    private let site: Scratch

    init() throws {
        (source, site) = (try Scratch(), try Scratch())
        try write(
            "config.yml",
            "title: Harbour\nbaseURL: https://status.example.com\nparams:\n  systems: [{name: Web}]\n"
        )
        try write("content/issues/2024-03-01-late.md", Self.issue(titled: "Late"))
        try write("content/issues/2024-03-02-later.md", Self.issue(titled: "Later"))
    }

    @Test func whatIsImportedCanBeBuilt() throws {
        let result = try run()
        #expect(result.status == 0)
        #expect(result.output.isEmpty)
        #expect(
            result.error.hasSuffix(
                "2 records imported (0 with remarks), 0 refused: 3 files written to `\(site.path)`, 0 unchanged, 0 left alone\n"
            )
        )
        let build = try Program.run(
            "build",
            "--site",
            site.path,
            "--output",
            site.path + "/public",
            "--now",
            "2024-04-01T00:00Z"
        )
        #expect(build.status == 0, "\(build.error)")
        let page = try String(
            contentsOfFile: site.path + "/public/incidents/2024-03-01-late.html",
            encoding: .utf8
        )
        #expect(page.contains("The crane waits."))
    }

    @Test func aDryRunWritesNothing() throws {
        let result = try run("--dry-run")
        #expect(result.status == 0)
        #expect(result.error.contains("3 files to be written"))
        #expect(try Scratch.contents(of: site.path).isEmpty)
    }

    @Test func aSecondImportChangesNothing() throws {
        _ = try run()
        let before = try Scratch.contents(of: site.path)
        let result = try run()
        #expect(result.error.contains("0 files written to `\(site.path)`, 3 unchanged, 0 left alone"))
        #expect(try Scratch.contents(of: site.path) == before)
    }

    @Test func whatWasEditedSinceIsLeftAloneAndListed() throws {
        _ = try run()
        for path in ["status.yml", "incidents/2024-03-01-late.md"] {
            try "edited".write(toFile: site.path + "/" + path, atomically: true, encoding: .utf8)
        }
        let result = try run()
        #expect(result.status == 0)
        #expect(result.error.contains("import makes (2):\n  status.yml\n  incidents/2024-03-01-late.md\n"))
        let files = try Scratch.contents(of: site.path)
        #expect(files["status.yml"] == "edited" && files["incidents/2024-03-01-late.md"] == "edited")
    }

    @Test func aRecordThatWasMovedIsFoundWhereItIs() throws {
        _ = try run()
        let folder = site.path + "/incidents/"
        try FileManager.default.createDirectory(atPath: folder + "2024", withIntermediateDirectories: false)
        try FileManager.default.moveItem(
            atPath: folder + "2024-03-01-late.md",
            toPath: folder + "2024/2024-03-01-late.md"
        )
        #expect(try run().error.contains("3 unchanged"))
        #expect(try Scratch.contents(of: folder).count == 2)
    }

    @Test func oneFileThatIsRefusedDoesNotStopTheOthers() throws {
        try write(
            "content/issues/bad.md",
            Self.issue(titled: "Bad").replacing("2024-03-01", with: "2024-03-94")
        )
        let result = try run()
        #expect(result.status == 3)
        let place = "\(source.path)/content/issues/bad.md:3:7: `2024-03-94 08:00` is no time"
        #expect(result.error.contains("refused (1):\n  \(place)"))
        #expect(try Scratch.contents(of: site.path).count == 3)
    }

    @Test func anotherToolsFolderIsRefused() throws {
        let result = try Program.run("import", "statusfy", source.path, "--into", site.path)
        #expect(result.status == 1)
        #expect(result.error.contains("there is nothing of statusfy in `\(source.path)`"))
        #expect(try Program.run("import", "cstate", source.path + "/nowhere").status == 1)
        #expect(try Program.run("import", "other", source.path).status == 64)
    }

    private func run(_ more: String...) throws -> Program.Result {
        try Program.run(["import", "cstate", source.path, "--into", site.path] + more)
    }

    private func write(_ path: String, _ text: String) throws {
        let url = URL(filePath: source.path).appending(path: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try text.write(to: url, atomically: true, encoding: .utf8)
    }

    private static func issue(titled title: String) -> String {
        """
        ---
        title: \(title)
        date: 2024-03-01 08:00
        resolved: true
        resolvedWhen: 2024-03-05 09:00
        severity: down
        affected: [Web]
        ---
        The crane waits.
        """
    }
}
