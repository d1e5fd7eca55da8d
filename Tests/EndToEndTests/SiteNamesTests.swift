import Diagnostics
import Foundation
import Publishing
import StatusModel
import StatusSite
import Testing

@testable import allclear

/// What `check` passes, a build publishes, whatever names files have.
@Suite struct SiteNamesTests {
    private static let now = Instant(seconds: 1_767_441_600)

    @Test(arguments: 0..<120)
    func checkPassesWhatABuildPublishesAndNothingElse(seed: Int) throws {
        var names = OddNames(seed: seed)
        let (scratch, output) = (try Scratch(), try Scratch())
        try scratch.write(SmallSite.configuration, to: "status.yml")
        for _ in 0..<3 {
            let path = seed % 2 == 0 ? "static/\(names.path())" : "incidents/\(names.name()).md"
            try? scratch.write(path.hasSuffix(".md") ? SmallSite.record() : "x", to: path)
        }
        let reading = try SiteReading(of: scratch.path, at: Self.now, isToBePublished: true)
        let site = try #require(reading.site)
        // All that there is, as if nobody had looked at the names.
        let found = FileManager.default.enumerator(atPath: scratch.path)?.compactMap { $0 as? String } ?? []
        let outputs =
            site.planned(for: .public).map { Output(path: $0.path, render: $0.render) }
            + found.filter { $0.hasPrefix("static/") && !isFolder($0, in: scratch) }.map {
                Output(path: String($0.dropFirst(7))) { [] }
            }
        let isPublished = (try? publish(outputs, into: output.path)) != nil
        let hasControls = found.contains { $0.unicodeScalars.contains { $0.value < 32 || $0.value == 127 } }
        let hasGit = found.contains { $0.hasPrefix("static/") && $0.split(separator: "/").contains(".git") }
        // Names that become one address are told as such, and leave one record too few to collide.
        let hasDoubles = reading.diagnostics.contains { $0.id == .duplicateSlug }
        #expect(
            reading.diagnostics.hasErrors == (!isPublished || hasControls || hasGit || hasDoubles),
            "\(found): \(reading.diagnostics.map(\.message))"
        )
        #expect(
            (try? publish(site.outputs(for: .public), into: output.path, force: true)) != nil
        )
    }

    @Test func staticFileInThePlaceOfOneOfTheSitesIsToldWithBothNames() throws {
        let site = try SmallSite([
            "static/index.html": "mine", "static/incidents": "a file", "static/history.html/x": "below",
            "static/embed.html": "mine", "static/.allclear-manifest": "mine", "static/INDEX.html": "another",
        ])
        let check = try Program.run("check", "--site", site.path, "--now", "2026-01-03T12:00Z")
        #expect(check.status == 1)
        for message in [
            "error: `static/index.html` has the same path as `index.html`, which the build writes",
            "error: `static/incidents` has the same path as a folder that the build needs for `incidents/slow.html`",
            "error: `static/history.html/x` needs a folder with the same path as `history.html`, which the build writes",
            "error: `static/embed.html` has the same path as `embed.html`, which the build writes",
            "error: `static/.allclear-manifest` cannot be published: the name is reserved for files that the build writes",
        ] { #expect(check.output.contains(message), "\(check.output)") }
        #expect(check.error.contains("5 errors"), "\(check.error)")
        let build = try Program.run(
            "build",
            "--site",
            site.path,
            "--now",
            "2026-01-03T12:00Z",
            "--best-effort"
        )
        #expect(build.status == 3, "\(build.error)")
        let index = try String(contentsOfFile: site.path + "/public/index.html", encoding: .utf8)
        #expect(index.contains("<main"))
        #expect(try String(contentsOfFile: site.path + "/public/INDEX.html", encoding: .utf8) == "another")
    }

    /// A raised incident has a page of its level for the public that the team's site does not have.
    @Test func staticFileInThePlaceOfAPageThatThePublicAloneHasIsTold() throws {
        let site = try SmallSite([
            "status.yml": """
            site: {title: Small, url: "https://status.example.com"}
            components: [{id: api, name: API}]
            severities:
              SEV-0: {component_status: major_outage, visibility: internal}
              SEV-1: {component_status: partial_outage}
            """,
            "incidents/out.md": """
            ---
            title: Outage
            severity: SEV-0
            components: [api]
            visibility: public
            started: 2026-01-02T10:00Z
            ---

            [INVESTIGATING 10:05 UTC] We look into it.

            [IDENTIFIED 10:30 UTC] Readers see it, too.
            severity: SEV-1

            [RESOLVED 11:00 UTC] It is over.
            """,
            "static/history/severity-sev-1.html": "mine",
        ])
        let check = try Program.run("check", "--site", site.path, "--now", "2026-01-03T12:00Z")
        #expect(check.status == 1)
        #expect(check.output.contains("error: `static/history/severity-sev-1.html` has the same path as"))
    }

    @Test func filesOfHostsAndCrawlersWin() throws {
        let names = ["robots.txt", "404.html", "_headers", ".nojekyll"]
        let site = try SmallSite(Dictionary(uniqueKeysWithValues: names.map { ("static/\($0)", "mine") }))
        let build = try Program.run("build", "--site", site.path, "--now", "2026-01-03T12:00Z")
        #expect(build.status == 0, "\(build.error)")
        for name in names {
            #expect(try String(contentsOfFile: "\(site.path)/public/\(name)", encoding: .utf8) == "mine")
        }
    }

    @Test(arguments: [250, 251, 252])
    func nameTooLongForThePageMadeOfItIsAnErrorOfCheck(length: Int) throws {
        let name = String(repeating: "a", count: length)
        let site = try SmallSite(["incidents/\(name).md": SmallSite.record()])
        let check = try Program.run("check", "--site", site.path, "--now", "2026-01-03T12:00Z")
        let build = try Program.run("build", "--site", site.path, "--now", "2026-01-03T12:00Z")
        // 255 bytes, of which `.html` takes five.
        #expect(check.status == (length > 250 ? 1 : 0) && build.status == check.status)
        #expect(check.output.contains("incidents/\(name).md:1:1: error: ") == (length > 250))
        let night = try Program.run(
            "build",
            "--site",
            site.path,
            "--now",
            "2026-01-03T12:00Z",
            "--best-effort"
        )
        #expect(night.status == (length > 250 ? 3 : 0), "\(night.error)")
    }

    @Test func onlyABuildAndAPreviewReadWhatIsCopied() throws {
        let site = try SmallSite(["static/large.bin": ""])
        // More than any memory holds; the disk keeps only its length.
        #expect(truncate(site.path + "/static/large.bin", 1 << 42) == 0)
        for command in [["check"], ["status"], ["report", "2026-01"], ["announce", "slow"]] {
            let result = try Program.run(command + ["--site", site.path, "--now", "2026-01-03T12:00Z"])
            #expect(result.status == 0, "\(command): \(result.error)")
        }
    }

    private func isFolder(_ path: String, in scratch: Scratch) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: scratch.path + "/" + path, isDirectory: &isFolder)
            && isFolder.boolValue
    }
}

/// Names as nobody would choose them, the same for the same seed.
private struct OddNames {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private static let whole = [
        "index.html", "incidents", "Index.html", "robots.txt", "assets", ".git", "api", "embed.html",
        "_headers",
        ".allclear-x", ".allclear-manifest", "404.html", "history", "components", "badges", "slow", "a.b",
        "..a",
    ]
    private static let pieces = [
        "a", "B", "é", "e\u{301}", "🚲", " ", "\n", "\u{7F}", "\"", "\\", ":", "%2F", "-", "ß", "İ", "#", "?",
        "<b>",
        String(repeating: "x", count: 60), String(repeating: "ä", count: 40),
    ]

    mutating func path() -> String {
        (0..<(1 + next(3))).map { _ in name() }.joined(separator: "/")
    }

    mutating func name() -> String {
        if next(3) == 0 { return Self.whole[next(Self.whole.count)] }
        return "n" + (0..<(1 + next(7))).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
    }

    private mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}
