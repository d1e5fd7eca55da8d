import Foundation
import Records
import StatusModel
import Testing

/// README is executed: its commands work, its record and its `status.yml` are a site, and `check` reports the mistake
/// that it shows. `UPDATE_EXPECTED=1` writes into it what `check` reports.
@Suite struct ReadmeTests {
    private let text: String
    private let guide: Guide
    private let bash: Bash
    private let scratch: Scratch

    init() throws {
        text = try ProjectFolder.text(of: "README.md")
        guide = Guide(text)
        let now = try #require(Instant(writtenAs: "2026-01-02T17:10Z"))
        bash = try Bash(["SOURCE_DATE_EPOCH": "\(now.seconds)"])
        scratch = try Scratch()
    }

    @Test func quickStartBuildsASite() throws {
        #expect(!guide.steps.isEmpty)
        let result = try bash.run(guide.steps.map(\.script).joined(separator: "\n"), in: scratch.path)
        #expect(result.status == 0, "\(result)")
        #expect(FileManager.default.fileExists(atPath: scratch.path + "/my-status/public/index.html"))
    }

    @Test func recordAndConfigurationAreASite() throws {
        #expect(guide.files.count == 2)
        for (path, text) in guide.files { try scratch.write(text, to: path) }
        let result = try bash.run("allclear check --strict && allclear build", in: scratch.path)
        #expect(result.status == 0, "\(result)")
        let page = "/public/incidents/2026-01-02-stories-are-slow.html"
        #expect(FileManager.default.fileExists(atPath: scratch.path + page))
    }

    @Test func mistakeIsReportedAsShown() throws {
        for (path, text) in guide.files {
            let mistaken = path == "status.yml" ? text : text.replacing("story-api:", with: "storyapi:")
            try scratch.write(mistaken, to: path)
        }
        let result = try bash.run("allclear check 2>&1", in: scratch.path)
        let reported = result.output.split(separator: "\n\nallclear: ").first ?? ""
        let shown = try #require(text.firstMatch(of: /\$ allclear check\n((?s:.*?))\n```/)).output.1
        if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
            try text.replacing(shown, with: reported)
                .write(toFile: ProjectFolder.path + "/README.md", atomically: true, encoding: .utf8)
        } else {
            #expect(result.status == 1 && reported == shown)
        }
    }
}
