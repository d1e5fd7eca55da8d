import Foundation
import Testing

@testable import Records

/// `allclear diff` on real repositories.
@Suite struct DiffTests {
    private let repository: Repository

    init() throws {
        repository = try Repository()
        try repository.write(Self.configuration, to: "pages/status.yml")
        try write(Self.slow)
        try repository.commit()
    }

    @Test func nothingChangesIsSaid() throws {
        let result = try run()
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("No changes to Example Status\nCompared with "))
        #expect(result.output.split(separator: "\n").count == 2)
        // Nor does the clock make a difference: the window begins on both sides.
        try repository.write(Self.window, to: "pages/incidents/move.md")
        try repository.commit()
        #expect(try run().output.hasPrefix("No changes"))
    }

    /// The API was partly out for 47 min, which weigh 846 s, and is down for an hour. Until now pass 115 hours of
    /// 2025 and 2026, 414,000 s, and 43 of January, 154,800 s; twice as many for both components.
    @Test func newIncidentChangesStatusesFiguresAndFeeds() throws {
        try write(Self.down, to: "down.md")
        let text = try run().output
        #expect(
            text.split(separator: "\n").dropFirst(2).joined(separator: "\n") == """
                Status:
                  page: All Systems Operational → Partial System Outage
                  API: operational → major outage
                Records:
                  new incident “API is down” (down), SEV-1, Critical, Investigating, since 2 Jan 2026, 18:00 UTC, API major outage
                    2 Jan 2026, 18:05 UTC, Investigating
                      We look into it.
                Uptime:
                  API, last 90 days: 99.79% → 98.92%
                  all components, last 90 days: 99.89% → 99.46%
                  API, January 2026: 99.45% → 97.12%
                  all components, January 2026: 99.72% → 98.56%
                Feeds:
                  1 new entry for feed readers
                    Investigating: API is down
                """
        )
    }

    @Test func updatesAreNewChangedOrGone() throws {
        let more = "\n[MONITORING 17:30 UTC] Mended.\n\n[RESOLVED 17:45 UTC] Over."
        try write(Self.slow.replacing("\n[RESOLVED 17:45 UTC] Over.", with: more))
        #expect(try lines().contains("    new update 2 Jan 2026, 17:30 UTC, Monitoring"))
        #expect(try lines().contains("      Mended."))
        try repository.commit()
        try write(Self.slow.replacing("Over.", with: "All over."))
        #expect(try lines().contains("    changed update 2 Jan 2026, 17:45 UTC, Resolved"))
        #expect(try lines().contains("    removed update 2 Jan 2026, 17:30 UTC, Monitoring"))
        #expect(try lines().contains("  1 removed entry; feed readers that already have it keep it"))
    }

    @Test func factsAreHeldAgainstThoseOfBefore() throws {
        let edited = Self.slow.replacing("SEV-2", with: "SEV-1").replacing(
            "started: 2026-01-02T16:58Z",
            with: "started: 2026-01-02T16:50Z\ntags: [database]"
        )
        .replacing("[RESOLVED 17:45 UTC] Over.\n", with: "").replacing("api: partial", with: "web: partial")
        try write(edited)
        let found = try lines()
        #expect(found.contains("  changed: incident “Stories are slow” (slow)"))
        #expect(found.contains("    phase: Resolved → Investigating"))
        #expect(found.contains("    severity: SEV-2 → SEV-1"))
        #expect(found.contains("    start: 2 Jan 2026, 16:58 UTC → 2 Jan 2026, 16:50 UTC"))
        #expect(found.contains("    components: api partial outage → web partial outage"))
        #expect(found.contains("    tags is new: database"))
    }

    @Test func maintenanceIsMovedAndCancelled() throws {
        try repository.write(Self.window, to: "pages/incidents/move.md")
        try repository.commit()
        let moved = Self.window.replacing("T20:00Z", with: "T21:30Z")
        try repository.write(moved, to: "pages/incidents/move.md")
        #expect(try lines().contains("    time: 2 Jan 2026, 18:00–20:00 UTC → 2 Jan 2026, 18:00–21:30 UTC"))
        try repository.write(
            Self.window + "\n[CANCELLED 2026-01-02T17:00Z] Not today.\n",
            to: "pages/incidents/move.md"
        )
        #expect(try lines().contains("    phase: In progress → Cancelled"))
    }

    @Test func ruleOfASeriesIsHeldAgainstThatOfBefore() throws {
        let series = Self.window.replacing("2026-01-02T", with: "2026-01-04T")
            .replacing("20:00Z", with: "20:00Z, repeat: weekly, repeat_until: 2026-02-01")
        try repository.write(series, to: "pages/incidents/move.md")
        try repository.commit()
        func change(_ former: String, _ present: String) throws -> [String] {
            try repository.write(
                series.replacing(former, with: present), to: "pages/incidents/move.md")
            let found = try lines()
            return ["recurs", "time"].flatMap { name in
                found.filter { $0.hasPrefix("    \(name): ") }.map { String($0.dropFirst(4)) }
            }
        }
        let rule = "weekly until 2026-02-01"
        #expect(
            try change("weekly", "every 2 weeks") == ["recurs: \(rule) → every 2 weeks until 2026-02-01"])
        #expect(try change("2026-02-01", "2026-01-25") == ["recurs: \(rule) → weekly until 2026-01-25"])
        #expect(
            try change("02-01}", "02-01, except: 2026-01-18}") == [
                "recurs: \(rule) → \(rule), except 2026-01-18"
            ])
        #expect(
            try change("02-01}", "02-01, moved: {2026-01-18: 2026-01-19T03:00Z}}") == [
                "recurs: \(rule) → \(rule), 2026-01-18 moved to 2026-01-19T03:00:00Z"
            ])
        #expect(
            try change("20:00Z", "21:00Z") == [
                "time: 4 Jan 2026, 18:00–20:00 UTC → 4 Jan 2026, 18:00–21:00 UTC"
            ])
    }

    @Test func whatMovesOutOfTheFeedIsNotGone() throws {
        let updates = (10..<60).map { "\n[UPDATE 18:\($0) UTC] Still down.\n" }
        try write(Self.down + updates.joined(), to: "down.md")
        try repository.commit()
        try write(Self.down + updates.joined() + "\n[RESOLVED 18:59:30 UTC] Over.\n", to: "down.md")
        let found = try lines()
        #expect(found.contains("  1 new entry for feed readers"))
        #expect(!found.contains { $0.contains("removed") })
        // The entry before the 50 newest comes back to the feed, and is not sent anew.
        try write(Self.down + updates.dropLast().joined(), to: "down.md")
        let fewer = try lines()
        #expect(fewer.contains("  1 removed entry; feed readers that already have it keep it"))
        #expect(!fewer.contains { $0.contains("new entr") })
    }

    @Test func recordThatIsGoneIsTold() throws {
        try FileManager.default.removeItem(atPath: "\(repository.path)/pages/incidents/slow.md")
        #expect(try lines().contains("  removed: incident “Stories are slow” (slow)"))
        #expect(try lines().contains("  2 removed entries; feed readers that already have them keep them"))
    }

    @Test func renamedRecordIsTheSame() throws {
        try repository.git("mv", "pages/incidents/slow.md", "pages/incidents/very-slow.md")
        let found = try lines()
        #expect(found.contains("  changed: incident “Stories are slow” (very-slow)"))
        #expect(found.contains("    address: incidents/slow.html → incidents/very-slow.html"))
        // Its entries have other ids unless the record keeps its former name.
        #expect(found.contains("  2 new entries for feed readers"))
        try write(Self.slow.replacing("severity:", with: "aliases: [slow]\nseverity:"), to: "very-slow.md")
        #expect(try !lines().contains("Feeds:"))
    }

    @Test func configurationIsHeldAgainstThatOfBefore() throws {
        let edited = Self.configuration.replacing("name: API", with: "name: Story API, target: 99.9")
            .replacing("{id: web, name: Website}", with: "{id: app, name: App}")
            .replacing("update_every: 30m", with: "update_every: 15m")
        try repository.write(edited, to: "pages/status.yml")
        let found = try lines()
        #expect(found.contains("  component `api`: API → Story API"))
        #expect(found.contains("  component `api`.target is new: 99.9%"))
        #expect(found.contains("  component `app` is new: App"))
        #expect(found.contains("  component `web` was removed: Website"))
        #expect(found.contains("  severity `SEV-1`.update_every: 30m → 15m"))
        // A component's new name makes no record another.
        #expect(!found.contains("Records:"))
    }

    @Test func siteThatMovesAndKeepsItsIDsSendsNothingAgain() throws {
        let moved = Self.configuration.replacing("status.example.com", with: "status.example.org")
        try repository.write(moved, to: "pages/status.yml")
        #expect(try lines().contains("  2 new entries for feed readers"))
        let kept = "status.example.org\", ids_from: \"https://status.example.com\""
        try repository.write(
            moved.replacing("status.example.org\"", with: kept), to: "pages/status.yml")
        let found = try lines()
        #expect(found.contains("  site.url: https://status.example.com → https://status.example.org"))
        #expect(found.contains("  site.ids_from is new: https://status.example.com"))
        #expect(!found.contains("Feeds:"))
    }

    @Test func keptIDsAreAmongWhatChanges() throws {
        try repository.write(
            Self.configuration.replacing("name: API", with: "name: API, ids: {statuspage: k2x}"),
            to: "pages/status.yml")
        try write(Self.slow.replacing("severity:", with: "ids: {statuspage: m3y}\nseverity:"))
        let found = try lines()
        #expect(found.contains("  component `api`.ids.statuspage is new: k2x"))
        #expect(found.contains("    ids.statuspage is new: m3y"))
    }

    /// A record that was read holds its components' places in the list, which are others here.
    @Test func unchangedRecordIsReadByTheConfigurationOfBefore() throws {
        let more = Self.configuration.replacing("[{id: api", with: "[{id: cdn, name: CDN}, {id: api")
        try repository.write(more, to: "pages/status.yml")
        let found = try lines()
        #expect(found.contains("  component `cdn` is new: CDN"))
        #expect(!found.contains("Records:") && !found.contains { $0.hasPrefix("  API, ") })
        // A severity that only the new one knows leaves the record without errors there alone.
        try write(Self.slow.replacing("SEV-2", with: "SEV-3"))
        try repository.commit()
        try repository.write(
            more.replacing("SEV-2: {}", with: "SEV-2: {}, SEV-3: {}"), to: "pages/status.yml")
        #expect(
            try lines().contains("Left out, because they have errors in that revision: incidents/slow.md."))
    }

    /// A record reads otherwise once what it leads to is there or gone, though its own file is the same.
    @Test func unchangedRecordLeadsOnEachSideToWhatIsThere() throws {
        let changed = "    changed update 2 Jan 2026, 17:45 UTC, Resolved"
        try write(Self.slow.replacing("Over.", with: "Over: [why](down.md). ![](graph.png)"))
        try write(Self.window, to: "move.md")
        try repository.commit()
        #expect(try run().output.hasPrefix("No changes"))
        try write(Self.down, to: "down.md")
        var found = try lines()
        #expect(found.contains(changed) && found.contains { $0.hasPrefix("  new incident “API is down”") })
        #expect(!found.contains { $0.contains("We move") })
        try repository.commit()
        #expect(try run().output.hasPrefix("No changes"))
        try repository.write("a graph", to: "pages/static/graph.png")
        #expect(try lines().contains(changed))
        try repository.commit()
        try FileManager.default.removeItem(atPath: "\(repository.path)/pages/incidents/down.md")
        found = try lines()
        #expect(found.contains(changed) && found.contains("  removed: incident “API is down” (down)"))
    }

    @Test func relationToANewRecordIsAnErrorOnThePastsSideAlone() throws {
        try write(Self.slow.replacing("severity:", with: "related: [down]\nseverity:"))
        try repository.commit()
        try write(Self.down, to: "down.md")
        let found = try lines()
        #expect(found.contains("Left out, because they have errors in that revision: incidents/slow.md."))
        #expect(found.contains { $0.hasPrefix("  new incident “Stories are slow”") })
    }

    @Test func branchIsHeldAgainstWhereItLeft() throws {
        try repository.git("switch", "--quiet", "--create", "work")
        try write(Self.down, to: "down.md")
        try repository.commit()
        try repository.git("switch", "--quiet", "main")
        try write(Self.down.replacing("API is down", with: "Elsewhere"), to: "elsewhere.md")
        try repository.commit()
        try repository.git("switch", "--quiet", "work")
        let found = try lines("main")
        #expect(found.contains { $0.hasPrefix("  new incident “API is down”") })
        #expect(!found.contains { $0.contains("Elsewhere") })
    }

    @Test func internalRecordsAreForTheTeamAlone() throws {
        let hidden = Self.down.replacing("severity:", with: "visibility: internal\nseverity:")
        try write(hidden, to: "down.md")
        #expect(try run().output.hasPrefix("No changes"))
        #expect(try lines("HEAD", "--audience", "internal").contains("  API: operational → major outage"))
        try repository.commit()
        // What becomes public is new to the public.
        try write(Self.down, to: "down.md")
        #expect(try lines().contains { $0.hasPrefix("  new incident “API is down”") })
    }

    @Test func recordThatWasBrokenCountsAsAbsent() throws {
        try write(Self.slow.replacing("api:", with: "app:"))
        try repository.commit()
        try write(Self.slow)
        let found = try lines()
        #expect(found.contains("Left out, because they have errors in that revision: incidents/slow.md."))
        #expect(found.contains { $0.hasPrefix("  new incident “Stories are slow”") })
    }

    @Test func siteThatCannotBeReadIsRefused() throws {
        try write(Self.slow.replacing("api:", with: "app:"))
        let broken = try run()
        #expect(broken.status == 1 && broken.output.isEmpty && broken.error.contains("unknown-component"))
        try write(Self.slow)
        try repository.write("site: {title: A}\n", to: "pages/status.yml")
        try repository.commit()
        try repository.write(Self.configuration, to: "pages/status.yml")
        let past = try run()
        #expect(past.status == 1 && past.output.isEmpty)
        #expect(past.error.contains(":status.yml:1:7: error: `url` is missing from `site`"))
        try repository.git("rm", "--quiet", "--cached", "pages/status.yml")
        try repository.git("commit", "--quiet", "--message", "Remove")
        #expect(try run().error.contains("there is no `status.yml` at "))
        #expect(try run("nowhere").error.contains("the repository has no commit `nowhere`"))
        try repository.git("switch", "--quiet", "--orphan", "other")
        try repository.write(Self.configuration, to: "pages/status.yml")
        try repository.commit()
        #expect(try run("main").error.contains("`main` has no commit in common with what is checked out"))
    }

    @Test func commentIsTextAloneAndCallsNobody() throws {
        let nasty =
            "\"<b>x</b> [l](https://e.example) @octocat #1 o/r#2 `c` | www.e.example :tada: GH-3 ![i](j)\""
        try write(
            Self.down.replacing("title: API is down", with: "title: \(nasty)")
                .replacing(
                    "We look into it.",
                    with: "<img src=x> https://e.example/@octocat \\`c\\`\n\n> quote\n\n- item #4"
                ),
            to: "down.md"
        )
        let comment = try run("HEAD", "--format", "markdown").output
        for call in ["@o", "#1", "#2", "#4", "://", "www.e", ":tada", "GH-3"] {
            #expect(!comment.contains(call), "\(call)")
        }
        let document = MarkdownDocument(parsing: Array(comment.utf8)[...])
        document.root.walk { node, _ in
            let plain: [MarkdownNode.Kind] = [
                .document, .heading, .paragraph, .text, .list, .item, .quote, .strong, .softBreak,
                .lineBreak,
            ]
            #expect(plain.contains(node.kind), "\(node.kind)")
        }
        #expect(
            PlainText(of: document.root).text.replacing("\u{200B}", with: "").contains(
                nasty.dropFirst().dropLast()
            )
        )
    }

    @Test func longCommentIsFoldedAndCut() throws {
        let words = String(repeating: "words ", count: 400)
        let updates = (0..<60).map { "\n[UPDATE 18:\(10 + $0 / 2):\($0 % 2)0 UTC] \(words)\n" }
        try write(Self.down + updates[..<5].joined(), to: "down.md")
        #expect(
            try run("HEAD", "--format", "markdown").output.contains(
                "<details><summary><b>Records</b> (1)</summary>"
            )
        )
        try write(Self.down + updates.joined(), to: "down.md")
        let comment = try run("HEAD", "--format", "markdown").output
        #expect(comment.unicodeScalars.count < 65_536)
        #expect(comment.contains("**Status**"))
        #expect(comment.hasSuffix("Left out, because a comment has a size limit: records, uptime, feeds.\n"))
    }

    /// `docs/diff.md` names every key, and none besides.
    @Test func everyKeyIsDocumented() throws {
        try write(Self.down, to: "down.md")
        try write(Self.slow.replacing("slow\n", with: "very slow\n").replacing("Over.", with: "Done."))
        try repository.write(Self.configuration.replacing("Website", with: "Web"), to: "pages/status.yml")
        let edited = try object()
        try repository.commit()
        try write(Self.slow.replacing("[RESOLVED 17:45 UTC] Over.", with: ""))
        let removed = try object()
        // A month later, January is over.
        let late = try Program.run(
            [
                "diff", "--site", repository.path + "/pages", "--now", "2026-02-02T19:00Z", "--format",
                "json",
            ]
        )
        let rewritten = try JSONSerialization.jsonObject(with: Data(late.output.utf8))
        let written = [edited, removed, rewritten].reduce(into: Set()) { $0.formUnion(JSONKeys.all(in: $1)) }
        #expect(try JSONKeys.documented(in: "docs/diff.md").sorted() == written.sorted())
    }
}

private extension DiffTests {
    func write(_ record: String, to name: String = "slow.md") throws {
        try repository.write(record, to: "pages/incidents/\(name)")
    }

    func run(_ arguments: String...) throws -> Program.Result {
        try Program.run(
            ["diff", "--site", repository.path + "/pages", "--now", "2026-01-02T19:00Z"] + arguments
        )
    }

    func lines(_ arguments: String...) throws -> [String] {
        let result = try Program.run(
            ["diff", "--site", repository.path + "/pages", "--now", "2026-01-02T19:00Z"] + arguments
        )
        #expect(result.status == 0, "\(result.error)")
        return result.output.split(separator: "\n").map(String.init)
    }

    func object() throws -> Any {
        try JSONSerialization.jsonObject(with: Data(run("HEAD", "--format", "json").output.utf8))
    }

    static let configuration = """
        site: {title: Example Status, url: "https://status.example.com", since: 2025-12-29}
        components: [{id: api, name: API}, {id: web, name: Website}]
        severities: {SEV-1: {name: Critical, update_every: 30m}, SEV-2: {}}

        """

    static let slow = """
        ---
        title: Stories are slow
        severity: SEV-2
        components: {api: partial}
        started: 2026-01-02T16:58Z
        ---

        [INVESTIGATING 17:05 UTC] We look into it.

        [RESOLVED 17:45 UTC] Over.

        """

    static let down = """
        ---
        title: API is down
        severity: SEV-1
        components: {api: major}
        started: 2026-01-02T18:00Z
        ---

        [INVESTIGATING 18:05 UTC] We look into it.

        """

    static let window = """
        ---
        title: We move
        maintenance: {from: 2026-01-02T18:00Z, until: 2026-01-02T20:00Z}
        components: {web: maintenance}
        ---

        We move.

        """
}
