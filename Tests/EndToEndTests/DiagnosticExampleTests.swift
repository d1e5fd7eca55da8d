import Diagnostics
import StatusModel
import StatusSite
import Testing

@testable import Records
@testable import allclear

/// `docs/diagnostics.md` is executed: each example brings about the mistake that it stands under, no other,
/// and as an error or warning as the entry says.
@Suite struct DiagnosticExampleTests {
    static let entries = DiagnosticEntry.entries(
        in: (try? ProjectFolder.text(of: "docs/diagnostics.md")) ?? ""
    )
    /// Mistakes that lie in files and folders, or in git's history, and not in what is written in them.
    static let ofFiles = [
        "unreadable-file", "not-utf8", "file-too-large", "link-leaves-site", "unusable-name",
        "static-collision", "duplicate-slug", "missing-configuration", "unread-file",
        "maintenance-moved", "maintenance-changed", "series-changed", "time-far-from-commit",
        "unknown-revision",
    ]

    @Test func everyEntryButThoseOfFilesHasAnExample() {
        let without = Self.entries.filter { $0.examples.isEmpty && $0.configuration.isEmpty }
        #expect(without.map(\.id) == Self.ofFiles)
    }

    @Test(arguments: entries.filter { !ofFiles.contains($0.id) })
    func exampleBringsItAbout(entry: DiagnosticEntry) {
        // Its former rules, texts and rules for alerts name what an example may lack.
        let usual = TopLevelKeys(RecordFormatTests.document.configuration).without("rules_until")
            .without("texts").without("alerts")
        // Groups without their components would be a mistake of their own.
        let isOther = TopLevelKeys(entry.configuration).names.contains("components")
        let site = (isOther ? usual.without("groups") : usual).replaced(by: entry.configuration)
        let found =
            entry.examples.isEmpty
            ? [Self.reading(site).found.all] : entry.examples.map { Self.mistakes(in: $0, of: site) }
        for (index, diagnostics) in found.enumerated() {
            let severity = entry.severities[min(index, entry.severities.count - 1)]
            let told = Set(diagnostics.map(\.asChecked).map { "\($0.severity.rawValue) \($0.id.rawValue)" })
            #expect(
                told == ["\(severity) \(entry.id)"],
                "\(TerminalFormat(colors: false).text(for: diagnostics))"
            )
        }
    }
}

private extension DiagnosticExampleTests {
    static let usual = """
        title: Stories are slow
        severity: SEV-2
        components: {story-api: partial}
        started: 2026-01-02T16:58Z

        """

    static func mistakes(in example: DiagnosticEntry.Example, of site: String) -> [Diagnostic] {
        switch example {
        case .keys(let keys):
            let isOther = ["maintenance", "notice"].contains { TopLevelKeys(keys).names.contains($0) }
            let kept = isOther ? "title: Stories are slow\n" : usual + "ended: 2026-01-02T17:45Z\n"
            return mistakes(inRecord: "---\n\(TopLevelKeys(kept).replaced(by: keys))---\n", of: site)
        case .body(let body): return mistakes(inRecord: "---\n\(usual)---\n\n\(body)", of: site)
        case .file(let file): return mistakes(inRecord: file, of: site)
        case .template(let text, let name):
            let found = Findings()
            let file = SourceFile(path: "site-templates/\(name).mustache", bytes: Array(text.utf8))
            _ = SiteTemplates(overriding: ["\(name).mustache": file], into: found)
            return found.all
        case .phrases(let text, let language):
            let found = Findings()
            let name = "languages/" + (language.contains(".") ? language : "\(language).phrases")
            let file = SourceFile(path: "site-templates/\(name)", bytes: Array(text.utf8))
            let tag = String(language.prefix { $0 != "." })
            _ = SiteTemplates(overriding: [name: file], language: tag, into: found)
            return found.all
        case .ledger(let text, let month):
            // Alerts need the rules that other examples do without.
            let (configuration, found) = reading(RecordFormatTests.document.configuration)
            guard let page = configuration?.page else { return found.all }
            let file = SourceFile(path: "alerts/\(month).csv", bytes: Array(text.utf8))
            let ledger = LedgerReading(of: [file], beside: page, at: now, into: found)
            return found.all + ledger.untoldAlerts
        }
    }

    static func mistakes(inRecord record: String, of site: String) -> [Diagnostic] {
        let (configuration, found) = reading(site)
        guard let configuration else { return found.all }
        let path = "incidents/2026-01-02-example.md"
        let reader = RecordReader(configuration: configuration, index: RecordIndex(paths: [path]), now: now)
        let parsed = reader.read(SourceFile(path: path, bytes: Array(record.utf8)))
        let assembly = SiteAssembly(of: [parsed], configuration: configuration, into: found)
        var site = CheckedSite(assembly, configuration: configuration, at: now)
        site.hiddenDowntime = assembly.hiddenDowntime(at: now)
        site.check(into: found)
        return found.all
    }

    static func reading(_ site: String) -> (configuration: Configuration?, found: Findings) {
        let found = Findings()
        let file = SourceFile(path: "status.yml", bytes: Array(site.utf8))
        let configuration = Configuration(reading: file, into: found)
        if let configuration {
            _ = SiteTemplates(
                language: configuration.page.language,
                statedAt: configuration.languagePlace,
                into: found
            )
            let assembly = SiteAssembly(of: [], configuration: configuration, into: found)
            CheckedSite(assembly, configuration: configuration, at: now).check(into: found)
        }
        return (configuration, found)
    }

    static let now = Instant(seconds: 1_775_001_600)  // 2026-04-01T00:00Z
}
