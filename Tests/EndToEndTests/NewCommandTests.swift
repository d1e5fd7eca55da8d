import Foundation
import Testing

/// `allclear new`: a record that `check` is content with, from arguments, a pipe or answers.
@Suite struct NewCommandTests {
    private let scratch: Scratch
    private let site: String

    init() throws {
        scratch = try Scratch()
        site = scratch.path
        try Data(Self.configuration.utf8).write(to: URL(filePath: site + "/status.yml"))
    }

    @Test func argumentsMakeARecord() throws {
        let result = try new(
            "Stories are slow",
            "We look into it.",
            "--severity",
            "p1",
            "--component",
            "Website=degraded",
            "--component",
            "api",
            "--next-update",
            "15m"
        )
        #expect(result.status == 0, "\(result.error)")
        #expect(result.output == "\(site)/incidents/2026/2026-01-02-stories-are-slow.md\n")
        #expect(
            result.error.hasSuffix(
                """
                allclear: next:
                  git -C \(site) add incidents/2026/2026-01-02-stories-are-slow.md && git -C \(site) commit -m 'Stories are slow' && git -C \(site) push
                  allclear update 2026-01-02-stories-are-slow IDENTIFIED "…"

                """
            )
        )
        #expect(
            try files() == [
                "2026/2026-01-02-stories-are-slow.md": """
                ---
                title: Stories are slow
                severity: SEV-2
                components:
                  web: degraded_performance
                  api: partial_outage
                ---

                [INVESTIGATING] We look into it.
                Next update: 15m
                Updated: 2026-01-02 18:05 +01:00

                """
            ]
        )
        let check = try Program.run("check", "--strict", "--site", site, "--now", Self.now)
        #expect(check.status == 0, "\(check.output)")
    }

    @Test func whatIsKnownOfItsBeginningIsWritten() throws {
        let options = [
            "--started", "23:50 UTC", "--detected", "20m ago", "--detected-by", "customer", "--visibility",
            "internal",
        ]
        let words = [
            "new", "Slow", "x", "--severity", "SEV-1", "--site", site, "--now", "2026-01-03T00:15:20Z",
        ]
        let result = try Program.run(words + options)
        #expect(result.status == 0, "\(result.error)")
        #expect(
            try files() == [
                "2026/2026-01-03-slow.md": """
                ---
                title: Slow
                severity: SEV-1
                started: 2026-01-03 00:50 +01:00
                detected: 2026-01-03 00:55 +01:00
                detected_by: customer
                visibility: internal
                ---

                [INVESTIGATING] x
                Updated: 2026-01-03 01:15 +01:00

                """
            ])
        #expect(result.error.contains("the public site does not show this: the record is internal\n"))
    }

    @Test(arguments: [
        (["--started", "2026-01-02T18:00Z"], "--started: `2026-01-02T18:00Z` is in the future"),
        (["--started", "noon"], "--started: `noon` is not a valid time"),
        (["--detected", "06:00"], "--detected: `06:00` is "),
        (["--started", "17:00 UTC", "--detected", "16:50 UTC"], "time-before-start"),
    ])
    func beginningThatMakesNoSenseIsRefused(options: [String], told: String) throws {
        let result = try new(["Slow", "x", "--severity", "SEV-1"] + options)
        #expect(result.status == 1 && result.error.contains(told), "\(result.error)")
        #expect(!FileManager.default.fileExists(atPath: site + "/incidents"))
    }

    @Test func maintenanceMayRecur() throws {
        let keys = ["--maintenance", "--from", "2026-01-11T02:00Z", "--until", "2h", "--component", "api"]
        let result = try new(
            ["Backups", "We test them."] + keys + ["--repeat", "weekly", "--repeat-until", "2026-02-28"])
        #expect(result.status == 0, "\(result.error)")
        #expect(
            try files()["2026/2026-01-11-backups.md"]?.contains(
                """
                maintenance:
                  from: 2026-01-11 03:00 +01:00
                  until: 2026-01-11 05:00 +01:00
                  repeat: weekly
                  repeat_until: 2026-02-28

                """) == true)
        let endless = try new(["Backups", "We test them."] + keys + ["--repeat", "weekly"])
        #expect(endless.status == 64 && endless.error.contains("--repeat-until"))
        let unknown = try new(
            ["Backups", "We test them."] + keys + [
                "--repeat", "on full moons", "--repeat-until", "2026-02-28",
            ])
        #expect(unknown.status == 1 && unknown.error.contains("`repeat` cannot be `on full moons`"))

        func cancel(at now: String) throws -> String {
            try Program.run("update", "backups", "CANCELLED", "Not now.", "--site", site, "--now", now).error
        }
        let first = try cancel(at: "2026-01-10T12:00Z")
        #expect(
            first.contains(
                "this cancels the window of 2026-01-11 03:00 +01:00; the next one is at 2026-01-18 03:00 +01:00\n"
            ),
            "\(first)")
        let last = try cancel(at: "2026-02-20T12:00Z")
        #expect(
            last.contains("this cancels the window of 2026-02-22 03:00 +01:00; there is no later one\n"),
            "\(last)")
    }

    @Test func severityWithoutItsHyphenIsSuggested() throws {
        let result = try new("Slow", "x", "--severity", "sev2")
        #expect(result.status == 1 && result.error.contains("did you mean `SEV-2`?"), "\(result.error)")
    }

    @Test func maintenanceIsAnnounced() throws {
        let result = try new(
            "Database move",
            "It moves.",
            "--maintenance",
            "--from",
            "2026-01-10T22:00Z",
            "--until",
            "2h",
            "--component",
            "api",
            "--component",
            "web=operational"
        )
        #expect(result.status == 0, "\(result.error)")
        // It begins as planned, without an update.
        #expect(
            result.error.hasSuffix("  allclear update 2026-01-10-database-move UPDATE \"…\"\n"),
            "\(result.error)")
        #expect(
            try files() == [
                "2026/2026-01-10-database-move.md": """
                ---
                title: Database move
                maintenance:
                  from: 2026-01-10 23:00 +01:00
                  until: 2026-01-11 01:00 +01:00
                components:
                  api: under_maintenance
                  web: operational
                ---

                [SCHEDULED] It moves.
                Updated: 2026-01-02 18:05 +01:00

                """
            ]
        )
    }

    @Test func nameIsFreeAndLikeThoseOfTheOthers() throws {
        for _ in 1...3 { #expect(try new("Slow", "x", "--severity", "SEV-1").status == 0) }
        #expect(
            try files().keys.sorted() == [
                "2026/2026-01-02-slow-2.md", "2026/2026-01-02-slow-3.md", "2026/2026-01-02-slow.md",
            ]
        )
        try FileManager.default.removeItem(atPath: site + "/incidents")
        let folder = site + "/incidents/2025/12"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let other = """
            ---
            title: A
            severity: SEV-1
            started: 2025-12-01T00:00Z
            ended: 2025-12-01T01:00Z
            aliases: [2026-01-02-slow]
            ---

            """
        try other.write(toFile: folder + "/2025-12-01-a.md", atomically: true, encoding: .utf8)
        #expect(
            try new("Slow", "x", "--severity", "SEV-1").output.hasSuffix("/2026/01/2026-01-02-slow-2.md\n")
        )
    }

    @Test(arguments: [
        "Stories: slow # again", "\"Quoted\" \\ text", "- a list", "yes", "1200", "2026-01-02",
        "[SEV-1] down", "{a}",
        "Sté: naïve – “curly”", "ストーリー", "it's slow", "'single'", "*", "&a", "!tag", "%x", "@at", "`tick`",
        "a: b", "~",
        "null", "a #b", "trailing:", "? what", "| pipe", "> gt", "…",
        "x" + String(repeating: " very long", count: 40),
    ])
    func anyTitleIsReadAsItIsWritten(title: String) throws {
        let result = try new("--severity", "SEV-1", "--", title, "Text.")
        #expect(result.status == 0, "\(result.error)")
        let id = URL(filePath: result.output.trimmingCharacters(in: .newlines)).deletingPathExtension()
            .lastPathComponent
        let message = try Program.run("announce", id, "--format", "json", "--site", site, "--now", Self.now)
        let facts = try JSONSerialization.jsonObject(with: Data(message.output.utf8)) as? [String: Any]
        #expect(facts?["title"] as? String == title, "\(message.output)\(message.error)")
        #expect(id.utf8.count < 100)
    }

    @Test(arguments: [
        (["Slow", "x"], "`--severity`; the severities are `SEV-1`, `SEV-2`"),
        (["Slow", "x", "--severity", "SEV-22"], "did you mean `SEV-2`?"),
        ([], "the title is missing"),
        (["Slow", "--severity", "SEV-1"], "the update has no text"),
        (["Slow", "x", "--severity", "SEV-1", "--component", "web"], "`--component web=partial_outage`"),
        (["Slow", "x", "--severity", "SEV-2", "--component", "wbe"], "did you mean `web`?"),
        (
            ["Slow", "x", "--severity", "SEV-2", "--component", "web", "--component", "Website"],
            "`web` is listed twice"
        ),
        (["Slow", "[RESOLVED] x", "--severity", "SEV-1"], "would not be read as text"),
        (["Move", "x", "--maintenance"], "`--from` is missing"),
        (
            ["Move", "x", "--maintenance", "--from", "2026-01-10"],
            "--from: `2026-01-10` is a date without a time"
        ),
        (
            ["Move", "x", "--maintenance", "--from", "2026-01-10T22:00Z", "--until", "2026-01-10T21:00Z"],
            "maintenance must end after it starts"
        ),
    ])
    func missingThingIsRefusedAndNamed(arguments: [String], told: String) throws {
        let result = try new(arguments)
        #expect(result.status == 1 && result.output.isEmpty)
        #expect(result.error.contains(told), "\(result.error)")
        #expect(!FileManager.default.fileExists(atPath: site + "/incidents"))
    }

    @Test(arguments: ["- this page has", "- a list"])
    func titleThatBeginsWithADashIsNoOption(title: String) throws {
        #expect(try new(title, "- one\n- two", "--severity", "SEV-1").status == 0)
        let text = try #require(try files().values.first)
        #expect(text.contains("title: \"\(title)\"\n"), "\(text)")
        #expect(text.contains("[INVESTIGATING]\n\n- one\n- two\n\nUpdated: "), "\(text)")
    }

    @Test func recordsFolderThatLeadsOutOfTheSiteIsRefused() throws {
        let elsewhere = try Scratch()
        try FileManager.default.createSymbolicLink(
            atPath: site + "/incidents",
            withDestinationPath: elsewhere.path
        )
        let result = try new("Slow", "x", "--severity", "SEV-1")
        #expect(
            result.status == 1 && result.error.contains("`incidents` must not be a symbolic link"),
            "\(result.error)"
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path).isEmpty)
    }

    @Test func contradictionIsRefused() throws {
        #expect(try new("a", "b", "--maintenance", "--severity", "SEV-1").status == 64)
        #expect(try new("a", "b", "--from", "2026-01-10T22:00Z").status == 64)
        #expect(try new("a", "b", "--maintenance", "--detected-by", "alert").status == 64)
        #expect(try new("a", "b", "--severity", "SEV-1", "--detected-by", "nobody").status == 64)
    }

    @Test func brokenConfigurationIsTold() throws {
        try "site: [".write(toFile: site + "/status.yml", atomically: true, encoding: .utf8)
        let result = try new("a", "b", "--severity", "SEV-1")
        #expect(result.status == 1 && result.error.contains("status.yml:1:"))
    }

    @Test func terminalIsAskedForWhatIsMissing() throws {
        let typed =
            "Stories are slow\nSEV-9\n2\nsoon\n10m ago\n1, wbe\n1 2\n1,1\n1, web=major\n[RESOLVED] no\nWe look into it.\n"
        let session = try Terminal.run(["new", "--site", site, "--now", Self.now], typing: typed)
        #expect(session.status == 0, "\(session.screen)")
        #expect(session.screen.contains("\n   2  SEV-2  Major: Slow for many\n"))
        #expect(session.screen.contains("unknown severity `SEV-9`: did you mean `SEV-1`?"))
        #expect(session.screen.contains("unknown component `wbe`: did you mean `web`?"))
        #expect(session.screen.contains("`api` is listed twice: list each component once"))
        let start =
            "When did it start? (for example, 10m for 10 minutes ago, 16:58 or 2026-01-02 16:58; Enter for now)\n"
        #expect(session.screen.ranges(of: start).count == 2, "\(session.screen)")
        #expect(session.screen.contains("(for example: 1, 2=degraded; Enter for none; default status: "))
        #expect(session.screen.contains(": separate components with commas\n"), "\(session.screen)")
        #expect(session.screen.contains("`[RESOLVED]` in the text would not be read as text"))
        let text = try #require(try files()["2026/2026-01-02-stories-are-slow.md"])
        #expect(
            text.contains("severity: SEV-2\ncomponents:\n  api: partial_outage\n  web: major_outage\n")
        )
        #expect(text.contains("\nstarted: 2026-01-02 17:55 +01:00\n"), "\(text)")
        #expect(text.contains("[INVESTIGATING] We look into it.\n"))
    }

    /// The person answers in the minute after the command's start.
    @Test func answerCountsFromTheInstantAtWhichItIsGiven() throws {
        let start = Int(Date().timeIntervalSince1970)
        let session = try Terminal.run(
            ["new", "Slow", "--severity", "SEV-2", "--site", site], typing: "10m\n\nWe look into it.\n",
            after: 61 - start % 60)
        #expect(session.status == 0, "\(session.screen)")
        let began = Date(timeIntervalSince1970: Double((start / 60 + 1) * 60 - 600))
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "Europe/Berlin")
        format.dateFormat = "yyyy-MM-dd HH:mm xxx"
        let text = try #require(try files().values.first)
        #expect(text.contains("\nstarted: \(format.string(from: began))\n"), "\(text)")
    }

    @Test func nextUpdateIsOfferedAsThePolicyAsks() throws {
        func asked(_ title: String, _ level: String, _ answers: String) throws -> (
            screen: String, promise: String?
        ) {
            let session = try Terminal.run(
                [
                    "new", title, "--severity", level, "--component", "web=major", "--site", site, "--now",
                    Self.now,
                ],
                typing: "\nWe look into it.\n" + answers)
            #expect(session.status == 0, "\(session.screen)")
            let text = try #require(try files().values.first { $0.contains("title: \(title)\n") })
            return (
                session.screen,
                text.split(separator: "\n").first { $0.hasPrefix("Next update: ") }.map(String.init)
            )
        }
        let question =
            "When is the next update due? (for example, 20m, 17:45 or none; Enter for 15m, the policy for SEV-1)"
        #expect(try asked("A", "SEV-1", "\n").promise == "Next update: 15m")
        #expect(try asked("B", "SEV-1", "none\n").promise == nil)
        let (screen, promise) = try asked("C", "SEV-1", "soon\n20m\n")
        #expect(promise == "Next update: 20m" && screen.contains(question) && screen.contains("soon"))
        #expect(try !asked("D", "SEV-2", "").screen.contains("When is the next"))

        #expect(try new("E", "We look.", "--severity", "SEV-1", "--next-update", "policy").status == 0)
        #expect(
            try files().values.contains { $0.contains("title: E\n") && $0.contains("\nNext update: 15m\n") })
        let refused = try new("F", "We look.", "--severity", "SEV-2", "--next-update", "policy")
        #expect(
            refused.status == 1 && refused.error.contains("`SEV-2` has no `update_every`"), "\(refused.error)"
        )
    }

    @Test func timeOfMaintenanceNeedsADateWhichIsSuggested() throws {
        func refused(_ from: String) throws -> String {
            let words = ["Move", "x", "--maintenance", "--until", "2h", "--from", from]
            let result = try new(words)
            #expect(result.status == 1)
            return result.error
        }
        // It is 18:05 in Berlin.
        let night = try refused("08:00")
        #expect(
            night.contains("--from: `08:00` is 13 h 55 min from now, so it needs a date\n")
                && night.contains("hint: write `2026-01-03 08:00`\n"), "\(night)")
        let relative = try refused("tomorrow 02:00")
        #expect(
            relative.contains("`tomorrow 02:00` has no date\n")
                && relative.contains("hint: write `2026-01-03 02:00`\n"), "\(relative)")

        let typed =
            "tomorrow 02:00\n2026-01-03 02:00\n01:00\n2h\nwekly\nweekly\nsoon\n2026-02-01\n\nIt moves.\n"
        let session = try Terminal.run(
            ["new", "Move", "--maintenance", "--site", site, "--now", Self.now], typing: typed)
        #expect(session.status == 0 && !session.screen.contains("--from:"), "\(session.screen)")
        #expect(
            session.screen.contains("`01:00` is 23 h after the start, so it needs a date"),
            "\(session.screen)")
        #expect(
            session.screen.contains(
                """
                  `repeat` cannot be `wekly`: did you mean `weekly`?
                Does it recur? (for example, weekly; Enter for no)
                """), "\(session.screen)")
        #expect(session.screen.contains("`soon` is not a date: write it like `2026-04-03`"))
        #expect(try files().values.first?.contains("repeat: weekly\n  repeat_until: 2026-02-01\n") == true)
        #expect(
            session.screen.contains("from 2026-01-03 02:00 +01:00 on, the site shows"), "\(session.screen)")
    }

    @Test(arguments: [
        ("every wednesday", "write `weekly`, which recurs on the weekday of `from`"),
        ("weekly on Saturday", "write `weekly`, which recurs on the weekday of `from`"),
        ("wekly", "did you mean `weekly`?"),
    ])
    func wrongRuleIsAnsweredWithTheNearest(rule: String, hint: String) throws {
        let result = try new(
            "Move", "x", "--maintenance", "--from", "2026-01-10T22:00Z", "--until", "2h", "--repeat", rule,
            "--repeat-until", "2026-03-01")
        #expect(
            result.status == 1 && result.error.contains("`repeat` cannot be `\(rule)`"), "\(result.error)")
        #expect(result.error.contains(hint), "\(result.error)")
    }

    @Test func openIncidentWithTheTitleIsNamed() throws {
        #expect(try new("Slow", "x", "--severity", "SEV-1").status == 0)
        let second = try new("slow", "y", "--severity", "SEV-1")
        #expect(second.status == 0, "\(second.error)")
        #expect(
            second.error.hasPrefix(
                """
                allclear: warning: `2026-01-02-slow` has the same title and is still open; to update it, run \
                `allclear update 2026-01-02-slow`

                """), "\(second.error)")
        #expect(try !new("Slower", "y", "--severity", "SEV-1").error.contains("same title"))
    }

    @Test func endOfInputAtAQuestionWritesNothing() throws {
        // Ctrl-D, at the beginning of a line.
        let session = try Terminal.run(["new", "Slow", "--site", site, "--now", Self.now], typing: "\u{4}")
        #expect(session.status == 1 && session.screen.contains("the question was not answered"))
        #expect(!FileManager.default.fileExists(atPath: site + "/incidents"))
    }

    @Test func editedRecordIsCheckedAgain() throws {
        let words = ["new", "Slow", "--severity", "SEV-1", "--edit", "--site", site, "--now", Self.now]
        let good = try Program.run(words, environment: ["VISUAL": "", "EDITOR": "sed -i s/Slow/Slower/"])
        #expect(good.status == 0, "\(good.error)")
        #expect(try files()["2026/2026-01-02-slow.md"]?.contains("title: Slower\n") == true)
        let bad = try Program.run(words, environment: ["VISUAL": "sed -i s/SEV-1/SEV-7/"])
        #expect(
            bad.status == 1 && bad.error.contains("2026-01-02-slow-2.md:3:11: error: unknown severity")
        )
        // What was typed in the editor is kept, right or wrong.
        #expect(try files()["2026/2026-01-02-slow-2.md"]?.contains("severity: SEV-7") == true)
        let none = try Program.run(words, environment: ["VISUAL": "false"])
        #expect(none.status == 1 && none.error.contains("the editor `false` failed"))
    }

    /// Whoever edits a record may do so for long, and change other files meanwhile.
    @Test func editedRecordIsCheckedAgainstTheSiteAsItIsByThen() throws {
        let words = ["new", "Slow", "--severity", "SEV-1", "--edit", "--site", site, "--now", Self.now]
        let adding = "echo '  SEV-3: {name: Minor}' >> '\(site)/status.yml' && sed -i s/SEV-1/SEV-3/"
        let good = try Program.run(words, environment: ["VISUAL": adding])
        #expect(good.status == 0, "\(good.error)")
        #expect(try files()["2026/2026-01-02-slow.md"]?.contains("severity: SEV-3\n") == true)
        let removing = "sed -i /SEV-1/d '\(site)/status.yml' && true"
        let bad = try Program.run(words, environment: ["VISUAL": removing])
        #expect(
            bad.status == 1 && bad.error.contains("2026-01-02-slow-2.md:3:11: error: unknown severity"),
            "\(bad.error)"
        )
    }
}

private extension NewCommandTests {
    static let now = "2026-01-02T17:05:30Z"

    static let configuration = """
        site: {title: A, url: https://example.com, time_zone: Europe/Berlin, since: 2026-01-01}
        components:
          - {id: api, name: Story API}
          - {id: web, name: Website}
        severities:
          SEV-1: {name: Critical, update_every: 15m}
          SEV-2: {name: Major, definition: Slow for many, aliases: [P1], component_status: partial_outage}

        """

    func new(_ arguments: String...) throws -> Program.Result { try new(arguments) }

    func new(_ arguments: [String]) throws -> Program.Result {
        try Program.run(["new", "--site", site, "--now", Self.now] + arguments)
    }

    func files() throws -> [String: String] { try Scratch.contents(of: site + "/incidents") }
}
