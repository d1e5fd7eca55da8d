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
                "2 records imported (0 with remarks), 0 refused: 3 files written to `\(site.path)`, 0 unchanged, 0 not replaced\n"
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
        #expect(result.error.contains("0 files written to `\(site.path)`, 3 unchanged, 0 not replaced"))
        #expect(try Scratch.contents(of: site.path) == before)
    }

    @Test func whatWasEditedSinceIsLeftAloneAndListed() throws {
        _ = try run()
        let own = try #require(try Scratch.contents(of: site.path)["status.yml"]) + "# edited\n"
        try put("status.yml", own)
        try put("incidents/2024-03-01-late.md", "edited")
        let result = try run()
        #expect(result.status == 0)
        #expect(result.error.contains("from the import (2):\n  status.yml\n  incidents/2024-03-01-late.md\n"))
        let files = try Scratch.contents(of: site.path)
        #expect(files["status.yml"] == own && files["incidents/2024-03-01-late.md"] == "edited")
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
        let place = "\(source.path)/content/issues/bad.md:3:7: `2024-03-94 08:00` is not a valid date or time"
        #expect(result.error.contains("refused (1):\n  \(place)"))
        #expect(try Scratch.contents(of: site.path).count == 3)
    }

    @Test func anotherToolsFolderIsRefused() throws {
        let result = try Program.run("import", "statusfy", source.path, "--into", site.path)
        #expect(result.status == 1)
        #expect(result.error.contains("`\(source.path)` contains no statusfy files"))
        #expect(try Program.run("import", "cstate", source.path + "/nowhere").status == 1)
        #expect(try Program.run("import", "other", source.path).status == 64)
    }

    @Test func settingsThatAreRefusedLetNothingBeWritten() throws {
        try write("config.yml", "title: [Harbour\n")
        let result = try run()
        #expect(result.status == 1)
        #expect(result.error.contains("refused (1):\n  \(source.path)/config.yml:"))
        #expect(result.error.hasSuffix("\nallclear: nothing was imported, and no file was written\n"))
        #expect(try Scratch.contents(of: site.path).isEmpty)
    }

    @Test func whereEveryRecordIsRefusedNothingIsWritten() throws {
        for name in ["2024-03-01-late", "2024-03-02-later"] {
            try write("content/issues/\(name).md", Self.issue(titled: "Late").replacing("-01", with: "-94"))
        }
        #expect(try run().status == 1)
        #expect(try Scratch.contents(of: site.path).isEmpty)
    }

    /// What a record needs, and the site's own status.yml lacks, is told as lines to paste.
    @Test func recordsHaveToFitTheSitesOwnStatusFile() throws {
        let own =
            "site: {title: Ours, url: https://status.example.com}\ncomponents:\n- {id: api, name: API}\nseverities:\n"
        let other = "  minor: {component_status: degraded_performance}\n"
        try put("status.yml", own + other)
        let result = try run()
        #expect(result.status == 1)
        let component = "{id: web, name: Web}", severity = "down: {component_status: major_outage}"
        #expect(result.error.contains("again: - \(component)\n"))
        #expect(result.error.contains("again: \(severity)\n"))
        #expect(try Scratch.contents(of: site.path).count == 1)
        try put(
            "status.yml",
            own.replacing("components:", with: "components:\n- \(component)") + "  \(severity)\n" + other
        )
        #expect(try run().status == 0)
        let check = try Program.run("check", "--site", site.path, "--now", "2024-04-01T00:00Z")
        #expect(check.status == 0, "\(check.error)")
    }

    @Test func whatCannotBeReadIsNotWrittenOver() throws {
        for path in ["status.yml", "incidents/2024-03-01-late.md"] {
            let place = site.path + "/" + path
            try put(path, "")
            try FileManager.default.removeItem(atPath: place)
            try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "nowhere")
            let result = try run()
            #expect(result.status == 1)
            #expect(result.error.contains("error: `\(path)` already exists, but cannot be read: "))
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place) == "nowhere")
            try FileManager.default.removeItem(atPath: place)
        }
    }

    @Test func nothingIsWrittenThroughALinkOutOfTheSite() throws {
        let outside = try Scratch()
        try FileManager.default.createSymbolicLink(
            atPath: site.path + "/incidents",
            withDestinationPath: outside.path
        )
        let result = try run()
        #expect(result.status == 1)
        let told = "error: `incidents` already exists, but cannot be read: it is a symbolic link"
        #expect(result.error.contains(told), "\(result.error)")
        #expect(try Scratch.contents(of: outside.path).isEmpty)
        #expect(!FileManager.default.fileExists(atPath: site.path + "/status.yml"))
    }

    @Test func whatToolsMadeIsPassedOverAtTheRootAlone() throws {
        try write("public/page.md", "made")
        try write("content/issues/public/2024-03-03-inner.md", Self.issue(titled: "Inner"))
        let result = try run()
        #expect(result.status == 0)
        #expect(result.error.contains("skipped `\(source.path)/public/`, which contains generated files\n"))
        #expect(!result.error.contains("page.md"))
        #expect(try Scratch.contents(of: site.path)["incidents/2024-03-03-inner.md"] != nil)
    }

    @Test func aListThatIsTooLargeIsCalledSo() throws {
        try write("big.json", "")
        #expect(truncate(source.path + "/big.json", (1 << 26) + 1) == 0)
        let result = try run()
        #expect(result.status == 1)
        #expect(result.error.contains("error: `big.json` is larger than 64 MiB\n"))
    }

    private func put(_ path: String, _ text: String) throws {
        try write(path, text, in: site)
    }

    private func run(_ more: String...) throws -> Program.Result {
        try Program.run(["import", "cstate", source.path, "--into", site.path] + more)
    }

    private func write(_ path: String, _ text: String, in folder: Scratch? = nil) throws {
        let url = URL(filePath: (folder ?? source).path).appending(path: path)
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
