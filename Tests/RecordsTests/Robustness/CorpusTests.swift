import Diagnostics
import Foundation
import Testing

@testable import Records

/// Other tools' files, read as if they were records: refused or read, never worse.
@Suite struct CorpusTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/corpora")
    static let isThere = FileManager.default.fileExists(atPath: folder.path)

    @Test(
        .enabled(if: isThere, "the corpora are not beside the project, at ../shared/corpora"),
        arguments: ["cstate", "statusfy", "upptime"]
    )
    func everyFileIsReadOrRefusedWithPlaces(tool: String) throws {
        let site = try SampleSite()
        let files = FileManager.default.enumerator(
            at: Self.folder.appending(path: tool),
            includingPropertiesForKeys: nil
        )
        var count = 0
        while let url = files?.nextObject() as? URL {
            guard ["md", "yml", "yaml", "toml", "txt"].contains(url.pathExtension) else { continue }
            let bytes = Array(try Data(contentsOf: url))
            #expect(placesLie(within: bytes, site.read(bytes).diagnostics), "\(url.path)")
            var found: [Diagnostic] = []
            _ = Configuration(reading: SourceFile(path: "status.yml", bytes: bytes), into: &found)
            #expect(placesLie(within: bytes, found), "\(url.path)")
            count += 1
        }
        #expect(count > 0)
    }
}
