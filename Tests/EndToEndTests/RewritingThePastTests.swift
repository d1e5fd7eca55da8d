import Foundation
import Testing

/// What a commit makes of months that are over. In May 2025 the shop was out for 4 h of 744 h: 99.46 % were up. Counted as a
/// partial outage, which weighs 0.3, that is 99.83 %.
@Suite struct RewritingThePastTests {
    private let repository: Repository

    init() throws {
        repository = try Repository()
        try repository.write(Self.site + Self.oldPolicy, to: "status.yml")
        try repository.write(Self.outage, to: "incidents/outage.md")
        try repository.commit()
    }

    @Test func reportStaysAsItWasWhenTheOldRulesAreKept() throws {
        let reports = { (audience: String) in
            try ["csv", "json", "markdown"].map {
                try report("2025-05", "--format", $0, "--audience", audience)
            }
        }
        let before = try (reports("public"), reports("internal"))
        #expect(before.0[2].contains("99.46%"))
        #expect(before.1[0].contains("2025-05,policy,SEV-1,acknowledge_met,count,1\r\n"))
        try repository.write(Self.site + Self.newPolicy + Self.kept, to: "status.yml")
        try repository.commit()
        let after = try (reports("public"), reports("internal"))
        let isSame = { (one: [String], other: [String]) in
            zip(one, other).allSatisfy { Self.withoutRevision($0) == Self.withoutRevision($1) }
        }
        #expect(isSame(before.0, after.0))
        #expect(isSame(before.1, after.1))
    }

    @Test func keptRulesRewriteNothing() throws {
        try repository.write(Self.site + Self.newPolicy + Self.kept, to: "status.yml")
        let result = try diff("--strict", "--audience", "internal")
        #expect(result.status == 0, "\(result.output)\(result.error)")
        #expect(!result.output.contains("rewrites the past"))
        #expect(
            result.output.contains("  until 2026-01-10, severity `SEV-1`.acknowledge_within is new: 30m\n"))
        #expect(result.output.contains("  until 2026-01-10, severity `SEV-1`.post_mortem is new: none\n"))
        #expect(
            result.output.contains(
                "  severity `SEV-1`.post_mortem is new: {required: true, within: 48h}\n"))
    }

    /// A limit that was missed already is missed by more once it is shorter.
    @Test func latenessOfThePastIsGuardedToo() throws {
        let strict = Self.site + Self.newPolicy
        try repository.write(strict, to: "status.yml")
        try repository.commit()
        try repository.write(
            strict.replacing("acknowledge_within: 5m", with: "acknowledge_within: 4m"), to: "status.yml")
        let team = try diff("--strict", "--audience", "internal")
        #expect(team.status == 1)
        let moved = Self.rewrites(in: team.output)
        #expect(
            moved.count == 1
                && moved[0].hasPrefix("lateness on `acknowledge_within` for `outage` in May 2025 "),
            "\(moved)")
    }

    @Test func newRulesAloneRewriteThePast() throws {
        try repository.write(Self.site + Self.newPolicy, to: "status.yml")
        let team = try diff("--audience", "internal")
        #expect(team.status == 0)
        #expect(
            Self.rewrites(in: team.output) == [
                "uptime of Shop in May 2025 99.46% -> 99.83%",
                "uptime of all components in May 2025 99.46% -> 99.83%",
                "`acknowledge_within` for `outage` in May 2025 met -> missed",
                "`notice_within` for `outage` in May 2025 met -> missed",
                "`resolve_within` for `outage` in May 2025 met -> missed",
                "`post_mortem` for `outage` in May 2025 none -> missed",
            ])
        // The public sees no limits; what it sees of the past moves all the same.
        let shown = try diff()
        #expect(shown.status == 0)
        #expect(!shown.output.contains("acknowledge") && shown.output.contains("uptime of Shop in May 2025"))
    }

    /// A site of five years has sixty months: they are told in one line, and in JSON each by itself.
    @Test func monthsThatMoveAlikeAreToldInOneLine() throws {
        try repository.write(
            Self.site.replacing("since: 2025-01-01", with: "since: 2025-04-01") + Self.oldPolicy,
            to: "status.yml")
        #expect(
            try Self.rewrites(in: diff().output) == [
                "uptime of Shop from Jan 2025 to Mar 2025 100% -> none",
                "objective of Shop from Jan 2025 to Mar 2025 99%, met -> none",
                "uptime of all components from Jan 2025 to Mar 2025 100% -> none",
            ])
        #expect(try diff("--format", "json").output.ranges(of: #""month":"2025-"#).count == 9)
        #expect(try diff("--strict").error.contains("9 figures and verdicts"))
    }

    @Test func strictFailsUnlessThereIsAReason() throws {
        try repository.write(Self.site + Self.newPolicy, to: "status.yml")
        let strict = try diff("--strict")
        #expect(strict.status == 1)
        #expect(strict.output.contains("  rewrites the past: uptime of Shop in May 2025 99.46% -> 99.83%\n"))
        #expect(
            strict.output.contains(
                "  rewrites the past for the team: `resolve_within` for `outage` in May 2025 met -> missed\n")
        )
        #expect(
            strict.error.contains(
                "error: this rewrites the past: 6 figures and verdicts would change"))
        let reason = "counted anew; $(touch bad)"
        for format in ["text", "markdown"] {
            let allowed = try diff("--strict", "--allow", reason, "--format", format)
            #expect(
                allowed.status == 0 && allowed.output.contains("Rewriting the past is allowed: counted anew"))
        }
        let json = try diff("--strict", "--allow", reason, "--format", "json").output
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(object?["reason"] as? String == reason)
        let rewrites = try #require(object?["rewrites"] as? [[String: String]])
        #expect(
            rewrites.first == [
                "month": "2025-05", "name": "uptime of Shop", "before": "99.46%", "after": "99.83%",
                "audience": "public",
            ])
        #expect(try diff("--allow", reason).status == 64)
        #expect(try diff("--strict", "--allow", " ").status == 64)
    }

    /// Ada was to be called in after an hour, and never was. In the new ladder Bea is, after two.
    @Test func formerLadderAndChannelsAreKept() throws {
        let ladder = { (after: String, who: String, channel: String) in
            Self.oldPolicy.replacing(
                "resolve_within: 8h",
                with: "notify: \(channel), escalate: {after: \(after), to: \(who)}, resolve_within: 8h")
        }
        try repository.write(Self.site + ladder("1h", "Ada", "chat"), to: "status.yml")
        try repository.commit()
        try repository.write(Self.site + ladder("2h", "Bea", "email"), to: "status.yml")
        #expect(
            try Self.rewrites(in: diff("--audience", "internal").output) == [
                "escalation to Ada for `outage` in May 2025 missed -> none",
                "escalation to Bea for `outage` in May 2025 none -> missed",
            ])
        let kept = """
            rules_until:
              2026-01-10: {severities: {SEV-1: {notify: chat, escalate: {after: 1h, to: Ada}}}}

            """
        try repository.write(Self.site + ladder("2h", "Bea", "email") + kept, to: "status.yml")
        let result = try diff("--strict", "--audience", "internal")
        #expect(result.status == 0 && Self.rewrites(in: result.output).isEmpty, "\(result.output)")
        let changes = [
            "severity `SEV-1`.escalate: {after: 1h, to: Ada} → {after: 2h, to: Bea}",
            "severity `SEV-1`.notify: chat → email",
            "until 2026-01-10, severity `SEV-1`.escalate is new: {after: 1h, to: Ada}",
            "until 2026-01-10, severity `SEV-1`.notify is new: chat",
        ]
        for change in changes { #expect(result.output.contains("  \(change)\n"), "\(result.output)") }
        #expect(try report("2025-05", "--audience", "internal").contains("Ada"))
        // The news of an incident of then go where they went.
        try repository.write(Self.outage, to: "incidents/other.md")
        for (channel, isTold) in [("chat", true), ("email", false)] {
            let news = try Program.run(
                "announce", "--since", "HEAD", "--for", channel, "--site", repository.path, "--now",
                "2025-05-10T09:00Z")
            #expect(news.status == 0 && news.output.isEmpty != isTold, "\(news.output)\(news.error)")
        }
    }

    /// It was acknowledged after 20 minutes: in time by the old policy, and late by one of 5 minutes. What is written in
    /// the running month may still be another; what it is judged by may not.
    @Test func newRulesMoveNoVerdictOfTheRunningMonth() throws {
        let recent = Self.outage.replacing("2025-05-10", with: "2026-01-31")
        try repository.write(recent, to: "incidents/outage.md")
        try repository.commit()
        let now = ["--now", "2026-01-31T18:00Z"]
        try repository.write(recent.replacing("08:20Z", with: "08:25Z"), to: "incidents/outage.md")
        #expect(try diff(["--strict"] + now).status == 0)
        try repository.write(recent, to: "incidents/outage.md")
        try repository.write(
            Self.site + Self.oldPolicy.replacing("acknowledge_within: 30m", with: "acknowledge_within: 5m"),
            to: "status.yml")
        let result = try diff(["--strict"] + now)
        #expect(result.status == 1)
        #expect(
            Self.rewrites(in: result.output) == [
                "`acknowledge_within` for `outage` in Jan 2026 met -> missed"
            ])
        #expect(result.error.contains("keep the former rules under `rules_until`"))
    }

    /// Summer begins in May, and the month with it two hours earlier.
    @Test(arguments: [
        ("time_zone: UTC", "time_zone: Europe/Berlin", "incidents in Aug 2025 0 -> 1"),
        ("since: 2025-01-01", "since: 2025-05-15", "uptime of Shop in May 2025 99.46% -> 100%"),
        ("name: Shop", "name: Shop, until: 2025-05-10", "uptime of Shop in May 2025 99.46% -> 100%"),
    ])
    func settingRewritesThePast(_ before: String, _ after: String, _ expected: String) throws {
        try repository.write(
            Self.outage.replacing("2025-05-10", with: "2025-07-31").replacing("08:", with: "22:").replacing(
                "12:00 UTC", with: "23:00 UTC"), to: "incidents/night.md")
        try repository.commit()
        try repository.write((Self.site + Self.oldPolicy).replacing(before, with: after), to: "status.yml")
        let result = try diff("--strict")
        #expect(result.status == 1)
        #expect(Self.rewrites(in: result.output).contains(expected), "\(result.output)")
    }

    @Test func recordThatIsWrittenLateRewritesThePast() throws {
        let late = Self.outage.replacing("2025-05-10", with: "2025-06-10")
        try repository.write(late, to: "incidents/late.md")
        let result = try diff("--strict")
        #expect(result.status == 1)
        #expect(Self.rewrites(in: result.output).contains("incidents in Jun 2025 0 -> 1"))
        #expect(Self.rewrites(in: result.output).contains("uptime of Shop in Jun 2025 100% -> 99.44%"))
        try repository.commit()
        // What is told of an incident that goes on, or of one of this month, is news.
        let open = late.replacing("2025-06-10", with: "2025-12-31").replacing(
            "\n[RESOLVED 2025-12-31 12:00 UTC] Over.\n", with: "")
        try repository.write(open, to: "incidents/open.md")
        try repository.commit()
        try repository.write(
            open + "\n[IDENTIFIED 2026-01-31 13:00 UTC] Found.\n\n[RESOLVED 2026-02-01 08:00 UTC] Over.\n",
            to: "incidents/open.md")
        try repository.write(late.replacing("2025-06-10", with: "2026-02-01"), to: "incidents/new.md")
        let news = try diff("--strict")
        #expect(news.status == 0, "\(news.output)")
    }

    /// Two outages of an hour in March's 744 h: at one time, 743 h had none, which are 99.86 %; one after the other, 742 h,
    /// which are 99.73 %. Of the components' 1,488 h, both take two.
    @Test func figuresByTheClockMayMoveAlone() throws {
        try repository.write(
            Self.site.replacing(
                "components: [{id: shop, name: Shop}]",
                with: """
                    groups: [{id: services, name: Services}]
                    components: [{id: shop, name: Shop, group: services}, {id: mail, name: Mail, group: services}]
                    """) + Self.oldPolicy,
            to: "status.yml")
        func hour(_ from: Int, of component: String) -> String {
            """
            ---
            title: An hour
            severity: SEV-1
            components: [\(component)]
            started: 2025-03-03T\(from):00Z
            ---

            [INVESTIGATING 2025-03-03 \(from):00 UTC] We look into it.

            [RESOLVED 2025-03-03 \(from + 1):00 UTC] Over.

            """
        }
        try repository.write(hour(10, of: "shop"), to: "incidents/a.md")
        try repository.write(hour(10, of: "mail"), to: "incidents/b.md")
        try repository.commit()
        try repository.write(hour(14, of: "mail"), to: "incidents/b.md")
        let result = try diff("--strict")
        #expect(result.status == 1)
        #expect(
            Self.rewrites(in: result.output) == [
                "overall uptime of the group Services in Mar 2025 99.86% -> 99.73%",
                "overall time affected of the group Services in Mar 2025 1 h -> 2 h",
                "overall uptime of all components in Mar 2025 99.86% -> 99.73%",
                "overall time affected of all components in Mar 2025 1 h -> 2 h",
                "start for `b` in Mar 2025 2025-03-03T10:00:00Z -> 2025-03-03T14:00:00Z",
            ])
    }

    /// The month has one incident before and after.
    @Test func incidentThatTakesTheOtherOnesPlaceRewritesThePast() throws {
        func incident(_ severity: String, until end: String) -> String {
            """
            ---
            title: Nobody could log in
            severity: \(severity)
            started: 2025-06-10T08:00Z
            ---

            [INVESTIGATING 2025-06-10 08:00 UTC] We look into it.

            [RESOLVED 2025-06-10 \(end) UTC] Over.

            """
        }
        try repository.write(Self.site + Self.oldPolicy + "  SEV-2: {}\n", to: "status.yml")
        try repository.write(incident("SEV-1", until: "17:30"), to: "incidents/bad.md")
        try repository.commit()
        try repository.git("rm", "--quiet", "incidents/bad.md")
        try repository.write(incident("SEV-2", until: "08:04"), to: "incidents/harmless.md")
        let result = try diff("--strict")
        #expect(result.status == 1)
        let rewrites = try Self.rewrites(in: diff().output)
        #expect(rewrites.contains("`severity` for `bad` in Jun 2025 SEV-1 -> none"), "\(rewrites)")
        #expect(rewrites.contains("time to resolve for `bad` in Jun 2025 9 h 30 min -> none"))
        #expect(rewrites.contains("`severity` for `harmless` in Jun 2025 none -> SEV-2"))
        #expect(rewrites.contains("time to resolve for `harmless` in Jun 2025 none -> 4 min"))
        #expect(!rewrites.contains { $0.hasPrefix("incidents in") })
    }

    /// The policy changed on 10 January: the month, the quarter and the year of that day say so.
    @Test func periodAcrossTwoSetsSaysSo() throws {
        try repository.write(Self.site + Self.newPolicy + Self.kept, to: "status.yml")
        for period in ["2026-01", "2026-Q1", "2026"] {
            #expect(try report(period).contains("New rules took effect on 10 Jan 2026."))
        }
        #expect(try !report("2025").contains("took effect"))
    }
}

private extension RewritingThePastTests {
    func diff(_ arguments: String...) throws -> Program.Result { try diff(arguments) }

    func diff(_ arguments: [String]) throws -> Program.Result {
        let now = arguments.contains("--now") ? [] : ["--now", "2026-02-01T12:00Z"]
        return try Program.run(["diff", "--site", repository.path] + now + arguments)
    }

    func report(_ arguments: String...) throws -> String {
        let result = try Program.run(
            ["report", "--site", repository.path, "--now", "2026-02-01T12:00Z"] + arguments)
        #expect(result.status == 0, "\(result.error)")
        return result.output
    }

    static func rewrites(in output: String) -> [String] {
        output.split(separator: "\n").compactMap { line in
            ["  rewrites the past: ", "  rewrites the past for the team: "].first { line.hasPrefix($0) }
                .map { String(line.dropFirst($0.count)) }
        }
    }

    static func withoutRevision(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { !$0.contains("evision") }
    }

    static let site = """
        site: {title: Shop Status, url: "https://status.example.com", time_zone: UTC, since: 2025-01-01, target: 99}
        components: [{id: shop, name: Shop}]

        """

    static let oldPolicy = """
        severities:
          SEV-1: {component_status: major_outage, acknowledge_within: 30m, notice_within: 1h, resolve_within: 8h}

        """

    static let newPolicy = """
        severities:
          SEV-1:
            component_status: partial_outage
            acknowledge_within: 5m
            notice_within: 10m
            resolve_within: 2h
            post_mortem: {required: true, within: 48h}

        """

    static let kept = """
        rules_until:
          2026-01-10:
            severities:
              SEV-1:
                component_status: major_outage
                acknowledge_within: 30m
                notice_within: 1h
                resolve_within: 8h
                post_mortem: none

        """

    static let outage = """
        ---
        title: Nothing could be bought
        severity: SEV-1
        components: [shop]
        started: 2025-05-10T08:00Z
        detected: 2025-05-10T08:00Z
        acknowledged: 2025-05-10T08:20Z
        ---

        [INVESTIGATING 2025-05-10 08:40 UTC] We look into it.

        [RESOLVED 2025-05-10 12:00 UTC] Over.

        """
}
