import Foundation
import StatusSite
import Testing

/// `allclear announce` as it is run.
@Suite struct AnnounceTests {
    @Test(arguments: Announcer.Format.allCases) func everyFormatTellsTheLatestUpdate(
        format: Announcer.Format
    ) throws {
        let result = try announce("2026-11-20-narration-stops", "--format", format.rawValue)
        #expect(result.status == 0 && result.error.isEmpty)
        #expect(result.output.contains("Narration stops before it begins"))
    }

    @Test func updateIsNamedByItsNumberOrItsTime() throws {
        let first = try announce("2026-11-20-narration-stops", "--update", "1").output
        #expect(first.hasPrefix("## Incident: ") && first.contains("Next update:** 11:45 UTC"))
        #expect(try announce("2026-11-20-narration-stops", "--update", "2026-11-20T11:20Z").output == first)
        for name in ["0", "3", "-1", "2026-11-20T11:21Z"] {
            let none = try announce("2026-11-20-narration-stops", "--update=\(name)")
            #expect(none.status == 1 && none.error.contains("2 (2026-11-20T11:41:00Z)"), "\(name)")
        }
    }

    @Test func unknownNameGetsTheNearestOne() throws {
        let result = try announce("2026-11-20-naration-stops")
        #expect(result.status == 1 && result.output.isEmpty)
        #expect(result.error.contains("did you mean `2026-11-20-narration-stops`?"))
        #expect(try announce("owls").error.contains("unknown record `owls`"))
    }

    @Test func partOfANameAndAFileWillDo() throws {
        let whole = try announce("2026-11-20-narration-stops")
        #expect(try announce("narration-stops").output == whole.output)
        #expect(try announce("incidents/2026/11/2026-11-20-narration-stops.md").output == whole.output)
        let several = try announce("2026-11")
        #expect(several.status == 1 && several.error.contains("records match `2026-11`"))
        #expect(whole.status == 0 && !whole.output.isEmpty)
    }

    @Test func recordAndRevisionTogetherAreRefused() throws {
        let both = try announce("2026-11-20-narration-stops", "--since", "HEAD")
        #expect(both.status == 64 && both.output.isEmpty && both.error.contains("only one of the three"))
        #expect(try announce().status == 64)
    }

    @Test func internalRecordIsNotForThePublic() throws {
        let result = try announce("2026-09-29-usage-report-late")
        #expect(result.status == 1 && result.output.isEmpty && result.error.contains("is internal"))
        #expect(try announce("2026-09-29-usage-report-late", "--audience", "internal").status == 0)
    }

    @Test func teamReadsWhoLeadsAndWhere() throws {
        let team = try announce("2026-11-20-narration-stops", "--audience", "internal").output
        #expect(team.contains("Lead (internal):** Ines"))
        #expect(try !announce("2026-11-20-narration-stops").output.contains("Ines"))
    }

    @Test func recordWithErrorsIsNotAnnouncedAndOthersAre() throws {
        let site = ["--site", GoldenSiteTests.folder + "/best-effort", "--now", "2026-01-02T17:20Z"]
        let part = try Program.run(["announce", "01-old"] + site)
        #expect(part.status == 1 && part.error.contains("unknown-component"), "\(part.error)")
        let broken = try Program.run(["announce", "2026-01-01-old"] + site)
        #expect(broken.status == 1 && broken.output.isEmpty)
        #expect(broken.error.contains("unknown-component") && broken.error.contains("has errors"))
        #expect(try Program.run(["announce", "2026-01-02-stories-cannot-be-made"] + site).status == 0)
    }

    @Test func recordThatHasNotBegunIsSaidNotTo() throws {
        let site = ["--site", ProjectFolder.path, "--now", "2026-11-20T11:00Z"]
        let result = try Program.run(["announce", "2026-11-20-narration-stops"] + site)
        #expect(result.status == 1 && result.error.contains("starts after"))
    }

    @Test(arguments: [
        [], ["a", "--since", "HEAD"], ["a", "--for", "chat"], ["--since", "HEAD", "--update", "1"],
        ["a", "--to", "ada@example.com"],
        ["a", "--format", "email", "--from", "nobody"], ["a", "--update", "yesterday"],
    ]) func optionsThatMakeNoSenseAreRefused(arguments: [String]) throws {
        #expect(try Program.run(["announce"] + arguments).status == 64)
    }

    @Test func slackTemplateThatMakesNoJSONIsTold() throws {
        let repository = try Repository()
        let incident = "---\ntitle: Slow\nseverity: S\n---\n\n[RESOLVED 2026-01-02 17:05 UTC] Done.\n"
        try repository.write(
            "site: {title: A, url: https://example.com}\nseverities: {S: {}}\n",
            to: "status.yml"
        )
        try repository.write(incident, to: "incidents/slow.md")
        try repository.write(#"{"text": {{title}}}"#, to: "site-templates/announcement.slack.mustache")
        let arguments = ["announce", "slow", "--format", "slack", "--site", repository.path]
        let result = try Program.run(arguments + ["--now", "2026-01-03T00:00Z"])
        #expect(result.status == 1 && result.output.isEmpty)
        #expect(result.error.contains("is not valid JSON"))
    }

    @Test func mistakeInATemplateOfMessagesIsFoundByCheck() throws {
        let repository = try Repository()
        try repository.write("site: {title: A, url: https://example.com}\n", to: "status.yml")
        try repository.write("{{titel}}", to: "site-templates/announcement.sms.mustache")
        let check = try Program.run("check", "--site", repository.path)
        #expect(check.status == 1 && check.output.contains("did you mean `title`?"))
    }

    private func announce(_ arguments: String...) throws -> Program.Result {
        try Program.run(
            ["announce"] + arguments + ["--site", ProjectFolder.path, "--now", "2026-11-20T12:00Z"]
        )
    }
}
