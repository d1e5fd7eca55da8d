import Testing

@testable import Importers

/// Statusfy's incidents as teams write them.
@Suite struct StatusfyTests {
    @Test func containersBecomeUpdates() throws {
        let source = incident(
            """
            The crane waits.

            <!--- language code: en -->

            ::: update Resolved | 2024-03-01T09:00:00.000Z
            The rope is new.
            :::

            ::: update Identified | 2024-03-01T08:30:09.500Z
            The rope.
            :::
            """
        )
        #expect(
            try source.record() == """
                ---
                title: "Crane API: late"
                severity: partial-outage
                components:
                  crane: partial_outage
                  web: partial_outage
                started: 2024-03-01T08:05Z
                ---

                The crane waits.

                [IDENTIFIED 2024-03-01 08:30:09 UTC] The rope.

                [RESOLVED 2024-03-01 09:00 UTC] The rope is new.

                """
        )
        #expect(try source.remarks() == [])
    }

    @Test func containersThatAreNotClosedEndAtTheNext() throws {
        let source = incident(
            """
            ::: update Monitoring | 2024-03-01T08:30:00Z
            It moves.

            ::: update Resolved | 2024-03-01T09:00:00Z
            The rope is new.
            """
        )
        #expect(
            try source.body()
                == "\n[MONITORING 2024-03-01 08:30 UTC] It moves.\n\n[RESOLVED 2024-03-01 09:00 UTC] The rope is new.\n"
        )
    }

    @Test func titlesThatAreNoPhaseAreKeptInBold() throws {
        let source = incident(
            """
            ::: update Rope | 2024-03-01T08:30:00Z
            A new one.
            :::
            ::: update Complete | 2024-03-01T09:00:00Z
            It moves.
            :::
            """
        )
        #expect(
            try source.body() == """

                [INVESTIGATING 2024-03-01 08:30 UTC]

                **Rope**

                A new one.

                [RESOLVED 2024-03-01 09:00 UTC]

                **Complete**

                It moves.

                """
        )
        #expect(
            try source.remarks() == [
                "12:1 `Rope` is not a phase: it is kept as bold text",
                "12:1 the first update has no phase: using `investigating`",
            ]
        )
    }

    @Test func withoutAResolutionTheLastChangeIsTaken() throws {
        let source = incident("It waits.", more: "modified: '2024-03-01T10:00:00.000Z'")
        #expect(try source.frontMatter().contains("ended: 2024-03-01T10:00Z"))
        #expect(try source.remarks() == ["10:11 no update says when it was resolved: using `modified`"])
    }

    @Test func withoutAnyEndItCountsForNothing() throws {
        let source = incident("It waits.")
        #expect(try source.frontMatter().contains("ended: 2024-03-01T08:05Z"))
        #expect(try source.remarks() == ["9:1 nothing says when it was resolved: using its start"])
    }

    @Test func scheduledIsMaintenance() throws {
        let source = Source.statusfy(
            """
            ---
            title: New ropes
            date: 2024-02-20T08:00:00.000Z
            scheduled: 2024-03-01T08:00:00.000Z
            duration: 90
            severity: under-maintenance
            affectedsystems: [crane]
            resolved: true
            ---
            ::: update Announced | 2024-02-22T08:00:00.000Z
            Soon.
            :::
            ::: update Resolved | 2024-03-01T09:10:00.000Z
            Done.
            :::
            """
        )
        #expect(
            try source.record() == """
                ---
                title: New ropes
                components:
                  crane: under_maintenance
                maintenance:
                  from: 2024-03-01T08:00Z
                  until: 2024-03-01T09:30Z
                ---

                [SCHEDULED 2024-02-22 08:00 UTC]

                **Announced**

                Soon.

                [COMPLETED 2024-03-01 09:10 UTC] Done.

                """
        )
    }

    @Test func maintenanceWithoutADurationIsRefused() throws {
        let source = Source.statusfy(
            """
            ---
            title: New ropes
            date: 2024-02-20T08:00:00.000Z
            severity: under-maintenance
            scheduled: 2024-03-01T08:00:00Z
            duration: long
            ---
            """
        )
        #expect(try source.remarks() == ["6:11 `duration` must be a number of minutes"])
    }

    @Test func anUpdateWithoutATimeStaysText() throws {
        let source = incident("::: update Rope\nA new one.\n:::")
        #expect(try source.body() == "\n**Rope**\nA new one.\n")
        #expect(try source.remarks().first == "12:1 this update has no time, so it stays part of the text")
    }

    @Test func jsonAndTomlAreReadToo() throws {
        let json = """
            ---json
            {
              "id": "7k2", "title": "Late", "date": "2024-03-01T08:05:00Z", "severity": "major-outage",
              "affectedsystems": ["crane"], "resolved": false
            }
            ---
            """
        let toml = """
            ---toml
            id = "7k2"
            title = "Late"
            date = 2024-03-01T08:05:00Z
            severity = "major-outage"
            affectedsystems = ["crane"]
            resolved = false
            ---
            """
        let record = """
            ---
            title: Late
            severity: major-outage
            components:
              crane: major_outage
            started: 2024-03-01T08:05Z
            aliases:
              - 7k2
            ---

            """
        #expect(try Source.statusfy(json).record() == record)
        #expect(try Source.statusfy(toml).record() == record)
    }

    @Test func translationsAreNoRecords() throws {
        let text = "---\ntitle: T\ndate: 2024-03-01\nseverity: major-outage\n---"
        let source = Source(
            .statusfy,
            ["locales/en.json": Source.statusfyNames, "content/a.md": text, "content/es/a.md": text]
        )
        #expect(try source.imported().records.count == 1)
        #expect(
            try source.imported().results.last?.outcome
                == .notARecord("a translation: Allclear sites have one language")
        )
    }

    @Test func addressAndTitleAreReadFromTheProgram() throws {
        let source = Source(
            .statusfy,
            [
                "statusfy.config.js":
                    "module.exports = {\n  title: 'Harbour',\n  baseUrl: \"https://status.example.com\"\n};",
                "content/a.md": "---\ntitle: T\ndate: 2024-03-01 08:00\nseverity: major-outage\n---",
            ]
        )
        #expect(
            try source.settings().hasPrefix(
                "site:\n  title: Harbour\n  url: \"https://status.example.com\"\n"
            )
        )
    }

    /// An incident that is resolved; further keys begin in line 10, the text behind them.
    private func incident(_ text: String, more: String = "# no more") -> Source {
        .statusfy(
            """
            ---
            title: 'Crane API: late'
            date: '2024-03-01T08:05:00.000Z'
            severity: partial-outage
            affectedsystems:
              - crane

              - web
            resolved: true
            \(more)
            ---

            """ + text
        )
    }
}
