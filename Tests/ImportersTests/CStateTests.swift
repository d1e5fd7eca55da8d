import Testing

@testable import Importers

/// cState's issues as teams write them.
@Suite struct CStateTests {
    @Test func plainIssueBecomesAnIncidentWithoutUpdates() throws {
        let source = Source.cstate(
            """
            ---
            title: Containers are late
            date: 2024-03-01T08:05:00-00:00
            resolved: true
            resolvedWhen: 2024-03-01T09:40:00-00:00
            # Possible severity levels: down, disrupted, notice
            severity: disrupted
            affected:
              - Crane API
              - Web
            section: issue
            ---
            The crane waits for ships.
            """
        )
        #expect(
            try source.record() == """
                ---
                title: Containers are late
                severity: disrupted
                components:
                  crane-api: partial_outage
                  web: partial_outage
                started: 2024-03-01T08:05Z
                ended: 2024-03-01T09:40Z
                ---

                The crane waits for ships.

                """
        )
        #expect(try source.remarks() == [])
    }

    @Test(arguments: [
        ("2024-03-01 8:05:00", "2024-03-01T08:05Z"), ("2024-03-01T08:05:00-00:00", "2024-03-01T08:05Z"),
        ("2024-03-01 08:05", "2024-03-01T08:05Z"), ("2024-03-01T08:05:09.123+02:00", "2024-03-01T06:05:09Z"),
        ("2024-03-01 08:05:00 UTC", "2024-03-01T08:05Z"),
        ("\"2024-03-01 08:05\"  # about", "2024-03-01T08:05Z"),
    ])
    func datesAreReadAsHugoReadsThem(date: String, instant: String) throws {
        let source = Source.cstate(issue(date: date))
        #expect(try source.frontMatter().contains("started: \(instant)\n"))
        #expect(try source.remarks() == [])
    }

    @Test func aDayAloneIsItsMidnightAndIsRemarkedOn() throws {
        let source = Source.cstate(issue(date: "2024-03-01"))
        #expect(try source.frontMatter().contains("started: 2024-03-01T00:00Z"))
        #expect(try source.remarks() == ["3:7 a date without a time: using midnight"])
    }

    @Test func timesWithoutAZoneAreInTheSitesZone() throws {
        let source = Source.cstate(
            issue(date: "2024-07-01 08:05"),
            configuration: Source.cstateConfiguration + "\ntimeZone: Europe/Berlin\n"
        )
        #expect(try source.frontMatter().contains("started: 2024-07-01T06:05Z"))
        #expect(try source.settings().contains("time_zone: Europe/Berlin"))
    }

    @Test(arguments: [
        "2024-03-94 08:05", "2024-03-01T018:05:00", "2024-03-01 08:5", "yesterday", "2024-03-01:08:05",
    ])
    func impossibleTimesAreRefusedWithTheirPlace(date: String) throws {
        let source = Source.cstate(issue(date: date))
        #expect(try source.imported().records.isEmpty)
        #expect(try source.imported().hasRefusals)
        #expect(try source.remarks() == ["3:7 `\(date)` is not a valid date or time"])
    }

    @Test func anEndBeforeTheStartIsRefused() throws {
        let source = Source.cstate(
            issue(more: "resolved: true\nresolvedWhen: 2024-02-01 08:05")
        )
        #expect(try source.remarks() == ["6:15 `resolvedWhen` is before `date`: correct one of the two"])
    }

    @Test(arguments: ["yes", "true", "True", "on"])
    func resolvedIsSaidInManyWays(word: String) throws {
        let source = Source.cstate(issue(more: "resolved: \(word)\nresolvedWhen: 2024-03-01 09:05"))
        #expect(try source.frontMatter().contains("ended: 2024-03-01T09:05Z"))
    }

    @Test(arguments: ["resolved: false", "resolvedWhen:", "resolved: no"])
    func anOpenIssueStaysOpen(more: String) throws {
        let source = Source.cstate(issue(more: more))
        #expect(!(try source.frontMatter().contains("ended")))
        #expect(try source.remarks() == [])
    }

    @Test func resolvedWithoutATimeCountsForNothing() throws {
        let source = Source.cstate(issue(more: "resolved: true\nresolvedWhen:"))
        #expect(try source.frontMatter().contains("ended: 2024-03-01T08:05Z"))
        #expect(try source.remarks().first?.hasPrefix("5:1 no `resolvedWhen`") == true)
    }

    @Test func aSlipInASeverityIsReadAndToldOf() throws {
        let source = Source.cstate(issue(severity: "dissrupted"))
        #expect(try source.frontMatter().contains("severity: disrupted\n"))
        #expect(
            try source.remarks() == ["4:11 cState has no severity `dissrupted`: using `disrupted`"]
        )
    }

    @Test func anUnknownSeverityIsKeptAsAComment() throws {
        let source = Source.cstate(issue(severity: "critical"))
        #expect(try source.frontMatter().contains("severity: notice\n"))
        #expect(try source.frontMatter().contains("# severity: critical\n"))
        #expect(try source.remarks() == ["4:11 cState has no severity `critical`: using `notice`"])
    }

    @Test func unknownKeysAreKeptAsComments() throws {
        let source = Source.cstate(issue(more: "author: Ada\nlead: [Grace, \"Lin, J.\"]"))
        #expect(try source.frontMatter().hasSuffix("# author: Ada\n# lead: Grace, Lin, J.\n"))
        #expect(
            try source.remarks() == ["5:1 `author` is kept as a comment", "6:1 `lead` is kept as a comment"]
        )
    }

    @Test func unquotedColonsTabsAndAMissingFirstLineAreNoObstacle() throws {
        let source = Source.cstate(
            "title: Crane API: late\ndate: 2024-03-01 08:05\nseverity: down\naffected:\n\t- Web\n---\nText."
        )
        #expect(
            try source.frontMatter() == """
                title: "Crane API: late"
                severity: down
                components:
                  web: major_outage
                started: 2024-03-01T08:05Z

                """
        )
        #expect(try source.remarks() == ["1:1 the line `---` before the front matter is missing"])
    }

    @Test func tomlIsReadToo() throws {
        let source = Source.cstate(
            """
            +++
            title = "Crane API: late"
            date = 2024-03-01T08:05:00Z
            resolved = true
            resolvedWhen = 2024-03-01T09:05:00Z
            severity = 'down'
            affected = [
              "Web",  # the site
              "Crane API"
            ]
            +++
            Text.
            """
        )
        #expect(
            try source.record() == """
                ---
                title: "Crane API: late"
                severity: down
                components:
                  web: major_outage
                  crane-api: major_outage
                started: 2024-03-01T08:05Z
                ended: 2024-03-01T09:05Z
                ---

                Text.

                """
        )
    }

    @Test func informationalPostsAreNotices() throws {
        let pinned = Source.cstate(issue(more: "informational: true\npin: true"))
        #expect(try pinned.frontMatter() == "title: Late\nnotice:\n  from: 2024-03-01T08:05Z\n")
        let other = Source.cstate(issue(more: "informational: true"))
        #expect(try other.frontMatter().contains("  until: 2024-03-02T08:05Z"))
        #expect(try other.remarks() == ["5:1 an informational post without an end is shown for a day"])
    }

    @Test func maintenanceThatIsANoticeIsMaintenance() throws {
        let source = Source.cstate(
            """
            ---
            title: Maintenance of the crane
            date: 2024-03-01 08:00
            resolved: true
            resolvedWhen: 2024-03-01 09:00
            severity: notice
            affected: [Web]
            ---
            New ropes.
            """
        )
        #expect(
            try source.record() == """
                ---
                title: Maintenance of the crane
                components:
                  web: under_maintenance
                maintenance:
                  from: 2024-03-01T08:00Z
                  until: 2024-03-01T09:00Z
                ---

                New ropes.

                [COMPLETED 2024-03-01 09:00 UTC]

                """
        )
        #expect(
            try source.remarks() == ["6:11 imported as maintenance, because of its title and this severity"])
    }

    @Test func draftsStayDrafts() throws {
        #expect(try Source.cstate(issue(more: "draft: true")).frontMatter().contains("draft: true\n"))
    }

    @Test func twoFilesThatWantOneAddressAreNotBothTaken() throws {
        let source = Source(
            .cstate,
            [
                "config.yml": Source.cstateConfiguration, "content/issues/A.md": issue(),
                "content/issues/a.md": issue(),
            ]
        )
        #expect(try source.imported().records.map(\.path) == ["incidents/A.md"])
        #expect(try source.remarks() == ["1:1 its page would have the same address as `content/issues/A.md`"])
    }

    @Test func whatABuildWouldRefuseIsNotHandedOver() throws {
        let source = Source.cstate("---\ntitle: ' '\ndate: 2024-03-01 08:05\nseverity: down\n---")
        #expect(try source.imported().records.isEmpty)
        #expect(
            try source.remarks() == [
                "1:1 the record would have an error: `title` is empty (incidents/issue.md:2:1)"
            ]
        )
    }

    @Test func everyFileHasItsResult() throws {
        let files = [
            "config.yml": Source.cstateConfiguration, "content/issues/a.md": issue(),
            "content/issues/_index.md": "---\ntitle: All\n---", "content/pages/about.md": "About",
            "netlify.toml": "",
            "content/issues/broken.md": "no front matter", "static/logo.png": "",
        ]
        let results = try Source(.cstate, files).imported().results
        #expect(Set(results.map(\.path)) == Set(files.keys))
        #expect(results.filter { $0.outcome == .refused }.map(\.path) == ["content/issues/broken.md"])
    }

    @Test func theSameFilesInAnotherOrderGiveTheSameBytes() throws {
        let text = issue(more: "affected: [Quay, web]")
        let files =
            (0..<20).map { ("content/issues/\($0).md", text) } + [("config.yml", Source.cstateConfiguration)]
        let one = try Source(.cstate, Dictionary(uniqueKeysWithValues: files)).imported()
        let other = try Source(.cstate, Dictionary(uniqueKeysWithValues: files.reversed())).imported()
        #expect(one.records == other.records && one.statusFile == other.statusFile)
    }

    @Test func eachFindingIsAStepOfTheWorkThatIsShown() throws {
        let files = Dictionary(uniqueKeysWithValues: (0..<5).map { ("content/issues/\($0).md", issue()) })
            .merging(["config.yml": Source.cstateConfiguration]) { $1 }
        var (announced, done) = (0, 0)
        let imported = ImportFormat.cstate.imported(from: Source(.cstate, files).files) { count, work in
            announced = count
            return work { done += 1 }
        }
        #expect(imported?.results.count == 6)
        #expect((announced, done) == (6, 6))
    }

    private func issue(date: String = "2024-03-01 08:05", severity: String = "down", more: String? = nil)
        -> String
    {
        let lines = ["---", "title: Late", "date: \(date)", "severity: \(severity)", more, "---", "Text."]
        return lines.compactMap { $0 }.joined(separator: "\n")
    }
}
