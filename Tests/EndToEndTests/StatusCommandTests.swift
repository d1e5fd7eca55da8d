import Foundation
import Testing

/// `allclear status` as it is run.
@Suite struct StatusCommandTests {
    private let repository: Repository

    init() throws {
        repository = try Repository()
        try repository.write(
            """
            site: {title: Example Status, url: "https://status.example.com"}
            components: [{id: api, name: API, runbook: "https://wiki.example.com/api"}, {id: web, name: Website}]
            team: {roles: {CTO: {contact: "@cto"}, CEO: {contact: "@ceo"}}}
            severities:
              SEV-1:
                name: Critical
                update_every: 30m
                acknowledge_within: 2m
                resolve_within: 4h
                escalate: [{after: 1h, to: CTO}, {when: data is exposed, to: CEO}, {after: 10m, to: Night desk}]
                checklist: [Services healthy, Customers notified]
              SEV-2: {visibility: internal}
              SEV-3: {post_mortem: {within: 1w, held_within: 2h}}

            """,
            to: "status.yml"
        )
    }

    @Test(arguments: [
        ("operational", 0), ("maintenance", 10), ("degraded", 11), ("partial", 12), ("major", 13),
    ])
    func exitStatusIsThatOfTheWorstComponent(status: String, expected: Int32) throws {
        try write("components: {api: \(status)}")
        #expect(try run("17:20").status == expected)
        #expect(try run("17:20", "--json").status == expected)
    }

    @Test func errorsTellNoState() throws {
        try write("components: {app: major}")
        for arguments in [[], ["--json"]] {
            let result = try run("17:20", arguments)
            #expect(result.status == 1 && result.output.isEmpty)
            #expect(result.error.contains("unknown-component"))
            #expect(result.error.hasSuffix("allclear: the status is unknown: 1 error\n"))
        }
        #expect(try run("17:20", ["--format", "yaml"]).status == 64)
    }

    @Test func textTellsWhatIsWrongAndWhenThereIsMore() throws {
        try write("components: {api: partial}", "Next update: 17:35 UTC\n")
        #expect(
            try run("17:20").output == """
                Example Status: Minor Service Outage
                at 2 Jan 2026, 17:20 UTC

                1 of 2 components operational
                  API: partial outage since 2 Jan, 17:00 UTC, 20 min

                open incident: Stories are slow (slow)
                  SEV-1, Critical; Investigating; since 2 Jan, 17:00 UTC, 20 min
                  API (partial outage)
                  2 Jan, 17:05 UTC: We look into it.
                  next update promised for 2 Jan, 17:35 UTC, in 15 min

                next scheduled change to the pages: 2 Jan, 17:35 UTC

                """
        )
        let late = try run("17:47").output
        #expect(late.contains("next update promised for 2 Jan, 17:35 UTC: overdue by 12 min\n"))
        #expect(late.hasSuffix("next scheduled change to the pages: 3 Jan, 00:00 UTC\n"))
    }

    @Test func policyAsksForAnUpdateWhereNoneIsPromised() throws {
        try write("components: {api: partial}")
        let incident = try #require(try json("17:20").array("incidents").first)
        #expect(incident["next_update_due_at"] as? String == "2026-01-02T17:35:00Z")
        #expect(incident["next_update_due_by"] as? String == "policy")
        #expect(incident["next_update_overdue_seconds"] as? Int == 0)
        let late = try #require(try json("17:40").array("incidents").first)
        #expect(late["next_update_overdue_seconds"] as? Int == 300)
    }

    @Test func maintenanceUnderWayAndToComeIsTold() throws {
        try window("move", "16:00", "18:00")
        try window("later", "22:00", "23:00")
        try window("next", "19:00", "20:00")
        let text = try run("17:20").output
        #expect(text.contains("maintenance in progress: move (move), until 2 Jan, 18:00 UTC\n"))
        #expect(text.contains("next maintenance: next (next), 2 Jan 2026, 19:00\u{2013}20:00 UTC\n"))
        #expect(!text.contains("later"))
        let maintenance = try json("17:20").object("maintenance")
        #expect(maintenance.array("running").map { $0["id"] as? String } == ["move"])
        #expect(maintenance.object("next")["from"] as? String == "2026-01-02T19:00:00Z")
    }

    @Test func internalRecordsAreForTheTeamAlone() throws {
        try write("components: {api: partial}\nvisibility: internal")
        #expect(try run("17:20").status == 0)
        #expect(try !run("17:20").output.contains("slow"))
        #expect(try run("17:20", ["--audience", "internal"]).status == 12)
    }

    @Test func teamIsToldWhatIsDue() throws {
        try write(
            "components: {api: partial}\ninternal: {checklist: [services healthy]}",
            "Next update: 17:35 UTC\n")
        let text = try run("17:20", ["--audience", "internal"]).output
        #expect(
            text.contains(
                """
                  overdue 10 min  escalate to Night desk (17:10 UTC)
                  in 15 min       next update (17:35 UTC)
                  in 40 min       escalate to CTO: @cto (18:00 UTC)
                  in 3 h 40 min   resolve (21:00 UTC)
                  when data is exposed: escalate to CEO (@ceo)
                  acknowledged at 2 Jan, 17:05 UTC
                  checklist: 1 of 2 done
                    resolved
                      2. Customers notified

                """
            ),
            "\(text)"
        )
        let due = try #require(try json("17:20", for: "internal").array("incidents").first).object("due")
        #expect(due["acknowledged_at"] as? String == "2026-01-02T17:05:00Z")
        #expect(due.array("limits").map { $0["rule"] as? String } == ["resolve"])
        #expect(due.array("limits").map { $0["due_in_seconds"] as? Int } == [13_200])
        #expect(due.array("escalations").map { $0["to"] as? String } == ["Night desk", "CTO"])
        #expect(due.array("escalations").map { $0["due_in_seconds"] as? Int } == [-600, 2_400])
        #expect(due.array("escalations_when").map { $0["when"] as? String } == ["data is exposed"])
        #expect(due.array("escalations_when").map { $0["to"] as? String } == ["CEO"])
        #expect(due.array("checklist").map { $0["done"] as? Bool } == [true, false])
        #expect(due.array("checklist").map { $0["number"] as? Int } == [1, 2])
        #expect(due.array("checklist").map { $0["stage"] as? String } == ["resolved", "resolved"])
        #expect(due.array("checklist").map { $0["owed"] as? Bool } == [false, false])
        #expect(try run("17:20", ["--audience", "internal", "--format", "json"]).output.contains("\"due\":"))
    }

    @Test func phaseThatWasLeftSaysSo() throws {
        let policy = try String(contentsOfFile: repository.path + "/status.yml", encoding: .utf8)
        try repository.write(
            policy.replacing(
                "[Services healthy, Customers notified]",
                with:
                    "{investigating: [Lead named, Lawyers asked (if needed)], resolved: [Customers notified]}"
            ),
            to: "status.yml")
        try write("components: {api: partial}", "\n[IDENTIFIED 17:10 UTC] It is the pool.\n")
        let text = try run("17:20", ["--audience", "internal"]).output
        #expect(
            text.contains(
                """
                  checklist: 0 of 2 done; 1 more if needed
                    investigating: due now
                      1. Lead named
                      2. Lawyers asked (if needed)
                    resolved
                      3. Customers notified

                """), "\(text)")
        let due = try #require(try json("17:20", for: "internal").array("incidents").first).object("due")
        #expect(due.array("checklist").map { $0["owed"] as? Bool } == [true, false, false])
        let built = try Scratch()
        let result = try Program.run(
            "build", "--site", repository.path, "--now", "2026-01-02T17:20Z", "--audience", "internal",
            "--output", built.path + "/site")
        #expect(result.status == 0, "\(result.error)")
        let page = try String(contentsOfFile: built.path + "/site/incidents/slow.html", encoding: .utf8)
        #expect(page.contains("<tr><td>Checklist</td><td>0 of 2 done; 1 more if needed</td></tr>"))
        #expect(
            page.contains(
                "<tr><td>Escalate to CEO<p class=\"facts\"><span>@ceo</span></p></td><td>when data is exposed</td></tr>"
            ))
        #expect(page.contains("<tr><td>1. Lead named</td><td><strong class=\"late\">Open</strong></td></tr>"))
        #expect(page.ranges(of: "2. Lawyers asked (if needed)").count == 1)
        #expect(page.contains("<tr><th scope=\"rowgroup\" colspan=\"2\">Resolved</th></tr>"))
    }

    @Test func publicIsNotToldWhatIsDue() throws {
        try write("components: {api: partial}", "Next update: 17:35 UTC\n")
        #expect(try !run("17:20", ["--json"]).output.contains("\"due\""))
        let built = try Scratch()
        for (audience, shows) in [("public", false), ("internal", true)] {
            let output = built.path + "/" + audience
            let result = try Program.run(
                "build", "--site", repository.path, "--now", "2026-01-02T17:20Z", "--audience", audience,
                "--output", output)
            #expect(result.status == 0, "\(result.error)")
            let files = try Scratch.contents(of: output)
            #expect(files["incidents/slow.html"]?.contains("<h2>Due now</h2>") == shows)
            let traces = ["Due now", "Escalate to", "Customers notified", "Night desk"]
            #expect(files.values.contains { file in traces.contains(where: file.contains) } == shows)
        }
    }

    /// Which of several to begin with stands above them: of each what is most pressing, the worst incident first.
    @Test func mostPressingOfSeveralLeads() throws {
        try write("components: {api: partial}", "Next update: 17:35 UTC\n")
        try repository.write(
            """
            ---
            title: Mail is late
            severity: SEV-1
            started: 2026-01-02T17:15Z
            ---
            """,
            to: "incidents/mail.md")
        let text = try run("17:20", ["--audience", "internal"]).output
        #expect(
            text.contains(
                """
                most urgent for each incident
                  overdue 10 min  Stories are slow: escalate to Night desk
                  overdue 3 min   Mail is late: acknowledge

                """
            ))
        #expect(try !run("17:20").output.contains("most urgent"))
    }

    /// Of an incident that is over: the meeting by 16:00, the post-mortem by the 9th at 14:00.
    @Test func teamIsToldWhatIsOwedAfterAnIncident() throws {
        try over()
        let text = try run("17:20", ["--audience", "internal"]).output
        #expect(
            text.contains(
                """

                still to do for past incidents
                  overdue 1 h 20 min  Mail was late: post-mortem meeting (2 Jan, 16:00 UTC)
                  in 6 d 20 h         Mail was late: post-mortem (9 Jan, 14:00 UTC)

                """
            ),
            "\(text)"
        )
        let owed = try json("17:20", for: "internal").array("post_mortems")
        #expect(owed.map { $0["rule"] as? String } == ["post_mortem_held", "post_mortem"])
        #expect(owed.map { $0["due_in_seconds"] as? Int } == [-4_800, 592_800])
        #expect(try !run("17:20").output.contains("post-mortem"))
        #expect(try !run("17:20", ["--json"]).output.contains("post_mortem"))
        try over("# Post-mortem\n\nScheduled: 2026-01-02 18:00 UTC\nPublished: 2026-01-02\n\nMail waited.\n")
        #expect(try json("17:20", for: "internal").array("post_mortems").isEmpty)
    }

    /// What nobody ticked and an action item that is overdue stand beside them; what is done does not.
    @Test func teamIsToldWhatElseIsOwed() throws {
        let policy = try String(contentsOfFile: repository.path + "/status.yml", encoding: .utf8)
        let checklist =
            "checklist: {investigating: [Lead named], resolved: [Errors as before, Support is told, Lawyers asked (if needed)]}, post_mortem: {within: 1w"
        try repository.write(policy.replacing("post_mortem: {within: 1w", with: checklist), to: "status.yml")
        try over(
            "# Post-mortem\n\nScheduled: 2026-01-02 15:30\nPublished: 2026-01-02\n\nMail waited.\n\n## Action items\n\n"
                + "- [ ] Warn earlier (Owner: Ada, Due: 2026-01-09)\n- [x] Mend it (Owner: Ada, Due: 2026-01-09)\n",
            "internal: {checklist: [Lead named]}")
        let result = try Program.run([
            "status", "--site", repository.path, "--now", "2026-01-11T12:00Z", "--audience", "internal",
        ])
        #expect(
            result.output.contains(
                """

                still to do for past incidents
                  overdue 8 d 22 h  Mail was late: checklist, resolved: 2. Errors as before; 3. Support is told (2 Jan, 14:00 UTC)
                  overdue 1 d 12 h  Mail was late: action item: Warn earlier, Ada (9 Jan 2026)

                """), "\(result.output)")
    }

    /// `docs/status.md` names every key, and none besides.
    @Test func everyKeyIsDocumented() throws {
        try write("components: {api: partial}", "Next update: 17:35 UTC\n")
        try window("next", "19:00", "20:00")
        let policy = try String(contentsOfFile: repository.path + "/status.yml", encoding: .utf8)
        try repository.write(
            policy.replacing("{post_mortem: {", with: "{checklist: [Support is told], post_mortem: {"),
            to: "status.yml")
        try over()
        let written = JSONKeys.all(in: try json("17:20", for: "internal"))
        #expect(try JSONKeys.documented(in: "docs/status.md").sorted() == written.sorted())
    }

    @Test func titleCannotMoveTheCursor() throws {
        try write("components: {api: partial}", "\u{9B}2J\u{1B}[2J gone\n")
        let text = try run("17:20").output
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B })
    }
}

private extension StatusCommandTests {
    func write(_ keys: String, _ text: String = "") throws {
        try repository.write(
            """
            ---
            title: Stories are slow
            severity: SEV-1
            started: 2026-01-02T17:00Z
            \(keys)
            ---

            [INVESTIGATING 17:05 UTC] We look into it.
            \(text)
            """,
            to: "incidents/slow.md"
        )
    }

    /// An incident that was resolved at 14:00.
    func over(_ postMortem: String = "", _ keys: String = "tags: [mail]") throws {
        try repository.write(
            """
            ---
            title: Mail was late
            severity: SEV-3
            started: 2026-01-02T13:00Z
            \(keys)
            ---

            [RESOLVED 14:00 UTC] It is on time again.

            \(postMortem)
            """,
            to: "incidents/mail.md"
        )
    }

    func window(_ name: String, _ from: String, _ until: String) throws {
        try repository.write(
            """
            ---
            title: \(name)
            components: [api]
            maintenance: {from: 2026-01-02T\(from)Z, until: 2026-01-02T\(until)Z}
            ---

            We move.

            """,
            to: "incidents/\(name).md"
        )
    }

    func run(_ time: String, _ arguments: [String] = []) throws -> Program.Result {
        try Program.run(["status", "--site", repository.path, "--now", "2026-01-02T\(time)Z"] + arguments)
    }

    func run(_ time: String, _ argument: String) throws -> Program.Result { try run(time, [argument]) }

    func json(_ time: String, for audience: String = "public") throws -> [String: Any] {
        let output = try run(time, ["--json", "--audience", audience]).output
        return try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }
}

extension [String: Any] {
    fileprivate func object(_ key: String) -> [String: Any] { self[key] as? [String: Any] ?? [:] }
    fileprivate func array(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }
}
