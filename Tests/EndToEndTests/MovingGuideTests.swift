import Foundation
import Testing

/// `docs/moving.md` is executed: what it tells people to type brings small made-up pages of each tool over. What comes
/// from the network there is a copy from the disk here.
@Suite struct MovingGuideTests {
    static let sources: [String: [String: String]] = [
        "cState": [
            "config.yml":
                "title: Harbour\nbaseURL: https://status.example.com\nparams:\n  systems: [{name: Crane}]\n",
            "content/issues/2024-03-01-late.md": """
            ---
            title: Late
            date: 2024-03-01 08:00:00
            resolved: true
            resolvedWhen: 2024-03-01 09:00:00
            severity: down
            affected: [Crane]
            section: issue
            ---
            The crane waits.
            """,
        ],
        "Statusfy": [
            "locales/en.json": #"{"title": "Harbour", "systems": {"items": {"crane": {"title": "Crane"}}}}"#,
            "content/late.md": """
            ---
            title: Late
            date: 2024-03-01 08:00
            severity: major-outage
            affectedsystems: [crane]
            resolved: true
            modified: 2024-03-01 09:00
            ---
            The crane waits.
            """,
        ],
        "Upptime": [
            ".upptimerc.yml": """
            owner: harbour
            repo: status
            sites: [{name: Crane, url: "https://crane.example.com"}]
            status-website: {name: Harbour, cname: status.example.com}
            """,
            "history/crane.yml":
                "url: https://crane.example.com\nstatus: up\nstartTime: 2024-01-01T00:00:00.000Z\n",
            "issues.json": """
            [{"number": 7, "title": "🛑 Crane is down", "state": "CLOSED", "body": "The crane waits.",
              "labels": [{"name": "status"}, {"name": "crane"}], "comments": [],
              "createdAt": "2024-03-01T08:00:00Z", "closedAt": "2024-03-01T09:00:00Z"}]
            """,
        ],
    ]

    @Test(arguments: ["cState", "Statusfy", "Upptime", "Statuspage"])
    func guideBringsAPageOver(tool: String) throws {
        let scratch = try Scratch()
        for (path, text) in Self.sources[tool] ?? [:] { try scratch.write(text, to: "there/\(path)") }
        if tool == "Statuspage" { try buildAPI(into: scratch.path) }
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/site",
            withIntermediateDirectories: true
        )
        let guide = try ProjectFolder.text(of: "docs/moving.md")
        let commands = Guide(try #require(section("From \(tool)", of: guide))).steps.map(\.script)
        let again = Guide(try #require(section("How an import goes", of: guide))).steps.map(\.script)
            .joined(separator: "\n").replacing("import cstate", with: "import \(tool.lowercased())")
        let script = ([Self.network] + commands + [again]).joined(separator: "\n")
        let environment = ["SOURCE_DATE_EPOCH": "1795262400", "THERE": scratch.path + "/there"]
        let result = try Bash(environment).run(script, in: scratch.path + "/site")
        #expect(result.status == 0, "\(result.error)")
        let site = try Scratch.contents(of: scratch.path + "/site")
        #expect(site.keys.contains { $0.hasPrefix("incidents/") && $0.hasSuffix(".md") })
        #expect(site["public/index.html"] != nil, "\(result.error)")
    }

    /// What fetches things there.
    private static let network = """
        KEY=key PAGE_ID=page
        git() { cp -R "$THERE" ../old-status; }
        gh() { cat "$THERE/issues.json"; }
        curl() {
            while [ "$1" != --output ]; do shift; done
            cp "$THERE/$(basename "$2")" "$2" 2>/dev/null || echo '[]' > "$2"
        }
        """

    /// A page of our own, as Statuspage would tell of it.
    private func buildAPI(into folder: String) throws {
        let built = try Program.run(
            [
                "build", "--site", ProjectFolder.path, "--now", "2026-11-20T12:00Z", "--output",
                folder + "/own",
            ]
        )
        #expect(built.status == 0, "\(built.error)")
        try FileManager.default.moveItem(atPath: folder + "/own/api/v2", toPath: folder + "/there")
    }

    /// The text under a heading of the second level.
    private func section(_ title: String, of text: String) -> String? {
        text.components(separatedBy: "\n## ").first { $0.hasPrefix(title + "\n") }
    }
}
