import Foundation
import TestSupport
import Testing

/// `texts` in `status.yml`, as `new`, `update`, `check` and `init --renew` take them.
@Suite struct ReadyTextCommandTests {
    private let scratch: Scratch
    private let site: String

    init() throws {
        scratch = try Scratch()
        site = scratch.path
        try scratch.write(Self.configuration, to: "status.yml")
    }

    @Test func textMakesARecord() throws {
        let result = try run("new", "--text", "payments-fail")
        #expect(result.status == 0, "\(result.error)")
        #expect(
            try files() == [
                "2026/2026-01-02-payments-fail-for-some-customers.md": """
                ---
                title: Payments fail for some customers
                severity: SEV-2
                components:
                  checkout: partial_outage
                ---

                [INVESTIGATING] Some payments fail. We are looking into it.
                Next update: 20m
                Updated: 2026-01-02 17:05 UTC

                """
            ])
        #expect(
            result.error.hasSuffix(
                "\n  allclear update 2026-01-02-payments-fail-for-some-customers IDENTIFIED --text\n"))
        #expect(try run("check", "--strict").status == 0)
    }

    @Test func whatIsSaidOtherwiseWins() throws {
        let result = try run(
            "new", "--text", "payments-fail", "Cards only", "--severity", "SEV-1", "--component",
            "api=degraded",
            "--next-update", "1h")
        #expect(result.status == 0, "\(result.error)")
        let text = try #require(try files()["2026/2026-01-02-cards-only.md"])
        #expect(
            text == """
                ---
                title: Cards only
                severity: SEV-1
                components:
                  api: degraded_performance
                ---

                [INVESTIGATING] Some payments fail. We are looking into it.
                Next update: 1h
                Updated: 2026-01-02 17:05 UTC

                """)
        #expect(try run("new", "--text", "payments-fail", "Two", "Own words.").status == 0)
        #expect(try files()["2026/2026-01-02-two.md"]?.contains("[INVESTIGATING] Own words.\n") == true)
    }

    @Test func blanksAreFilled() throws {
        let result = try run("new", "--text", "region-slow", "--fill", "region=Oregon")
        #expect(result.status == 0, "\(result.error)")
        let text = try #require(try files()["2026/2026-01-02-pages-are-slow-in-oregon.md"])
        #expect(text.contains("title: Pages are slow in Oregon\n"))
        #expect(text.contains("[INVESTIGATING] Customers in Oregon wait several seconds for pages.\n"))
    }

    @Test(arguments: [
        (["region-slow"], "`{region}` in `region-slow` is not filled in", "add `--fill region=…`"),
        (["region-slow", "--fill", "region=[RESOLVED] x"], "`[RESOLVED]` in the text", "leave it out"),
        (["region-slow", "--fill", "region=a\nb"], "has several lines", "write it on one line"),
        (["region-slow", "--fill", "region=Updated: 10:00"], "a line `Updated:`", "the time is added"),
        (["region-slow", "--fill", "region= "], "the value of `{region}` is empty", "add some text"),
        (["region-slow", "--fill", "regoin=x"], "has no blank `{regoin}`", "did you mean `region`?"),
        (["payments-fail", "--fill", "region=x"], "has no blank `{region}`", "it has none"),
        (["paymnts-fail"], "unknown text `paymnts-fail`", "did you mean `payments-fail`?"),
    ])
    func slipIsRefusedAndNothingWritten(arguments: [String], told: String, hint: String) throws {
        let result = try run(["new", "--text"] + arguments)
        #expect(
            result.status == 1 && result.error.contains(told) && result.error.contains(hint),
            "\(result.error)")
        #expect(!FileManager.default.fileExists(atPath: site + "/incidents"))
    }

    @Test func allOpenBlanksAreNamedAtOnce() throws {
        try configure(adding: "  two: {title: t, severity: SEV-2, text: \"In {regio} and {region}\"}\n")
        let result = try run("new", "--text", "two")
        #expect(result.error.contains("`{regio}`, `{region}` in `two` are not filled in"), "\(result.error)")
        #expect(result.error.contains("add `--fill regio=…` `--fill region=…`"), "\(result.error)")
    }

    @Test func fillWithoutATextIsRefused() throws {
        #expect(try run("new", "a", "b", "--fill", "region=x").status == 64)
        #expect(try run("new", "--text", "region-slow", "--fill", "region").status == 64)
        #expect(try run("update", "a", "UPDATE", "b", "--fill", "region=x").status == 64)
    }

    @Test func openBlankIsAskedForAtATerminal() throws {
        let session = try Terminal.run(
            ["new", "--text", "region-slow", "--site", site, "--now", Self.now],
            typing: "[RESOLVED]\nOregon\n\n")
        #expect(session.status == 0, "\(session.screen)")
        #expect(session.screen.contains("What is `{region}`? (Pages are slow in {region})\n"))
        #expect(session.screen.contains("`[RESOLVED]` in the text would not be read as text"))
        #expect(try files().keys.contains("2026/2026-01-02-pages-are-slow-in-oregon.md"))
    }

    @Test func textIsChosenAtATerminal() throws {
        let session = try Terminal.run(["new", "--site", site, "--now", Self.now], typing: "1\n\n")
        #expect(session.status == 0, "\(session.screen)")
        #expect(
            session.screen.contains(
                """
                Which prepared text do you want to use? (Enter for none)
                   1  payments-fail  Payments fail for some customers
                   2  region-slow    Pages are slow in {region}

                """), "\(session.screen)")
        #expect(try files().keys.contains("2026/2026-01-02-payments-fail-for-some-customers.md"))
    }

    @Test func updateTakesTheTextOfTheRecordsTitle() throws {
        #expect(try run("new", "--text", "payments-fail").status == 0)
        let result = try run("update", "payments", "IDENTIFIED", "--text", "--next-update", "1h")
        #expect(result.status == 0, "\(result.error)")
        let text = try #require(try files().values.first)
        #expect(
            text.hasSuffix(
                """

                [IDENTIFIED] We know the cause and are working on it.
                Next update: 1h
                Updated: 2026-01-02 17:05 UTC

                """))
        let none = try run("update", "payments", "MONITORING", "--text")
        #expect(none.status == 1 && none.error.contains("`payments-fail` has no text for `MONITORING`"))
        #expect(none.error.contains("it has one for `IDENTIFIED`, `RESOLVED`"), "\(none.error)")
        #expect(try run("update", "payments", "UPDATE", "--text").status == 1)
        #expect(try run("update", "payments", "RESOLVED", "--text").status == 0)
        #expect(try files().values.first?.contains("[RESOLVED] Payments work again.\n") == true)
    }

    /// What its title's blanks were filled with, the record says itself.
    @Test func updateKnowsWhatTheTitleTells() throws {
        try configure(adding: "    MONITORING: \"{region} is fast again, thanks to {who}.\"\n")
        #expect(try run("new", "--text", "region-slow", "--fill", "region=New York").status == 0)
        let open = try run("update", "york", "MONITORING", "--text")
        #expect(
            open.status == 1 && open.error.contains("`{who}` in `region-slow` is not filled in"),
            "\(open.error)")
        #expect(try run("update", "york", "MONITORING", "--text", "--fill", "who=Ada").status == 0)
        #expect(
            try files().values.first?.contains("[MONITORING] New York is fast again, thanks to Ada.") == true)
        let other = try run(
            "update", "york", "MONITORING", "region-slow", "--text", "--fill", "region=Ohio", "--fill",
            "who=Bo")
        #expect(other.status == 0, "\(other.error)")
        #expect(try files().values.first?.contains("[MONITORING] Ohio is fast again, thanks to Bo.") == true)
    }

    @Test func textsWithOneTitleAreBothNamed() throws {
        try configure(
            adding: "  payments-fail-again: {title: Payments fail for some customers, RESOLVED: Over.}\n")
        #expect(try run("new", "--text", "payments-fail").status == 0)
        let several = try run("update", "payments", "RESOLVED", "--text")
        #expect(several.status == 1)
        #expect(several.error.contains(": `payments-fail`, `payments-fail-again`"), "\(several.error)")
        #expect(try run("update", "payments", "RESOLVED", "payments-fail-again", "--text").status == 0)
        #expect(try files().values.first?.contains("[RESOLVED] Over.\n") == true)
    }

    @Test func titleOfOnesOwnIsThatOfNoText() throws {
        #expect(try run("new", "--text", "payments-fail", "Cards only").status == 0)
        let unknown = try run("update", "cards", "RESOLVED", "--text")
        #expect(
            unknown.status == 1
                && unknown.error.contains("no prepared text matches the title of `2026-01-02-cards-only`"))
        #expect(
            unknown.error.contains("the prepared texts are `payments-fail`, `region-slow`"),
            "\(unknown.error)")
        #expect(try run("update", "cards", "RESOLVED", "payments-fail", "--text").status == 0)
    }

    @Test func wordsForThePhaseAreOfferedAtATerminal() throws {
        #expect(try run("new", "--text", "payments-fail").status == 0)
        let session = try Terminal.run(
            ["update", "--site", site, "--now", Self.now], typing: "\n\n\nnone\n")
        #expect(session.status == 0, "\(session.screen)")
        #expect(session.screen.contains("Enter for: We know the cause and are working on it.)"))
        #expect(try files().values.first?.contains("[IDENTIFIED] We know the cause") == true)
    }

    @Test func blankThatWasLeftOpenIsAnError() throws {
        let record = "---\ntitle: Slow in {region}\nseverity: SEV-2\n---\n\n[INVESTIGATING 17:00 UTC] x {a}\n"
        try scratch.write(record.replacing("17:00", with: "2026-01-02 17:00"), to: "incidents/a.md")
        let check = try run("check")
        #expect(check.status == 1)
        #expect(
            check.output.contains(
                "incidents/a.md:2:16: error: a blank from the text `region-slow` was not filled in"))
        #expect(check.output.contains("replace `{region}` with what it stands for"))
        let refused = try run("new", "Slow in {region}", "x", "--severity", "SEV-2")
        #expect(refused.status == 1 && refused.error.contains("was not filled in"))
    }

    @Test func textThatWouldMakeNoRecordIsAnError() throws {
        try configure(adding: "  old: {title: Old, text: Old., severity: SEV-9}\n")
        let check = try run("check")
        #expect(check.status == 1, "\(check.output)")
        #expect(
            check.output.contains(
                "status.yml:22:3: error: in a record made from `old`: `SEV-9` has not been in use"),
            "\(check.output)")
    }

    @Test func templateThatMakesNoMessageOfATextIsToldOf() throws {
        #expect(try run("check").output.isEmpty)
        try scratch.write(
            "{\n  \"text\": \"{{title}}\"\n{{#severity}}\n  \"username\": \"{{.}}\"\n{{/severity}}\n}\n",
            to: "site-templates/announcement.slack.mustache")
        let check = try run("check")
        let told =
            "status.yml:8:3: warning: the output of the template `announcement.slack` for `payments-fail` is not valid JSON"
        #expect(check.output.contains(told), "\(check.output)")
        #expect(!check.output.contains("for `region-slow`"))
    }

    @Test func formOffersTheTexts() throws {
        #expect(try Program.run("init", site, "--host", "github", "--now", Self.now).status == 0)
        let form = try #require(try Scratch.contents(of: site)[".github/workflows/record.yml"])
        let list = [
            "- (none)", "# From status.yml, by `allclear init --renew`: texts", "- \"payments-fail\"",
            "- \"region-slow\"\n      fill:",
        ]
        #expect(form.contains(list.joined(separator: "\n          ")), "\(form)")
        try configure(adding: "  third: {title: T}\n")
        #expect(try Program.run("init", site, "--renew", "--now", Self.now).status == 0)
        let renewed = try #require(try Scratch.contents(of: site)[".github/workflows/record.yml"])
        #expect(
            renewed
                == form.replacing("- \"region-slow\"\n", with: "- \"region-slow\"\n          - \"third\"\n"))
    }
}

private extension ReadyTextCommandTests {
    static let now = "2026-01-02T17:05:30Z"

    static let configuration = """
        site: {title: Example Status, url: "https://status.example.com", since: 2026-01-01}
        components: [{id: checkout, name: Checkout}, {id: api, name: API}]
        severities:
          SEV-1: {update_every: 1h}
          SEV-2: {update_every: 1h, component_status: partial_outage}
          SEV-9: {until: 2026-01-01}
        texts:
          payments-fail:
            title: Payments fail for some customers
            severity: SEV-2
            components: {checkout: partial_outage}
            text: Some payments fail. We are looking into it.
            next_update: 20m
            IDENTIFIED: We know the cause and are working on it.
            RESOLVED: Payments work again.
          region-slow:
            title: Pages are slow in {region}
            severity: SEV-2
            components: {api: degraded_performance}
            text: Customers in {region} wait several seconds for pages.
            next_update: 30m

        """

    func configure(adding lines: String) throws {
        try scratch.write(Self.configuration + lines, to: "status.yml")
    }

    func run(_ arguments: String...) throws -> Program.Result { try run(arguments) }

    func run(_ arguments: [String]) throws -> Program.Result {
        try Program.run(arguments + ["--site", site, "--now", Self.now])
    }

    func files() throws -> [String: String] { try Scratch.contents(of: site + "/incidents") }
}
