import Foundation
import Testing

/// Records are kept from one save to the next: what a preview shows of those that link to one another is what a build
/// makes of them all the same.
@Suite struct PreviewedRecordsTests {
    private static let now = ["--now", "2026-01-03T12:00Z"]

    @Test func recordThatIsLinkedToComesChangesAndGoes() throws {
        let text = SmallSite.record().replacing("It is over.", with: "Over, [again](other.md). ![](a.png)")
        let site = try SmallSite(["incidents/slow.md": text])
        let other = SmallSite.record(title: "Another")
        let preview = try PreviewProcess(of: site, Self.now)
        let page = try preview.events()
        let move = { try FileManager.default.moveItem(atPath: site.path + $0, toPath: site.path + $1) }
        let steps: [() throws -> Void] = [
            { try site.write(other, to: "incidents/other.md") },
            { try site.write(other.replacing("Another", with: "More"), to: "incidents/other.md") },
            {
                try site.write(
                    other.replacing("title", with: "visibility: internal\ntitle"), to: "incidents/other.md")
            },
            { try site.write(other, to: "incidents/other.md") },
            { try move("/incidents/other.md", "/incidents/third.md") },
            { try site.write(text.replacing("other.md", with: "third.md"), to: "incidents/slow.md") },
            { try site.write("no picture", to: "static/a.png") },
            {
                try site.write(
                    other.replacing("title:", with: "aliases: [slow]\ntitle:"), to: "incidents/third.md")
            },
            { try site.write(other, to: "incidents/third.md") },
            { try site.write(SmallSite.configuration + "phases: {resolved: Over}\n", to: "status.yml") },
            { try FileManager.default.removeItem(atPath: site.path + "/incidents/third.md") },
        ]
        try page.wait { try isAsBuilt(preview, of: site) }
        for step in steps {
            try step()
            try page.wait { try isAsBuilt(preview, of: site) }
        }
    }

    /// Whether the preview answers with a fresh build's bytes; where that has errors, with their number.
    private func isAsBuilt(_ preview: PreviewProcess, of site: SmallSite) throws -> Bool {
        let scratch = try Scratch()
        let build = try Program.run(["build", "--site", site.path, "--output", scratch.path] + Self.now)
        guard build.status == 0 else { return try preview.get("/").text.contains("<dialog open") }
        return try Scratch.contents(of: scratch.path).allSatisfy { path, text in
            guard path != ".allclear-manifest" else { return true }
            let answer = try preview.get("/" + path)
            return path.hasSuffix(".html")
                ? answer.text.hasPrefix(text) && !answer.text.contains("<dialog open") : answer.text == text
        }
    }
}
