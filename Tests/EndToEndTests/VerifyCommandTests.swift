import Foundation
import Testing

@testable import allclear

/// What `allclear verify` says, and the status it ends with.
@Suite struct VerifyCommandTests {
    @Test func figuresThatAgreeAreCounted() throws {
        let site = try built()
        let result = try Program.run("verify", site.path + "/public")
        #expect(result.status == 0, "\(result.error)")
        #expect(result.output.contains(/uptime: \d+ figures agree\n/))
        #expect(result.error == "")
    }

    @Test func figureThatDoesNotAgreeIsShownWithBothValues() throws {
        let site = try built()
        // Of 47 minutes, one second is kept quiet.
        try site.change("api/statistics.json", "\"downtime_seconds\":2820", to: "\"downtime_seconds\":2819")
        let result = try Program.run("verify", site.path + "/public")
        #expect(result.status == 1)
        #expect(result.output.contains(" does not\n") || result.output.contains(" do not\n"))
        #expect(result.output.contains("    published   2819\n    recomputed  2820\n"))
    }

    @Test func whatCannotBeReadNeverAgrees() throws {
        let site = try built()
        try FileManager.default.removeItem(atPath: site.path + "/public/components/api.html")
        let result = try Program.run("verify", site.path + "/public")
        #expect(result.status == 2)
        #expect(
            result.output.contains("  cannot be read: `components/api.html` cannot be read: No such file"))
        let nothing = try Program.run("verify", site.path + "/nowhere")
        #expect(nothing.status == 2)
    }

    @Test func linksAreNotFollowed() throws {
        let site = try built()
        let page = site.path + "/public/index.html"
        try FileManager.default.moveItem(atPath: page, toPath: site.path + "/elsewhere.html")
        try FileManager.default.createSymbolicLink(atPath: page, withDestinationPath: "../elsewhere.html")
        let result = try Program.run("verify", site.path + "/public")
        #expect(result.status == 2)
        #expect(result.output.contains("`index.html` cannot be read: it is a symbolic link"))
    }

    @Test func namesInFilesLeadNowhere() throws {
        let site = try built()
        try site.change("api/statistics.json", "\"slug\":\"slow\"", to: "\"slug\":\"../../status\"")
        let result = try Program.run("verify", site.path + "/public")
        #expect(result.output.contains("`incidents/../../status.html` is not a path that Allclear writes"))
    }

    @Test func controlCharactersOfFilesReachNoTerminal() throws {
        let site = try built()
        try site.change("api/statistics.json", "\"indicator\":\"none\"", to: "\"indicator\":\"\\u001b[2J\"")
        let result = try Program.run("verify", site.path + "/public")
        #expect(result.status == 1)
        #expect(!result.output.unicodeScalars.contains("\u{1B}"))
    }

    @Test func siteOnTheWebIsFetched() throws {
        let site = try built()
        let server = try WebServer(of: site.path + "/public")
        let result = try Program.run("verify", server.address + "/")
        #expect(result.status == 0, "\(result.output)\(result.error)")
        let missing = try Program.run("verify", server.address + "/nowhere")
        #expect(missing.status == 2)
        #expect(missing.output.contains("/nowhere/api/statistics.json` answers 404"))
    }

    @Test func siteIsBuiltOnceMoreFromItsRepository() throws {
        let site = try built(committed: true)
        let same = try Program.run("verify", site.path + "/public", "--repo", site.path)
        #expect(same.status == 0, "\(same.output)\(same.error)")
        #expect(same.output.contains(/built once more: \d+ files are the same\n/))
        try site.change("index.html", "Stories are slow", to: "Stories were slow")
        let other = try Program.run("verify", site.path + "/public", "--repo", site.path)
        #expect(other.status == 1)
        #expect(other.output.contains(/built once more: 1 of \d+ files differ\n/))
        #expect(other.output.hasSuffix("  index.html\n"))
    }

    @Test func revisionIsTheFullNameOfACommit() throws {
        let site = try built(committed: true)
        try site.change("api/statistics.json", "\"revision\":\"", to: "\"revision\":\"--output=")
        let result = try Program.run("verify", site.path + "/public", "--repo", site.path)
        #expect(result.status == 2)
        #expect(result.error.contains("`revision` is not the full name of a commit"))
    }

    /// A built site with one incident of 47 minutes.
    private func built(committed: Bool = false) throws -> VerifiedSite {
        try VerifiedSite(committed: committed)
    }
}

/// A small site in a repository, built into `public/`.
private struct VerifiedSite {
    private let repository: Repository

    var path: String { repository.path }

    init(committed: Bool) throws {
        repository = try Repository()
        try repository.write(SmallSite.configuration, to: "status.yml")
        try repository.write(SmallSite.record(), to: "incidents/slow.md")
        if committed { try repository.commit() }
        let result = try Program.run("build", "--site", path, "--now", "2026-01-03T12:00Z")
        #expect(result.status == 0, "\(result.error)")
    }

    /// Changes what was published.
    func change(_ file: String, _ text: String, to other: String) throws {
        let file = path + "/public/" + file
        let content = try String(contentsOfFile: file, encoding: .utf8)
        #expect(content.contains(text))
        try content.replacing(text, with: other, maxReplacements: 1).write(
            toFile: file, atomically: true, encoding: .utf8)
    }
}
