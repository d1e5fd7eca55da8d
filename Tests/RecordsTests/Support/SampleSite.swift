import Diagnostics
import StatusModel
import Testing

@testable import Records

/// A site to read records in: two components, two public severities and an internal one.
struct SampleSite {
    static let status = """
        site: {title: Example Status, url: "https://status.example.com"}
        components:
          - {id: story-api, name: Story API, aliases: [stories]}
          - {id: web, name: Website}
        severities:
          SEV-1: {aliases: [P0], component_status: major}
          SEV-2: {component_status: partial}
          SEV-3: {visibility: internal}
        """

    private(set) var configuration: Configuration
    var now = SampleSite.now
    var paths = ["incidents/slow.md"]
    var files: Set<String> = []
    /// None: a test of a check asks about that check.
    var checks = Checks([])

    static let now = Instant(seconds: 1_775_001_600)  // 2026-04-01T00:00:00Z

    init(status: String = status) throws {
        let diagnostics = Findings()
        let file = SourceFile(path: "status.yml", bytes: Array(status.utf8))
        let read = Configuration(reading: file, into: diagnostics)
        configuration = try #require(read, "\(TerminalFormat(colors: false).text(for: diagnostics.all))")
    }

    init(zone: String) throws {
        try self.init(
            status: Self.status.replacing("title: Example", with: "time_zone: \(zone), title: Example")
        )
    }

    /// The site in a language that calls a post-mortem so.
    func speaking(_ postMortem: [String]) -> SampleSite {
        var site = self
        site.configuration = configuration.calling(postMortem: postMortem)
        return site
    }

    /// The site, asking these checks.
    func checking(_ checks: any Check.Type...) -> SampleSite {
        var site = self
        site.checks = Checks(checks)
        return site
    }

    /// The site, asking all checks: what is hostile is so to each of them.
    var askingAll: SampleSite {
        var site = self
        site.checks = .all
        return site
    }

    func read(_ bytes: [UInt8], path: String = "incidents/slow.md") -> ParsedRecord {
        RecordReader(
            configuration: configuration,
            index: RecordIndex(paths: paths, staticFiles: files),
            now: now,
            checks: checks
        )
        .read(SourceFile(path: path, bytes: bytes))
    }

    func read(_ text: String, path: String = "incidents/slow.md") -> ParsedRecord {
        read(Array(text.utf8), path: path)
    }

    /// The mistakes of a record, as `line:column severity id`.
    func told(_ text: String) -> [String] {
        read(text).diagnostics.inOrder.map(\.summary)
    }

    /// The mistakes of a record that has this front matter besides what every record needs.
    func toldOfKeys(_ keys: String) -> [String] {
        told(
            "---\n\(keys)\ntitle: Slow\nseverity: SEV-2\nstarted: 2026-01-02T16:00Z\ncomponents: {web: partial}\n---\n"
        )
    }

    /// The mistakes of a record that has this body, which begins on line 7.
    func toldOfBody(_ body: String) -> [String] {
        told(Self.record(body))
    }

    func incident(_ body: String) throws -> Record {
        let parsed = read(Self.record(body))
        guard let incident = parsed.record else {
            throw Unreadable(told: parsed.diagnostics.inOrder.map(\.summary))
        }
        return incident
    }

    static func record(_ body: String) -> String {
        """
        ---
        title: Slow
        severity: SEV-2
        components: {web: partial}
        started: 2026-01-02T16:00Z
        ---
        \(body)

        """
    }

    struct Unreadable: Error { let told: [String] }
}

extension Diagnostic {
    var summary: String { "\(location.line):\(location.column) \(severity.rawValue) \(id.rawValue)" }
}

/// The mistakes of a `status.yml`, as `line:column id`.
func toldOfStatus(_ text: String) -> [String] {
    let diagnostics = Findings()
    _ = Configuration(reading: SourceFile(path: "status.yml", bytes: Array(text.utf8)), into: diagnostics)
    return diagnostics.all.inOrder.map { "\($0.location.line):\($0.location.column) \($0.id.rawValue)" }
}
