import Foundation
import Testing

/// What `status.yml` says for the team alone, as the program shows it, and as the public never sees it.
@Suite struct TeamTests {
    private let repository: Repository

    init() throws {
        repository = try Repository()
        try repository.write(
            """
            site: {title: Example Status, url: "https://status.example.com"}
            components: [{id: api, name: API, runbook: "https://wiki.example.com/planted-api"}]
            severities:
              SEV-1:
                update_every: 30m
                escalate: [{after: 10m, to: "CTO, desk"}, {when: planted, to: CEO}]
                checklist: {investigating: ["**All** of planted"]}
                runbook: [https://wiki.example.com/planted-1, https://wiki.example.com/planted-api]
            team:
              links: {text: planted, url: "https://rota.example.com"}
              roles:
                CTO: {contact: "@planted, tel:+49 30 1", does: planted}
                Desk: {contact: planted@example.com}
            tickets: https://planted.example.com/{}

            """,
            to: "status.yml"
        )
        try repository.write(
            """
            ---
            title: Stories are slow
            severity: SEV-1
            started: 2026-01-02T17:00Z
            components: {api: partial}
            ticket: "#7"
            internal: {lead: "*planted*", room: "https://planted.example.com/room"}
            ---

            [INVESTIGATING 17:05 UTC] We look into it.

            """,
            to: "incidents/slow.md"
        )
    }

    @Test func noPublicByteHasAnyOfIt() throws {
        for path in try built(for: "public") {
            #expect(!path.value.contains("planted") && !path.value.contains("rota.example"), "\(path.key)")
        }
        let team = try built(for: "internal")
        let page = try #require(team["incidents/slow.html"])
        for part in [
            "<a href=\"https://planted.example.com/7\">#7</a>", "<em>planted</em>",
            "<a href=\"https://planted.example.com/room\">https://planted.example.com/room</a>",
            "<a href=\"https://wiki.example.com/planted-1\">wiki.example.com/planted-1</a>",
            "CTO: @planted, <a href=\"tel:+49301\">+49 30 1</a>", "<strong>All</strong> of planted",
            "<li><a href=\"https://rota.example.com\">planted</a></li>",
        ] {
            #expect(page.contains(part), "\(part)")
        }
    }

    @Test func stateTellsTheTeamWhomToReachAndWhatToDo() throws {
        let state = try run("status", "--now", "2026-01-02T17:20Z", "--audience", "internal")
        #expect(
            state.output.contains(
                """
                  runbook for SEV-1: https://wiki.example.com/planted-1
                  runbook for SEV-1: https://wiki.example.com/planted-api
                  overdue 10 min  escalate to CTO, desk: CTO @planted, +49 30 1, Desk planted@example.com (17:10 UTC)

                """), "\(state.output)")
        let json = try run("status", "--json", "--now", "2026-01-02T17:20Z", "--audience", "internal").output
        #expect(json.contains(#""runbooks":[{"name":"SEV-1","url":"https://wiki.example.com/planted-1"},"#))
        #expect(json.contains(#""contacts":[{"role":"CTO","contact":"@planted, +49 30 1"},{"role":"Desk","#))
        for arguments in [["status"], ["status", "--json"]] {
            #expect(try !run(arguments + ["--now", "2026-01-02T17:20Z"]).output.contains("planted"))
        }
    }

    @Test(arguments: ["slack", "email", "markdown", "json"])
    func firstNoticeLeadsTheTeamToItsRunbooks(format: String) throws {
        let arguments = ["announce", "slow", "--format", format, "--now", "2026-01-02T17:20Z"]
        #expect(try run(arguments + ["--audience", "internal"]).output.contains("planted-1"))
        #expect(try !run(arguments).output.contains("planted"))
    }
}

private extension TeamTests {
    func run(_ arguments: String...) throws -> Program.Result { try run(arguments) }

    func run(_ arguments: [String]) throws -> Program.Result {
        let result = try Program.run(arguments + ["--site", repository.path])
        #expect(!result.output.isEmpty, "\(result.error)")
        return result
    }

    func built(for audience: String) throws -> [String: String] {
        let folder = try Scratch()
        let output = folder.path + "/" + audience
        let result = try Program.run(
            "build", "--site", repository.path, "--now", "2026-01-02T17:20Z", "--audience", audience,
            "--output", output)
        #expect(result.status == 0, "\(result.error)")
        return try Scratch.contents(of: output)
    }
}
