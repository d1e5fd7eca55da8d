import Foundation
import Testing

@testable import allclear

/// The scripts in the CI files of a new repository are run: in a clone, with a remote beside it.
@Suite struct WorkflowTests {
    @Test
    func formWritesARecordWhateverIsTyped() throws {
        let checkout = try Checkout()
        let title = #"-x "$(touch bad)" `touch bad`; touch bad #"#
        let text = "- one\n- $HOME; touch bad"
        var typed = Self.form([
            "TITLE": title, "WORDS": text, "SEVERITY": "SEV-2", "COMPONENT": "api",
            "STATUS": "major_outage", "NEXT_UPDATE": "20m", "SUBJECT": title, "AUTHOR": "ada",
            "AUTHOR_ID": "1",
        ])
        try checkout.run("record", "Write the record", typed)
        try checkout.run("record", "Commit", typed)
        try checkout.run("record", "Push")
        typed.merge(["RECORD": "touch", "PHASE": "RESOLVED", "WORDS": "Over.", "STATUS": "operational"]) {
            $1
        }
        typed["SEVERITY"] = "(none)"
        // Somebody else was faster: the commit goes on top of theirs.
        try checkout.pushAsSomebodyElse(
            "incidents/2026-01-01-other.md",
            "---\ntitle: Other\ndraft: true\n---\n"
        )
        try checkout.run("record", "Write the record", typed.merging(["NEXT_UPDATE": ""]) { $1 })
        try checkout.run("record", "Commit", typed)
        try checkout.run("record", "Push")
        let files = try checkout.pushed()
        let path = try #require(files.keys.first { $0.contains("touch") })
        let record = try #require(files[path])
        #expect(record.contains("$(touch bad)") && record.contains("- $HOME; touch bad"), "\(record)")
        #expect(record.contains("api: major_outage") && record.contains("[RESOLVED"), "\(record)")
        #expect(files["incidents/2026-01-01-other.md"] != nil && files["bad"] == nil)
        #expect(try checkout.log() == title + "\n" + "Somebody else\n" + title + "\nStart\n")
    }

    @Test func recordThatBearsNoTimesYetGetsAnUpdate() throws {
        let checkout = try Checkout()
        try checkout.write(Self.outage, to: "incidents/2026-01-02-outage.md")
        try checkout.commit(at: "2026-01-02T11:30:00Z")
        let typed = Self.form(["RECORD": "outage", "PHASE": "RESOLVED", "WORDS": "Over."])
        try checkout.run("record", "Write the record", typed)
        let record = try #require(try checkout.files()["incidents/2026-01-02-outage.md"])
        #expect(record.contains("cause.\nUpdated: 2026-01-02 11:30 UTC\n"), "\(record)")
        #expect(record.contains("[RESOLVED] Over.\nUpdated: 2026-01-02 12:00 UTC"), "\(record)")
    }

    @Test func formTakesReadyTexts() throws {
        let checkout = try Checkout()
        let texts = """
            texts:
              region-slow:
                title: Pages are slow in {region}
                severity: SEV-2
                components: {api: degraded_performance}
                text: Customers in {region} wait.
                IDENTIFIED: "{what} is at fault."

            """
        let site = try #require(try checkout.files()["status.yml"])
        try checkout.write(site + texts, to: "status.yml")
        let typed = Self.form(["TEXT": "region-slow", "FILL": "region=New York; what=A load balancer"])
        try checkout.run("record", "Write the record", typed)
        let update = [
            "RECORD": "new-york", "PHASE": "IDENTIFIED", "MORE_COMPONENTS": "website=degraded, api=major",
        ]
        try checkout.run("record", "Write the record", typed.merging(update) { $1 })
        let record = try #require(try checkout.files().first { $0.key.contains("new-york") }?.value)
        #expect(
            record == """
                ---
                title: Pages are slow in New York
                severity: SEV-2
                components:
                  api: degraded_performance
                ---

                [INVESTIGATING] Customers in New York wait.
                Updated: 2026-01-02 12:00 UTC

                [IDENTIFIED] A load balancer is at fault.
                Components: website degraded_performance, api major_outage
                Updated: 2026-01-02 12:00 UTC

                """)
    }

    /// Every field has an option, and every option its field.
    @Test func formCanDoAllThatTheOptionsDo() throws {
        let checkout = try Checkout()
        let incident = Self.form([
            "TITLE": "Slow", "WORDS": "We look into it.", "SEVERITY": "SEV-2", "COMPONENT": "api",
            "STATUS": "partial_outage", "MORE_COMPONENTS": "website=degraded", "NEXT_UPDATE": "20m",
            "STARTED": "11:40", "DETECTED": "10m", "DETECTED_BY": "customer", "VISIBILITY": "internal",
        ])
        try checkout.run("record", "Write the record", incident)
        let update = Self.form([
            "RECORD": "slow", "PHASE": "MONITORING", "WORDS": "It is mended.", "SEVERITY": "SEV-3",
            "ETA": "2h",
            "ROOT_CAUSE": "a pool", "FIX": "a larger one", "ESCALATED": "Lead, CTO", "AT": "12:00",
        ])
        try checkout.run("record", "Write the record", update)
        let maintenance = Self.form([
            "TITLE": "Move", "WORDS": "It moves.", "FROM": "2026-01-10T22:00Z", "UNTIL": "2h",
            "COMPONENT": "api", "STATUS": "under_maintenance",
        ])
        try checkout.run("record", "Write the record", maintenance)
        let series = [
            "TITLE": "Backup", "REPEAT": "monthly on the 2nd saturday", "REPEAT_UNTIL": "2026-12-31",
        ]
        try checkout.run("record", "Write the record", maintenance.merging(series) { $1 })
        let longer = [
            "RECORD": "move", "PHASE": "UPDATE", "UNTIL": "2026-01-11T02:00Z", "COMPONENT": "(none)",
        ]
        try checkout.run(
            "record", "Write the record", maintenance.merging(longer.merging(["FROM": ""]) { $1 }) { $1 })
        let files = try checkout.files()
        #expect(
            files["incidents/2026/2026-01-02-slow.md"] == """
                ---
                title: Slow
                severity: SEV-2
                components:
                  api: partial_outage
                  website: degraded_performance
                started: 2026-01-02 11:40 UTC
                detected: 2026-01-02 11:50 UTC
                detected_by: customer
                visibility: internal
                ---

                [INVESTIGATING] We look into it.
                Next update: 20m
                Updated: 2026-01-02 12:00 UTC

                [MONITORING] It is mended.
                Severity: SEV-3
                ETA: 2h
                Root cause: a pool
                Fix: a larger one
                Escalated: Lead, CTO
                Updated: 2026-01-02 12:00 UTC

                """)
        #expect(
            files["incidents/2026/2026-01-10-move.md"]?.hasSuffix(
                """
                [UPDATE] It moves.
                Until: 2026-01-11 02:00 UTC
                Updated: 2026-01-02 12:00 UTC

                """) == true)
        #expect(
            files["incidents/2026/2026-01-10-backup.md"]?.contains(
                """
                maintenance:
                  from: 2026-01-10 22:00 UTC
                  until: 2026-01-11 00:00 UTC
                  repeat: monthly on the 2nd saturday
                  repeat_until: 2026-12-31
                """) == true)
        let form = try #require(files[".github/workflows/record.yml"])
        let inputs = form.matches(of: /\n      ([a-z_]+):\n        description:/).map { String($0.1) }
        #expect(Set(inputs.map { $0.uppercased() }) == Set(Self.form([:]).keys))
        // GitHub refuses more.
        #expect(inputs.count <= 25)
    }

    /// What reaches the form's commands: what nobody changed is as it stands in the form.
    private static func form(_ typed: [String: String]) -> [String: String] {
        let chosen = [
            "PHASE": "INVESTIGATING", "TEXT": "(none)", "SEVERITY": "(none)", "COMPONENT": "(none)",
            "STATUS": "major_outage", "DETECTED_BY": "(none)", "VISIBILITY": "(none)",
        ]
        let empty = [
            "RECORD", "FILL", "WORDS", "TITLE", "MORE_COMPONENTS", "NEXT_UPDATE", "STARTED", "DETECTED",
            "FROM", "UNTIL", "REPEAT", "REPEAT_UNTIL", "ETA", "ROOT_CAUSE", "FIX", "ESCALATED", "AT",
        ]
        return Dictionary(uniqueKeysWithValues: empty.map { ($0, "") })
            .merging(chosen) { $1 }.merging(typed) { $1 }
    }

    @Test func commentThatIsTooLongIsCutBetweenCharacters() throws {
        let checkout = try Checkout()
        let hub = try FakeHub(in: checkout, offering: String(repeating: "x", count: 59_999) + "é!")
        try checkout.run("comment", "Write the comment", hub.variables)
        #expect(try hub.comment() == Self.comment(of: String(repeating: "x", count: 59_999)))
    }

    @Test func nothingThatAForkHandsOverActsInTheComment() throws {
        let checkout = try Checkout()
        let offered = """
            @everyone <img src=x> [a](https://evil.example) #1
            ~~~~~~~~~~
            \r~~~~~~~~~~~~~~~~~~~~ text\r~~~~~~~~~~\u{1B}[8m
            ``````````
            | a |
            """
        let hub = try FakeHub(in: checkout, offering: offered)
        try checkout.run("comment", "Write the comment", hub.variables)
        let shown = """
            @everyone <img src=x> [a](https://evil.example) #1
            ~~~~~
            ~~~~~ text~~~~~[8m
            ``````````
            | a |
            """
        #expect(try hub.comment() == Self.comment(of: shown))
    }

    @Test func linkThatAForkHandsOverIsNotFollowed() throws {
        let checkout = try Checkout()
        let hub = try FakeHub(in: checkout, offering: "")
        try FileManager.default.removeItem(atPath: checkout.path + "/offered.md")
        try FileManager.default.createSymbolicLink(
            atPath: checkout.path + "/offered.md",
            withDestinationPath: checkout.path + "/status.yml"
        )
        #expect(try checkout.result("comment", "Write the comment", hub.variables).status == 1)
        #expect(try hub.comment() == nil)
    }

    @Test func pullRequestOfADeletedForkGetsNoComment() throws {
        let checkout = try Checkout()
        let hub = try FakeHub(in: checkout, offering: "Nothing changes.")
        try checkout.run("comment", "Write the comment", hub.variables.merging(["OWNER": ""]) { $1 })
        #expect(try hub.comment() == nil)
    }

    @Test
    func timesAreStampedAndPushed() throws {
        let checkout = try Checkout()
        try checkout.write(Self.outage, to: "incidents/2026-01-02-outage.md")
        try checkout.commit(at: "2026-01-02T11:30:00Z")
        let output = try stampAndPublish(in: checkout, before: "HEAD~1")
        #expect(output.hasSuffix("committed=true\n"))
        try checkout.run("publish", "Push the times")
        // Readers hear at noon, when the run takes place.
        let record = try #require(try checkout.pushed()["incidents/2026-01-02-outage.md"])
        #expect(record.hasSuffix("Updated: 2026-01-02 12:00 UTC\n"), "\(record)")
        #expect(try !stampAndPublish(in: checkout).dropFirst(output.count).contains("committed"))
        #expect(try checkout.log() == "Add times to updates\nChange\nStart\n")
    }

    @Test func timesThatCouldNotBePushedStay() throws {
        let checkout = try Checkout()
        try checkout.write(Self.outage, to: "incidents/2026-01-02-outage.md")
        try checkout.commit(at: "2026-01-02T11:30:00Z")
        try stampAndPublish(in: checkout, before: "HEAD~1")
        try checkout.pushAsSomebodyElse("incidents/2026-01-01-other.md", "---\ntitle: O\ndraft: true\n---\n")
        let push = try checkout.run("publish", "Push the times")
        #expect(push.output.contains("::notice::"))
        try checkout.takeMain()
        let later = ["SOURCE_DATE_EPOCH": "1767358800"]
        try stampAndPublish(in: checkout, later)
        let record = try #require(try checkout.files()["incidents/2026-01-02-outage.md"])
        #expect(record.hasSuffix("Updated: 2026-01-02 12:00 UTC\n"), "\(record)")
    }

    /// Runs what the job does around the build, and returns what it has written for later steps.
    @discardableResult
    private func stampAndPublish(
        in checkout: Checkout, before: String = "", _ variables: [String: String] = [:]
    ) throws -> String {
        try checkout.run("publish", "Look up what was published last", ["BEFORE": before])
        let last = try checkout.said("GITHUB_OUTPUT").split(separator: "\n").last { $0.hasPrefix("last=") }
        let variables = variables.merging(["LAST": String(last?.dropFirst(5) ?? "")]) { $1 }
        try checkout.run("publish", "Add times to updates", variables)
        try checkout.run("publish", "Mark what was published")
        return try checkout.said("GITHUB_OUTPUT")
    }

    @Test func outageIsPublishedWhateverElseIsWrong() throws {
        let checkout = try Checkout()
        try checkout.run("publish", "Build the site")
        #expect(try checkout.said("GITHUB_OUTPUT") == "")
        try checkout.write("---\ntitle: Broken\nseverity: SEV-9\n---\n", to: "incidents/2025-12-01-broken.md")
        try checkout.run("publish", "Build the site")
        #expect(try checkout.said("GITHUB_OUTPUT") == "broken=true\n")
        #expect(try checkout.result("publish", "Fail if records have errors").status == 1)
        try checkout.write("site: [", to: "status.yml")
        #expect(try checkout.result("publish", "Build the site").status == 1)
    }

    @Test func everyUpdateIsToldOnce() throws {
        let checkout = try Checkout()
        let hub = try FakeHub(in: checkout)
        let tell = {
            try checkout.run("publish", "Announce updates", hub.variables)
            return try checkout.said("GITHUB_STEP_SUMMARY")
        }
        #expect(try tell() == "")
        try checkout.write(Self.outage + "Updated: 2026-01-02T11:30Z\n", to: "incidents/2026-01-02-outage.md")
        try checkout.commit(at: "2026-01-02T11:31:00Z")
        let first = try tell()
        #expect(first.contains("Nothing loads.") && !first.contains("Example:"), "\(first)")
        #expect(try tell() == first)
    }

    @Test func eachChannelGetsItsNews() throws {
        let checkout = try Checkout()
        let hub = try FakeHub(in: checkout)
        let tell = { (webhooks: String) in
            try checkout.result(
                "publish", "Announce updates", hub.variables.merging(["WEBHOOKS": webhooks]) { $1 })
        }
        let webhooks = "mail json - --for=email\n\n# the team\nteam json - --for=chat\n"
        #expect(try tell(webhooks).status == 0)
        let minor = Self.outage.replacing("SEV-1", with: "SEV-3").replacing(
            "Nothing loads", with: "One page is slow")
        try checkout.write(Self.outage + "Updated: 2026-01-02T11:30Z\n", to: "incidents/2026-01-02-outage.md")
        try checkout.write(minor + "Updated: 2026-01-02T11:30Z\n", to: "incidents/2026-01-02-slow.md")
        try checkout.commit(at: "2026-01-02T11:31:00Z")
        #expect(try tell(webhooks).status == 0)
        let told = try checkout.said("GITHUB_STEP_SUMMARY").split(separator: "\n").map {
            $0.contains("Nothing loads.") ? "outage" : "slow"
        }
        #expect(told == ["outage", "outage", "slow"])
        let unknown = try tell("team json - --for=pigeon")
        #expect(unknown.status == 1 && unknown.output.contains("the channels are `status_page`, `chat`"))
    }

    /// A real receiver: what arrives is what `announce` writes, and one that refuses holds up no other.
    @Test func messagesArriveAndWhoRefusesIsToldAgain() throws {
        let checkout = try Checkout()
        let hub = try FakeHub(in: checkout)
        let inbox = try Inbox(in: checkout.path + "/..")
        defer { inbox.close() }
        let webhooks =
            "one slack http://127.0.0.1:\(inbox.port)/one\ntwo json http://127.0.0.1:\(inbox.port)/two\n"
        let tell = { (refused: String) in
            try inbox.refuse(refused)
            return try checkout.result(
                "publish", "Announce updates", hub.variables.merging(["WEBHOOKS": webhooks]) { $1 })
        }
        #expect(try tell("").status == 0)
        try checkout.write(Self.outage + "Updated: 2026-01-02T11:30Z\n", to: "incidents/2026-01-02-outage.md")
        try checkout.commit(at: "2026-01-02T11:31:00Z")
        let refused = try tell("/one")
        #expect(refused.status == 1)
        #expect(refused.output.contains("one failed, and will be tried again"), "\(refused)")
        #expect(try inbox.received().map(\.path) == ["/two"])
        #expect(try tell("").status == 0)
        #expect(try tell("").status == 0)
        #expect(try inbox.received().map(\.path) == ["/two", "/one"])
        #expect(try inbox.received().allSatisfy { $0.body.contains("Nothing loads.") })
        #expect(!refused.output.contains("127.0.0.1"))
    }

    @Test func pageThatCannotBeAskedIsPublished() throws {
        let checkout = try Checkout()
        let hub = try FakeHub(in: checkout)
        try checkout.run("publish", Self.wait, hub.variables.merging(["PAGE": "http://127.0.0.1:9"]) { $1 })
        #expect(try hub.isAskedToPublish)
    }

    @Test(arguments: [("2026-01-02T12:00Z", true), ("2090-01-02T12:00Z", false)])
    func pageIsPublishedOnceItsTimeHasCome(built: String, isDue: Bool) throws {
        let checkout = try Checkout()
        try checkout.build(at: built)
        let server = try WebServer(of: checkout.path + "/public")
        let hub = try FakeHub(in: checkout, at: server.address)
        let asked = try checkout.run("publish", Self.wait, hub.variables)
        let day = built.prefix(4)
        #expect(asked.output.contains("The site next changes at \(day)-01-03T00:00:00Z."), "\(asked.output)")
        #expect(try hub.isAskedToPublish == isDue)
    }

    /// What was published while a run waited may change later: the page is asked anew.
    @Test func pageIsAskedAgainAfterTheWait() throws {
        let checkout = try Checkout()
        try checkout.build(at: "2090-01-02T12:00Z")
        let server = try WebServer(of: checkout.path + "/public")
        let soon = Date(timeIntervalSinceNow: 2).formatted(.iso8601)
        let hub = try FakeHub(in: checkout)
        let known = hub.variables.merging(["PAGE": server.address, "NEXT": soon]) { $1 }
        let waited = try checkout.run("publish", Self.wait, known)
        #expect(
            waited.output
                == "The site next changes at \(soon).\nThe site next changes at 2090-01-03T00:00:00Z.\n")
        #expect(try !hub.isAskedToPublish)
    }

    @Test func publishedPageSaysWhenItNextChanges() throws {
        let checkout = try Checkout()
        try checkout.build(at: "2026-01-02T12:00Z")
        try checkout.run("publish", "Look up when the site next changes")
        #expect(try checkout.said("GITHUB_OUTPUT") == "next=2026-01-03T00:00:00Z\n")
    }

    private static let wait = "Publish if the site changes within the hour"

    @Test func filesThatNoLongerFollowTheSiteAreToldOf() throws {
        let checkout = try Checkout()
        let step = "Check that the form and README.md match status.yml"
        #expect(try !checkout.run("check", step).output.contains("::warning"))
        let site = try #require(try checkout.files()["status.yml"])
        try checkout.write(site.replacing("id: api", with: "id: sync"), to: "status.yml")
        let other = try checkout.run("check", step).output
        #expect(other.contains("::warning file=.github/workflows/record.yml::"), "\(other)")
        #expect(!other.contains("file=README.md"))
        try checkout.write(site.replacing("title: ", with: "title: Our "), to: "status.yml")
        #expect(try checkout.run("check", step).output.contains("::warning file=README.md::"))
    }

    /// Whoever may set a label may let the past be rewritten, and nothing else.
    @Test func pastIsRewrittenForALabelAlone() throws {
        let checkout = try Checkout()
        let outage = Self.outage.replacing("2026-01-02", with: "2025-11-02") + "Updated: 2025-11-02T11:30Z\n"
        let site = try #require(try checkout.files()["status.yml"])
        try checkout.write(
            site.replacing(/since: .*/, with: "since: 2025-01-01"), to: "status.yml")
        try checkout.commit(at: "2026-01-02T11:30:00Z")
        try checkout.write(
            outage + "\n[RESOLVED 2025-11-02 12:00 UTC] Over.\n", to: "incidents/2025-11-02-outage.md")
        let run = { (labels: String) in
            try checkout.result(
                "check", "Check that past figures stay the same", ["BASE": "main", "LABELS": labels])
        }
        let expected = "rewrites the past: incidents in Nov 2025 0 -> 1"
        for labels in [
            "[]", #"["bug", "$(touch bad)"]"#, #"["rewrites the past"]"#, #"["rewrites the past: "]"#,
        ] {
            let refused = try run(labels)
            #expect(refused.status == 1 && refused.output.contains(expected), "\(refused.output)")
        }
        let hostile = #"["bug", "rewrites the past: $(touch bad) `touch bad` \"; touch bad; --now"]"#
        let allowed = try run(hostile)
        #expect(allowed.status == 0, "\(allowed.output)")
        #expect(allowed.output.contains(#"rewrites the past: $(touch bad) `touch bad` "; touch bad; --now"#))
        #expect(try checkout.files()["bad"] == nil)
    }

    /// GitHub reads commands from both streams, so that both lie between the marks.
    @Test func whatRecordsSayIsPrintedBetweenMarks() throws {
        let checkout = try Checkout()
        try checkout.write("---\ntitle: Broken\nseverity: SEV-9\n---\n", to: "incidents/2025-12-01-broken.md")
        let runs = try (0..<2).map { _ in try checkout.run("publish", "Build the site") }
        let marks = try runs.map { run in
            let lines = run.output.split(separator: "\n")
            #expect(run.error.isEmpty && run.output.contains("SEV-9"), "\(run.error)")
            let mark = try #require(lines.first?.split(separator: "::").last)
            #expect(lines.first == "::stop-commands::\(mark)" && lines.last == "::\(mark)::")
            return mark
        }
        #expect(marks[0] != marks[1] && marks.allSatisfy { $0.count == 36 })
    }

    private static func comment(of text: String) -> String {
        """
        <!-- allclear diff -->
        What changes on the site, according to the run for this pull request:

        ~~~~~~~~~~
        \(text)
        ~~~~~~~~~~

        """
    }

    private static let outage = """
        ---
        title: Nothing loads
        severity: SEV-1
        components:
          website: major_outage
        started: 2026-01-02T11:20Z
        ---

        [INVESTIGATING] Nothing loads. We are looking for the cause.

        """
}
