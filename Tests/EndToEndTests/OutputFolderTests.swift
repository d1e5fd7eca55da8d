import Foundation
import Testing

/// A build writes into a folder that a person chose, and into no other.
@Suite struct OutputFolderTests {
    private let repository: Repository
    private let elsewhere: Scratch

    init() throws {
        (repository, elsewhere) = (try Repository(), try Scratch())
        try repository.write(SmallSite.configuration, to: "status.yml")
        try repository.write(SmallSite.record(), to: "incidents/slow.md")
        try repository.write("key", to: "static/authorized_keys")
        try repository.commit()
    }

    private var site: String { repository.path }

    @Test(arguments: [("public", []), ("internal", ["--audience", "internal"]), ("gallery", ["--gallery"])])
    func linkInPlaceOfTheFolderIsRefused(name: String, options: [String]) throws {
        try link(name, to: elsewhere.path)
        let result = try Program.run(
            ["build", "--site", site] + options + (name == "gallery" ? [] : Self.now)
        )
        #expect(result.status == 1)
        #expect(result.error.contains("error: `\(site)/\(name)` is a symbolic link"), "\(result.error)")
        #expect(try Scratch.contents(of: elsewhere.path).isEmpty)
    }

    @Test func linkThatLeadsNowhereMakesNoFolder() throws {
        try link("public", to: elsewhere.path + "/new")
        #expect(try build().status == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path).isEmpty)
    }

    @Test(arguments: ["", "/", "/inner"])
    func linkThatGitTracksIsRefusedThoughItIsNamed(rest: String) throws {
        try link("pages", to: elsewhere.path)
        try FileManager.default.createDirectory(
            atPath: elsewhere.path + "/inner",
            withIntermediateDirectories: true
        )
        // A link that somebody has put there himself leads where he likes.
        let own = try build("--output", site + "/pages" + rest)
        #expect(own.status == 0, "\(own.error)")
        try repository.commit()
        let result = try build("--output", site + "/pages" + rest)
        #expect(result.status == 1)
        #expect(
            result.error.contains("error: `\(site)/pages` is a symbolic link that git tracks"),
            "\(result.error)"
        )
    }

    @Test(arguments: [
        "/", "SITE", "SITE/", "SITE/..", "SITE/public/..", "SITE/.git", "SITE/.git/x", "SITE/incidents",
        "SITE/incidents/2026", "SITE/static", "SITE/site-templates", "SITE/new/../..", "OTHER", "REPOSITORY",
    ])
    func folderInWhichABuildCouldDoHarmIsRefused(path: String) throws {
        let (other, repository) = (try SmallSite(), try Repository())
        let output = path.replacing("SITE", with: site).replacing("OTHER", with: other.path)
            .replacing("REPOSITORY", with: repository.path)
        let before = try Scratch.contents(of: site)
        let result = try build("--output", output, "--force")
        #expect(result.status == 1)
        #expect(result.error.contains("error: `\(output)` "), "\(result.error)")
        #expect(try Scratch.contents(of: site) == before)
        #expect(try Scratch.contents(of: other.path).count == 2)
    }

    @Test func folderThatABuildMadeIsWrittenAgainWhateverStaticFilesItHolds() throws {
        try repository.write("a: b", to: "static/status.yml")
        for _ in 1...2 { #expect(try build("--output", elsewhere.path + "/deep/er").status == 0) }
        #expect(try build().status == 0)
    }

    private static let now = ["--now", "2026-01-03T12:00Z"]

    private func build(_ options: String...) throws -> Program.Result {
        try Program.run(["build", "--site", site] + Self.now + options)
    }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: site + "/" + name, withDestinationPath: target)
    }
}
