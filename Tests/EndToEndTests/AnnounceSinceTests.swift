import Foundation
import StatusSite
import Testing

/// `allclear announce --since`: what CI pipes into a webhook after each push.
@Suite struct AnnounceSinceTests {
    private let repository: Repository
    private let site: String

    init() throws {
        (repository, site) = (try Repository(), "pages/status")
        try repository.write(NewsSite.configuration, to: site + "/status.yml")
        try write(NewsSite.first)
        try repository.write("Not of the site.", to: "README.md")
        try repository.commit(at: "2026-01-02T17:10Z")
    }

    @Test func updateThatWasAddedIsAnnounced() throws {
        try write(NewsSite.first + NewsSite.second)
        try repository.commit()
        #expect(try texts(since: "HEAD~1") == ["The pool is exhausted."])
        // Several at once come in the order they were said in.
        try write(NewsSite.first + NewsSite.second + NewsSite.third)
        #expect(try texts(since: "HEAD~1") == ["The pool is exhausted.", "All is well."])
        #expect(try texts(since: "HEAD") == ["All is well."])
    }

    @Test func postMortemThatWasPublishedIsAnnounced() throws {
        let draft =
            NewsSite.first + NewsSite.second + NewsSite.third + "\n# Post-mortem\n\nThe pool was too small.\n"
        try write(draft)
        try repository.commit(at: "2026-01-03T10:00Z")
        #expect(try texts(since: "HEAD~1").contains("The pool was too small.") == false)
        let published = draft.replacing("mortem\n", with: "mortem\nPublished: 2026-01-02\n")
        try write(published)
        #expect(try texts(since: "HEAD") == ["The pool was too small."])
        try repository.commit(at: "2026-01-04T10:00Z")
        try write(published.replacing("too small", with: "much too small"))
        #expect(try texts(since: "HEAD") == [])
    }

    @Test func channelGetsTheNewsOfItsSeveritiesAlone() throws {
        let policy = "severities: {SEV-1: {notify: [Chat, {e-mail list: all}]}, SEV-2: {notify: [chat]}}\n"
        try repository.write(
            NewsSite.configuration.replacing("severities: {SEV-1: {}}\n", with: policy),
            to: site + "/status.yml")
        try write(NewsSite.first.replacing("SEV-1", with: "SEV-2"))
        try repository.commit()
        try write(
            NewsSite.first.replacing("SEV-1", with: "SEV-2") + NewsSite.second + "Severity: SEV-1\n"
                + NewsSite.third)
        try write(Self.maintenance, to: "move.md")
        let all = ["The pool is exhausted.", "All is well.", "We move."]
        #expect(try texts(since: "HEAD") == all)
        #expect(try texts(since: "HEAD", "--for", "email_list") == all)
        try write(NewsSite.first.replacing("SEV-1", with: "SEV-2") + NewsSite.second + NewsSite.third)
        #expect(try texts(since: "HEAD", "--for", "E-mail list") == ["We move."])
        #expect(try texts(since: "HEAD", "--for", "chat") == all)
        let none = try announce(since: "HEAD", "--for", "pager")
        #expect(none.status == 1 && none.output.isEmpty)
        #expect(none.error.contains("no severity has the channel `pager` under `notify`"))
        #expect(none.error.contains("the channels are `Chat`, `e-mail list`"))
    }

    @Test func nothingAddedIsNothingSaid() throws {
        let result = try announce(since: "HEAD")
        #expect(result.status == 0 && result.output.isEmpty && result.error.isEmpty)
        try repository.write("Not of the site either.", to: "README.md")
        #expect(try texts(since: "HEAD") == [])
    }

    @Test func editedTextIsNoNewUpdate() throws {
        try write(NewsSite.first.replacing("We look into it.", with: "We are looking into it."))
        #expect(try texts(since: "HEAD") == [])
    }

    @Test func editedTimeIsNoNewUpdate() throws {
        try write(NewsSite.first.replacing("17:05", with: "17:03"))
        #expect(try texts(since: "HEAD") == [])
    }

    @Test func editedTimeHidesNoUpdateThatWasAdded() throws {
        try write(NewsSite.first.replacing("17:05", with: "17:03") + NewsSite.second)
        #expect(try texts(since: "HEAD") == ["The pool is exhausted."])
    }

    @Test func renamedOrMovedFileIsTheSameRecord() throws {
        try repository.git("mv", site + "/incidents/slow.md", site + "/incidents/very-slow.md")
        #expect(try texts(since: "HEAD") == [])
        try write(NewsSite.first + NewsSite.second, to: "very-slow.md")
        #expect(try texts(since: "HEAD") == ["The pool is exhausted."])
        // Moved to another folder and not yet known to git: the id tells.
        try repository.git("reset", "--quiet", "--hard")
        try FileManager.default.removeItem(atPath: "\(repository.path)/\(site)/incidents/slow.md")
        try write(NewsSite.first + NewsSite.second, to: "2026/slow.md")
        #expect(try texts(since: "HEAD") == ["The pool is exhausted."])
    }

    @Test func renamedRecordThatNamesItsFormerIdIsTheSame() throws {
        try FileManager.default.removeItem(atPath: "\(repository.path)/\(site)/incidents/slow.md")
        let text = (NewsSite.first + NewsSite.second).replacing(
            "severity:", with: "aliases: [slow]\nseverity:")
        try write(text, to: "pool-exhausted.md")
        #expect(try texts(since: "HEAD") == ["The pool is exhausted."])
    }

    @Test func newRecordIsAnnouncedWholeBeforeItIsCommittedToo() throws {
        try write(NewsSite.first.replacing("We look", with: "They look") + NewsSite.second, to: "other.md")
        #expect(try texts(since: "HEAD") == ["They look into it.", "The pool is exhausted."])
        try repository.commit()
        #expect(try texts(since: "HEAD~1") == ["They look into it.", "The pool is exhausted."])
    }

    @Test func maintenanceWithoutUpdatesIsAnnouncedOnce() throws {
        try write(Self.unannounced, to: "move.md")
        #expect(try texts(since: "HEAD") == [])
        // It began at 11:00, an hour before.
        let running = Self.unannounced.replacing("2026-01-09T05", with: "2026-01-03T11")
        try write(running, to: "move.md")
        #expect(try texts(since: "HEAD") == ["We move."])
        try repository.commit()
        try write(running.replacing("We move.", with: "We move house."), to: "move.md")
        #expect(try texts(since: "HEAD") == [])
    }

    @Test func endThatNoUpdateReportsIsAnnounced() throws {
        let ended = NewsSite.first.replacing("started:", with: "ended: 2026-01-02T17:40Z\nstarted:")
        try write(ended)
        let result = try announce(since: "HEAD")
        #expect(result.output.contains("**Phase:** Restored"), "\(result.output)")
        #expect(try texts(since: "HEAD") == [""])
        try repository.commit()
        try write(ended.replacing("17:40", with: "17:42"))
        #expect(try texts(since: "HEAD") == [])
        try write(ended + NewsSite.third)
        #expect(try texts(since: "HEAD") == ["All is well."])
    }

    @Test func clockIsNoChangeOfARecord() throws {
        try write(Self.unannounced.replacing("2026-01-09T05", with: "2026-01-03T11"), to: "move.md")
        try repository.commit(at: "2026-01-02T18:00Z")
        try repository.write("Not of the site.", to: "README")
        #expect(try texts(since: "HEAD") == [])
    }

    @Test func internalRecordIsForTheTeamAlone() throws {
        let secret = NewsSite.first.replacing("severity:", with: "visibility: internal\nseverity:")
        try write(secret, to: "secret.md")
        #expect(try texts(since: "HEAD") == [])
        #expect(try texts(since: "HEAD", "--audience", "internal") == ["We look into it."])
    }

    @Test func whatBecomesPublicIsNewToThePublic() throws {
        let secret = NewsSite.first.replacing("severity:", with: "visibility: internal\nseverity:")
        try write(secret, to: "secret.md")
        try repository.commit()
        try write(NewsSite.first + NewsSite.second, to: "secret.md")
        #expect(try texts(since: "HEAD") == ["We look into it.", "The pool is exhausted."])
        #expect(try texts(since: "HEAD", "--audience", "internal") == ["The pool is exhausted."])
    }

    @Test func formerTextThatCannotBeReadCountsByItsDate() throws {
        try write(NewsSite.first.replacing("title: Stories are slow", with: "titel: Stories are slow"))
        try repository.commit(at: "2026-01-02T17:10:00Z")
        try write(NewsSite.first + NewsSite.second)
        #expect(try texts(since: "HEAD") == ["The pool is exhausted."])
    }

    @Test func brokenRecordNeverSilencesTheOthers() throws {
        try write(NewsSite.first + NewsSite.second + "Severity: SEV-9\n")
        try write(NewsSite.first.replacing("We look", with: "They look"), to: "other.md")
        let result = try announce(since: "HEAD", "--format", "json")
        #expect(result.status == 3)
        #expect(result.output.contains("They look into it.") && !result.output.contains("exhausted"))
        #expect(result.error.contains("unknown-severity"))
        #expect(
            result.error.contains("error: left out `incidents/slow.md`: fix the errors above"))
        // One that did not change is no reason to fail.
        try repository.commit()
        try write(NewsSite.first.replacing("We look", with: "We all look"), to: "third.md")
        #expect(try texts(since: "HEAD") == ["We all look into it."])
    }

    @Test func recordThatWasBrokenIsToldOnceItIsMended() throws {
        try write(NewsSite.first + NewsSite.second + "Severity: SEV-9\n")
        try repository.commit(at: "2026-01-02T17:50Z")
        try write(NewsSite.first + NewsSite.second)
        #expect(try texts(since: "HEAD") == ["The pool is exhausted."])
        // One that was never sound was never told.
        try write("---\ntitle: Other\nseverity: SEV-9\n---\n", to: "other.md")
        try repository.commit(at: "2026-01-02T17:50Z")
        try write(NewsSite.first.replacing("We look", with: "They look"), to: "other.md")
        #expect(try texts(since: "HEAD") == ["They look into it."])
    }

    @Test func oldNewsIsLeftOut() throws {
        let old = NewsSite.first.replacing("2026-01-02", with: "2026-01-01")
        try write(old.replacing("We look", with: "They look"), to: "other.md")
        // Said at 17:05 of 1 January, and now it is noon of the 3rd.
        let result = try announce(since: "HEAD")
        #expect(result.status == 0 && result.output.isEmpty)
        #expect(
            result.error == "allclear: left out 1 message about news older than 1d\n",
            "\(result.error)")
        #expect(try texts(since: "HEAD", "--newer-than", "2d") == ["They look into it."])
        #expect(try texts(since: "HEAD", "--newer-than", "2026-01-01T17:05Z") == ["They look into it."])
        #expect(try announce(since: "HEAD", "--newer-than", "soon").status == 1)
    }

    @Test func dayOfAPostMortemCountsFromItsEnd() throws {
        // Published on the 2nd, which ends 12 hours before noon of the 3rd.
        try write(
            NewsSite.first + NewsSite.second + NewsSite.third
                + "\n# Post-mortem\nPublished: 2026-01-02\n\nA pool.\n")
        #expect(try texts(since: "HEAD", "--newer-than", "13h") == ["A pool."])
        #expect(try texts(since: "HEAD", "--newer-than", "11h") == [])
    }

    @Test func clockBringsNewsOfItsOwn() throws {
        try write(NewsSite.window, to: "move.md")
        try repository.commit(at: "2026-01-03T09:30Z")
        #expect(try texts(since: "HEAD") == [])
        // It began at 10:00 and ended at 11:30.
        let phases = { (since: String, now: String) throws -> [String] in
            let result = try Program.run(
                "announce", "--site", "\(repository.path)/\(site)", "--now", now, "--format", "json", "--due",
                "--since", since)
            #expect(result.status == 0, "\(result.error)")
            return result.output.matches(of: /"phase":"([a-z_]+)"/).map { String($0.1) }
        }
        #expect(try phases("HEAD", "2026-01-03T12:00Z") == ["in_progress", "completed"])
        #expect(try phases("HEAD", "2026-01-03T10:00Z") == ["in_progress"])
        #expect(try phases("HEAD", "2026-01-03T09:59Z") == [])
        #expect(try phases("2026-01-03T10:00Z", "2026-01-03T12:00Z") == ["completed"])
        #expect(try phases("2026-01-03T11:30Z", "2026-01-03T12:00Z") == [])
        // What was written since is not the clock's.
        try write(NewsSite.window + "\n[COMPLETED 2026-01-03 11:00 UTC] Done.\n", to: "move.md")
        #expect(try phases("HEAD", "2026-01-03T12:00Z") == ["in_progress"])
        #expect(try texts(since: "HEAD") == ["Done."])
    }

    @Test func optionsThatContradictEachOtherAreRefused() throws {
        for arguments in [
            ["--due"], ["--since", "HEAD", "--told", "slack"], ["slow", "--told", "slack"],
            ["--told", "a/b"], ["--told", "-x"], ["--since", "2026-01-03T10:00Z"], ["--preview"],
            ["slow", "--for", "chat"],
        ] {
            let result = try Program.run(
                ["announce", "--site", "\(repository.path)/\(site)"] + arguments)
            #expect(result.status == 64 && result.output.isEmpty, "\(arguments): \(result.error)")
        }
    }

    @Test func nothingBeforeNewsSinceIsTold() throws {
        try repository.write(
            NewsSite.configuration.replacing(
                "example.com\"}", with: "example.com\", news_since: 2026-01-02T17:30Z}"),
            to: site + "/status.yml")
        try write(NewsSite.first + NewsSite.second + NewsSite.third)
        #expect(try texts(since: "HEAD") == ["All is well."])
    }

    @Test func previewSaysWhoWouldBeToldWhat() throws {
        let nothing = try announce(since: "HEAD", "--preview")
        #expect(nothing.status == 0 && nothing.output == "No messages would be sent.\n")
        let policy = "severities: {SEV-1: {notify: [chat, {email: all}]}}\n"
        try repository.write(
            NewsSite.configuration.replacing("severities: {SEV-1: {}}\n", with: policy),
            to: site + "/status.yml")
        try write(
            NewsSite.first + NewsSite.second.replacing("exhausted.", with: "exhausted.\n\n````\nlog\n````"))
        let preview = try announce(since: "HEAD", "--preview").output
        let lines = preview.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count > 8 && lines[0] == "1 message would be sent:" && lines[3] == "To: chat, email")
        let fence = lines[2]
        #expect(fence.count > 3 && fence.allSatisfy { $0 == "`" } && lines.suffix(2) == [fence, ""])
        let shown = lines.dropFirst(3).dropLast(2)
        #expect(!shown.contains { $0.contains(fence) } && shown.contains("The pool is exhausted."))
        for number in 0..<22 {
            try write(NewsSite.first.replacing("We look", with: "\(number) look"), to: "more-\(number).md")
        }
        let many = try announce(since: "HEAD", "--preview").output
        #expect(many.hasPrefix("23 messages would be sent:\n") && many.hasSuffix("`\n\nand 3 more.\n"))
        #expect(many.components(separatedBy: "\nTo: ").count == 21)
    }

    @Test func formatsAreOneAfterTheOther() throws {
        try write(NewsSite.first + NewsSite.second + NewsSite.third)
        for format in Announcer.Format.allCases where format.joining == .lines {
            let lines = try announce(since: "HEAD", "--format", format.rawValue).output.split(separator: "\n")
            #expect(lines.count == 2, "\(format)")
        }
        #expect(try announce(since: "HEAD").output.contains("\n---\n"))
        let mail = try announce(since: "HEAD", "--format", "email").output
        #expect(mail.components(separatedBy: "\nFrom status@status.example.com ").count == 2)
    }

    @Test func revisionThatIsNotThereIsTold() throws {
        for revision in ["nowhere", "--output=x", "0000000000000000000000000000000000000000"] {
            let result = try announce(since: revision)
            #expect(result.status == 1 && result.output.isEmpty)
            #expect(result.error.contains("the repository has no commit `\(revision)`"))
        }
        let outside = try Scratch()
        try NewsSite.configuration.write(
            toFile: outside.path + "/status.yml", atomically: true, encoding: .utf8)
        let result = try Program.run("announce", "--site", outside.path, "--since", "HEAD")
        #expect(result.status == 1 && result.error.contains("is not in a git repository"))
        #expect(result.error.contains("hint: run it in a checkout of the records"))
    }

    @Test func withoutGitThatIsSaid() throws {
        let arguments = ["announce", "--site", "\(repository.path)/\(site)", "--since", "HEAD"]
        let result = try Program.run(arguments, environment: ["PATH": "/nowhere"])
        #expect(result.status == 1 && result.error.contains("`git` is not in PATH"))
    }
}

private extension AnnounceSinceTests {
    func write(_ record: String, to name: String = "slow.md") throws {
        try repository.write(record, to: "\(site)/incidents/\(name)")
    }

    func announce(since revision: String, _ more: String...) throws -> Program.Result {
        try Program.run(
            ["announce", "--site", "\(repository.path)/\(site)", "--now", "2026-01-03T12:00Z"]
                + ["--since=\(revision)"] + more
        )
    }

    /// What was said in each of the notices.
    func texts(since revision: String, _ more: String...) throws -> [String] {
        let arguments = ["announce", "--site", "\(repository.path)/\(site)", "--now", "2026-01-03T12:00Z"]
        let result = try Program.run(arguments + ["--since=\(revision)", "--format", "json"] + more)
        #expect(result.status == 0, "\(result.error)")
        return try result.output.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["text"] as? String ?? ""
        }
    }

    static let maintenance = """
        ---
        title: We move
        maintenance: {from: 2026-01-09T05:00Z, until: 2026-01-09T06:00Z}
        ---

        [SCHEDULED 2026-01-03 09:00 UTC] We move.

        """

    static let unannounced = maintenance.replacing("[SCHEDULED 2026-01-03 09:00 UTC] ", with: "")
}
