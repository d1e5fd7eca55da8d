import Foundation
import Testing

/// The program as it is run: arguments in, exit status, words and files out.
@Suite struct CommandTests {
    @Test func demonstrationIsCleanAndBuildsTheSameBytesTwice() throws {
        let scratch = try Scratch()
        let now = "2026-11-20T12:00Z"
        let check = try Program.run("check", "--site", ProjectFolder.path, "--now", now, "--strict")
        #expect(check.status == 0, "\(check.output)\(check.error)")
        let (one, other) = (scratch.path + "/one", scratch.path + "/other")
        #expect(
            try Program.run("build", "--site", ProjectFolder.path, "--output", one, "--now", now).status == 0
        )
        // Another zone, another language, and the instant by another way: the same bytes.
        let second = try Program.run(
            "build",
            "--site",
            ProjectFolder.path,
            "--output",
            other,
            environment: ["SOURCE_DATE_EPOCH": "1795176000", "TZ": "Asia/Kolkata", "LC_ALL": "de_DE.UTF-8"]
        )
        #expect(second.status == 0)
        #expect(try Scratch.contents(of: one) == Scratch.contents(of: other))
    }

    @Test(arguments: [
        (["annonce"], "Unknown command 'annonce'. Did you mean 'announce'?"),
        (["help", "updaet"], "Unknown command 'updaet'. Did you mean 'update'?"),
        (["Status"], "Unknown command 'Status'. Did you mean 'status'?"),
        (["resolve", "it"], "Unknown command 'resolve'. To list all commands, run 'allclear help'."),
        (["--verson"], "Unknown option '--verson'. Did you mean '--version'?"),
        (["new", "--sverity", "x"], "Unknown option '--sverity'. Did you mean '--severity'?"),
    ])
    func unknownWordSuggestsTheNearest(arguments: [String], told: String) throws {
        let result = try Program.run(arguments)
        #expect(result.status == 64 && result.output.isEmpty)
        #expect(result.error.contains("Error: " + told), "\(result.error)")
        #expect(result.error.contains("Usage: allclear"))
    }

    @Test func siteMayBringItsOwnHeaders() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/static",
            withIntermediateDirectories: true
        )
        for (name, text) in [
            ("status.yml", "site: {title: A, url: https://example.com}\n"), ("static/_headers", "/*\n"),
        ] {
            try text.write(toFile: scratch.path + "/" + name, atomically: true, encoding: .utf8)
        }
        let build = try Program.run("build", "--site", scratch.path, "--now", "2026-02-03T12:00Z")
        #expect(build.status == 0, "\(build.error)")
        #expect(try Scratch.contents(of: scratch.path + "/public")["_headers"] == "/*\n")
    }

    @Test func mistakeWritesNothingAndExitsWithOne() throws {
        let scratch = try Scratch()
        let site = GoldenSiteTests.folder + "/twelve-mistakes"
        let build = try Program.run(
            "build",
            "--site",
            site,
            "--output",
            scratch.path + "/public",
            "--now",
            "2026-11-20T12:00Z"
        )
        #expect(build.status == 1)
        #expect(build.error.contains("2026-01-02-twelve-mistakes.md:3:11: error: "))
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/public"))
    }

    @Test func bestEffortPublishesAroundABrokenRecordAndExitsWithThree() throws {
        let scratch = try Scratch()
        let site = GoldenSiteTests.folder + "/best-effort"
        let arguments = ["build", "--site", site, "--output", scratch.path, "--now", "2026-01-02T17:20Z"]
        #expect(try Program.run(arguments).status == 1)
        let build = try Program.run(arguments + ["--best-effort"])
        #expect(build.status == 3)
        #expect(build.error.contains("unknown-component"))
        let index = try String(contentsOfFile: scratch.path + "/index.html", encoding: .utf8)
        #expect(index.contains("Stories cannot be made") && index.contains("An old record with a slip"))
    }

    @Test func checkTellsMistakesAsJSONAndAsWorkflowCommands() throws {
        let site = [
            "check", "--site", GoldenSiteTests.folder + "/twelve-mistakes", "--now", "2026-11-20T12:00Z",
        ]
        let json = try Program.run(site + ["--format", "json"])
        let told = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
        #expect(json.status == 1)
        #expect(told?.count == 13)
        #expect(told?.first?["column"] as? Int == 11)
        let commands = try Program.run(site + ["--format", "github"]).output
        #expect(commands.contains("/incidents/2026-01-02-twelve-mistakes.md,line=3,col=11,"))
    }

    @Test func foreignFileIsNeitherReplacedNorDeleted() throws {
        let scratch = try Scratch()
        try "mine".write(toFile: scratch.path + "/index.html", atomically: true, encoding: .utf8)
        try "mine".write(toFile: scratch.path + "/notes.txt", atomically: true, encoding: .utf8)
        let site = GoldenSiteTests.folder + "/four-phases"
        let arguments = ["build", "--site", site, "--output", scratch.path, "--now", "2026-01-03T12:00Z"]
        let refused = try Program.run(arguments)
        #expect(refused.status == 1)
        #expect(refused.error.contains("index.html"))
        #expect(try Scratch.contents(of: scratch.path) == ["index.html": "mine", "notes.txt": "mine"])
        #expect(try Program.run(arguments + ["--force"]).status == 0)
        #expect(try Scratch.contents(of: scratch.path)["notes.txt"] == "mine")
    }

    @Test func mistakeInATemplateHidesNoneInRecords() throws {
        let scratch = try Scratch()
        let files = ["status.yml": "site: {title: A, url: https://example.com}\n"]
            .merging(["site-templates/index.mustache": "{{tilte}}", "incidents/a.md": "no front matter"]) {
                $1
            }
        for (path, text) in files {
            let url = URL(filePath: scratch.path + "/" + path)
            let folder = url.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
        let check = try Program.run("check", "--site", scratch.path)
        #expect(
            check.output.contains("unknown-template-name") && check.output.contains("missing-front-matter")
        )
        #expect(check.error == "allclear: 1 record: 2 errors\n")
    }

    @Test func workflowCommandsNameFilesFromWhereTheProgramRuns() throws {
        let scratch = try Scratch()
        try "no front matter".write(
            toFile: scratch.path + "/status.yml",
            atomically: true,
            encoding: .utf8
        )
        let check = try Program.run("check", "--site", scratch.path + "/", "--format", "github")
        #expect(check.output.hasPrefix("::error file=\(scratch.path)/status.yml,line=1,"))
    }

    @Test(arguments: ["incidents", "static", "site-templates"])
    func folderThatIsALinkIsRefused(name: String) throws {
        let (scratch, elsewhere) = (try Scratch(), try Scratch())
        try scratch.write("site: {title: A, url: https://example.com}\n", to: "site/status.yml")
        try elsewhere.write("secret", to: "secret.txt")
        let (files, site) = (FileManager.default, scratch.path + "/site")
        let (link, output) = ("\(site)/\(name)", scratch.path + "/output")
        let build = ["build", "--site", site, "--output", output, "--now", "2026-01-03T12:00Z"]
        try files.createDirectory(atPath: site + "/kept", withIntermediateDirectories: true)
        for target in [elsewhere.path, "nowhere", "kept"] {
            try files.createSymbolicLink(atPath: link, withDestinationPath: target)
            let refused = try Program.run(build)
            #expect(refused.status == 1 && !files.fileExists(atPath: output))
            #expect(
                refused.error.contains("\(name):1:1: error: `\(name)` must not be a symbolic link"),
                "\(refused.error)"
            )
            try files.removeItem(atPath: link)
        }
        // The site's own folder may be one.
        try files.createSymbolicLink(atPath: scratch.path + "/other", withDestinationPath: "site")
        let linked = build.map { $0 == site ? scratch.path + "/other" : $0 }
        #expect(try Program.run(linked).status == 0)
    }

    @Test func siteWithoutConfigurationSaysWhatIsMissing() throws {
        let scratch = try Scratch()
        let check = try Program.run("check", "--site", scratch.path)
        #expect(check.status == 1)
        #expect(check.output.contains("--site") && check.output.contains("`allclear init`"))
    }
}
