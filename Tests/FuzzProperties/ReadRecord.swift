import Diagnostics
import Records
import StatusModel

/// A record that is read twice, without any other records.
struct ReadRecord {
    private let file: SourceFile

    init(_ bytes: [UInt8]) {
        file = SourceFile(path: "incidents/slow.md", bytes: bytes)
    }

    var violations: [String] {
        guard let configuration = SampleConfiguration.value else { return ["the sample is not read"] }
        let (first, second) = (Self.page(of: file, in: configuration), Self.page(of: file, in: configuration))
        var violations = first.found.misplaced(in: file)
        if first.found != second.found { violations.append("the second reading finds other mistakes") }
        if first.found.hasErrors != first.parsed.isBroken {
            violations.append("an error is not the record's")
        }
        // Pages take longest: one input in two is shown to the team, and one in four is built twice.
        let audience: Audience = file.bytes.count % 2 == 0 ? .public : .internal
        let site = RenderedSite(of: first.page, for: audience)
        if file.bytes.count % 4 == 0, site != RenderedSite(of: second.page, for: audience) {
            violations.append("the second build writes other bytes")
        }
        let messages = WrittenMessages(of: first.page, for: audience, at: RenderedSite.now)
        return violations + site.violations + messages.violations
    }

    fileprivate static func page(of file: SourceFile, in configuration: Configuration)
        -> (parsed: ParsedRecord, page: StatusPage, found: [Diagnostic])
    {
        let file = SourceFile(path: file.path, bytes: file.bytes)
        let index = RecordIndex(paths: [file.path], staticFiles: ["graph.png"])
        let parsed = RecordReader(configuration: configuration, index: index, now: RenderedSite.now).read(
            file
        )
        let found = Findings()
        let assembly = SiteAssembly(of: [parsed], configuration: configuration, into: found)
        return (parsed, assembly.page, found.all)
    }
}

/// The configuration of the site in which records are read.
enum SampleConfiguration {
    static let value: Configuration? = {
        let found = Findings()
        let configuration = Configuration(
            reading: SourceFile(path: "status.yml", bytes: Array(text.utf8)),
            into: found
        )
        return found.hasErrors ? nil : configuration
    }()

    /// The site with one incident.
    static let page = value.map { configuration in
        let file = SourceFile(path: "incidents/slow.md", bytes: Array(record.utf8))
        return ReadRecord.page(of: file, in: configuration).page
    }

    private static let record = """
        ---
        title: Slow
        severity: SEV-1
        components: [web]
        started: 2026-03-31T16:58Z
        impact: {users: 500}
        ---

        [INVESTIGATING 2026-03-31T17:05Z] We look into it.
        Next update: 15m

        [IDENTIFIED 2026-03-31T19:05Z] We know.
        Components: web degraded
        """

    private static let text = """
        site:
          title: Example Status
          url: https://status.example.com/at/a/path
          time_zone: Europe/Berlin
          since: 2025-12-01
        components:
          - {id: story-api, name: Story API, aliases: [stories], group: Core}
          - {id: web, name: Website}
        severities:
          SEV-1: {aliases: [P0], component_status: major, update_every: 15m, checklist: [All is well]}
          SEV-2: {component_status: partial, post_mortem: {required: true, within: 2d}}
          SEV-3: {visibility: internal}
        """
}
