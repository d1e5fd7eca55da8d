import Diagnostics
import StatusModel
import Testing

@testable import Importers

@Suite struct StatuspageTests {
    @Test func anIncidentBecomesARecord() throws {
        let source = Source.statuspage(
            Source.incident(
                """
                "status": "resolved", "impact": "major", "created_at": "2024-03-01T08:00:00.123Z",
                "started_at": "2024-03-01T08:00:00.123Z", "resolved_at": "2024-03-01T09:00:00.5Z",
                "shortlink": "https://stspg.io/x"
                """,
                updates: [
                    (
                        "2024-03-01T10:00:00.500+01:00", "resolved", "It works.",
                        Source.affected(("c1", "degraded_performance", "operational"))
                    ),
                    (
                        "2024-03-01T08:30:00Z", "monitoring", "Mended.<br>We watch.",
                        Source.affected(("c1", "partial_outage", "degraded_performance"))
                    ),
                    (
                        "2024-03-01T08:15:00Z", "identified", "[RESOLVED] is what it is not.",
                        Source.affected(("c1", "partial_outage", "partial_outage"))
                    ),
                    (
                        "2024-03-01T08:00:00Z", "investigating", "We look.",
                        Source.affected(("c1", "operational", "partial_outage"))
                    ),
                ]
            )
        )
        #expect(
            try source.record() == """
                ---
                title: Cranes are slow
                severity: major
                components:
                  crane-api: partial_outage
                started: 2024-03-01T08:00Z
                aliases:
                  - i1
                ids: {statuspage: i1}
                ---

                [INVESTIGATING 2024-03-01 08:00 UTC] We look.

                [IDENTIFIED 2024-03-01 08:15 UTC]

                \\[RESOLVED] is what it is not.

                [MONITORING 2024-03-01 08:30 UTC] Mended.\\
                We watch.

                Components: crane-api degraded_performance

                [RESOLVED 2024-03-01 09:00 UTC] It works.

                """
        )
        #expect(try source.remarks() == [])
        #expect(try source.imported().records.map(\.path) == ["incidents/2024-03-01-cranes-are-slow.md"])
    }

    @Test func settingsComeFromThePage() throws {
        #expect(
            try Source.statuspage("").settings() == """
                site:
                  title: Harbour
                  url: "https://status.example.com"
                  time_zone: Etc/UTC
                  ids: {statuspage: p1}
                components:
                  - id: web
                    name: Web
                    ids: {statuspage: c2}
                  - id: crane-api
                    name: Crane API
                    ids: {statuspage: c1}
                severities:
                  critical:
                    component_status: major_outage
                  major:
                    component_status: partial_outage
                  minor:
                    component_status: degraded_performance
                  none:
                    component_status: operational

                """
        )
    }

    @Test(arguments: [
        ("C1", "the id `C1` is already used"), ("a b", "`a b` cannot be a Statuspage id"),
        ("unresolved", "`unresolved` cannot be a Statuspage id"),
    ])
    func idThatCannotStayIsLeftOut(id: String, reason: String) throws {
        let keys = #""status": "resolved", "impact": "none", "started_at": "2024-03-01T08:00:00Z""#
        let over = (at: "2024-03-01T09:00:00Z", status: "resolved", body: "Over.", more: "")
        let source = Source.statuspage(Source.incident(keys, id: id, updates: [over]))
        #expect(try !source.frontMatter().contains("ids:"))
        #expect(try source.remarks().contains("1:16 \(reason), so it is left out"))
    }

    @Test func idsOfThePageAndItsComponentsAreEachKeptOnce() throws {
        let settings = Source.components.replacing("\"c2\"", with: "\"P1\"")
        let imported = try Source(.statuspage, ["components.json": settings]).imported()
        let text = String(decoding: imported.statusFile.bytes, as: UTF8.self)
        #expect(text.contains("ids: {statuspage: p1}") && text.contains("ids: {statuspage: c1}"))
        #expect(!text.contains("P1"))
        #expect(
            imported.results.flatMap(\.remarks).map(\.message).contains {
                $0 == "the id `P1` is already used, so it is left out"
            })
    }

    /// A group called like another's id, and one called like a component, keep their names and their components.
    @Test func groupsHaveIDsThatAreNoOtherName() throws {
        let list = """
            {"components": [
              {"id": "g1", "name": "EU!", "group": true, "position": 1, "status": "operational"},
              {"id": "g2", "name": "eu", "group": true, "position": 2, "status": "operational"},
              {"id": "g3", "name": "Web", "group": true, "position": 3, "status": "operational"},
              {"id": "a", "name": "API", "group_id": "g1", "position": 1, "status": "operational"},
              {"id": "b", "name": "Mail", "group_id": "g2", "position": 1, "status": "operational"},
              {"id": "c", "name": "Web", "group_id": "g3", "position": 1, "status": "operational"}
            ]}
            """
        let site = try Corpora.site(of: Source(.statuspage, ["components.json": list]).imported())
        #expect(site.groups.map(\.id) == ["eu-2", "eu", "web-2"])
        #expect(site.groups.map { $0.ids.statuspage?.text } == ["g1", "g2", "g3"])
        #expect(site.components.map(\.group) == [0, 1, 2])
    }

    @Test func componentsOfOneNameInTwoGroupsStayTwo() throws {
        let list = """
            {"components": [
              {"id": "g2", "name": "EU", "group": true, "position": 1, "status": "operational"},
              {"id": "g1", "name": "US", "group": true, "position": 2, "status": "operational"},
              {"id": "a", "name": "API", "group_id": "g1", "position": 1, "status": "operational"},
              {"id": "b", "name": "API", "group_id": "g2", "position": 1, "status": "operational",
               "description": "Calls", "start_date": "2023-05-06"}
            ]}
            """
        let settings = try Source(.statuspage, ["components.json": list]).settings()
        #expect(
            settings.contains(
                """
                groups:
                  - id: eu
                    name: EU
                    ids: {statuspage: g2}
                  - id: us
                    name: US
                    ids: {statuspage: g1}
                components:
                  - id: eu-api
                    name: EU - API
                    group: EU
                    description: Calls
                    since: 2023-05-06
                    ids: {statuspage: b}
                  - id: us-api
                    name: US - API
                    group: US
                    ids: {statuspage: a}

                """
            )
        )
    }

    @Test func aReopenedIncidentSaysWhatHoldsAgain() throws {
        let source = Source.statuspage(
            Source.incident(
                "\"status\": \"monitoring\", \"impact\": \"minor\", \"started_at\": \"2024-03-01T08:00:00Z\"",
                updates: [
                    ("2024-03-01T09:10:00Z", "monitoring", "Again.", ""),
                    (
                        "2024-03-01T09:00:00Z", "resolved", "Over.",
                        Source.affected(("c1", "degraded_performance", "operational"))
                    ),
                    (
                        "2024-03-01T08:00:00Z", "investigating", "We look.",
                        Source.affected(("c1", "operational", "degraded_performance"))
                    ),
                ]
            )
        )
        #expect(try source.body().hasSuffix("UTC] Again.\n\nComponents: crane-api operational\n"))
    }

    @Test func unknownWordsAreKeptAndTold() throws {
        let source = Source.statuspage(
            Source.incident(
                "\"status\": \"resolved\", \"impact\": \"huge\", \"started_at\": \"2024-03-01T08:00:00Z\"",
                updates: [
                    ("2024-03-01T09:00:00Z", "resolved", "Over.", ""),
                    (
                        "2024-03-01T08:00:00Z", "puzzled", "We wonder.",
                        Source.affected(("c1", "operational", "on fire"))
                    ),
                ]
            )
        )
        #expect(
            try source.body().contains("[INVESTIGATING 2024-03-01 08:00 UTC]\n\n**puzzled**\n\nWe wonder.")
        )
        #expect(
            Set(try source.remarks().map { $0.drop { $0 != " " }.dropFirst() }) == [
                "Statuspage has no impact `huge`: using `none`",
                "unknown status `on fire`: it is left out",
                "`puzzled` is not a phase: it is kept as bold text",
                "the first update has no phase: using `investigating`",
            ]
        )
    }

    @Test func componentsThatChangedInSilenceAreTold() throws {
        let source = Source.statuspage(
            Source.incident(
                "\"status\": \"identified\", \"impact\": \"minor\", \"started_at\": \"2024-03-01T08:00:00Z\"",
                updates: [
                    (
                        "2024-03-01T09:00:00Z", "identified", "Found.",
                        Source.affected(("c1", "major_outage", "major_outage"))
                    ),
                    (
                        "2024-03-01T08:00:00Z", "investigating", "We look.",
                        Source.affected(("c1", "operational", "operational"))
                    ),
                ]
            )
        )
        #expect(try source.frontMatter().contains("  crane-api: operational\n"))
        #expect(try source.body().hasSuffix("Found.\n\nComponents: crane-api major_outage\n"))
        #expect(
            try source.remarks().map {
                $0.hasSuffix("changed without an update: using the time of the next one")
            } == [
                true
            ]
        )
    }

    @Test func oldIncidentsTakeTheirImpact() throws {
        let source = Source.statuspage(
            Source.incident(
                """
                "status": "resolved", "impact": "critical", "created_at": "2014-03-01T08:00:00.000-07:00",
                "components": [{"id": "c2", "name": "Web", "status": "operational"}]
                """,
                updates: [
                    ("2014-03-01T16:00:00Z", "resolved", "Over.", ", \"affected_components\": null"),
                    ("2014-03-01T15:00:00Z", "investigating", "We look.", ", \"affected_components\": null"),
                ]
            )
        )
        #expect(try source.frontMatter().contains("  web: major_outage\nstarted: 2014-03-01T15:00Z\n"))
        #expect(try source.remarks().count == 1)
    }

    @Test func whatWasWrittenDownAfterwardsHasAnEnd() throws {
        let source = Source.statuspage(
            Source.incident(
                """
                "status": "resolved", "impact": "none", "started_at": "2024-03-01T08:00:00Z",
                "resolved_at": "2024-03-01T09:00:00Z"
                """,
                updates: [("2024-03-01T08:00:00Z", "resolved", "It was slow.", "")]
            )
        )
        #expect(try source.frontMatter().contains("ended: 2024-03-01T09:00Z"))
        #expect(try source.body() == "\nIt was slow.\n")
    }
}
