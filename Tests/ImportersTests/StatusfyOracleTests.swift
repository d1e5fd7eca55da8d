import Diagnostics
import Foundation
import StatusModel
import TestSupport
import Testing

@testable import Importers
@testable import Records

/// A real team's incidents, beside what Statusfy itself made of them.
@Suite struct StatusfyOracleTests {
    @Test(.enabled(if: Corpora.areThere, Corpora.absence))
    func recordsSayWhatStatusfySays() throws {
        let files = try Corpora.files(of: "statusfy/stencila+status").filter { !$0.path.hasPrefix("_") }
        let imported = try #require(ImportFormat.statusfy.imported(from: files))
        let site = try Corpora.site(of: imported)
        let oracle = try Self.oracle()
        #expect(site.incidents.count == oracle.count && oracle.count == 14)
        for theirs in oracle {
            let ours = try #require(
                site.incidents.first { $0.title == theirs.title },
                "\(theirs.title)"
            )
            expect(ours, on: site, toSay: theirs)
        }
    }

    private func expect(_ ours: Record, on site: StatusPage, toSay theirs: Theirs) {
        let names = ours.components.map { site.components[$0.component].id }
        #expect(names == theirs.affectedsystems, "\(theirs.title)")
        #expect(ours.severity.map { site.severities[$0].level } == theirs.severity, "\(theirs.title)")
        #expect(ours.isOpen == !theirs.resolved, "\(theirs.title)")
        // Statusfy counts milliseconds, records count whole seconds.
        #expect(ours.from.description == theirs.date.prefix(19) + "Z", "\(theirs.title)")
        let updates = theirs.content.components(separatedBy: "class=\"update-block\"").count - 1
        #expect(ours.updates.count == updates, "\(theirs.title)")
        #expect(ours.resolvedAt?.description == Self.end(of: theirs), "\(theirs.title)")
    }

    /// Statusfy has no end. It is the time of the last block that says so; without one it is `modified`, which
    /// it takes from git where the file has none: then it is the day on which the corpus was built, and the
    /// record ends where it began.
    private static func end(of incident: Theirs) -> String {
        let blocks = incident.content.components(separatedBy: "update-block-date\">").dropFirst()
        let final = blocks.last { $0.contains(">Resolved<") || $0.contains(">Complete<") }
        let isFromGit = incident.modified.hasPrefix("2021-11-16T18:13:06")
        let time = final ?? (isFromGit ? incident.date : incident.modified)
        return time.prefix(19) + "Z"
    }

    private static func oracle() throws -> [Theirs] {
        let folder = "statusfy/stencila+status/_generated-by-statusfy/static/content/api/v0/"
        let pages = ["incidents.page-1.en.json", "incidents.page-2.en.json"]
        return try pages.flatMap { name in
            let data = try Data(contentsOf: Corpora.folder.appending(path: folder + name))
            return try JSONDecoder().decode(Page.self, from: data).incidents
        }
    }

    private struct Page: Decodable {
        let incidents: [Theirs]
    }

    private struct Theirs: Decodable {
        let title: String
        let date: String
        let modified: String
        let severity: String
        let affectedsystems: [String]
        let resolved: Bool
        let content: String
    }
}
