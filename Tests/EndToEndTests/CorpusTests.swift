import Diagnostics
import Foundation
import Testing

@testable import Records
@testable import allclear

/// Real records of other teams, converted by a script, built whole: real titles, dates and component names.
@Suite struct CorpusTests {
    static let corpora = ProjectFolder.path + "/../shared/corpora/cstate"
    static let isThere = FileManager.default.fileExists(atPath: corpora)

    @Test(
        .enabled(if: isThere, "the corpora are not here: ../shared/corpora is missing"),
        arguments: [("jenkins-infra+status", 280), ("wmde+wikibase-cloud-status", 14)]
    )
    func corpusIsBuiltAndEveryFileAccountedFor(name: String, fewest: Int) throws {
        let scratch = try Scratch()
        let convert = Process()
        convert.executableURL = URL(filePath: "/usr/bin/env")
        convert.arguments = [
            "python3", ProjectFolder.path + "/Tests/Corpora/convert-cstate.py", Self.corpora + "/" + name,
            scratch.path,
        ]
        convert.standardError = FileHandle.nullDevice
        try convert.run()
        convert.waitUntilExit()
        try #require(convert.terminationStatus == 0)
        let build = try Program.run(
            "build",
            "--site",
            scratch.path,
            "--output",
            scratch.path + "/public",
            "--now",
            "2026-11-20T12:00Z"
        )
        #expect(build.status == 0, "\(build.error.suffix(2_000))")
        let pages = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/public/incidents")
        #expect(pages.count >= fewest)
    }
}
