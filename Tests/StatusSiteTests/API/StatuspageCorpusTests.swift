import Foundation
import Testing

/// What real pages of Statuspage answer, beside what ours do.
@Suite struct StatuspageCorpusTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/corpora/statuspage-v2").path
    static let isThere = FileManager.default.fileExists(atPath: folder)

    @Test(
        .enabled(if: isThere, "the corpora are not beside the project, at ../shared/corpora"),
        arguments: [
            "sergeyshevch+statuspage-exporter/example.json",
            "pypi-github-status-checker-1.0.2/summary-2019-12-30-all-operational.json",
            "pypi-github-status-checker-1.0.2/summary-2020-04-02-active-incident.json",
        ]
    )
    func everyKeyOfARealSummaryIsInOursWithItsType(name: String) throws {
        let real = try JSON(String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)).kindsByPath
        let ours = try JSON(RenderedSite(Sample.full)["api/v2/summary.json"]).kindsByPath
        #expect(real.count > 20)
        for (path, kinds) in real {
            // What is always `null` there may be something here.
            #expect(kinds.subtracting(["null"]).isSubset(of: ours[path] ?? []), "\(path): \(kinds)")
            #expect(ours[path] != nil, "\(path)")
        }
    }
}
