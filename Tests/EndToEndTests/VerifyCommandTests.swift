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
        let counts = result.output.matches(of: /: (\d+) figures? agrees?\n/).compactMap { Int($0.output.1) }
        let total = try #require(result.output.firstMatch(of: /\nall ([\d,]+) figures agree\n$/)).output.1
        #expect(counts.count > 5 && Int(total.replacing(",", with: "")) == counts.reduce(0, +))
        #expect(result.error == "")
    }

    /// The file has 0.3, not 300 thousandths.
    @Test func weightIsShownAsTheFileHasIt() throws {
        let site = try built()
        try site.change("api/statistics.json", "\"weight\":1,", to: "\"weight\":0.2,")
        let result = try Program.run("verify", site.path + "/public")
        #expect(result.status == 1)
        #expect(result.output.contains(": `weight`\n    published   0.2\n    recomputed  1\n"))
        #expect(result.output.contains(/\n[\d,]+ of [\d,]+ figures differ\n$/))
    }

    /// 47 minutes of a day fill 5 of the 32 that a bar is high, of which one is a gap: 26 are left.
    @Test func drawingIsToldInWords() throws {
        let site = try built()
        try site.change("index.html", "\"M88.5 0V26\"", to: "\"M88.5 0V20\"")
        let result = try Program.run("verify", site.path + "/public")
        #expect(
            result.output.contains(
                """
                : the unfilled part of bars that are major
                    published   2026-01-02: 20 of 32 high
                    recomputed  2026-01-02: 26 of 32 high

                """), "\(result.output)")
    }

    /// The day of the outage is drawn as one of those without trouble.
    @Test func runOfDaysIsToldInWords() throws {
        let site = try built()
        try site.change("index.html", "M89.13 16H90\"", to: "M88.13 16H90\"")
        let result = try Program.run("verify", site.path + "/public")
        #expect(
            result.output.contains(
                "    published   2026-01-02 to 2026-01-03\n    recomputed  2026-01-03\n"), "\(result.output)")
    }

    @Test func textOnAPageIsShownWhole() throws {
        let site = try built()
        try site.change("components/api.html", "<td>47\u{A0}min</td>", to: "<td>46\u{A0}min</td>")
        let result = try Program.run("verify", site.path + "/public")
        #expect(
            result.output.contains(
                "    published   46\u{A0}min\n    recomputed  text with the digits 47\n"),
            "\(result.output)")
    }

    /// The incident lasted 47 minutes, in which its component had a major outage.
    @Test(arguments: [
        ("</time>, 47\u{A0}min", "</time>, 17\u{A0}min", "how long it lasted", "17\u{A0}min"),
        (
            "major outage 47\u{A0}min", "major outage 7\u{A0}min", "time in each status",
            "major outage 7\u{A0}min"
        ),
    ])
    func lengthOnThePageOfAnIncidentIsCompared(
        _ text: String, _ other: String, name: String, published: String
    ) throws {
        let site = try built()
        try site.change("incidents/slow.html", text, to: other)
        let result = try Program.run("verify", site.path + "/public")
        #expect(
            result.output.contains(
                ": \(name)\n    published   \(published)\n    recomputed  text with the digits 47\n"),
            "\(result.output)")
    }

    /// A folder that does not exist, a file, and a folder with something else in it.
    @Test(arguments: ["nowhere", "status.yml", "incidents"])
    func placeWithoutASiteIsOneError(place: String) throws {
        let site = try built()
        let result = try Program.run("verify", site.path + "/" + place)
        #expect(result.status == 2)
        #expect(result.output == "")
        #expect(
            result.error
                == "allclear: error: there is no site in `\(site.path)/\(place)`: `api/statistics.json` is missing\n"
        )
    }

    @Test(arguments: ["127.0.0.1:8642", "localhost:8642/status", "status.example.com"])
    func addressWithoutASchemeGetsAHint(address: String) throws {
        let result = try Program.run("verify", address)
        #expect(result.status == 2)
        #expect(
            result.error == """
                allclear: error: there is no site in `\(address)`: `api/statistics.json` is missing
                allclear: hint: the address of a site begins with `https://` or `http://`

                """)
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
        #expect(result.output.contains("  cannot be read: `components/api.html` is missing\n"))
        #expect(
            result.output.contains(
                /\n[\d,]+ figures agree, but \d+ parts? of the site could not be read\n$/))
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
        #expect(missing.error.contains("/nowhere/api/statistics.json` answers 404"))
    }

    @Test func siteIsBuiltOnceMoreFromItsRepository() throws {
        let site = try built(committed: true)
        let same = try Program.run("verify", site.path + "/public", "--repo", site.path)
        #expect(same.status == 0, "\(same.output)\(same.error)")
        #expect(same.output.contains(/rebuilt: all \d+ files are identical\n/))
        try site.change("index.html", "Stories are slow", to: "Stories were slow")
        let other = try Program.run("verify", site.path + "/public", "--repo", site.path)
        #expect(other.status == 1)
        #expect(
            other.output.contains(
                /rebuilt: 1 of \d+ files differs\n  building the records at [0-9a-f]{12} gives different files\n/
            ))
        #expect(other.output.hasSuffix("  index.html\n"))
    }

    @Test func siteBuiltOutsideGitHasNoRevision() throws {
        let site = try built(committed: true)
        try site.change("api/statistics.json", "\"revision\":\"", to: "\"revision\":null,\"was\":\"")
        let result = try Program.run("verify", site.path + "/public", "--repo", site.path)
        #expect(result.status == 2)
        #expect(
            result.error == """
                allclear: error: the site does not say which revision it was built from
                allclear: hint: it was built outside a git repository: leave out `--repo`, or build it from a clone

                """)
    }

    /// A page that no record makes is none of the site's.
    @Test func addedFileIsNamed() throws {
        let site = try built(committed: true)
        try site.write("<h1>All was well</h1>", to: "public/incidents/fake.html")
        let result = try Program.run("verify", site.path + "/public", "--repo", site.path)
        #expect(result.status == 1)
        #expect(result.output.contains(/rebuilt: all \d+ files are identical\n/))
        #expect(
            result.output.hasSuffix(
                "not rebuilt: 1 file is only in the published folder\n  incidents/fake.html\n"))
    }

    /// What was edited after an incident was over is shown, and comes from git.
    @Test func editsAreBuiltOnceMore() throws {
        let site = try built(committed: true)
        try site.edit("It is over.", to: "It is over, and we are sorry.", at: "2026-01-02T20:00:00Z")
        try site.build()
        #expect(try site.page("incidents/slow.html").contains("and we are sorry"))
        let result = try Program.run("verify", site.path + "/public", "--repo", site.path)
        #expect(result.status == 0, "\(result.output)\(result.error)")
    }

    @Test func shallowCloneKnowsOfNoEdits() throws {
        let site = try built(committed: true)
        try site.edit("It is over.", to: "It is over, and we are sorry.", at: "2026-01-02T20:00:00Z")
        try site.build()
        let clone = try site.shallowClone()
        let result = try Program.run("verify", site.path + "/public", "--repo", clone.path)
        #expect(result.status == 1)
        #expect(
            result.output.contains(
                "  different history: the clone is shallow, so edits are unknown\n"))
        #expect(result.output.hasSuffix("  incidents/slow.html\n"))
        // A site that was built from it has none, and is the same from a whole clone.
        let built = try Program.run("build", "--site", clone.path, "--now", "2026-01-03T12:00Z")
        #expect(built.status == 0, "\(built.error)")
        let whole = try Program.run("verify", clone.path + "/public", "--repo", site.path)
        #expect(whole.status == 0, "\(whole.output)\(whole.error)")
    }

    /// The last commit that touched the records may lie on a branch that lacked some of them.
    @Test func recordsOfAMergedBranchAreBuiltWithTheRest() throws {
        let site = try built(committed: true)
        try site.merge(SmallSite.record(title: "Late"), as: "incidents/late.md", beside: "incidents/early.md")
        try site.build()
        let result = try Program.run("verify", site.path + "/public", "--repo", site.path)
        #expect(result.status == 0, "\(result.output)\(result.error)")
    }

    /// Neither hooks nor filters of the clone run, nor anything that its settings name.
    @Test func nothingOfTheCloneIsExecuted() throws {
        let site = try built(committed: true)
        let trap = site.path + "/trap"
        try site.set([
            "filter.trap.clean": "touch \(trap); cat", "filter.trap.smudge": "touch \(trap); cat",
            "diff.trap.textconv": "touch \(trap); cat", "core.fsmonitor": "touch \(trap)",
        ])
        try site.write("* filter=trap diff=trap\n", to: ".git/info/attributes")
        try site.write("* filter=trap diff=trap\n", to: "incidents/.gitattributes")
        let result = try Program.run("verify", site.path + "/public", "--repo", site.path)
        #expect(result.status == 0, "\(result.output)\(result.error)")
        #expect(!FileManager.default.fileExists(atPath: trap))
    }

    @Test func endlessAnswerIsCutOff() throws {
        let answer = try ChildProcess.answer(of: ["/usr/bin/yes"], environment: [:], limit: 1 << 20)
        #expect(answer.output.count > 1 << 20 && answer.output.count < 1 << 21)
        #expect(answer.status == 128 + SIGKILL)
    }

    @Test func longValuesAreCut() throws {
        let site = try built()
        try site.change(
            "api/statistics.json", "\"title\":\"Small",
            to: "\"title\":\"" + String(repeating: "x", count: 100_000))
        let result = try Program.run("verify", site.path + "/public")
        #expect(result.status == 1)
        #expect(result.output.utf8.count < 5_000)
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
        if committed {
            try repository.write("public\n", to: ".gitignore")
            try repository.commit()
        }
        try build()
    }

    func build() throws {
        let result = try Program.run("build", "--site", path, "--now", "2026-01-03T12:00Z")
        #expect(result.status == 0, "\(result.error)")
    }

    /// Changes the record, and commits that.
    func edit(_ text: String, to other: String, at date: String) throws {
        try repository.write(SmallSite.record().replacing(text, with: other), to: "incidents/slow.md")
        try repository.commit(at: date)
    }

    /// Merges a branch with one record into a line that has had another since.
    func merge(_ record: String, as path: String, beside other: String) throws {
        try repository.git("checkout", "--quiet", "-b", "branch")
        try repository.write(record, to: path)
        try repository.commit(at: "2026-01-02T21:00:00Z")
        try repository.git("checkout", "--quiet", "main")
        try repository.write(record, to: other)
        try repository.commit(at: "2026-01-02T20:00:00Z")
        try repository.git("merge", "--quiet", "--no-ff", "--no-edit", "branch", date: "2026-01-02T22:00:00Z")
    }

    func shallowClone() throws -> Repository {
        let clone = try Repository()
        try clone.git("fetch", "--quiet", "--depth=1", "file://" + path, "main")
        try clone.git("reset", "--quiet", "--hard", "FETCH_HEAD")
        return clone
    }

    func set(_ settings: [String: String]) throws {
        for (name, value) in settings { try repository.git("config", name, value) }
    }

    func write(_ text: String, to file: String) throws { try repository.write(text, to: file) }

    func page(_ path: String) throws -> String {
        try String(contentsOfFile: self.path + "/public/" + path, encoding: .utf8)
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
