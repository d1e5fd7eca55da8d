import Foundation
import Testing

/// An incident that was over in the minute it began is shown everywhere like any other, with what it affected.
@Suite struct ShortIncidentTests {
    private static let blip = """
        ---
        title: Stories could not be made
        severity: SEV-1
        components: {api: major_outage}
        started: 2026-01-02T16:58Z
        ---

        [RESOLVED 16:58 UTC] It is over.

        """

    private func built() throws -> (site: SmallSite, files: [String: String]) {
        let site = try SmallSite(["incidents/slow.md": Self.blip])
        let output = site.path + "/public"
        let result = try Program.run(
            "build",
            "--site",
            site.path,
            "--output",
            output,
            "--now",
            "2026-01-05T12:00Z"
        )
        #expect(result.status == 0, "\(result.output)\(result.error)")
        return (site, try Scratch.contents(of: output))
    }

    @Test(arguments: ["index.html", "history.html", "incidents/slow.html", "history/2026-01.html"])
    func pageNamesItsComponent(path: String) throws {
        let page = try #require(try built().files[path])
        let entry = try #require(page.range(of: "Stories could not be made</a>") ?? page.range(of: "<h1"))
        #expect(
            page[entry.upperBound...].prefix(900).contains("API"),
            "\(page[entry.upperBound...].prefix(900))"
        )
    }

    @Test func interfaceTellsItsImpact() throws {
        let files = try built().files
        let incidents = try #require(files["api/v2/incidents.json"])
        #expect(incidents.contains("\"impact\":\"critical\""))
        #expect(incidents.contains("\"name\":\"API\""))
    }

    @Test func statisticsCountItWithoutDowntime() throws {
        let statistics = try #require(try built().files["api/statistics.json"])
        #expect(statistics.contains("{\"worst\":\"major_outage\",\"downtime_seconds\":0}"), "\(statistics)")
        #expect(statistics.contains("\"worst\":\"major_outage\",\"incidents\":[\"slow\"]"))
    }

    @Test func messageNamesItsComponent() throws {
        let site = try built().site
        let message = try Program.run("announce", "slow", "--site", site.path, "--now", "2026-01-05T12:00Z")
        #expect(message.output.contains("API"), "\(message.output)\(message.error)")
    }
}
