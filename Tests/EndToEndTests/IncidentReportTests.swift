import Foundation
import Testing

/// `allclear report RECORD` as it is run: one incident, handed over.
@Suite struct IncidentReportTests {
    /// November has 30 days: at 99.9 % its budget is 2,592,000 s / 1000 = 2,592 s. A partial outage weighs 0.3, so
    /// 00:59:07 to 01:41:00, 2,513 s, is 753.9 s of downtime, 29.0856… % of the budget.
    private static let status = """
        site: {title: Example Status, url: "https://status.example.com", since: 2026-11-01, target: 99.9}
        components: [{id: shop, name: Shop}, {id: api, name: API}]
        severities: {SEV-2: {name: Major, component_status: partial_outage, acknowledge_within: 5m}}
        uptime: {weights: {partial_outage: 0.3}}

        """

    private static let outage = """
        ---
        title: Orders are refused
        severity: SEV-2
        components: {shop: partial_outage}
        started: 2026-11-28T00:59:07Z
        detected: 2026-11-28T01:01:07Z
        acknowledged: 2026-11-28T01:03:40Z
        ended: 2026-11-28T01:41:00Z
        impact: {orders refused: about 40, refunds: "EUR 12,400 (internal)"}
        internal: {lead: Ada}
        ---

        [INVESTIGATING] Some orders are refused. We look into it.
        Updated: 2026-11-28 01:05 UTC

        [RESOLVED] Orders go through.
        Root cause: A disk was full
        Fix: The disk is larger
        Updated: 2026-11-28 01:45 UTC

        # Post-mortem
        Published: 2026-11-29

        ## Summary
        For 42 minutes *some* orders were refused.

        ## Timeline
        - 01:20 UTC: The full disk was found

        ## Action items
        - [ ] Watch all disks (Owner: Storage, Due: 2026-12-05, Ticket: OPS-88)

        """

    private static let name = "incidents/2026/2026-11-28-orders.md"
    private let site: Repository

    init() throws {
        site = try Repository()
        try site.write(Self.status, to: "status.yml")
        try site.write(Self.outage, to: Self.name)
        try site.commit(at: "2026-11-29T08:00:00Z")
    }

    private func report(_ arguments: String...) throws -> Program.Result {
        try Program.run(["report", "--site", site.path, "--now", "2026-11-30T12:00Z"] + arguments)
    }

    @Test func reportSaysWhatHappenedAndWhatItDidToTheMonth() throws {
        let result = try report("orders")
        #expect(result.status == 0, "\(result.error)")
        for part in [
            "Example Status · Incident report\n\n# Orders are refused\n",
            "28 Nov 2026, 00:59:07–01:41:00 UTC, 41\u{A0}min\u{A0}53\u{A0}s\n\nShop (was: partial outage)\n",
            "## What happened\n\nFor 42 minutes *some* orders were refused.\n",
            "| Orders refused | about 40 |\n",
            "## Root cause\n\nA disk was full\n", "## What we did\n\nThe disk is larger\n",
            "| Watch all disks | Open | 5 Dec 2026 |\n",
            """
            | 28 Nov 2026, 01:05 UTC | Investigating: Some orders are refused. We look into it. |
            | 28 Nov 2026, 01:20 UTC | The full disk was found |
            | 28 Nov 2026, 01:45 UTC | Resolved: Orders go through. |

            """,
            "| Shop · November 2026 so far | 12\u{A0}min\u{A0}34\u{A0}s | 29.09% | 30\u{A0}min\u{A0}38\u{A0}s | 99.97% |\n",
        ] {
            #expect(result.output.contains(part), "\(part)\n---\n\(result.output)")
        }
    }

    /// The section on impact shows its facts, so the table has only those of the front matter that it lacks.
    @Test func everyFactOfTheImpactIsThereOnce() throws {
        try site.write(
            Self.outage.replacing(
                "## Timeline\n", with: "## Impact\n- Duration: 42 min\n- Customers: 12\n\n## Timeline\n"),
            to: Self.name)
        let told = try report("orders").output
        #expect(told.contains("* Duration: 42 min\n* Customers: 12\n"), "\(told)")
        #expect(told.contains("| Orders refused | about 40 |\n"))
        #expect(!told.contains("| Duration |") && !told.contains("| Customers |"))
    }

    @Test func timelineIsInUTCAndInTheSitesZone() throws {
        try site.write(
            Self.status.replacing("site: {", with: "site: {time_zone: Europe/Berlin, "), to: "status.yml")
        let told = try report("orders").output
        #expect(
            told.contains("| 28 Nov 2026, 01:20 UTC | 28 Nov 2026, 02:20 CET | The full disk was found |\n"),
            "\(told)")
        #expect(told.contains("28 Nov 2026, 01:59:07–02:41:00 CET, "))
    }

    @Test(arguments: ["markdown", "html", "json"])
    func publicReportTellsNothingInternal(format: String) throws {
        let told = try report("orders", "--format", format).output
        for secret in ["Ada", "12,400", "OPS-88", "Storage", "01:03", "01:01"] {
            #expect(!told.contains(secret), "\(secret) in \(format)")
        }
        let all = try report("orders", "--format", format, "--audience", "internal").output
        for secret in ["Ada", "12,400", "OPS-88", "Storage"] {
            #expect(all.contains(secret), "\(secret) in \(format)")
        }
    }

    @Test func teamsReportSaysHowThePolicyWasKept() throws {
        let told = try report("orders", "--audience", "internal").output
        #expect(told.contains("| Detected | 28 Nov 2026, 01:01:07 UTC |\n"), "\(told)")
        #expect(told.contains("| Acknowledged | Met | 28 Nov 2026, 01:06 UTC | 28 Nov 2026, 01:03 UTC |\n"))
    }

    /// The digest is what the system's own program works out of the bytes above the foot.
    @Test(arguments: [("html", "<footer>"), ("markdown", "---\n\nRecord:"), ("json", ",\n\"foot\"")])
    func footNamesTheDigestOfAllAboveIt(format: String, foot: String) throws {
        let told = try report("orders", "--format", format).output
        let top = try #require(told.range(of: foot, options: .backwards)).lowerBound
        try site.write(String(told[..<top]), to: "top")
        let bash = try Bash([:])
        let digest = try bash.run("sha256sum top | cut -c 1-64", in: site.path).output.prefix(64)
        #expect(digest.count == 64 && told[top...].contains(digest), "\(told[top...])")
        let line = "allclear report \(Self.name) --format \(format) --now 2026-11-30T12:00:00Z"
        #expect(told[top...].contains(line) && told[top...].contains(Self.name))
        #expect(try bash.run(line, in: site.path).output == told)
    }

    @Test func footOfTheTeamsReportNamesTheRecordsDigest() throws {
        let told = try report("orders", "--audience", "internal").output
        let digest = try Bash([:]).run("sha256sum \(Self.name) | cut -c 1-64", in: site.path).output.prefix(
            64)
        #expect(told.contains("SHA-256 of the record: \(digest)\n"))
        #expect(told.contains(" --audience internal\n"))
        #expect(try !report("orders").output.contains("SHA-256 of the record"))
    }

    @Test func treeThatIsNotCommittedIsTold() throws {
        #expect(try !report("orders").output.contains("uncommitted"))
        try site.write(Self.status + "\n", to: "status.yml")
        #expect(try report("orders").output.contains("with uncommitted changes."))
    }

    @Test func pageLoadsNothing() throws {
        let told = try report("orders", "--format", "html").output
        #expect(told.contains("default-src 'none'") && !told.contains("<link") && !told.contains("<script"))
        #expect(!told.contains("src="))
    }

    @Test func openIncidentIsToldOfSoFar() throws {
        let open = Self.outage.components(separatedBy: "[RESOLVED]")[0].replacing(
            "ended: 2026-11-28T01:41:00Z\n", with: "")
        try site.write(open, to: Self.name)
        let told = try report("orders")
        #expect(told.status == 0)
        #expect(
            told.output.contains(
                "Since 28 Nov 2026, 00:59:07 UTC, 59\u{A0}h\u{A0}53\u{A0}s so far, still open, as of 30 Nov 2026, 12:00 UTC\n"
            ), "\(told.output)")
        #expect(told.output.contains("| Shop · November 2026 so far |"))
    }

    @Test func incidentThatLastedThroughTwoMonthsIsToldOfInBoth() throws {
        let long = Self.outage.replacing("2026-11-28T01:41:00Z", with: "2026-12-01T01:00:00Z")
            .replacing("2026-11-28 01:45 UTC", with: "2026-12-01 01:00 UTC")
        try site.write(long, to: Self.name)
        let told = try Program.run(
            "report", "orders", "--site", site.path, "--now", "2026-12-02T00:00Z", "--format", "json")
        // 72 h less 59 min 7 s, then an hour; each second weighs 0.3.
        #expect(
            told.output.contains("\"month\":\"2026-11\",\"downtime_milliseconds\":76695900,"),
            "\(told.output)")
        #expect(told.output.contains("\"month\":\"2026-12\",\"downtime_milliseconds\":1080000,"))
    }

    @Test func whatIsHiddenStaysHidden() throws {
        try site.write(
            Self.outage.replacing("severity: SEV-2", with: "severity: SEV-2\nvisibility: internal"),
            to: Self.name)
        let refused = try report("orders")
        #expect(
            refused.status == 1 && refused.output.isEmpty && refused.error.contains("--audience internal"))
        #expect(!refused.error.contains("refused."), "\(refused.error)")
        #expect(!refused.error.contains("Orders are"), "\(refused.error)")
        try site.write(
            Self.outage.replacing("severity: SEV-2", with: "severity: SEV-2\ndraft: true"), to: Self.name)
        #expect(try report("orders").error.contains("is a draft"))
    }

    @Test func namesThatNothingHasAreTold() throws {
        let near = try report("2026-11-28-oders")
        #expect(near.status == 1 && near.error.contains("did you mean `2026-11-28-orders`?"), "\(near.error)")
        let csv = try report("orders", "--format", "csv")
        #expect(csv.status == 1 && csv.error.contains("a report on an incident is not available as CSV"))
    }

    @Test func nameThatReadsAsAPeriodIsOne() throws {
        try site.write(Self.outage, to: "incidents/2026.md")
        let told = try report("2026")
        #expect(told.status == 0 && told.output.contains("Report for 2026"))
        #expect(told.error.contains("allclear report incidents/2026.md"), "\(told.error)")
    }
}
