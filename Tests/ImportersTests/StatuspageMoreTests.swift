import Diagnostics
import StatusModel
import TestSupport
import Testing

@testable import Importers

@Suite struct StatuspageMaintenanceTests {
    @Test func maintenanceHasItsPhases() throws {
        let source = Source.statuspage(
            Source.incident(
                """
                "status": "completed", "impact": "maintenance", "scheduled_for": "2024-03-01T08:00:00.000Z",
                "scheduled_until": "2024-03-01T10:00:00.000Z", "created_at": "2024-02-20T08:00:00.000Z"
                """,
                updates: [
                    (
                        "2024-03-01T10:00:00Z", "completed", "Done.",
                        Source.affected(("c1", "under_maintenance", "operational"))
                    ),
                    (
                        "2024-03-01T09:30:00Z", "verifying", "We look.",
                        Source.affected(("c1", "under_maintenance", "under_maintenance"))
                    ),
                    (
                        "2024-03-01T08:00:00Z", "in_progress", "It begins.",
                        Source.affected(("c1", "operational", "under_maintenance"))
                    ),
                    (
                        "2024-02-20T08:00:00Z", "scheduled", "Soon.",
                        Source.affected(("c1", "operational", "operational"))
                    ),
                ]
            )
        )
        #expect(
            try source.record() == """
                ---
                title: Cranes are slow
                components:
                  crane-api: under_maintenance
                maintenance:
                  from: 2024-03-01T08:00Z
                  until: 2024-03-01T10:00Z
                aliases:
                  - i1
                ids: {statuspage: i1}
                ---

                [SCHEDULED 2024-02-20 08:00 UTC] Soon.

                [IN PROGRESS 2024-03-01 08:00 UTC] It begins.

                [VERIFYING 2024-03-01 09:30 UTC] We look.

                [COMPLETED 2024-03-01 10:00 UTC] Done.

                """
        )
        #expect(try source.remarks() == [])
    }

    @Test func aWindowNeedsAnEnd() throws {
        let source = Source.statuspage(
            Source.incident(
                "\"status\": \"scheduled\", \"scheduled_for\": \"2024-03-01T08:00:00Z\"",
                updates: []
            )
        )
        #expect(try source.remarks() == ["1:16 maintenance needs a `scheduled_until` after `scheduled_for`"])
        #expect(try source.imported().hasRefusals)
    }
}

@Suite struct StatuspageHistoryTests {
    static let keys =
        "\"status\": \"resolved\", \"impact\": \"none\", \"started_at\": \"2024-03-01T08:00:00Z\""
    static let over = (at: "2024-03-01T09:00:00Z", status: "resolved", body: "Over.", more: "")

    @Test func thePostMortemIsKept() throws {
        let text = "# Postmortem\n\n## Root cause\n\n[RESOLVED] by itself.<br>Yes."
        let source = Source.statuspage(
            Source.incident(
                Self.keys.replacing("resolved", with: "postmortem"),
                updates: [("2024-03-04T09:00:00Z", "postmortem", text, ""), Self.over]
            )
        )
        #expect(
            try source.body().hasSuffix(
                """

                # Post-mortem

                Published: 2024-03-04

                ### Postmortem

                ## Root cause

                [RESOLVED] by itself.
                Yes.

                """
            )
        )
        let site = try Corpora.site(of: try source.imported())
        #expect(site.incidents[0].postMortem?.publishedOn?.description == "2024-03-04")
    }

    @Test func unpublishedPostMortemStaysADraft() throws {
        let draft =
            ", \"postmortem_body\": \"The pool.\", \"postmortem_published_at\": null, "
            + "\"postmortem_body_last_updated_at\": \"2024-03-04T09:00:00Z\""
        let source = Source.statuspage(Source.incident(Self.keys + draft, updates: [Self.over]))
        #expect(try source.body().hasSuffix("\n# Post-mortem\n\nThe pool.\n"))
        let incident = try #require(try Corpora.site(of: try source.imported()).incidents.first)
        #expect(incident.postMortem?.publishedOn == nil)
    }

    @Test func whatAPostMortemSaysIsText() throws {
        let text = "Visibility: internal\n\n- **Escalated:** the vendor\nPublished: 2020-01-01"
        let source = Source.statuspage(
            Source.incident(
                Self.keys.replacing("resolved", with: "postmortem"),
                updates: [("2024-03-04T09:00:00Z", "postmortem", text, ""), Self.over]
            )
        )
        let record = try #require(try Corpora.site(of: try source.imported()).incidents.first)
        let postMortem = try #require(record.postMortem)
        #expect(postMortem.visibility == .public && postMortem.publishedOn?.description == "2024-03-04")
        #expect(postMortem.introduction.text.hasPrefix("Visibility: internal\n\n- Escalated: the vendor"))
    }

    @Test func anIncidentOnTwoPagesIsOneAndItsDifferencesAreTold() throws {
        let old = Source.incident(
            Self.keys + ", \"updated_at\": \"2024-03-01T09:00:00Z\"",
            name: "Old name",
            updates: [Self.over]
        )
        let new = Source.incident(
            Self.keys + ", \"updated_at\": \"2024-03-02T09:00:00Z\"",
            name: "New name",
            updates: [Self.over]
        )
        let source = Source.statuspage(old, more: ["page-2.json": "[\(new), \(new)]"])
        #expect(try source.record().contains("title: New name"))
        #expect(
            try source.remarks() == [
                "1:2 `incidents.json` has the same record with a different `name`: "
                    + "using the one that was changed last"
            ]
        )
    }

    @Test(arguments: [
        "```\ncode", "- item\n\n  ```\n  code", "~~~~\n~~~", "    ```", "<!-- a", "<pre>a", "<?a", "> ```",
        "- ```\n  a",
    ])
    func whatIsNotClosedTakesInNoUpdate(text: String) throws {
        let first = ("2024-03-01T08:00:00Z", "identified", text, "")
        let source = Source.statuspage(Source.incident(Self.keys, updates: [Self.over, first]))
        let site = try Corpora.site(of: try source.imported())
        #expect(site.incidents.map(\.updates.count) == [2])
    }

    @Test func theNamesOfTheLatestPageCount() throws {
        let page = Source.components.replacing("\"Etc/UTC\"", with: "\"Etc/UTC\", \"updated_at\": \"2024\"")
        let source = Source.statuspage("", more: ["z.json": page.replacing("Crane API", with: "Cranes")])
        #expect(try source.settings().contains("  - id: cranes\n    name: Cranes\n"))
    }

    @Test func twoOfOneNameHaveTwoFiles() throws {
        let first = Source.incident(Self.keys, id: "a1", updates: [Self.over])
        let second = Source.incident(Self.keys, id: "b2", updates: [Self.over])
        let imported = try Source.statuspage(second + "," + first).imported()
        #expect(
            imported.records.map(\.path) == [
                "incidents/2024-03-01-cranes-are-slow-b2.md", "incidents/2024-03-01-cranes-are-slow.md",
            ]
        )
    }

    @Test(
        arguments: [
            ("Web: slow & <b>", "2024-03-01-web-slow-b"), ("...", "2024-03-01"),
            (
                String(repeating: "word ", count: 50),
                "2024-03-01-word" + String(repeating: "-word", count: 15)
            ),
            (String(repeating: "障", count: 50), "2024-03-01-" + String(repeating: "障", count: 27)),
        ]
    )
    func namesAreThoseOfFiles(title: String, name: String) throws {
        let source = Source.statuspage(Source.incident(Self.keys, name: title, updates: [Self.over]))
        #expect(try source.imported().records.map(\.path) == ["incidents/\(name).md"])
    }

    @Test func componentsThatAreGoneAreOutOfService() throws {
        let more = Source.affected(("c9", "operational", "major_outage"))
        let source = Source.statuspage(
            Source.incident(
                Self.keys,
                updates: [Self.over, ("2024-03-01T08:00:00Z", "identified", "Found.", more)]
            )
        )
        #expect(try source.settings().contains("    name: Group - c9\n    until: 2024-03-02\n"))
    }

    @Test(arguments: ["\"started_at\": \"2024-03-94T08:00:00Z\"", "\"started_at\": 5", "\"a\": 1"])
    func timesThatCannotBeAreRefused(key: String) throws {
        let source = Source.statuspage(Source.incident("\"status\": \"resolved\", " + key, updates: []))
        #expect(try source.imported().hasRefusals)
    }

    @Test func everyBeginningOfAFileIsImportedOrRefused() throws {
        let text = Array(
            "{\"incidents\": [\(Source.incident(Self.keys, updates: [Self.over]))]}".utf8
        )
        for count in 0...text.count {
            let file = SourceFile(path: "incidents.json", bytes: Array(text.prefix(count)))
            let imported = try #require(ImportFormat.statuspage.imported(from: [file]))
            #expect(imported.hasRefusals == (count < text.count))
        }
    }

    @Test func otherFilesAreNoStatuspage() {
        let file = SourceFile(path: "package.json", bytes: Array("{\"name\": \"x\"}".utf8))
        #expect(ImportFormat.statuspage.imported(from: [file]).map(\.records.count) == nil)
    }
}
