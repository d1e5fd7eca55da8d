import Diagnostics
import Foundation
import StatusModel
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
        let site = try SampleSite().askingAll
        let files = FileManager.default.enumerator(
            at: Self.folder.appending(path: tool),
            includingPropertiesForKeys: nil
        )
        var count = 0
        while let url = files?.nextObject() as? URL {
            guard ["md", "yml", "yaml", "toml", "txt"].contains(url.pathExtension) else { continue }
            let bytes = Array(try Data(contentsOf: url))
            #expect(placesLie(within: bytes, site.read(bytes).diagnostics), "\(url.path)")
            let found = Findings()
            _ = Configuration(reading: SourceFile(path: "status.yml", bytes: bytes), into: found)
            #expect(placesLie(within: bytes, found.all), "\(url.path)")
            count += 1
        }
        #expect(count > 0)
    }

    /// Every hit has been looked at: each is a line that tells an update, and these are the words that they begin with.
    @Test(
        .enabled(if: isThere, "the corpora are not beside the project, at ../shared/corpora"),
        arguments: [
            (
                "cstate",
                [
                    "CLOSING", "FINAL", "INITIAL", "INVESTIGATING", "MONITORING", "RESOLVED", "UPDATE",
                    "UPDATED",
                ]
            ), ("statusfy", []),
        ]
    )
    func lookalikesOfUpdatesAreTrueUpdates(tool: String, words: [String]) throws {
        var hits: [String: String] = [:]
        try forEachRecord(of: tool) { path, body in
            for found in Self.told(body) where [.unknownPhase, .unmarkedUpdate].contains(found.id) {
                let line = found.location.excerpt
                let word = line.drop { !$0.isLetter }.prefix(while: \.isLetter).uppercased()
                hits[word] = "\(path): \(line)"
            }
        }
        #expect(hits.keys.sorted() == words, "\(hits)")
    }

    /// What the importers write of a foreign text is that text: nothing of it acts, and nothing is told of it.
    @Test(
        .enabled(if: isThere, "the corpora are not beside the project, at ../shared/corpora"),
        arguments: ["cstate", "statusfy"]
    )
    func foreignTextsActInNoWay(tool: String) throws {
        var escaped = 0
        try forEachRecord(of: tool) { path, body in
            #expect(ForeignTexts.mistakes(of: body) == [], "\(path)")
            escaped +=
                ForeignMarkdown(body).asUpdate
                    == body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(
                        separator: "\n"
                    ) ? 0 : 1
        }
        #expect(escaped > 0 || tool == "statusfy")
    }

    private func forEachRecord(of tool: String, do work: (_ path: String, _ body: String) throws -> Void)
        throws
    {
        let folder = Self.folder.appending(path: tool)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let url = files?.nextObject() as? URL {
            guard url.pathExtension == "md" else { continue }
            let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
            let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
            try work(url.lastPathComponent, parts.count == 3 ? String(parts[2]) : text)
        }
    }

    private static func told(_ body: String) -> [Diagnostic] {
        let file = SourceFile(path: "text.md", bytes: Array(body.utf8))
        let found = Findings()
        _ = Body(
            of: file,
            in: file.bytes.indices,
            as: .maintenance,
            configuration: nil,
            index: RecordIndex(paths: []),
            into: found
        )
        return found.all
    }
}
