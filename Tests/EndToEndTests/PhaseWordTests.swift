import Diagnostics
import Foundation
import PhraseFiles
import StatusModel
import Testing

@testable import Records

/// What records know of the pages' languages and of the starter's templates is what stands in their files.
@Suite struct PhaseWordTests {
    @Test func labelOfAPhaseInEveryLanguageNamesIt() throws {
        let folder = ProjectFolder.path + "/site-templates/languages"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.hasSuffix(".phrases")
        }
        #expect(files.count >= 6)
        for file in files {
            let bytes = Array(try ProjectFolder.text(of: "site-templates/languages/\(file)").utf8)
            let labels = PhraseFile(bytes).entries.filter { $0.key.hasPrefix("phase.") }
            #expect(labels.count == Phase.allCases.count, "\(file)")
            for label in labels {
                let phase = try #require(Phase(keyword: String(label.key.dropFirst(6))), "\(label.key)")
                let word = String(decoding: bytes[label.textRange], as: UTF8.self)
                #expect(
                    PhaseWords(configuration: nil).keyword(for: word) == phase.keyword,
                    "\(file): \(word)"
                )
            }
        }
    }

    @Test(arguments: ["incident", "maintenance"])
    func templateOfARecordIsTold(name: String) throws {
        let template = try ProjectFolder.text(of: "starter/links/\(name).md")
            .replacing("@severity-line@", with: "severity: SEV-2\n").replacing("@component@", with: "web")
            .replacing("@status@", with: "partial").replacing("YYYY-MM-DD", with: "2026-01-02")
            .replacing("ING] ", with: "ING 2026-01-01 17:00 UTC] ").replacing(
                "LED] ",
                with: "LED 2026-01-01 17:00 UTC] "
            )
        let status =
            "site: {title: x, url: 'https://a.example'}\ncomponents: [{id: web, name: Web}]\nseverities: {SEV-2: }\n"
        let found = Findings()
        let configuration = try #require(
            Configuration(reading: SourceFile(path: "status.yml", bytes: Array(status.utf8)), into: found)
        )
        let reader = RecordReader(
            configuration: configuration,
            index: RecordIndex(paths: []),
            now: Instant(seconds: 1_775_001_600)
        )
        let told = reader.read(SourceFile(path: "incidents/a.md", bytes: Array(template.utf8))).diagnostics
        #expect(told.filter { $0.id == TemplateTextIsReplaced.id }.count == 2, "\(told.map(\.message))")
    }
}
