import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// Ids that a hosted page gave, wherever the API and webhooks have one.
@Suite struct KeptIDTests {
    private let page: StatusPage

    init() {
        var page = Sample.full
        page.ids = KeptIDs(statuspage: StatuspageID(kept: "page00000000"))
        page.groups[0].ids = KeptIDs(statuspage: StatuspageID(kept: "group0000000"))
        page.components[0].ids = KeptIDs(statuspage: StatuspageID(kept: "comp00000000"))
        for index in page.records.indices {
            switch page.records[index].slug {
            case "paper": page.records[index].ids = KeptIDs(statuspage: StatuspageID(kept: "rec000000000"))
            case "sweep": page.records[index].ids = KeptIDs(statuspage: StatuspageID(kept: "main00000000"))
            default: break
            }
        }
        self.page = page
    }

    /// With the ids that the sample's hashes are, every file is as it was: they stand in no other place, and updates keep
    /// theirs.
    @Test func everyFileHasThemAndNothingElseChanges() throws {
        let (before, after) = (try RenderedSite(Sample.full), try RenderedSite(page))
        var ids: [String: String] = [:]
        for (old, new) in zip(Sample.full.allIDs, page.allIDs) where old != new { ids[new] = old }
        #expect(ids.count == 5)
        func formerly(_ text: String) -> String { ids.reduce(text) { $0.replacing($1.key, with: $1.value) } }
        #expect(Set(after.paths.map(formerly)) == Set(before.paths))
        for path in after.paths { #expect(formerly(after[path]) == before[formerly(path)], "\(path)") }
        #expect(after.paths.contains("api/v2/incidents/rec000000000.json"))
        #expect(after["api/statistics.json"].contains("\"statuspage_id\":\"main00000000\""))
    }

    @Test func webhooksHaveThem() throws {
        var sample = AnnouncementSample()
        sample.page.ids = page.ids
        sample.page.components[0].ids = page.components[0].ids
        sample.page.records[0].ids = KeptIDs(statuspage: StatuspageID(kept: "rec000000000"))
        let message = try JSON(sample.message(.webhook))
        #expect(message["page"]["id"].text == "page00000000")
        #expect(message["incident"]["id"].text == "rec000000000")
        #expect(message["incident"]["incident_updates"].items[0]["incident_id"].text == "rec000000000")
        #expect(message["incident"]["components"].items[0]["id"].text == "comp00000000")
    }
}

extension StatusPage {
    fileprivate var allIDs: [String] {
        ([statuspageID] + groups.indices.map { statuspageID(of: $0) }
            + components.map { statuspageID(of: $0) }
            + records.map { statuspageID(of: $0) }).map(\.text)
    }
}
