import Diagnostics
import StatusModel
import Testing

@testable import Records
@testable import allclear

/// `docs/record-format.md` is executed: every record in it is read, and means what is written below it.
@Suite struct RecordFormatTests {
    static let document = FormatExamples(in: (try? ProjectFolder.text(of: "docs/record-format.md")) ?? "")

    @Test func documentHasExamplesAndASite() {
        #expect(Self.document.examples.count > 50)
        #expect(!Self.document.configuration.isEmpty)
    }

    @Test(arguments: document.examples)
    func exampleMeansWhatTheDocumentSays(example: FormatExample) throws {
        let now = try #require(Instant(writtenAs: example.now))
        let configuration = try #require(Self.configuration(zone: example.zone))
        let path = "incidents/2026-01-02-example.md"
        let reader = RecordReader(
            configuration: configuration,
            index: RecordIndex(paths: [path]),
            now: now
        )
        let parsed = reader.read(SourceFile(path: path, bytes: Array(example.record.utf8)))
        let found = Findings()
        let assembly = SiteAssembly(of: [parsed], configuration: configuration, into: found)
        var site = CheckedSite(assembly, configuration: configuration, at: now)
        site.hiddenDowntime = assembly.hiddenDowntime(at: now)
        site.check(into: found)
        let told = found.all.inOrder.map(\.asChecked).map {
            "\($0.location.line):\($0.location.column) \($0.severity.rawValue) \($0.id.rawValue)"
        }
        #expect(told == example.diagnostics, "\(TerminalFormat(colors: false).text(for: found.all.inOrder))")
        guard !example.reading.isEmpty else { return }
        let reading = ReadingText(of: assembly.page.seen(by: .internal, at: now), now: now)
        #expect(reading.lines(about: example.reading) == ReadingText.byKey(example.reading))
    }

    private static func configuration(zone: String) -> Configuration? {
        let text = document.configuration.replacing("time_zone: UTC ", with: "time_zone: \(zone) ")
        let diagnostics = Findings()
        let configuration = Configuration(
            reading: SourceFile(path: "status.yml", bytes: Array(text.utf8)),
            into: diagnostics
        )
        #expect(diagnostics.all.isEmpty, "\(TerminalFormat(colors: false).text(for: diagnostics.all))")
        return configuration
    }
}
