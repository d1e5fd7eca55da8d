import Foundation
import TestSupport
import Testing

/// What pages show of edits after the end, in repositories with a history.
@Suite struct EditTests {
    let repository: Repository

    init() throws {
        repository = try Repository()
        try repository.write(Self.configuration(), to: "status.yml")
        try repository.commit(at: "2026-01-01T00:00Z")
        try write("[INVESTIGATING 17:05 UTC] We look into it.\n")
        try repository.commit(at: "2026-01-02T17:06Z")
        try write(Self.resolved)
        try repository.commit(at: "2026-01-02T17:46Z")
    }

    @Test func wordsBeforeAndAfterAreShown() throws {
        try write(Self.resolved.replacing("The pool is used up.", with: "A deployment used the pool up."))
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(
            Self.resolved.replacing("The pool is used up.", with: "A deployment used the pool up."),
            title: "Stories were slow")
        try repository.commit(at: "2026-01-04T10:00Z")
        let page = try edits()
        #expect(page.contains("<summary>Edited 2 times after it was resolved</summary>"), "\(page)")
        let places = [
            "4 Jan 2026", "Title", "Stories are slow", "Stories were slow", "3 Jan 2026",
            "The pool is used up.",
            "A deployment used the pool up.",
        ]
        .map { page.range(of: $0)?.lowerBound }
        #expect(
            !places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(page)")
    }

    /// Until it was over, and once it was read in full, nothing was edited.
    @Test func wordsWhileItWasOpenAreNoEdits() throws {
        #expect(try edits().isEmpty)
        try write(Self.resolved + "\n# Post-mortem\n\nPublished: 2026-01-03\n\nIt was the pool.\n")
        try repository.commit(at: "2026-01-03T10:00Z")
        #expect(try edits().isEmpty)
    }

    @Test func formDoesNotCount() throws {
        try repository.write(
            """
            ---
            severity: "SEV-1"
            title: 'Stories are slow'
            ---

            [INVESTIGATING 2026-01-02 17:05 UTC] We look
            into it.


            [IDENTIFIED 17:15 UTC] The pool   is used up.

            [RESOLVED 17:45 UTC] All is well.

            """,
            to: "incidents/slow.md"
        )
        try repository.commit(at: "2026-01-03T10:00Z")
        #expect(try edits().isEmpty)
    }

    @Test func updateThatIsPutInAfterwardsIsAnEdit() throws {
        try write(Self.resolved.replacing("[RESOLVED", with: "[MONITORING 17:30 UTC] We watch.\n\n[RESOLVED"))
        try repository.commit(at: "2026-01-03T10:00Z")
        #expect(try edits().contains("Edited once after it was resolved"))
        // A later one is news.
        try write(Self.resolved + "\n[UPDATE 2026-01-03 09:00 UTC] It stays well.\n")
        try repository.commit(at: "2026-01-04T10:00Z")
        #expect(try edits().contains("Edited 2 times"))
        #expect(try !edits().contains("It stays well."))
    }

    @Test func renameIsFollowed() throws {
        try write(Self.resolved.replacing("used up", with: "exhausted"))
        try repository.commit(at: "2026-01-03T10:00Z")
        try repository.git("mv", "incidents/slow.md", "incidents/pool.md")
        try repository.commit(at: "2026-01-04T10:00Z")
        #expect(try edits(of: "pool").contains("The pool is used up."))
        #expect(try edits(of: "pool").contains("Edited once"))
    }

    /// Git says of both that they were changed.
    @Test func swappedNamesAreNoEdits() throws {
        try write(Self.resolved.replacing("The pool", with: "The queue"), name: "mail", title: "Mail is late")
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(Self.resolved.replacing("used up", with: "exhausted"))
        try repository.commit(at: "2026-01-03T11:00Z")
        for (former, path) in [("slow", "x"), ("mail", "slow"), ("x", "mail")] {
            try repository.git("mv", "incidents/\(former).md", "incidents/\(path).md")
        }
        try repository.commit(at: "2026-01-04T10:00Z")
        #expect(try edits(of: "slow").isEmpty)
        let page = try edits(of: "mail")
        #expect(page.contains("Edited once") && page.contains("The pool is used up."), "\(page)")
        #expect(!page.contains("queue"))
    }

    /// `mail` becomes `slow`, which becomes `old`: git takes one of the files for another.
    @Test func namesThatArePassedOnAreNoEdits() throws {
        try write(Self.resolved.replacing("The pool", with: "The queue"), name: "mail", title: "Mail is late")
        try repository.commit(at: "2026-01-03T10:00Z")
        try repository.git("mv", "incidents/slow.md", "incidents/old.md")
        try repository.git("mv", "incidents/mail.md", "incidents/slow.md")
        try repository.commit(at: "2026-01-04T10:00Z")
        #expect(try edits(of: "slow").isEmpty)
        #expect(try edits(of: "old").isEmpty)
    }

    /// A copy beside its original is a record of its own, and leaves it its history.
    @Test func copyTakesNoHistoryAway() throws {
        try write(Self.resolved, name: "copy")
        try write(Self.resolved.replacing("used up", with: "exhausted"))
        try repository.commit(at: "2026-01-03T10:00Z")
        #expect(try edits(of: "slow").contains("The pool is used up."))
        #expect(try edits(of: "copy").isEmpty)
    }

    @Test func nameThatIsGivenAgainBringsNoWordsOfTheFormerRecord() throws {
        try repository.git("rm", "--quiet", "incidents/slow.md")
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(Self.resolved, title: "Mail is late", on: "2026-01-04")
        try repository.commit(at: "2026-01-05T10:00Z")
        #expect(try edits().isEmpty)
        try write(Self.resolved.replacing("used up", with: "empty"), title: "Mail is late", on: "2026-01-04")
        try repository.commit(at: "2026-01-05T11:00Z")
        let page = try edits()
        #expect(page.contains("Edited once") && !page.contains("Stories"), "\(page)")
    }

    /// Nobody gets around an edit by two commits.
    @Test func recordThatIsTakenOutAndPutBackOtherwiseIsEdited() throws {
        try repository.git("rm", "--quiet", "incidents/slow.md")
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(Self.resolved.replacing("The pool is used up.", with: "All went well."), title: "A test")
        try repository.commit(at: "2026-01-05T10:00Z")
        #expect(try edits().contains("The pool is used up."))
    }

    @Test func mergeIsOneEditAtItsTime() throws {
        try repository.git("checkout", "--quiet", "-b", "side")
        try write(Self.resolved.replacing("used up", with: "Acme's"))
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(Self.resolved.replacing("used up", with: "exhausted"))
        try repository.commit(at: "2026-01-03T11:00Z")
        try repository.git("checkout", "--quiet", "main")
        try repository.git("merge", "--quiet", "--no-edit", "--no-ff", "side", date: "2026-01-04T09:30Z")
        let page = try edits()
        #expect(page.contains("Edited once") && page.contains("4 Jan 2026, 09:30 UTC"), "\(page)")
        #expect(!page.contains("Acme"))
    }

    // MARK: What is never shown

    @Test func draftsAreNotShown() throws {
        try write(Self.resolved, keys: "draft: true\n", name: "other", title: "Acme is down")
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(Self.resolved, name: "other", title: "A customer is down")
        try repository.commit(at: "2026-01-04T10:00Z")
        #expect(try edits(of: "other").isEmpty)
        try write(Self.resolved, name: "other", title: "One customer is down")
        try repository.commit(at: "2026-01-04T11:00Z")
        #expect(try edits(of: "other").contains("Edited once"))
        #expect(try !allBytes().contains("Acme"))
    }

    @Test(arguments: ["visibility: internal\n", "internal: {customer: Acme}\n"])
    func whatWasInternalIsNotShown(keys: String) throws {
        try write(Self.resolved.replacing("used up", with: "Acme's"), keys: "visibility: internal\n")
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(
            Self.resolved.replacing("used up", with: "gone"),
            keys: keys.replacing("visibility: internal\n", with: ""))
        try repository.commit(at: "2026-01-04T10:00Z")
        let page = try edits()
        // Between two public versions it was hidden: they are held against each other.
        #expect(page.contains("Edited once") && page.contains("The pool is used up."), "\(page)")
        #expect(try !allBytes().contains("Acme"))
    }

    @Test func levelThatWasInternalByItsOwnStatusYmlHidesItsRecords() throws {
        try repository.write(Self.configuration("visibility: internal"), to: "status.yml")
        try write(Self.resolved, name: "other", title: "Acme is down")
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(Self.resolved, name: "other", title: "One customer is down")
        try repository.commit(at: "2026-01-03T11:00Z")
        try repository.write(Self.configuration(), to: "status.yml")
        try repository.commit(at: "2026-01-04T10:00Z")
        #expect(try edits(of: "other").isEmpty)
        #expect(try !allBytes().contains("Acme"))
    }

    @Test func postMortemIsNotShownAsItWasBeforeItsDay() throws {
        let postMortem = Self.resolved + "\n# Post-mortem\n\nPublished: 2026-01-05\n\n"
        try write(Self.resolved + "\n# Post-mortem\n\nAcme did it.\n")
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(postMortem + "Acme did it again.\n")
        try repository.commit(at: "2026-01-03T11:00Z")
        try write(postMortem + "It was the pool.\n")
        try repository.commit(at: "2026-01-03T12:00Z")
        #expect(try edits().isEmpty)
        try write(postMortem + "It was the pool of connections.\n")
        try repository.commit(at: "2026-01-05T12:00Z")
        #expect(try edits().contains("It was the pool."))
        #expect(try !allBytes().contains("Acme"))
    }

    @Test func versionWithErrorsWasNeverPublished() throws {
        try write(Self.resolved.replacing("[IDENTIFIED 17:15 UTC] The pool is", with: "[IDENTIFIED] Acme is"))
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(Self.resolved)
        try repository.commit(at: "2026-01-03T11:00Z")
        #expect(try edits().isEmpty)
        #expect(try !allBytes().contains("Acme"))
    }

    @Test func linesOfTheTeamAreNotShown() throws {
        let front = "impact: {users: \"500\", secret: \"Acme (internal)\"}\n"
        try write(Self.resolved, keys: front)
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(Self.resolved, keys: "impact: {users: \"700\"}\n")
        try repository.commit(at: "2026-01-03T11:00Z")
        #expect(try edits().contains("500"))
        #expect(try !allBytes().contains("Acme"))
    }

    // MARK: What must go

    @Test(arguments: [true, false])
    func withheldNameIsGone(byTheRevisionThatDiffNames: Bool) throws {
        let named = Self.resolved.replacing("The pool is used up.", with: "Acme used the pool up.")
        try write(named)
        try repository.commit(at: "2026-01-03T10:00Z")
        let first = try revision()
        try write(named.replacing("All is well.", with: "All is well again."))
        try repository.commit(at: "2026-01-03T11:00Z")
        let last = try revision()
        let withheld = byTheRevisionThatDiffNames ? last : first
        try write(Self.resolved.replacing("All is well.", with: "All is well again."))
        let diff = try Program.run("diff", "--site", repository.path, "--now", Self.now)
        #expect(
            diff.output.contains("as of \(last.prefix(12))") && diff.output.contains("Acme used the pool up.")
        )
        #expect(diff.output.contains("withheld: [\"\(last.prefix(12))\"]"), "\(diff.output)")
        try write(
            Self.resolved.replacing("All is well.", with: "All is well again."),
            keys: "withheld: [\"\(withheld.prefix(12))\"]\n")
        let quiet = try Program.run("diff", "--site", repository.path, "--now", Self.now)
        #expect(
            quiet.output.contains("text withheld") && !quiet.output.contains("Acme used"), "\(quiet.output)")
        try repository.commit(at: "2026-01-04T10:00Z")
        let page = try edits()
        #expect(page.contains("Edited 3 times"), "\(page)")
        #expect(page.contains("Text withheld on <time datetime=\"2026-01-04\">4 Jan 2026</time>"), "\(page)")
        // Of the other edit no words are withheld that stood nowhere but in an older revision.
        #expect(page.contains("All is well.</dd>") == byTheRevisionThatDiffNames)
        #expect(try !allBytes().contains("Acme"))
    }

    /// B says what A said and more, so that A's words as a whole are not among B's.
    @Test(arguments: [true, false])
    func withheldWordsAreGoneThoughTheyWereEditedMeanwhile(wasOver: Bool) throws {
        let named = "[IDENTIFIED 17:15 UTC] Acme Ltd's import used the pool up."
        let (opening, end) = (
            "[INVESTIGATING 17:05 UTC] We look.\n\n", "\n\n[RESOLVED 17:45 UTC] All is well.\n"
        )
        try write(opening + named + (wasOver ? end : "\n"))
        try repository.commit(at: "2026-01-02T18:00Z")
        let first = try revision()
        try write(opening + named + " We are sorry." + end)
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(
            opening + "[IDENTIFIED 17:15 UTC] An import used the pool up." + end,
            keys: "withheld: [\"\(first.prefix(12))\"]\n")
        try repository.commit(at: "2026-01-03T11:00Z")
        #expect(try edits().contains("Text withheld"))
        #expect(try !allBytes().contains("Acme"))
        // From then on the record names the revision, and its words are shown.
        try write(
            opening + "[IDENTIFIED 17:15 UTC] A large import used the pool up." + end,
            keys: "withheld: [\"\(first.prefix(12))\"]\n")
        try repository.commit(at: "2026-01-03T12:00Z")
        #expect(try edits().contains("An import used the pool up."))
        #expect(try !allBytes().contains("Acme"))
    }

    @Test func revisionThatIsNoneOfTheRecordsIsAnErrorAndHidesAllWords() throws {
        try write(Self.resolved.replacing("The pool", with: "Acme"), keys: "withheld: [\"1f3a5b7c9d2e\"]\n")
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(Self.resolved, keys: "withheld: [\"1f3a5b7c9d2e\"]\n")
        try repository.commit(at: "2026-01-04T10:00Z")
        let check = try Program.run("check", "--site", repository.path, "--now", Self.now)
        #expect(check.status == 1 && check.output.contains("incidents/slow.md:4:"), "\(check.output)")
        #expect(check.output.contains("error: the history of this record has no revision `1f3a5b7c9d2e`"))
        #expect(try build().status == 1)
        #expect(try build("--best-effort").status == 3)
        let page = try Scratch.contents(of: repository.path + "/public")["incidents/slow.html"] ?? ""
        #expect(page.contains("Text withheld") && !page.contains("Acme"), "\(page)")
    }

    @Test func siteMayShowDatesAlone() throws {
        try write(Self.resolved.replacing("The pool", with: "Acme"))
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(Self.resolved)
        try repository.write(Self.configuration(site: ", edits: dates"), to: "status.yml")
        try repository.commit(at: "2026-01-04T10:00Z")
        #expect(try edits().contains("Edited 2 times"))
        #expect(try edits().ranges(of: "Text withheld").count == 2)
        #expect(try !allBytes().contains("Acme"))
    }

    /// A squash or a merge leaves the branch's commits out, and a record that names one would then stop the build.
    @Test func commitsOfTheBranchCountAsOne() throws {
        let main = try revision().prefix(12)
        try repository.git("checkout", "--quiet", "-b", "side")
        try write(Self.resolved.replacing("The pool", with: "Acme"))
        try repository.git("mv", "incidents/slow.md", "incidents/pool.md")
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(Self.resolved.replacing("The pool", with: "A customer"), name: "pool")
        try repository.commit(at: "2026-01-03T11:00Z")
        let diff = try Program.run("diff", "main", "--site", repository.path, "--now", Self.now).output
        let words = try #require(diff.components(separatedBy: "Former words").last)
        #expect(words.contains("The pool is used up.") && !words.contains("Acme"), "\(diff)")
        #expect(words.contains("    to withhold them, add `withheld: [\"\(main)\"]`"), "\(diff)")
        #expect(diff.ranges(of: "to withhold them").count == 1)
    }

    // MARK: How much of the history there is

    /// What a clone does not have, git would fetch file by file: a build does not wait for that, nor need the network.
    @Test func partialCloneShowsNothingAndSaysSo() throws {
        try write(
            Self.resolved.replacing("used up", with: "exhausted"), keys: "withheld: [\"1f3a5b7c9d2e\"]\n")
        try repository.commit(at: "2026-01-03T10:00Z")
        try repository.git("config", "uploadpack.allowFilter", "true")
        try repository.git("clone", "--quiet", "--filter=blob:none", "file://\(repository.path)", "clone")
        let clone = repository.path + "/clone"
        try repository.git("-C", clone, "remote", "set-url", "origin", "/nowhere")
        let result = try Program.run("build", "--site", clone, "--now", Self.now)
        #expect(
            result.status == 0 && result.error.contains("warning: the clone is partial"), "\(result.error)")
        #expect(try !Scratch.contents(of: clone + "/public").values.joined().contains("Edited"))
    }

    /// Git stops where it finds a commit damaged: what it said until then is not the whole history.
    @Test func damagedHistoryShowsNothingAndSaysSo() throws {
        let end = try revision()
        try write(Self.resolved.replacing("used up", with: "exhausted"))
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(Self.resolved.replacing("used up", with: "empty"))
        try repository.commit(at: "2026-01-03T11:00Z")
        try FileManager.default.removeItem(
            atPath: repository.path + "/.git/objects/\(end.prefix(2))/\(end.dropFirst(2))")
        let result = try build()
        #expect(result.status == 0)
        #expect(result.error.contains("warning: git cannot read the full history"), "\(result.error)")
        #expect(try !allBytes().contains("Edited"))
    }

    /// What one clone has put in place of a commit is none of the history that all have.
    @Test func historyIsTheSameInAllClones() throws {
        try write(Self.resolved.replacing("used up", with: "exhausted"))
        try repository.commit(at: "2026-01-03T10:00Z")
        try repository.git("replace", "--graft", "HEAD")
        #expect(try edits().contains("The pool is used up."))
        try repository.git("replace", "--delete", revision())
        try repository.write(revision() + "\n", to: ".git/info/grafts")
        #expect(try edits().contains("The pool is used up."))
    }

    @Test func diffOfAShallowCloneSaysThatItDoesNotKnow() throws {
        try write(Self.resolved.replacing("used up", with: "exhausted"))
        try repository.commit(at: "2026-01-03T10:00Z")
        try repository.git("clone", "--quiet", "--depth=2", "file://\(repository.path)", "clone")
        let diff = try Program.run("diff", "HEAD~1", "--site", repository.path + "/clone", "--now", Self.now)
        #expect(diff.status == 0 && !diff.output.contains("Former words"))
        #expect(
            diff.error.contains(
                "warning: the clone is shallow, so the earlier wording that pages will show is not listed"),
            "\(diff.error)")
    }

    @Test func shallowCloneShowsNothingAndSaysSo() throws {
        try write(Self.resolved.replacing("used up", with: "exhausted"))
        try repository.commit(at: "2026-01-03T10:00Z")
        try repository.git("clone", "--quiet", "--depth=1", "file://\(repository.path)", "clone")
        let (deep, clone) = (try build(), repository.path + "/clone")
        #expect(!deep.error.contains("shallow"))
        let shallow = try Program.run("build", "--site", clone, "--now", Self.now)
        #expect(
            shallow.status == 0 && shallow.error.contains("warning: the clone is shallow"), "\(shallow.error)"
        )
        let one = try Scratch.contents(of: repository.path + "/public")
        let other = try Scratch.contents(of: clone + "/public")
        #expect(other["incidents/slow.html"]?.contains("Edited") == false)
        // No figure, feed or calendar depends on how much of the history there is; that is itself told in one place.
        #expect(Set(one.keys) == Set(other.keys))
        let told = (#""history":"complete""#, #""history":"from 2026-01-03""#)
        for (path, text) in one where !path.hasPrefix("incidents/") {
            let isWhereItIsTold = path == "api/statistics.json"
            #expect(other[path] == (isWhereItIsTold ? text.replacing(told.0, with: told.1) : text), "\(path)")
        }
    }

    @Test func folderWithoutGitSaysNothing() throws {
        let scratch = try Scratch()
        try repository.git("archive", "--output", scratch.path + "/site.tar", "HEAD")
        let bash = try Bash([:])
        _ = try bash.run("tar xf site.tar && rm site.tar", in: scratch.path)
        let result = try Program.run("build", "--site", scratch.path, "--now", Self.now)
        #expect(result.status == 0 && !result.error.contains("shallow"), "\(result.error)")
        #expect(
            try Scratch.contents(of: scratch.path + "/public")["incidents/slow.html"]?.contains("Edited")
                == false)
    }

    @Test func onlyTheLatestTwentyAreShown() throws {
        for number in 1...22 {
            try write(Self.resolved, title: "Title \(number).")
            try repository.commit(at: "2026-01-03T10:\(number + 10)Z")
        }
        let page = try edits()
        #expect(page.contains("Edited 22 times") && page.contains("The latest 20 are shown."), "\(page)")
        #expect(page.ranges(of: "<h3>").count == 20)
        #expect(page.contains("Title 2.") && !page.contains("Title 1."))
    }

    @Test func commitsAfterTheBuildsTimeHaveNotHappened() throws {
        try write(Self.resolved.replacing("used up", with: "exhausted"))
        try repository.commit(at: "2026-01-03T10:00Z")
        let result = try Program.run("build", "--site", repository.path, "--now", "2026-01-03T09:00Z")
        #expect(result.status == 0)
        let page = try Scratch.contents(of: repository.path + "/public")["incidents/slow.html"] ?? ""
        #expect(!page.contains("Edited"))
    }

    @Test func wordsAreEscaped() throws {
        try write(Self.resolved, title: "'<img src=x onerror=alert(1)> & more'")
        try repository.commit(at: "2026-01-03T10:00Z")
        try write(Self.resolved)
        try repository.commit(at: "2026-01-04T10:00Z")
        let page = try edits()
        #expect(
            page.contains("&lt;img src=x onerror=alert(1)&gt; &amp; more") && !page.contains("<img src=x"))
    }
}

private extension EditTests {
    static let now = "2026-01-10T00:00Z"

    static let resolved = """
        [INVESTIGATING 17:05 UTC] We look into it.

        [IDENTIFIED 17:15 UTC] The pool is used up.

        [RESOLVED 17:45 UTC] All is well.

        """

    static func configuration(_ severity: String = "", site: String = "") -> String {
        """
        site: {title: A, url: https://example.com, since: 2026-01-01\(site)}
        severities: {SEV-1: {\(severity)}}

        """
    }

    func write(
        _ body: String, keys: String = "", name: String = "slow", title: String = "Stories are slow",
        on day: String = "2026-01-02"
    ) throws {
        let body = body.replacing("[INVESTIGATING 17:05 UTC]", with: "[INVESTIGATING \(day) 17:05 UTC]")
        try repository.write(
            "---\ntitle: \(title)\nseverity: SEV-1\n\(keys)---\n\n\(body)", to: "incidents/\(name).md")
    }

    func build(_ options: String...) throws -> Program.Result {
        try Program.run(["build", "--site", repository.path, "--now", Self.now] + options)
    }

    /// The part on edits of a record's page; empty if there is none.
    func edits(of name: String = "slow") throws -> String {
        let result = try build()
        #expect(result.status == 0, "\(result.error)")
        let page = try #require(
            try Scratch.contents(of: repository.path + "/public")["incidents/\(name).html"])
        guard let start = page.range(of: "<details>\n<summary>Edited"),
            let end = page[start.lowerBound...].range(of: "</details>")
        else { return "" }
        return String(page[start.lowerBound..<end.upperBound])
    }

    func allBytes() throws -> String {
        try Scratch.contents(of: repository.path + "/public").values.joined()
    }

    func revision() throws -> String {
        try Bash([:]).run("git rev-parse HEAD", in: repository.path).output.trimmingCharacters(in: .newlines)
    }
}
