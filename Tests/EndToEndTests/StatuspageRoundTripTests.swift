import Foundation
import Testing

/// The demonstration's own API, imported as if it were another page's, and built again.
@Suite struct StatuspageRoundTripTests {
    private let (site, moved, first, second): (Scratch, Scratch, Scratch, Scratch)

    init() throws {
        (site, moved, first, second) = (try Scratch(), try Scratch(), try Scratch(), try Scratch())
        for name in ["status.yml", "incidents", "static"] {
            try FileManager.default.copyItem(
                at: URL(filePath: ProjectFolder.path).appending(path: name),
                to: URL(filePath: site.path).appending(path: name)
            )
        }
        try build(site, into: first)
        let result = try Program.run("import", "statuspage", first.path + "/api/v2", "--into", moved.path)
        #expect(result.status == 0, "\(result.error)")
        try build(moved, into: second)
    }

    @Test func theSameComesOutAgain() throws {
        for list in ["incidents", "scheduled_maintenances"] {
            let (before, after) = (try records(list, of: first), try records(list, of: second))
            #expect(before.count > 1)
            #expect(Set(before.keys) == Set(after.keys))
            for (key, record) in before { #expect(after[key] == record, "\(key)") }
        }
    }

    /// Programs find everything under the id that they know.
    @Test func idsAreTheSameAgain() throws {
        for list in ["incidents", "scheduled_maintenances", "components"] {
            let (before, after) = (try objects(list, of: first), try objects(list, of: second))
            func values(of key: String, in objects: [[String: Any]]) -> [String] {
                objects.map { "\($0[key] ?? "")" }.sorted()
            }
            #expect(values(of: "id", in: after) == values(of: "id", in: before), "\(list)")
            let pages = Set(values(of: "page_id", in: before + after))
            #expect(pages.count == 1, "\(list)")
        }
    }

    private func build(_ site: Scratch, into output: Scratch) throws {
        let build = try Program.run(
            "build",
            "--site",
            site.path,
            "--output",
            output.path + "/",
            "--now",
            "2026-11-20T12:00Z"
        )
        #expect(build.status == 0, "\(build.error)")
    }

    /// What is to be the same: everything but ids, words about components as they are now, and texts.
    private func records(_ list: String, of folder: Scratch) throws -> [String: [String]] {
        Dictionary(
            try objects(list, of: folder).map { record in
                ("\(record["started_at"] ?? "") \(record["name"] ?? "")", facts(of: record))
            }
        ) { $0 + $1 }
    }

    private func objects(_ list: String, of folder: Scratch) throws -> [[String: Any]] {
        let name = list.replacing("_", with: "-") + ".json"
        let data = try Data(contentsOf: URL(filePath: folder.path + "/api/v2/" + name))
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        return try #require(root[list] as? [[String: Any]])
    }

    private func facts(of record: [String: Any]) -> [String] {
        let keys = ["impact", "resolved_at", "scheduled_for", "scheduled_until"]
        let updates = record["incident_updates"] as? [[String: Any]] ?? []
        return keys.map { "\($0): \(record[$0] ?? "")" }
            + updates.map { update in
                let changes = update["affected_components"] as? [[String: Any]] ?? []
                let names = changes.map { "\($0["name"] ?? "") \($0["new_status"] ?? "")" }.sorted()
                return "\(update["status"] ?? "") \(update["display_at"] ?? "") \(names)"
            }
    }
}
