import Diagnostics
import StatusModel
import Testing

@testable import Importers

/// What was imported wrongly and called whole.
@Suite struct MistakenImportsTests {
    @Test func aListMayStandOnSeveralLines() throws {
        let source = Source.cstate(Self.issue("affected: [Crane API,  # first\n  \"Web\"\n]\n"))
        #expect(
            try source.frontMatter().contains("components:\n  crane-api: major_outage\n  web: major_outage\n")
        )
        #expect(try source.remarks() == [])
        #expect(
            try Source.cstate(Self.issue("affected: [Web,\n")).remarks() == [
                "6:1 this list is not closed: add `]`"
            ]
        )
    }

    @Test(arguments: ["+99:99", "+15:00", "-01:60"])
    func noPlaceOnEarthIsSoFarAhead(offset: String) throws {
        #expect(LooseTime("2024-03-01T08:00:00" + offset) == nil)
        #expect(LooseTime("2024-03-01T08:00:00+14:00")?.instant.description == "2024-02-29T18:00:00Z")
    }

    @Test func anEndOfAnOpenIssueIsRemarkedOn() throws {
        let source = Source.cstate(Self.issue("resolvedWhen: 2024-03-02 08:00\naffected: [Web]\n"))
        #expect(
            try source.remarks() == [
                "6:15 it is not `resolved`, so it stays open and `resolvedWhen` is left out"
            ]
        )
    }

    @Test(
        arguments: [
            ("\"updatedAt\": \"2024-03-01T09:30:00Z\"", "\"updatedAt\": \"2024-03-01T08:00:00Z\""),
            ("\"closedAt\": \"2024-03-01T09:30:00Z\"", "\"closedAt\": null"),
        ]
    )
    func ofAnIssueInTwoFilesTheLaterOneCounts(later: String, earlier: String) throws {
        let keys =
            "\"number\": 1, \"labels\": [{\"name\": \"status\"}], \"createdAt\": \"2024-03-01T08:00:00Z\""
        let source = Source(
            .upptime,
            [
                ".upptimerc.yml": "owner: a\nrepo: b\nsites: [{name: Web, url: x}]\n",
                "issues-1.json": "[{\(keys), \(earlier), \"title\": \"Old\"}]",
                "issues-2.json": "[{\(keys), \(later), \"title\": \"New\"}]",
            ]
        )
        #expect(try source.record().contains("title: New\n"))
        #expect(
            try source.remarks().contains {
                $0.hasPrefix("1:2 `issues-1.json` has the same record with a different ")
            })
    }

    @Test func aCommentWithoutATimeIsToldOf() throws {
        let issue = """
            [{"number": 1, "title": "Web is down", "labels": ["status"], "createdAt": "2024-03-01T08:00:00Z",
              "comments": [{"body": "We look."}]}]
            """
        let source = Source(
            .upptime,
            [".upptimerc.yml": "owner: a\nrepo: b\nsites: [{name: Web, url: x}]\n", "issues.json": issue]
        )
        #expect(try source.remarks() == ["2:16 a comment without `createdAt` is left out"])
    }

    @Test func anEndBeforeTheStartIsRefused() throws {
        let times = "\"started_at\": \"2024-03-01T08:00:00Z\", \"resolved_at\": \"2024-03-01T07:00:00Z\""
        let source = Source.statuspage(
            Source.incident(
                "\"impact\": \"major\", \(times)",
                updates: [("2024-03-01T08:10:00Z", "resolved", "", "")]
            )
        )
        let imported = try source.imported()
        #expect(imported.isRefused && imported.records.isEmpty)
        let reasons = imported.results.flatMap(\.remarks).map(\.message)
        #expect(reasons.contains("`resolved_at` is before `started_at`: correct one of the two"))
    }

    /// A pattern that tries every way to part the blanks would not come back.
    @Test func longRunsOfBlanksAreRead() throws {
        let blanks = String(repeating: " ", count: 1_900)
        for line in ["a\(blanks)1", "**a\(blanks)2024-03-01", "2024-03-01 08:00\(blanks)x", "# \(blanks)1"] {
            #expect(
                try Source.cstate(Self.issue("affected: [Web]\n") + "\n" + line + "\n").imported().records
                    .count == 1
            )
        }
    }

    /// A build reads no file of such a name.
    @Test func namesThatABuildPassesOverAreChanged() throws {
        for (name, id) in [("README", "readme-1"), ("...", "issue"), ("_late", "late")] {
            let cstate = Source(
                .cstate,
                [
                    "config.yml": Source.cstateConfiguration,
                    "content/issues/\(name).md": Self.issue("affected: [Web]\n"),
                ]
            )
            #expect(try cstate.imported().records.map(\.path) == ["incidents/\(id).md"])
            // Statusfy makes a README.md there itself.
            guard name != "README" else { continue }
            let statusfy = Source(
                .statusfy,
                [
                    "locales/en.json": Source.statusfyNames,
                    "content/\(name).md": Self.issue("").replacing("down", with: "major-outage"),
                ]
            )
            #expect(try statusfy.imported().records.map(\.path) == ["incidents/\(id).md"])
        }
    }

    @Test func aReadmeThatStatusfyMadeIsNoIncident() throws {
        let text = "---\ntitle: T\ndate: 2024-03-01\nseverity: major-outage\n---"
        let files = [
            "locales/en.json": Source.statusfyNames, "content/a.md": text, "content/README.md": "# Content",
        ]
        let imported = try Source(.statusfy, files).imported()
        #expect(imported.records.count == 1 && !imported.hasRefusals)
    }

    @Test func namesOfFilesHaveRoomForWhatABuildAdds() throws {
        let name = String(repeating: "x", count: 250)
        let files = [
            "config.yml": Source.cstateConfiguration, "content/issues/\(name).markdown": Self.issue(""),
        ]
        let paths = try Source(.cstate, files).imported().records.map(\.path)
        #expect(paths == ["incidents/\(name.prefix(200)).md"])
    }

    private static func issue(_ more: String) -> String {
        "---\ntitle: Late\ndate: 2024-03-01 08:00\nseverity: down\nresolved: false\n\(more)---\nThe crane waits.\n"
    }
}
