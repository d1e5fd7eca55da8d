import Diagnostics
import Records
import StatusModel
import TestSupport
import Testing

@testable import Importers

/// What is written is read back as what was meant.
@Suite struct RecordWriterTests {
    @Test func everyValueIsReadBack() throws {
        var record = RecordDescription.sample
        record.components = [.init(id: "api", status: .majorOutage), .init(id: "web", status: .operational)]
        record.links = ["https://example.com/a?b=c#d"]
        record.aliases = ["old-name"]
        record.summary = "A summary."
        record.updates = [
            UpdateDescription(at: .at(60), phase: .identified, text: "The cause."),
            UpdateDescription(at: .at(125), phase: nil, text: "- a list\n- of two"),
            UpdateDescription(at: .at(180), phase: .resolved, text: ""),
        ]
        let incident = try record.readBack()
        #expect(incident.title == record.title)
        #expect(incident.from == .at(0))
        #expect(incident.components.map(\.status) == [.majorOutage, .operational])
        #expect(incident.summary.text == "A summary.")
        #expect(incident.updates.map(\.at) == [.at(60), .at(125), .at(180)])
        #expect(incident.updates.map(\.phase) == [.identified, .identified, .resolved])
        #expect(incident.updates.map(\.prose.text) == ["The cause.", "- a list\n- of two", ""])
        #expect(incident.links == record.links)
        #expect(incident.aliases == record.aliases)
    }

    @Test func componentsChangeWithUpdates() throws {
        var record = RecordDescription.sample
        record.affect(["api", "web", "api"], with: .majorOutage)
        record.updates = [
            UpdateDescription(
                at: .at(60),
                phase: .identified,
                text: "- a\n- b",
                components: [
                    .init(id: "web", status: .operational), .init(id: "api", status: .degradedPerformance),
                ]
            )
        ]
        let incident = try record.readBack()
        #expect(incident.components.map(\.status) == [.majorOutage, .majorOutage])
        #expect(incident.updates.first?.changes.map(\.status) == [.operational, .degradedPerformance])
    }

    @Test(arguments: [
        "Story API: slow", "[SEV-1] down", "fails as in #12", "“quoted”", "tab\tand \\ and \"", "true",
        "- dash", "null",
        "ends with :", "{a: b}", "line\u{2028}end", "日本語のタイトル", "Ärger & Co.", "* star", "@at", "%percent",
        "2021-01-01",
    ])
    func titlesAreReadBack(title: String) throws {
        var record = RecordDescription.sample
        record.title = title
        #expect(try record.readBack().title == title)
    }

    @Test(arguments: [
        "[RESOLVED] All is well.", "[Update 2] text", "text\n[RESOLVED 17:45 UTC] more",
        "# [Monitoring] text",
        "[FINAL]\ntext", "[RESOLVED]: done",
    ])
    func bracketsThatLookLikePhasesAreText(text: String) throws {
        var record = RecordDescription.sample
        record.summary = text
        record.updates = [UpdateDescription(at: .at(60), phase: .identified, text: text)]
        let incident = try record.readBack()
        #expect(incident.updates.map(\.phase) == [.identified])
        #expect(incident.summary.text.contains("["))
    }

    @Test(arguments: [
        "Pool restarted.\n\nFix: pool of 50", "ETA: soon\nSeverity: none", "- a\n- b\nUpdated: yesterday",
        "text\n**Components:** all of them", "> quote\n> Updated: now", "text\n\nUpdated: x\n\n---",
    ])
    func linesThatLookLikeTrailersAreText(text: String) throws {
        var record = RecordDescription.sample
        record.updates = [UpdateDescription(at: .at(60), phase: .identified, text: text)]
        let update = try #require(try record.readBack().updates.first)
        #expect(update.fix == nil && update.estimate == nil && update.severity == nil)
        #expect(update.prose.text.contains(":"))
    }

    @Test func codeKeepsItsBrackets() throws {
        var record = RecordDescription.sample
        record.summary = "```\n[INFO] started\n```"
        #expect(try record.readBack().summary.text.contains("[INFO] started"))
        #expect(!(try record.readBack().summary.text.contains("\\")))
    }

    @Test func headingOfAPostMortemBeforeUpdatesBeginsNone() throws {
        var record = RecordDescription.sample
        record.summary = "# Post-mortem\n\nA disk was full."
        record.updates = [UpdateDescription(at: .at(60), phase: .resolved, text: "Done.")]
        let incident = try record.readBack()
        #expect(incident.postMortem == nil)
        #expect(incident.updates.count == 1)
    }
}

extension Instant {
    /// That many seconds after 2026-01-02T17:00:00Z.
    static func at(_ seconds: Int) -> Instant { Instant(seconds: 1_767_373_200 + seconds) }
}

extension RecordDescription {
    static let sample = RecordDescription(
        id: "2026-01-02-sample",
        title: "A sample",
        kind: .incident(severity: "major", started: .at(0), ended: nil),
        state: SourceState(),
        place: SourceLocation(path: "sample.md", line: 1, column: 1, length: 1, excerpt: "")
    )

    /// The record as a build reads it, on a site with the components `api` and `web`.
    func readBack() throws -> Record {
        var site = SiteDescription(title: "Sample: a site", url: "https://status.example.com")
        site.components = [
            ComponentDescription(id: "api", name: "API"), ComponentDescription(id: "web", name: "Web"),
        ]
        site.severities = [SeverityDescription(level: "major", status: .majorOutage)]
        let diagnostics = Findings()
        let settings = SourceFile(path: "status.yml", bytes: Array(SiteWriter(site).text.utf8))
        let configuration = try #require(Configuration(reading: settings, into: diagnostics))
        let reader = RecordReader(
            configuration: configuration,
            index: RecordIndex(paths: [path]),
            now: .distantFuture
        )
        let text = RecordWriter(self).text
        let parsed = reader.read(SourceFile(path: path, bytes: Array(text.utf8)))
        #expect(!(diagnostics.all + parsed.diagnostics).hasErrors, "\(parsed.diagnostics) in\n\(text)")
        guard let incident = parsed.record else { throw NoIncident() }
        return incident
    }

    struct NoIncident: Error {}
}
