import Foundation
import Testing

/// Real records of other teams, imported and built whole: real titles, dates and component names.
@Suite struct CorpusTests {
    static let corpora = ProjectFolder.path + "/../shared/corpora/"
    static let isThere = FileManager.default.fileExists(atPath: corpora)

    @Test(
        .enabled(if: isThere, "the corpora are not here: ../shared/corpora is missing"),
        arguments: [
            ("cstate", "cstate/jenkins-infra+status", 3, 289),
            ("cstate", "cstate/wmde+wikibase-cloud-status", 3, 17),
            ("statusfy", "statusfy/stencila+status", 0, 14),
        ]
    )
    func corpusIsImportedAndBuilt(format: String, name: String, status: Int32, records: Int) throws {
        let scratch = try Scratch()
        let site = scratch.path
        let imported = try Program.run("import", format, Self.corpora + name, "--into", site)
        #expect(imported.status == status, "\(imported.error.suffix(2_000))")
        let check = try Program.run("check", "--site", site, "--now", "2026-11-20T12:00Z")
        #expect(check.status == 0, "\(check.output.suffix(2_000))")
        let build = try Program.run(
            "build",
            "--site",
            site,
            "--output",
            site + "/public",
            "--now",
            "2026-11-20T12:00Z"
        )
        #expect(build.status == 0, "\(build.error.suffix(2_000))")
        let pages = try FileManager.default.contentsOfDirectory(atPath: site + "/public/incidents")
        #expect(pages.count { $0.hasSuffix(".html") } == records)
    }
}
