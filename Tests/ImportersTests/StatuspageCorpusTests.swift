import Diagnostics
import Foundation
import StatusModel
import TestSupport
import Testing

@testable import Importers
@testable import Records

/// What GitHub's status page said, in three years.
@Suite struct StatuspageCorpusTests {
    @Test(.enabled(if: Corpora.areThere, Corpora.absence))
    func everyFileIsAccountedFor() throws {
        let files = try Corpora.files(of: "statuspage-v2")
        let imported = try #require(ImportFormat.statuspage.imported(from: files))
        #expect(Set(imported.results.map(\.path)) == Set(files.map(\.path)))
        #expect(!imported.hasRefusals)
        #expect(imported.records.count == 2)
        let site = try Corpora.site(of: imported)
        #expect(site.title == "GitHub" && site.incidents.count == 2)
    }

    /// Read here once more in another way.
    @Test(.enabled(if: Corpora.areThere, Corpora.absence))
    func updatesAreThoseOfThePage() throws {
        let files = try Corpora.files(of: "statuspage-v2")
        let site = try Corpora.site(of: try #require(ImportFormat.statuspage.imported(from: files)))
        for file in files where file.path.hasSuffix(".json") {
            for theirs in try JSONDecoder().decode(Page.self, from: Data(file.bytes)).incidents {
                let ours = try #require(site.incidents.first { $0.title == theirs.name })
                #expect(site.severities[try #require(ours.severity)].level == theirs.impact)
                #expect(ours.from.description == theirs.started_at.prefix(19) + "Z")
                #expect(
                    ours.updates.map(\.phase.rawValue)
                        == theirs.incident_updates.reversed().map(\.status)
                )
                #expect(
                    ours.updates.map { $0.at.description.dropLast() }
                        == theirs.incident_updates.reversed().map { $0.display_at.prefix(19) }
                )
            }
        }
    }

    private struct Page: Decodable {
        let incidents: [Incident]

        struct Incident: Decodable {
            let name: String
            let impact: String
            let started_at: String
            let incident_updates: [Update]
        }

        struct Update: Decodable {
            let status: String
            let display_at: String
        }
    }
}
