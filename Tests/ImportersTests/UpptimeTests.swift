import Diagnostics
import Testing

@testable import Importers

@Suite struct UpptimeTests {
    @Test func anIssueBecomesARecord() throws {
        let source = upptime(
            """
            {"number": 12, "title": "🛑 Crane API is down", "state": "closed", "comments": 1,
             "labels": [{"name": "status"}, {"name": "crane-api"}, {"name": "team-a"}],
             "created_at": "2024-03-01T08:00:10Z", "closed_at": "2024-03-01T09:00:10Z",
             "body": "In [`abc`](https://github.com/a/b/commit/abc), Crane API was **down**:\\n- HTTP code: 0\\n"}
            """
        )
        #expect(
            try source.record() == """
                ---
                title: Crane API is down
                severity: down
                components:
                  crane-api: major_outage
                started: 2024-03-01T08:00:10Z
                aliases:
                  - 12
                ---

                [INVESTIGATING 2024-03-01 08:00:10 UTC] In [`abc`](https://github.com/a/b/commit/abc), Crane API was **down**:
                - HTTP code: 0

                [RESOLVED 2024-03-01 09:00:10 UTC]

                """
        )
        #expect(try source.remarks() == [])
    }

    @Test func whatGitHubsCommandWritesIsReadAlike() throws {
        let source = upptime(
            """
            {"number": 13, "title": "⚠️ Web has degraded performance", "state": "CLOSED",
             "labels": [{"name": "web"}, {"name": "status"}], "body": "",
             "createdAt": "2024-03-01T08:00:00Z", "closedAt": "2024-03-01T09:00:01Z",
             "comments": [
              {"body": "We look.", "createdAt": "2024-03-01T08:10:00Z", "author": {"login": "ada"}},
              {"body": "**Resolved:** Web performance has improved.", "createdAt": "2024-03-01T09:00:00Z"},
              {"body": "It was the rope.", "createdAt": "2024-03-01T10:00:00Z"}
             ]}
            """
        )
        #expect(
            try source.frontMatter().contains("title: Web has degraded performance\nseverity: degraded\n")
        )
        #expect(
            try source.body() == """

                [INVESTIGATING 2024-03-01 08:00 UTC]

                [UPDATE 2024-03-01 08:10 UTC] We look.

                [RESOLVED 2024-03-01 09:00:01 UTC] Web performance has improved.

                [UPDATE 2024-03-01 10:00 UTC] It was the rope.

                """
        )
    }

    @Test func settingsComeFromTheConfiguration() throws {
        let source = upptime(
            "",
            more: ["history/crane-api.yml": "url: https://x.example\nstartTime: 2023-01-02T03:04:05.678Z\n"]
        )
        #expect(
            try source.settings() == """
                site:
                  title: Harbour
                  url: "https://status.example.com"
                  links:
                    - text: GitHub
                      url: "https://github.com/ada/harbour"
                components:
                  - id: crane-api
                    name: Crane API
                    since: 2023-01-02
                  - id: web
                    name: The Web
                severities:
                  down:
                    component_status: major_outage
                  degraded:
                    component_status: degraded_performance

                """
        )
    }

    @Test func anIssueBeforeTheFirstDayMovesIt() throws {
        let source = upptime(
            issue(
                1,
                "Crane API is down",
                labels: ["status", "crane-api"],
                more: "\"closed_at\": \"2024-03-02T00:00:00Z\""
            ),
            more: ["history/crane-api.yml": "- startTime: 2025-01-02T03:04:05.678Z\n"]
        )
        #expect(try source.settings().contains("    since: 2024-03-01\n"))
    }

    @Test func theSitesOfOldIssuesAreOutOfService() throws {
        let source = upptime(
            issue(
                1,
                "🛑 Old site is down",
                labels: ["status", "old-site"],
                more: "\"closed_at\": \"2024-03-02T00:00:00Z\""
            )
        )
        #expect(
            try source.settings().contains("  - id: old-site\n    name: Old site\n    until: 2024-03-03\n")
        )
        #expect(try source.frontMatter().contains("  old-site: major_outage\n"))
    }

    @Test(arguments: [
        "start: 2024-03-02T08:00:00.220Z\\nend: 2024-03-02T10:00:00Z\\nexpectedDown: web\\nexpectedDegraded: crane-api, x",
        "start: 2024-03-02T10:00:00+02:00 end: 2024-03-02T10:00:00Z expectedDown: web expectedDegraded: crane-api, x",
    ])
    func maintenanceHasItsTimes(plan: String) throws {
        let source = upptime(
            issue(
                2,
                "New ropes",
                labels: ["maintenance"],
                more:
                    "\"closed_at\": \"2024-03-02T10:03:00Z\", \"body\": \"<!-- \(plan) -->\\nWe change ropes.\""
            )
        )
        #expect(
            try source.record().replacing("'", with: "") == """
                ---
                title: New ropes
                components:
                  web: under_maintenance
                  crane-api: degraded_performance
                maintenance:
                  from: 2024-03-02T08:00Z
                  until: 2024-03-02T10:00Z
                aliases:
                  - 2
                ---

                [SCHEDULED 2024-03-01 08:00 UTC] We change ropes.

                [COMPLETED 2024-03-02 10:00 UTC]

                """
        )
        #expect(try source.remarks().map { $0.hasSuffix("there is no site `x`: it is left out") } == [true])
    }

    @Test func whatCannotBeReadIsToldAndTheRestImported() throws {
        let imported = try upptime(
            [
                issue(1, "Web is down", labels: ["status", "web"]),
                issue(1, "Web is down", labels: ["status", "web"]),
                issue(2, "No plan", labels: ["maintenance"]),
                issue(3, "A bug", labels: ["bug"]),
                issue(
                    4,
                    "Web is down",
                    labels: ["status", "web"],
                    more: "\"closed_at\": \"2023-03-01T00:00:00Z\""
                ),
                issue(5, "Web is down", labels: ["status", "web"]),
                "{\"title\": \"x\"}",
            ].joined(separator: ",")
        ).imported()
        #expect(
            imported.records.map(\.path) == [
                "incidents/2024-03-01-web-is-down-5.md", "incidents/2024-03-01-web-is-down.md",
            ]
        )
        let refused = imported.results.filter { $0.outcome == .refused }.compactMap(\.part)
        #expect(refused.sorted() == ["issue 2", "issue 4", "issue without a number"])
        #expect(imported.results.contains { $0.part == "issue 3" && $0.outcome != .refused })
    }

    @Test func withoutIssuesItIsToldWhatIsMissing() throws {
        let summary =
            "[{\"name\": \"The Web\", \"slug\": \"web\", \"dailyMinutesDown\": {\"2024-03-01\": 5}}]"
        let imported = try Source(
            .upptime,
            [".upptimerc.yml": configuration, "history/summary.json": summary]
        ).imported()
        #expect(imported.records.isEmpty)
        #expect(
            imported.results[0].remarks.map(\.message).first?.hasPrefix(
                "`history/summary.json` shows downtime"
            )
                == true
        )
    }

    @Test func everyBeginningOfAListIsImportedOrRefused() throws {
        let text = "[\(issue(1, "Web is down", labels: ["status", "web"]))]"
        for count in 0...text.count {
            let files = [".upptimerc.yml": configuration, "issues.json": String(text.prefix(count))]
            #expect(try Source(.upptime, files).imported().hasRefusals == (count < text.count))
        }
    }
}

private extension UpptimeTests {
    var configuration: String {
        """
        owner: ada
        repo: harbour
        sites:
          - name: Crane API
            url: https://crane.example
          - name: The Web
            url: $SECRET
            slug: web
        status-website:
          cname: status.example.com
          name: Harbour
          navbar:
            - title: Status
              href: /
            - title: GitHub
              href: https://github.com/$OWNER/$REPO
        """
    }

    func upptime(_ issues: String, more: [String: String] = [:]) -> Source {
        Source(
            .upptime,
            more.merging([".upptimerc.yml": configuration, "issues.json": "[\(issues)]"]) { $1 }
        )
    }

    func issue(_ number: Int, _ title: String, labels: [String], more: String = "\"state\": \"open\"")
        -> String
    {
        let names = labels.map { "{\"name\": \"\($0)\"}" }.joined(separator: ",")
        return "{\"number\": \(number), \"title\": \"\(title)\", \"labels\": [\(names)], "
            + "\"created_at\": \"2024-03-01T08:00:00Z\", \(more)}"
    }
}
