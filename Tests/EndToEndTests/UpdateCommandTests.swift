import Foundation
import TestSupport
import Testing

/// `allclear update`: where an update goes, and what is refused.
@Suite struct UpdateCommandTests {
    private let scratch: Scratch
    private let site: String

    init() throws {
        scratch = try Scratch()
        site = scratch.path
        try write(Self.configuration, to: "status.yml")
        try write(Self.slow, to: "incidents/2026-01-02-slow.md")
    }

    @Test func oldestFirstGetsItBelowAndAboveThePostMortem() throws {
        try write(Self.slow + "\n---\n\n# Post-mortem\n\nThe pool.\n", to: "incidents/2026-01-02-slow.md")
        let result = try update("slow", "identified", "The pool.")
        #expect(result.status == 0, "\(result.error)")
        #expect(result.output == "\(site)/incidents/2026-01-02-slow.md\n")
        #expect(
            try record("2026-01-02-slow")
                == Self.slow + "\n[IDENTIFIED] The pool.\nUpdated: 2026-01-02 17:15 UTC\n"
                + "\n---\n\n# Post-mortem\n\nThe pool.\n"
        )
    }

    /// What people say of an incident beside the text; the components are as they were a while ago.
    @Test func linesAtItsEndAreWrittenByOptions() throws {
        let result = try update(
            "slow", "monitoring", "Mended.", "--component", "web=operational since 17:10", "--eta",
            "in an hour",
            "--root-cause", "the pool", "--fix", "a larger\npool", "--escalated", "Lead", "--escalated", "CTO"
        )
        #expect(result.status == 0, "\(result.error)")
        #expect(
            try record("2026-01-02-slow").hasSuffix(
                """

                [MONITORING] Mended.
                Components: web operational since 17:10
                ETA: in an hour
                Root cause: the pool
                Fix: a larger pool
                Escalated: Lead, CTO
                Updated: 2026-01-02 17:15 UTC

                """))
        // What cannot be read is refused, and nothing is written.
        let before = try record("2026-01-02-slow")
        for component in ["web=operational since noon", "web=operational since 17:10, api major_outage"] {
            let refused = try update("slow", "update", "a", "--component", component)
            #expect(try refused.status != 0 && record("2026-01-02-slow") == before, "\(refused.error)")
        }
        let new = try Program.run(
            "new", "A", "b", "--severity", "SEV-2", "--component", "web=major since 17:10", "--site", site)
        #expect(new.status == 1 && new.error.contains("from its start"), "\(new.error)")
        // A cause may have marks.
        #expect(try update("slow", "update", "b", "--root-cause", "the `pool` of *one*").status == 0)
    }

    @Test func newestFirstGetsItOnTop() throws {
        let front = "---\ntitle: A\nseverity: SEV-2\n---\n\n"
        let updates = """
            [IDENTIFIED 2026-01-02 17:10 UTC] It is the pool.

            [INVESTIGATING 2026-01-02 17:05 UTC] We look into it.
            """
        try write(front + "What it is.\n" + updates, to: "incidents/new.md")
        #expect(try update("new", "MONITORING", "Mended.").status == 0)
        #expect(
            try record("new") == front
                + "What it is.\n\n[MONITORING] Mended.\nUpdated: 2026-01-02 17:15 UTC\n\n" + updates
        )
    }

    @Test func recordWithoutUpdatesAndWithoutABodyGetsItsFirst() throws {
        let front = "---\r\ntitle: A\r\nseverity: SEV-2\r\nstarted: 2026-01-02T17:00Z\r\n---"
        try write(front, to: "incidents/bare.md")
        #expect(try update("bare", "INVESTIGATING", "One\nTwo").status == 0)
        #expect(
            try record("bare") == front
                + "\r\n\r\n[INVESTIGATING] One\r\nTwo\r\nUpdated: 2026-01-02 17:15 UTC"
        )
    }

    @Test func recordWithoutTimesIsLedToThoseOfGit() throws {
        let bare = Self.slow.replacing(/\nUpdated: .*/, with: "")
        try write(bare, to: "incidents/2026-01-02-slow.md")
        let result = try update("slow", "identified", "The pool.")
        #expect(result.status == 1 && result.error.contains("this update has no time"), "\(result.error)")
        #expect(result.error.contains("`allclear stamp` adds"), "\(result.error)")
    }

    @Test func textComesFromStandardInput() throws {
        let words = ["update", "slow", "update", "--site", site, "--now", "2026-01-02T17:15:00Z"]
        #expect(try Program.run(words, input: "From a pipe.\n").status == 0)
        #expect(try Program.run(words + ["-"], input: "Another.\n").status == 0)
        let text = try record("2026-01-02-slow")
        #expect(
            text.contains("[UPDATE] From a pipe.\nUpdated: ") && text.contains("[UPDATE] Another.\nUpdated: ")
        )
        let empty = try Program.run(words, input: " \n")
        #expect(empty.status == 1 && empty.error.contains("no text"))
        #expect(try record("2026-01-02-slow") == text)
    }

    @Test(arguments: ["- this page has", "- a list", "-\n  one"])
    func listIsNoOption(text: String) throws {
        let result = try update("slow", "update", text)
        #expect(result.status == 0, "\(result.error)")
        #expect(
            try record("2026-01-02-slow")
                == Self.slow + "\n[UPDATE]\n\n\(text)\n\nUpdated: 2026-01-02 17:15 UTC\n"
        )
    }

    @Test func endlessStandardInputIsRefused() throws {
        let arguments = ["update", "slow", "update", "--site", site, "--now", "2026-01-02T17:15:00Z"]
        let process = try Program.start(arguments, input: "/dev/zero", errors: site + "/errors")
        process.waitForEnd()
        #expect(process.terminationStatus == 1)
        let told = try String(contentsOfFile: site + "/errors", encoding: .utf8)
        #expect(told.contains("standard input is larger than 1 MiB"), "\(told)")
        #expect(try record("2026-01-02-slow") == Self.slow)
    }

    @Test func writerWaitsForAnotherAndSeesWhatItWrote() throws {
        let folder = open(site + "/incidents", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(folder) }
        #expect(flock(folder, LOCK_EX) == 0)
        let words = ["update", "slow", "update", "x", "--site", site, "--now", "2026-01-02T17:15:00Z"]
        let process = try Program.start(words, errors: site + "/errors")
        // It has read the file by then, and without a lock it would go on and end.
        let waiter = "-> FLOCK  ADVISORY  WRITE \(process.processIdentifier) "
        while process.isRunning,
            try !String(contentsOfFile: "/proc/locks", encoding: .utf8).contains(waiter)
        {
            usleep(5_000)
        }
        #expect(process.isRunning)
        let theirs = Self.slow + "\n[UPDATE 17:10 UTC] Theirs.\n"
        try write(theirs, to: "incidents/2026-01-02-slow.md")
        #expect(flock(folder, LOCK_UN) == 0)
        process.waitForEnd()
        #expect(process.terminationStatus == 1)
        #expect(try record("2026-01-02-slow") == theirs)
    }

    @Test func updatesAtTheSameTimeAreAllThereOrRefused() throws {
        for round in 1...6 {
            let errors = (1...4).map { "\(site)/errors-\($0)" }
            let started = try errors.enumerated().map { writer, errors in
                let words = ["update", "slow", "update", "Round \(round), writer \(writer)."]
                let options = ["--site", site, "--now", "2026-01-02T17:15:00Z"]
                return try Program.start(words + options, errors: errors)
            }
            for (writer, process) in started.enumerated() {
                process.waitForEnd()
                let isThere = try record("2026-01-02-slow").contains("Round \(round), writer \(writer).")
                #expect(isThere == (process.terminationStatus == 0))
                let told = try String(contentsOfFile: errors[writer], encoding: .utf8)
                #expect(isThere || told.contains("was changed in the meantime"), "\(told)")
            }
        }
    }

    @Test func componentsAndTheNextUpdateAreTrailers() throws {
        let result = try update(
            "slow",
            "mitigating",
            "Going back.",
            "--component",
            "Website=operational",
            "--component",
            "API=major",
            "--next-update",
            "20m"
        )
        #expect(result.status == 0, "\(result.error)")
        #expect(
            try record("2026-01-02-slow").hasSuffix(
                """

                [MITIGATING] Going back.
                Components: web operational, api major_outage
                Next update: 20m
                Updated: 2026-01-02 17:15 UTC

                """
            )
        )
    }

    @Test func timeMayBeAnotherThanNow() throws {
        #expect(try update("slow", "identified", "The pool.", "--at", "17:10 UTC").status == 0)
        #expect(
            try record("2026-01-02-slow")
                == Self.slow + "\n[IDENTIFIED] The pool.\nUpdated: 2026-01-02 17:10 UTC\n")
        let before = try record("2026-01-02-slow")
        let early = try update("slow", "update", "x", "--at", "17:07 UTC")
        #expect(
            early.status == 1
                && early.error.contains("--at must not be before the latest update (incidents/"),
            "\(early.error)")
        #expect(
            try update("slow", "update", "x", "--at", "2026-01-02T18:00Z").error.contains("is in the future"))
        #expect(try record("2026-01-02-slow") == before)
        #expect(try update("slow", "update", "Still.", "--at", "2m ago").status == 0)
        #expect(try record("2026-01-02-slow").hasSuffix("[UPDATE] Still.\nUpdated: 2026-01-02 17:13 UTC\n"))
    }

    @Test func maintenanceTakesLonger() throws {
        try write(Self.move, to: "incidents/move.md")
        #expect(try update("move", "in-progress", "An hour more.", "--until", "2h").status == 0)
        #expect(
            try record("move")
                == Self.move
                + "\n[IN PROGRESS] An hour more.\nUntil: 2026-01-02 19:15 UTC\nUpdated: 2026-01-02 17:15 UTC\n"
        )
        try write(Self.move, to: "incidents/later.md")
        let times = ["--from", "2026-01-03 10:00", "--until", "2026-01-03 12:00"]
        #expect(try update(["later", "scheduled", "A day later."] + times).status == 0)
        #expect(
            try record("later") == Self.move
                + "\n[SCHEDULED] A day later.\nFrom: 2026-01-03 10:00 UTC\nUntil: 2026-01-03 12:00 UTC\n"
                + "Updated: 2026-01-02 17:15 UTC\n")
        let incident = try update("slow", "update", "x", "--until", "2h")
        #expect(incident.status == 1 && incident.error.contains("use `--eta`"), "\(incident.error)")
    }

    /// Maintenance of the next evening: a time is not that of today.
    @Test func timeOfPlannedMaintenanceIsOnItsDay() throws {
        let planned = Self.evening
        try write(planned, to: "incidents/move.md")
        let later = try update("move", "scheduled", "An hour later.", "--from", "21:00")
        #expect(later.status == 0, "\(later.error)")
        #expect(
            try record("move") == planned
                + "\n[SCHEDULED] An hour later.\nFrom: 2026-01-03 21:00 UTC\nUpdated: 2026-01-02 17:15 UTC\n")
        #expect(
            later.error.contains(
                "the maintenance is now planned for 2026-01-03 21:00–22:00 UTC (was 2026-01-03 20:00–22:00 UTC)\n"
            ), "\(later.error)")
        let longer = try update("move", "update", "It takes longer.", "--until", "01:00")
        #expect(longer.status == 0 && longer.error.contains(" 2026-01-04 01:00 UTC (was "), "\(longer.error)")
        let both = try update("move", "update", "Later still.", "--from", "22:30", "--until", "2h")
        #expect(both.status == 0, "\(both.error)")
        #expect(
            try record("move").contains("From: 2026-01-03 22:30 UTC\nUntil: 2026-01-04 00:30 UTC\n"))

        let before = try record("move")
        let unclear = try update("move", "update", "Earlier.", "--from", "07:00")
        #expect(
            unclear.status == 1
                && unclear.error.contains(
                    "--from: `07:00` is 8 h 30 min after the planned start, or 15 h 30 min before"),
            "\(unclear.error)")
        let past = try update(
            "move", "update", "Earlier.", "--from", "21:00", now: "2026-01-03T21:30:00Z")
        #expect(past.status == 1 && past.error.contains("is before the update itself"), "\(past.error)")
        #expect(try record("move") == before)
        // What only says more changes no plan.
        #expect(try !update("move", "update", "All is ready.").error.contains("now planned"))
    }

    @Test func timeOfAWindowToComeIsOnItsDay() throws {
        let series = Self.evening.replacing(
            "22:00Z}", with: "22:00Z, repeat: weekly, repeat_until: 2026-02-28}")
        try write(series + "\n[SCHEDULED 2026-01-01 10:00 UTC] We move.\n", to: "incidents/weekly.md")
        let moved = try update(
            "weekly", "update", "Later this week.", "--from", "20:30", now: "2026-01-08T12:00:00Z")
        #expect(
            moved.status == 0
                && moved.error.contains("2026-01-10 20:30–22:00 UTC (was 2026-01-10 20:00–22:00 UTC)\n"),
            "\(moved.error)")
        #expect(try record("weekly").contains("From: 2026-01-10 20:30 UTC\n"))
    }

    /// Each window is compared with itself, even if another is no longer planned.
    @Test func windowsThatMovedAreListedUpToThree() throws {
        let series =
            Self.evening.replacing("22:00Z}", with: "22:00Z, repeat: weekly, repeat_until: 2026-02-28}")
            + "\n[SCHEDULED 2026-01-01 10:00 UTC] We move.\n"
        func said(_ editor: String) throws -> String {
            try write(series, to: "incidents/weekly.md")
            let words = ["update", "weekly", "update", "x", "--edit", "--site", site]
            let result = try Program.run(
                words + ["--now", "2026-01-02T17:15:30Z"], environment: ["VISUAL": editor])
            #expect(result.status == 0, "\(result.error)")
            return result.error
        }
        let fewer = try said("sed -i 's/repeat: weekly/repeat: weekly, except: [2026-01-17]/'")
        #expect(!fewer.contains("now planned"), "\(fewer)")
        let later = try said("sed -i 's/03T20:00Z/03T20:30Z/'")
        #expect(later.components(separatedBy: "the maintenance is now planned for ").count == 4, "\(later)")
        // There are nine windows.
        #expect(later.contains("(was 2026-01-17 20:00–22:00 UTC)\nallclear: and 6 more\n"), "\(later)")
    }

    @Test func tomorrowIsTheDayAfterTheUpdate() throws {
        try write(Self.evening, to: "incidents/move.md")
        let result = try update(
            "move", "update", "Later.", "--from", "2026-01-07 23:00", "--until", "tomorrow 03:00")
        #expect(result.status == 1 && result.error.contains("write `2026-01-03 03:00`"), "\(result.error)")
    }

    /// Maintenance begins as planned, so no answer begins it a day early.
    @Test func enterDoesNotBeginMaintenance() throws {
        let words = ["update", "move", "--site", site, "--now", "2026-01-02T17:15:30Z"]
        try write(Self.evening, to: "incidents/move.md")
        let first = try Terminal.run(words, typing: "\nWe will move.\n")
        #expect(first.screen.contains("(Enter for SCHEDULED)"), "\(first.screen)")
        let second = try Terminal.run(words, typing: "\nAll is ready.\n")
        #expect(second.screen.contains("(Enter for UPDATE)"), "\(second.screen)")
        #expect(
            try record("move") == Self.evening
                + "\n[SCHEDULED] We will move.\nUpdated: 2026-01-02 17:15 UTC\n"
                + "\n[UPDATE] All is ready.\nUpdated: 2026-01-02 17:15 UTC\n")
        #expect(first.screen.contains("allclear update move UPDATE \"…\""), "\(first.screen)")
    }

    @Test func editorHasRoomForTheText() throws {
        let words = [
            "update", "slow", "identified", "--edit", "--site", site, "--now", "2026-01-02T17:15:30Z",
        ]
        let editor = "sed -i 's/^.IDENTIFIED./& It is the pool./'"
        let result = try Program.run(words, environment: ["VISUAL": editor])
        #expect(result.status == 0, "\(result.error)")
        #expect(
            try record("2026-01-02-slow")
                == Self.slow + "\n[IDENTIFIED] It is the pool.\nUpdated: 2026-01-02 17:15 UTC\n")
    }

    /// Somebody who knows nothing but the command's name.
    @Test func terminalIsAskedForAll() throws {
        try write(Self.move, to: "incidents/move.md")
        try write(Self.slow + "\n[RESOLVED 17:10 UTC] Done.\n", to: "incidents/2026-01-01-old.md")
        let words = ["update", "--site", site, "--now", "2026-01-02T17:15:30Z"]
        let session = try Terminal.run(words, typing: "\n1\n\nIt is the pool.\n")
        #expect(session.status == 0, "\(session.screen)")
        #expect(
            session.screen.contains(
                """
                Which record do you want to update?
                   1  2026-01-02-slow  Stories are slow (SEV-2, INVESTIGATING)
                   2  move             Move (IN PROGRESS)

                """), "\(session.screen)")
        #expect(
            session.screen.contains("no record was named: the open records are `2026-01-02-slow`, `move`"))
        #expect(
            session.screen.contains(
                "What is the phase now? (Enter for IDENTIFIED)\n   1  INVESTIGATING  we are"))
        #expect(
            try record("2026-01-02-slow")
                == Self.slow + "\n[IDENTIFIED] It is the pool.\nUpdated: 2026-01-02 17:15 UTC\n")
        let maintenance = try Terminal.run(words, typing: "move\nin-progress\nWe begin.\n")
        #expect(try record("move").contains("[IN PROGRESS] We begin.\n"), "\(maintenance.screen)")
    }

    @Test func resolvedIncidentLeadsToThePostMortemThatThePolicyRequires() throws {
        let command = "  allclear post-mortem 2026-01-02-slow\n"
        #expect(try !update("slow", "RESOLVED", "Done.").error.contains(command))
        try write(Self.slow, to: "incidents/2026-01-02-slow.md")
        let required = try String(contentsOfFile: site + "/status.yml", encoding: .utf8)
            .replacing("SEV-2: {", with: "SEV-2: {post_mortem: {required: true}, ")
        try write(required, to: "status.yml")
        let result = try update("slow", "RESOLVED", "Done.")
        #expect(result.status == 0 && result.error.hasSuffix(command), "\(result.error)")
    }

    @Test func promiseOfAnIncidentThatIsOverIsNotAnnounced() throws {
        try write(
            Self.slow + "\n[RESOLVED 17:10 UTC] Done.\nNext update: 30m\n", to: "incidents/2026-01-02-slow.md"
        )
        let over = try Program.run("announce", "slow", "--site", site, "--now", "2026-01-02T17:15Z")
        #expect(over.status == 0 && over.output.contains("Done."), "\(over.error)")
        #expect(!over.output.contains("Next update"), "\(over.output)")
        try write(Self.slow + "Next update: 30m\n", to: "incidents/2026-01-02-slow.md")
        let open = try Program.run("announce", "slow", "--site", site, "--now", "2026-01-02T17:15Z")
        #expect(open.output.contains("Next update"), "\(open.output)")
    }

    @Test func recordThatIsOverPromisesNoUpdate() throws {
        for (phase, reason) in [
            ("RESOLVED", "this ends the incident"),
            ("UPDATE", "the incident or maintenance has already ended"),
        ] {
            if phase == "UPDATE" { #expect(try update("slow", "RESOLVED", "Done.").status == 0) }
            let before = try record("2026-01-02-slow")
            let refused = try update(
                "slow", phase, "Done.", "--next-update", "30m", now: "2026-01-02T17:20:00Z")
            #expect(
                refused.status == 1
                    && refused.error.contains(
                        "`--next-update` cannot be used with `\(phase)`: \(reason)"),
                "\(refused.error)")
            #expect(try record("2026-01-02-slow") == before)
        }
    }

    @Test func updateIsMadeAfterTheLastAnswer() throws {
        let start = Date()
        let written = ISO8601DateFormatter().string(from: start)
        try write(
            Self.slow.replacing("2026-01-02T16:58Z", with: written)
                .replacing("Updated: 17:05 UTC", with: "Updated: \(written)"),
            to: "incidents/2026-01-02-slow.md")
        let session = try Terminal.run(
            ["update", "slow", "IDENTIFIED", "--site", site], typing: "It is the pool.\n", after: 2)
        #expect(session.status == 0, "\(session.screen)")
        let line = try record("2026-01-02-slow").split(separator: "\n").last { $0.hasPrefix("Updated: ") }
        let seconds = try #require(line?.wholeMatch(of: /.*\d\d:\d\d(?::(\d\d))? UTC/), "\(line ?? "")").1
        // Seconds are written unless a minute passed meanwhile.
        let begun = Int(start.timeIntervalSince1970) % 60
        #expect(seconds.flatMap { Int($0) }.map { $0 >= begun + 2 } ?? true, "\(line ?? "") \(written)")
    }

    @Test func scriptIsToldWhatIsMissing() throws {
        let nothing = try update()
        #expect(
            nothing.status == 1 && nothing.error.contains("open records: `2026-01-02-slow`"),
            "\(nothing.error)"
        )
        let phase = try update("slow")
        #expect(phase.status == 1 && phase.error.contains("the phase is missing"), "\(phase.error)")
        #expect(phase.error.contains("use one of `INVESTIGATING`, `IDENTIFIED`"))
    }

    @Test func recordIsFoundByItsTitleAndByAFormerID() throws {
        let login = Self.slow.replacing(
            "title: Stories are slow", with: "title: Login fails\naliases: [sign-in]")
        try write(login, to: "incidents/2026-01-01-auth.md")
        for name in ["login", "Login f", "sign-in"] {
            let result = try update(name, "update", "Found by \(name).")
            #expect(result.status == 0, "\(result.error)")
            #expect(
                result.error.hasPrefix(
                    "allclear: `\(name)` matches `2026-01-01-auth`, \u{201C}Login fails\u{201D}\n"))
        }
        let announced = try Program.run("announce", "login", "--site", site, "--now", "2026-01-02T17:16:00Z")
        #expect(announced.status == 0 && announced.output.contains("Found by sign-in."), "\(announced.error)")
        #expect(announced.error.hasPrefix("allclear: `login` matches `2026-01-01-auth`"))
        #expect(try !update("2026-01-01-auth", "update", "x").error.contains("matches"))
        #expect(try !update("incidents/2026-01-01-auth.md", "update", "y").error.contains("matches"))
        // A part of an id comes before one of a title.
        #expect(try update("slow", "update", "z").error.contains("`slow` matches `2026-01-02-slow`"))
    }

    @Test func updateThatThePublicPageDoesNotShowIsSaidNotToBe() throws {
        func told(_ front: String, _ body: String = "") throws -> String {
            try write(
                Self.slow.replacing("severity: SEV-2", with: front) + body, to: "incidents/2026-01-02-slow.md"
            )
            let result = try update("slow", "update", "x")
            #expect(result.status == 0, "\(result.error)")
            return result.error
        }
        #expect(try !told("severity: SEV-2").contains("does not show"))
        let draft = try told("severity: SEV-2\ndraft: true")
        #expect(draft.contains("does not show this: the record is a draft until you remove `draft: true`"))
        #expect(try told("severity: SEV-3").contains("the record is internal, the default for `SEV-3`"))
        #expect(try told("severity: SEV-2\nvisibility: internal").contains("the record is internal\n"))
        try write(
            Self.slow.replacing("2026-01-02", with: "2025-11-02") + "\n[RESOLVED 17:10 UTC] Done.\n",
            to: "incidents/2025-11-02-old.md")
        let late = try update("2025-11-02-old", "update", "We wrote to all.")
        #expect(
            late.error.contains("the front page does not show this, because the incident ended on 2025-11-02")
        )
    }

    @Test func severityIsATrailer() throws {
        #expect(try update("slow", "update", "Worse.", "--severity", "p0").status == 0)
        #expect(
            try record("2026-01-02-slow")
                == Self.slow + "\n[UPDATE] Worse.\nSeverity: SEV-1\nUpdated: 2026-01-02 17:15 UTC\n"
        )
    }

    @Test func raiseToAPublicSeverityAsksWhoSeesIt() throws {
        let inside = Self.slow.replacing("SEV-2", with: "SEV-3")
        let raised = "\n[UPDATE] All.\nSeverity: SEV-1\nUpdated: 2026-01-02 17:15 UTC\n"
        let place = "incidents/2026-01-02-slow.md"
        try write(inside, to: place)
        let refused = try update("slow", "update", "All.", "--severity", "SEV-1")
        #expect(refused.status == 1 && refused.error.contains("--visibility public"), "\(refused.error)")
        #expect(try record("2026-01-02-slow") == inside)

        #expect(
            try update("slow", "update", "All.", "--severity", "SEV-1", "--visibility", "public").status == 0
        )
        let fence = try #require(inside.ranges(of: "---\n").dropFirst().first)
        let stated = inside.replacingCharacters(in: fence, with: "visibility: public\n---\n")
        #expect(try record("2026-01-02-slow") == stated + raised)
        let other = try update("slow", "update", "No.", "--visibility", "internal")
        #expect(other.status == 1 && other.error.contains("says `visibility: public`"), "\(other.error)")

        try write(inside, to: place)
        let words = ["update", "slow", "update", "All.", "--severity", "SEV-1", "--site", site]
        let session = try Terminal.run(words + ["--now", "2026-01-02T17:15:00Z"], typing: "nobody\n1\n")
        #expect(
            session.status == 0 && session.screen.contains("Who can see it from now on?"), "\(session.screen)"
        )
        #expect(try record("2026-01-02-slow") == stated + raised)
    }

    @Test func secondsAreWrittenWhereTheMinuteWouldLieBefore() throws {
        try write(Self.slow.replacing("17:05 UTC", with: "2026-01-02T17:15:20Z"), to: "incidents/s.md")
        #expect(try update("s", "update", "Still.", now: "2026-01-02T17:15:40Z").status == 0)
        #expect(try record("s").hasSuffix("Updated: 2026-01-02 17:15:40 UTC\n"))
    }

    @Test(arguments: [
        (["slow", "IDENTIFED", "x"], "did you mean `IDENTIFIED`?"),
        (["slow", "COMPLETED", "x"], "wrong-kind-of-phase"),
        (["slow", "update", "One\n[RESOLVED] two"], "if you mean it as text, write `\\[RESOLVED]`"),
        (["slow", "update", "One\n[RESLOVED] two"], "unknown phase `RESLOVED`"),
        (["slow", "update", "# Post-mortem\nx"], "write the post-mortem in the file"),
        (["slow", "update", "One\nNext update: 15m"], "--next-update 20m"),
        (["slow", "update", "One\n\n**ETA:** 18:00"], "would be read as a trailer"),
        (["slow", "update", "```\ncode"], "look for a code block"),
        (["slow", "update", "[a]: http://x"], "readers would see no text"),
        (["slow", "update", "***"], "readers would see no text"),
        (["slow", "update", "x", "--next-update", "20"], "as a duration with a unit: `20m`"),
        (["", "update", "x"], "the open record is `2026-01-02-slow`"),
        ([".md", "update", "x"], "no record was named"),
        (["slow", "update", "<!-- a"], "look for a code block, a comment"),
        (["slow", "update", "x", "--component", "wbe=operational"], "did you mean `web`?"),
        (["slow", "update", "x", "--component", "web=fine"], "unknown status `fine`"),
        (["slow", "update", "x", "--component", "web"], "`web` has no status"),
        (["slow", "resolved", "x", "--component", "web=major"], "resolved-with-impact"),
        (["slow", "update", "x", "--next-update", "25:10"], "or as a duration with a unit: `20m`"),
        (["slow", "update", "x", "--next-update", "soonish"], "`soonish` is not a valid time"),
        (["slwo", "update", "x"], "unknown record `slwo`"),
        (["incidents/2026-01-03-slow.md", "update", "x"], "did you mean `2026-01-02-slow`?"),
        (["slow", "update", "x", "--now", "2026-01-02T17:00Z"], "17:05:00Z, which is in the future"),
    ])
    func slipIsRefusedAndNothingWritten(arguments: [String], told: String) throws {
        let result = try update(arguments)
        #expect(result.status == 1 && result.output.isEmpty)
        #expect(result.error.contains(told), "\(result.error)")
        #expect(try record("2026-01-02-slow") == Self.slow)
        #expect(!result.error.contains("\u{1B}"))
    }

    @Test func ambiguousNameListsTheOpenOnesFirst() throws {
        try write(Self.slow + "\n[RESOLVED 17:10 UTC] Done.\n", to: "incidents/2026-01-04-slow-too.md")
        let result = try update("2026-01", "update", "x")
        #expect(result.status == 1)
        #expect(
            result.error.hasSuffix(
                """
                  incidents/2026-01-02-slow.md  (open)
                  incidents/2026-01-04-slow-too.md

                """
            )
        )
        // A whole id is no part of another.
        #expect(try update("2026-01-02-slow", "update", "x").status == 0)
        #expect(try update("\(site)/incidents/2026-01-04-slow-too.md", "update", "x").status == 0)
    }

    @Test func phaseAfterResolvedOpensItAgainAndSaysSo() throws {
        try write(Self.slow + "\n[RESOLVED 17:10 UTC] Done.\n", to: "incidents/2026-01-02-slow.md")
        let word = try update("slow", "update", "Thank you.")
        #expect(word.status == 0 && !word.error.contains("opens"))
        let before = try record("2026-01-02-slow")
        let part = try update("slow", "identified", "It is back.")
        #expect(part.status == 1 && part.error.contains("`allclear update 2026-01-02-slow …`"))
        #expect(try record("2026-01-02-slow") == before)
        let again = try update("2026-01-02-slow", "identified", "It is back.")
        #expect(again.status == 0 && again.error.contains("this reopens the incident"))
    }

    @Test func maintenanceHasItsOwnPhases() throws {
        try write(Self.move, to: "incidents/move.md")
        #expect(try update("move", "in-progress", "We begin.").status == 0)
        #expect(
            try record("move") == Self.move + "\n[IN PROGRESS] We begin.\nUpdated: 2026-01-02 17:15 UTC\n")
        let wrong = try update("move", "begun", "x")
        #expect(wrong.error.contains("`SCHEDULED`, `IN PROGRESS`"))
    }

    @Test func noticeHasNoPhases() throws {
        try write("---\ntitle: N\nnotice: {from: 2026-01-01T00:00Z}\n---\nN.\n", to: "incidents/n.md")
        let result = try update("n", "update", "x")
        #expect(result.status == 1 && result.error.contains("a notice has no phases"), "\(result.error)")
    }

    @Test func anotherRecordsErrorsAreNoReasonForSilence() throws {
        try write("no front matter", to: "incidents/broken.md")
        let result = try update("slow", "update", "x")
        #expect(result.status == 0 && !result.error.contains("error"), "\(result.error)")
        let broken = try update("broken", "update", "x")
        #expect(broken.status == 1 && broken.error.contains("missing-front-matter"))
    }

    @Test func mistakeThatOnlyAllRecordsShowIsRefusedToo() throws {
        try write(Self.slow, to: "incidents/2025/2026-01-02-slow.md")
        let result = try update("incidents/2025/2026-01-02-slow.md", "update", "x")
        #expect(result.status == 1 && result.error.contains("duplicate-slug"), "\(result.error)")
        #expect(
            try String(contentsOfFile: site + "/incidents/2025/2026-01-02-slow.md", encoding: .utf8)
                == Self.slow
        )
    }

    @Test func permissionsAndLinksStayAsTheyAre() throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o640],
            ofItemAtPath: file("2026-01-02-slow")
        )
        try FileManager.default.createSymbolicLink(
            atPath: file("link"),
            withDestinationPath: "2026-01-02-slow.md"
        )
        #expect(try update("link", "update", "x").status == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: file("2026-01-02-slow"))
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: file("link")) == "2026-01-02-slow.md"
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: site + "/incidents").count == 2)
    }
}

private extension UpdateCommandTests {
    static let configuration = """
        site: {title: A, url: https://example.com}
        components:
          - {id: api, name: Story API}
          - {id: web, name: Website}
        severities: {SEV-1: {aliases: [P0]}, SEV-2: {component_status: partial_outage}, SEV-3: {visibility: internal}}

        """

    static let slow = """
        ---
        title: Stories are slow
        severity: SEV-2
        components: {web: degraded}
        started: 2026-01-02T16:58Z
        ---

        [INVESTIGATING] We look into it.
        Updated: 17:05 UTC

        """

    static let move =
        "---\ntitle: Move\nmaintenance: {from: 2026-01-02T17:00Z, until: 2026-01-02T19:00Z}\n---\nIt moves.\n"

    static let evening =
        "---\ntitle: Move\nmaintenance: {from: 2026-01-03T20:00Z, until: 2026-01-03T22:00Z}\n---\nIt moves.\n"

    func file(_ id: String) -> String { "\(site)/incidents/\(id).md" }

    func record(_ id: String) throws -> String { try String(contentsOfFile: file(id), encoding: .utf8) }

    func write(_ text: String, to path: String) throws {
        let url = URL(filePath: site + "/" + path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    func update(_ arguments: String..., now: String = "2026-01-02T17:15:30Z") throws -> Program.Result {
        try update(arguments, now: now)
    }

    func update(_ arguments: [String], now: String = "2026-01-02T17:15:30Z") throws -> Program.Result {
        let options = ["--site", site] + (arguments.contains("--now") ? [] : ["--now", now])
        return try Program.run(["update"] + arguments + options)
    }
}
