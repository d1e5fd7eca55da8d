import Testing

@testable import allclear

/// `allclear init`, from an empty folder to a page.
@Suite struct InitCommandTests {
    static let now = "2026-01-02T12:03:20Z"

    @Test(arguments: SeverityPreset.allCases)
    func newSiteIsWithoutMistakesAndBuildsAtOnce(preset: SeverityPreset) throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/status"
        let begun = try Self.run("init", in: folder, "--severities", preset.rawValue)
        #expect(begun.status == 0, "\(begun.error)")
        let checked = try Self.run("check", in: folder, "--strict")
        #expect((checked.status, checked.output) == (0, ""), "\(checked.error)")
        #expect(try Self.run("build", in: folder).status == 0)
        let page = try #require(try Scratch.contents(of: folder)["public/index.html"])
        #expect(page.contains("Example Status") && page.contains("Example: pages load slowly"))
    }

    @Test func folderIsMadeAndLedTo() throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/a page/status"
        let begun = try Self.run("init", in: folder)
        #expect(begun.status == 0, "\(begun.error)")
        #expect(begun.error.contains("allclear: next:\n  cd '\(folder)'\n  git init"), "\(begun.error)")
        #expect(try Scratch.contents(of: folder).keys.contains("status.yml"))
        // There is one way to say where.
        #expect(try Program.run("init", "--site", folder).status == 64)
        #expect(try Program.run("init", "").status == 64)
    }

    @Test func editorsAreLedToTheSchema() throws {
        let scratch = try Scratch()
        #expect(try Self.run("init", in: scratch.path).status == 0)
        let files = try Scratch.contents(of: scratch.path)
        let schema = ".allclear/status.schema.json"
        #expect(files["status.yml"]?.hasPrefix("# yaml-language-server: $schema=\(schema)\n") == true)
        #expect(files[schema] == (try Program.run("schema", "status").output))
    }

    @Test func nothingIsMadeUpThatWasGiven() throws {
        let scratch = try Scratch()
        let title = #"Ada's "Status": @url@ \ 100 % #1"#
        let begun = try Self.run(
            "init",
            in: scratch.path,
            "--name",
            title,
            "--url",
            "https://status.example.org/a",
            "--host",
            "gitlab"
        )
        #expect(begun.status == 0 && !begun.error.contains("sample values"), "\(begun.error)")
        #expect(try Self.run("build", in: scratch.path).status == 0)
        let files = try Scratch.contents(of: scratch.path)
        let statistics = try #require(files["public/api/statistics.json"])
        #expect(statistics.contains(#""title":"Ada's \"Status\": @url@ \\ 100 % #1""#))
        #expect(statistics.contains(#""url":"https://status.example.org/a""#))
        #expect(
            files.keys.filter { $0.hasPrefix(".git") }.sorted() == [
                ".gitattributes", ".gitignore", ".gitlab-ci.yml",
            ])
    }

    @Test func whatNobodyGaveIsMadeUpAndNamed() throws {
        let begun = try Self.run("init", in: try Scratch().path, "--name", "Example")
        #expect(begun.error.contains("replace the sample values in `status.yml`: `url`\n"))
        #expect(begun.error.contains("links in `README.md` contain OWNER/REPO"))
    }

    @Test func filesThatAreThereAreLeftAlone() throws {
        let repository = try Repository()
        try repository.write("Mine.\n", to: "README.md")
        try repository.write("/out/\n", to: ".gitignore")
        try repository.write("name: Mine\n", to: ".github/workflows/check.yml")
        let begun = try Self.run("init", in: repository.path)
        #expect(begun.status == 0)
        let left =
            "not changed, because they already exist: `.github/workflows/check.yml`, `.gitignore`, `README.md`\n"
        #expect(begun.error.contains(left) && begun.error.contains("add a line `/public/` to `.gitignore`"))
        #expect(!begun.output.contains("README.md") && begun.output.contains("publish.yml"))
        let before = try Scratch.contents(of: repository.path)
        #expect(before["README.md"] == "Mine.\n" && before[".github/workflows/check.yml"] == "name: Mine\n")
        let again = try Self.run("init", in: repository.path)
        #expect((again.status, again.output) == (0, ""))
        #expect(try Scratch.contents(of: repository.path) == before)
    }

    @Test(arguments: ["incidents", ".github", ".allclear/install.sh/file"])
    func nothingIsWrittenUnlessAllCanBe(obstacle: String) throws {
        let repository = try Repository()
        try repository.write("", to: obstacle)
        let before = try Scratch.contents(of: repository.path)
        let begun = try Self.run("init", in: repository.path)
        #expect(begun.status == 1)
        #expect(begun.error.contains("hint: move it elsewhere"), "\(begun.error)")
        #expect(try Scratch.contents(of: repository.path) == before)
    }

    @Test func nameThatNoConfigurationHoldsIsRefused() throws {
        let scratch = try Scratch()
        let begun = try Self.run("init", in: scratch.path, "--url", "status.example.com")
        #expect(begun.status == 1 && begun.error.contains("status.yml:7:8: error"), "\(begun.error)")
        #expect(try Scratch.contents(of: scratch.path).isEmpty)
    }

    @Test func siteThatIsThereGetsWhatFitsIt() throws {
        let repository = try Repository()
        try repository.write(Self.site(components: "web, mail"), to: "status.yml")
        let refused = try Self.run("init", in: repository.path, "--name", "Other")
        #expect(refused.status == 1 && refused.error.contains("`status.yml` already exists"))
        #expect(try Self.run("init", in: repository.path).status == 0)
        let files = try Scratch.contents(of: repository.path)
        #expect(!files.keys.contains { $0.hasPrefix("incidents/") })
        #expect(try Self.choices(in: repository, of: "component") == ["(none)", "web", "mail"])
        #expect(try Self.choices(in: repository, of: "severity") == ["(none)", "Bad", "Worse \\\"x\\\""])
        #expect(try Self.choices(in: repository, of: "text") == ["(none)"])
    }

    @Test func formIsRenewedAndTheRestOfItStays() throws {
        let repository = try Repository()
        try repository.write(Self.site(components: "web, mail"), to: "status.yml")
        #expect(try Self.run("init", in: repository.path).status == 0)
        #expect(
            try Self.run("init", in: repository.path, "--renew").error
                == "allclear: everything is up to date\n"
        )
        let own = try #require(try Scratch.contents(of: repository.path)[RenewedParts.form])
            .replacing("name: Record", with: "name: Write a record")
        try repository.write(own, to: RenewedParts.form)
        try repository.write(Self.site(components: "web, api, cdn"), to: "status.yml")
        let renewed = try Self.run("init", in: repository.path, "--renew")
        #expect((renewed.status, renewed.output) == (0, RenewedParts.form + "\n"))
        #expect(try Self.choices(in: repository, of: "component") == ["(none)", "web", "api", "cdn"])
        let form = try #require(try Scratch.contents(of: repository.path)[RenewedParts.form])
        #expect(form == own.replacing(#"- "mail""#, with: "- \"api\"\n          - \"cdn\""))
        try repository.write("name: Record\n", to: RenewedParts.form)
        #expect(try Self.run("init", in: repository.path, "--renew").status == 1)
    }

    @Test func readmeFollowsTheSiteAndKeepsWhatPeopleWrote() throws {
        let repository = try Repository()
        try repository.write(Self.site(components: "web, mail"), to: "status.yml")
        #expect(try Self.run("init", in: repository.path).status == 0)
        let first = try #require(try Scratch.contents(of: repository.path)["README.md"])
        #expect(first.contains("# Mine\n") && first.contains("--component web\n"))
        #expect(first.contains("(https://github.com/OWNER/REPO/new/main"))
        let own = first.replacing("## When something breaks", with: "## At night")
        try repository.write(own, to: "README.md")
        let site = Self.site(components: "api, mail").replacing("title: Mine", with: "title: Ours")
        try repository.write(site, to: "status.yml")
        try repository.git("remote", "add", "origin", "https://github.com/example/status.git")
        // Written by hand: the parts that follow the site, and nothing else, differ.
        let expected = own.replacing("# Mine", with: "# Ours").replacing(
            "--component web", with: "--component api"
        )
        .replacing("OWNER/REPO", with: "example/status").replacing("%20%20web%3A", with: "%20%20api%3A")
        .replacing("%5Bweb%5D", with: "%5Bapi%5D")
        let again = try Self.run("init", in: repository.path)
        #expect((again.status, again.output) == (0, ".github/workflows/record.yml\nREADME.md\n"))
        #expect(!again.error.contains("`README.md`"), "\(again.error)")
        #expect(try Scratch.contents(of: repository.path)["README.md"] == expected)
        // Where the repository is not known, its links stay.
        try repository.git("remote", "remove", "origin")
        #expect(
            try Self.run("init", in: repository.path, "--renew").error
                == "allclear: everything is up to date\n")
        // A team's own README is left alone.
        try repository.write("# Our page\n", to: "README.md")
        #expect(try Self.run("init", in: repository.path).output.isEmpty)
        #expect(try Scratch.contents(of: repository.path)["README.md"] == "# Our page\n")
    }

    @Test func formKeepsTheEndsOfItsLines() throws {
        let repository = try Repository()
        try repository.write(Self.site(components: "web, mail"), to: "status.yml")
        #expect(try Self.run("init", in: repository.path).status == 0)
        let form = try #require(try Scratch.contents(of: repository.path)[RenewedParts.form])
        try repository.write(form.replacing("\n", with: "\r\n"), to: RenewedParts.form)
        let same = try Self.run("init", in: repository.path, "--renew")
        #expect(same.error == "allclear: everything is up to date\n")
        try repository.write(Self.site(components: "web, mail, cdn"), to: "status.yml")
        #expect(try Self.run("init", in: repository.path, "--renew").status == 0)
        let renewed = try #require(try Scratch.contents(of: repository.path)[RenewedParts.form])
        let expected = form.replacing(#"- "mail""#, with: "- \"mail\"\n          - \"cdn\"")
        #expect(renewed == expected.replacing("\n", with: "\r\n"))
    }

    @Test func siteWithoutSeveritiesHasNoneToChooseFrom() throws {
        let repository = try Repository()
        let site = Self.site(components: "web, none")
        try repository.write(site, to: "status.yml")
        #expect(try Self.run("init", in: repository.path).status == 0)
        let without = site.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
        try repository.write(without, to: "status.yml")
        #expect(try Self.run("check", in: repository.path).status == 0)
        #expect(try Self.run("init", in: repository.path, "--renew").status == 0)
        let renewed = try #require(try Scratch.contents(of: repository.path)[RenewedParts.form])
        let other = try Repository()
        try other.write(without, to: "status.yml")
        #expect(try Self.run("init", in: other.path).status == 0)
        let files = try Scratch.contents(of: other.path)
        #expect(files[RenewedParts.form] == renewed)
        #expect(try Self.choices(in: other, of: "severity") == ["(none)"])
        #expect(try Self.choices(in: other, of: "component") == ["(none)", "web", "none"])
        let readme = try #require(files["README.md"])
        #expect(readme.contains(#""We are looking for the cause." --component web"#))
        #expect(!readme.contains("severity%3A"))
        #expect(
            try Self.run("init", in: other.path, "--renew").error
                == "allclear: everything is up to date\n")
    }

    @Test func branchThatIsNotPublishedIsToldOf() throws {
        let repository = try Repository()
        #expect(try !Self.run("init", in: repository.path).error.contains("git branch"))
        try repository.git("symbolic-ref", "HEAD", "refs/heads/trunk")
        let begun = try Self.run("init", in: repository.path)
        #expect(begun.error.contains("CI publishes `main`, but this branch is `trunk`\n"))
        #expect(begun.error.contains("\n  git branch -m main\n"), "\(begun.error)")
        #expect(try !Self.run("init", in: repository.path, "--host", "gitlab").error.contains("git branch"))
        // A branch beside `main` is one to be merged.
        try repository.git("commit", "--quiet", "--allow-empty", "--message", "Start")
        try repository.git("branch", "main")
        #expect(try !Self.run("init", in: repository.path).error.contains("git branch"))
        let help = try Program.run("init", "--help").output
        #expect(help.contains("cd status && git init --initial-branch=main\n"))
    }

    @Test func repositoryOnGitHubIsKnownByItsRemote() throws {
        let repository = try Repository()
        try repository.git("remote", "add", "origin", "git@github.com:Example/status.git")
        let begun = try Self.run("init", in: repository.path)
        #expect(!begun.error.contains("OWNER/REPO") && !begun.output.contains("gitlab"), "\(begun.error)")
        let files = try Scratch.contents(of: repository.path)
        #expect(files["status.yml"]?.contains(#"url: "https://example.github.io/status""#) == true)
        let link =
            "https://github.com/Example/status/new/main?filename=incidents%2FYYYY%2FYYYY-MM-DD-what-is-wrong.md"
            + "&value=---%0Atitle%3A%20What%20users%20notice%0Aseverity%3A%20SEV-2%0A"
        #expect(files["README.md"]?.contains(link) == true)
    }

    @Test func personAtATerminalIsAsked() throws {
        let scratch = try Scratch()
        let session = try Terminal.run(
            ["init", scratch.path, "--now", Self.now],
            typing: "Lantern Status\nstatus.example.org\n\n"
        )
        #expect(session.status == 0, "\(session.screen)")
        #expect(session.screen.contains("What is the title of the site?"))
        let text = try #require(try Scratch.contents(of: scratch.path)["status.yml"])
        #expect(text.contains(#"title: "Lantern Status""#) && text.contains("https://status.example.com"))
        #expect(
            session.screen.contains(
                """
                  `status.example.org` is not the address of a site: write `https://status.example.org`
                What is its address? (Enter for https://status.example.com)
                > 
                """), "\(session.screen)")
        #expect(session.screen.contains("in `status.yml`: `url`\n"))
    }
}

extension InitCommandTests {
    static func run(_ command: String, in folder: String, _ arguments: String...) throws -> Program.Result {
        let place = command == "init" ? [folder] : ["--site", folder]
        return try Program.run([command] + place + ["--now", now] + arguments)
    }

    /// What the form lets people choose from, each without its quotation marks.
    static func choices(in repository: Repository, of input: String) throws -> [String] {
        let form = try #require(try Scratch.contents(of: repository.path)[RenewedParts.form])
        let lines = form.split(separator: "\n").drop { $0 != "      \(input):" }.dropFirst()
            .prefix { $0.hasPrefix("        ") }
        return lines.compactMap { line in
            let word = line.drop { $0 == " " }
            guard word.hasPrefix("- ") else { return nil }
            return word.hasPrefix("- \"") ? String(word.dropFirst(3).dropLast()) : String(word.dropFirst(2))
        }
    }

    private static func site(components: String) -> String {
        """
        site: {title: Mine, url: "https://status.example.com"}
        components:
        \(components.split(separator: ", ").map { "  - {id: \($0), name: \($0)}\n" }.joined())
        severities: {Bad: {component_status: major_outage}, 'Worse "x"': {component_status: partial_outage}}

        """
    }
}
