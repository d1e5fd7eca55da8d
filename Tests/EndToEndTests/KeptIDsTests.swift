import Foundation
import Testing

/// A site whose status page, component and record keep the ids that a hosted page gave them.
@Suite struct KeptIDsTests {
    private static let configuration = """
        site: {title: Small, url: "https://status.example.com", since: 2026-01-01, ids: {statuspage: page00000000}}
        components: [{id: api, name: API, ids: {statuspage: comp00000000}}]
        severities: {SEV-1: {component_status: major_outage}}

        """

    private static func record(_ id: String) -> String {
        SmallSite.record().replacing("severity:", with: "ids: {statuspage: \(id)}\nseverity:")
    }

    private func site() throws -> SmallSite {
        try SmallSite(["status.yml": Self.configuration, "incidents/slow.md": Self.record("rec000000000")])
    }

    private func run(_ command: String, in site: SmallSite, _ options: String...) throws -> Program.Result {
        try Program.run([command, "--site", site.path, "--now", "2026-01-03T12:00Z"] + options)
    }

    @Test func programsFindWhatTheyKnow() throws {
        let site = try site()
        #expect(try run("check", in: site).status == 0)
        #expect(try run("build", in: site).status == 0)
        let files = try Scratch.contents(of: site.path + "/public/api/v2")
        let file = try #require(files["incidents/rec000000000.json"])
        #expect(file.contains("\"page\":{\"id\":\"page00000000\""))
        #expect(file.contains("\"incident_id\":\"rec000000000\""))
        #expect(file.contains("\"code\":\"comp00000000\""))
        #expect(files["components.json"]?.contains("{\"id\":\"comp00000000\",\"name\":\"API\"") == true)
        let verified = try Program.run("verify", site.path + "/public")
        #expect(verified.status == 0, "\(verified.output)")
    }

    @Test func sameIDOfTwoRecordsStopsTheBuildAndNamesBoth() throws {
        let site = try site()
        try site.write(Self.record("REC000000000"), to: "incidents/slower.md")
        let build = try run("build", in: site)
        #expect(build.status == 1)
        #expect(build.error.contains("incidents/slower.md:3:19"), "\(build.error)")
        #expect(build.error.contains("incidents/slow.md:3:19"))
        #expect(build.error.contains("duplicate-statuspage-id"))
        #expect(!FileManager.default.fileExists(atPath: site.path + "/public"))
        let night = try run("build", in: site, "--best-effort")
        #expect(night.status == 3, "\(night.error)")
        let files = try Scratch.contents(of: site.path + "/public/api/v2/incidents").keys
        #expect(files.count == 3 && files.contains("rec000000000.json"))
    }
}
