import Foundation
import Testing

/// Files that may have been meant as records are told of, and so is where records are read.
@Suite struct UnreadFilesTests {
    private func told(_ files: [String: String]) throws -> [String] {
        let site = try SmallSite(files)
        let result = try Program.run("check", "--site", site.path)
        #expect(result.status == 0, "\(result.output)\(result.error)")
        return result.output.split(separator: "\n").filter { $0.contains("[unread-file]") }
            .map { String($0.prefix { $0 != ":" }) }
    }

    @Test func otherNamesInTheFolderOfRecordsAreToldOf() throws {
        let record = SmallSite.record()
        let files = [
            "incidents/2026-down": record, "incidents/2026/down.markdown": record,
            "incidents/down.md.txt": record, "incidents/down.MD": record, "incidents/chart.png": "x",
            "incidents/_template.txt": "x", "incidents/.keep": "", "incidents/_old/a.txt": "x",
            "incidents/README.md": "x",
        ]
        #expect(
            try told(files) == [
                "incidents/2026-down", "incidents/2026/down.markdown", "incidents/chart.png",
                "incidents/down.MD", "incidents/down.md.txt",
            ]
        )
    }

    @Test func hintIsTheNameToGive() throws {
        let site = try SmallSite(["incidents/down.md.txt": "x", "incidents/chart.png": "x"])
        let output = try Program.run("check", "--site", site.path).output
        #expect(
            output.contains(
                "hint: if it is a record, rename it to `down.md`; if not, begin its name with `_`"
            )
        )
        #expect(output.contains("hint: put pictures and attachments in `static/`"))
    }

    @Test func recordsBesideTheirFolderAreToldOf() throws {
        let files = [
            "down.md": SmallSite.record(), "incident/slow.md": SmallSite.record(),
            "Incidents/2026/late.md": "---\ntitle: Late\nmaintenance: {from: a}\n---\n",
            // These are none, or lie too far.
            "CHANGELOG.md": "# Changes\n", "page.md": "---\ntitle: A page\n---\nstarted: now\n",
            "docs/down.md": SmallSite.record(), "README.md": SmallSite.record(),
        ]
        #expect(try told(files) == ["Incidents/2026/late.md", "down.md", "incident/slow.md"])
    }
}
