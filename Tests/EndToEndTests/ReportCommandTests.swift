import Foundation
import Testing

@testable import allclear

/// `allclear report` as it is run.
@Suite struct ReportCommandTests {
    private func report(_ arguments: String...) throws -> Program.Result {
        try Program.run(
            ["report", "--site", GoldenSiteTests.folder + "/four-phases", "--now", "2026-02-03T12:00Z"]
                + arguments
        )
    }

    @Test func markdownIsWrittenUnlessAnotherFormatIsAskedFor() throws {
        let result = try report("2026-01")
        #expect(result.status == 0)
        #expect(result.output.contains(" · Report for January 2026\n"))
        #expect(try report("2026-01", "--format", "html").output.hasPrefix("<!doctype html>\n"))
        #expect(try report("2026-01", "--format", "csv").output.hasPrefix("period,section,"))
        let json = try report("2026-01", "--format", "json").output
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
    }

    @Test(arguments: [
        ("2026-02", "So far"), ("2025-12", "There are no figures for December 2025"),
        ("2027-Q1", "Jan–Mar 2027 has not begun."),
    ])
    func periodWithoutIncidentsOrFiguresIsNoMistake(period: String, sentence: String) throws {
        let result = try report(period)
        #expect(result.status == 0)
        #expect(result.output.lowercased().contains(sentence.lowercased()))
    }

    @Test(arguments: ["2026-13", "January", "2026-Q5", "2026-1"])
    func unreadablePeriodIsToldWithThreeThatCanBeRead(period: String) throws {
        let result = try report(period)
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(
            result.error.contains(
                "'\(period)' is invalid for '<period>': write a month as 2026-01, a quarter as 2026-Q1 or a year as 2026"
            )
        )
    }

    @Test func teamsReportHoldsWhatThePublicOneDoesNot() throws {
        #expect(try !report("2026-01").output.contains("## Policy"))
        #expect(try report("2026-01", "--audience", "internal").output.contains("## Policy"))
    }

    @Test func mistakeInARecordWritesNoReport() throws {
        let site = GoldenSiteTests.folder + "/twelve-mistakes"
        let result = try Program.run("report", "2026-01", "--site", site, "--now", "2026-11-20T12:00Z")
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(result.error.contains("allclear: no report was written: "))
    }

    @Test func revisionIsTheLastCommitThatTouchedTheRecords() throws {
        let repository = try Repository()
        try repository.write("site: {title: A, url: https://example.com}\n", to: "status/status.yml")
        try repository.commit()
        let commit = try Git(at: repository.path).commit(named: "HEAD").prefix(12)
        try repository.write("elsewhere", to: "notes.txt")
        try repository.commit()

        let arguments = [
            "report", "2026", "--site", repository.path + "/status", "--now", "2026-02-03T12:00Z",
        ]
        let made = "Made by allclear \(Allclear.version) from the records at revision \(commit)"
        #expect(try Program.run(arguments).output.hasSuffix(made + ".\n"))
        try repository.write("another", to: "notes.txt")
        #expect(try Program.run(arguments).output.hasSuffix(made + ".\n"))
        try repository.write(
            "---\ntitle: B\nnotice: {from: 2026-01-01T00:00Z}\n---\n",
            to: "status/incidents/b.md"
        )
        #expect(
            try Program.run(arguments).output.hasSuffix(made + ", with changes that are not committed.\n")
        )
    }

    @Test func publicReportsDoNotTellOfInternalRecordsByTheirRevision() throws {
        let repository = try Repository()
        try repository.write("site: {title: A, url: https://example.com}\n", to: "status.yml")
        try repository.commit()
        let commit = try Git(at: repository.path).commit(named: "HEAD").prefix(12)
        let hidden = "---\ntitle: B\nvisibility: internal\nnotice: {from: 2026-01-01T00:00Z}\n---\n"
        try repository.write(hidden, to: "incidents/[b] 1.md")
        try repository.commit()
        let last = try Git(at: repository.path).commit(named: "HEAD").prefix(12)
        try repository.write(hidden + "more\n", to: "incidents/[b] 1.md")

        let arguments = ["report", "2026", "--site", repository.path, "--now", "2026-02-03T12:00Z"]
        #expect(try Program.run(arguments).output.hasSuffix(" revision \(commit).\n"))
        let team = try Program.run(arguments + ["--audience", "internal"]).output
        #expect(team.hasSuffix(" revision \(last), with changes that are not committed.\n"))
    }

    /// What people set for themselves, or for a repository, changes what git lists, and not what is known.
    @Test(arguments: [
        "log.showRoot=false", "log.diffMerges=first-parent", "log.diffMerges=off", "diff.renames=copies",
        "diff.orderFile=none", "color.ui=always",
    ])
    func settingsOfGitChangeNoRevision(setting: String) throws {
        let repository = try Repository()
        let parts = setting.split(separator: "=").map(String.init)
        let report = ["report", "2026", "--site", repository.path, "--now", "2026-02-03T12:00Z"]
        func expectLast(_ comment: Comment) throws {
            let last = try Git(at: repository.path).commit(named: "HEAD").prefix(12)
            // Git itself makes no commit under some of them.
            try repository.git("config", parts[0], parts[1])
            #expect(try Program.run(report).output.hasSuffix(" revision \(last).\n"), comment)
            try repository.git("config", "--unset", parts[0])
        }
        let notice = "---\ntitle: B\nnotice: {from: 2026-01-01T00:00Z}\n---\n\nText that stays.\n"
        try repository.write("site: {title: A, url: https://example.com}\n", to: "status.yml")
        try repository.write(notice, to: "incidents/b.md")
        try repository.commit()
        try expectLast("the first commit")
        // Renamed and made internal at once: the public's record is gone with it.
        try repository.git("mv", "incidents/b.md", "incidents/c.md")
        try repository.write(
            notice.replacing("title: B", with: "title: B\nvisibility: internal"),
            to: "incidents/c.md"
        )
        try repository.commit()
        try expectLast("a renamed record")
        try repository.git("checkout", "--quiet", "-b", "side")
        try repository.write(notice, to: "incidents/d.md")
        try repository.commit()
        try repository.git("checkout", "--quiet", "main")
        try repository.write(notice, to: "incidents/e.md")
        try repository.commit()
        try repository.git("merge", "--quiet", "--no-edit", "side")
        try expectLast("a merge of two sides")
    }

    @Test func siteOutsideOfGitHasNoRevision() throws {
        let scratch = try Scratch()
        try "site: {title: A, url: https://example.com}\n"
            .write(toFile: scratch.path + "/status.yml", atomically: true, encoding: .utf8)
        let result = try Program.run("report", "2026", "--site", scratch.path, "--now", "2026-02-03T12:00Z")
        #expect(result.status == 0)
        #expect(result.output.hasSuffix("the revision of the records is not known.\n"))
    }
}
