import Diagnostics
import StatusModel
import Testing

@testable import Records

/// Links to the site's own pages, and to places within pages and files.
@Suite struct PageLinkTests {
    var site: SampleSite

    init() throws {
        site = try SampleSite()
        site.paths = ["incidents/slow.md", "incidents/2025/Old One.md"]
        site.files = ["run.pdf", "map.html"]
    }

    private func html(_ link: String, in path: String = "incidents/slow.md") -> String {
        let parsed = site.read(SampleSite.record("[RESOLVED 17:00] " + link), path: path)
        return parsed.record?.updates[0].prose.html(root: "../")
            ?? "\(parsed.diagnostics.map(\.summary))"
    }

    @Test(arguments: [
        ("2025/Old%20One.md#update-1", "../incidents/old-one.html#update-1"),
        ("slow.md?x#y", "../incidents/slow.html?x#y"),
        ("#post-mortem", "../incidents/slow.html#post-mortem"), ("run.pdf#page=3", "../run.pdf#page=3"),
        ("/history.html", "../history.html"), ("../history.html#x", "../history.html#x"),
        ("../reports/2026-01.html", "../reports/2026-01.html"),
        ("/components/web.html", "../components/web.html"), ("/", "../index.html"),
        ("../feed.xml", "../feed.xml"),
        ("/incidents/old-one.html#x", "../incidents/old-one.html#x"), ("slow.html", "../incidents/slow.html"),
        ("/map.html", "../map.html"),
    ])
    func linkLeadsToThePage(link: String, url: String) {
        #expect(html("[a](\(link))").contains("<a href=\"\(url)\">a</a>"))
        #expect(site.toldOfBody("[RESOLVED 17:00] [a](\(link))").isEmpty)
    }

    @Test func pathIsCountedFromWhereTheRecordLies() {
        #expect(
            html("[a](../../history.html)", in: "incidents/2025/Old One.md").contains("\"../history.html\"")
        )
        #expect(
            html("[a](../history.html)", in: "incidents/2025/Old One.md").contains(
                "\"../incidents/history.html\""
            )
        )
    }

    @Test func linkToAPageThatIsNotMadeIsToldWithTheOneThatIs() throws {
        let parsed = site.read(
            SampleSite.record(
                "[RESOLVED 17:00] [a](../../history.html)\n[b](histroy.html) [c](/history.html)"
            ),
            path: "incidents/2025/Old One.md"
        )
        let pages: Set = ["history.html", "index.html"]
        let missing = parsed.pageLinks.filter { !pages.contains($0.path) }
        #expect(parsed.pageLinks.count == 3)
        #expect(missing.map { $0.warning(among: pages).summary } == ["8:5 warning broken-link"])
        let wrong = PageLink(path: "incidents/history.html", address: "x", location: missing[0].location)
        #expect(
            wrong.warning(among: pages).hint
                == "write `/history.html`: paths are relative to this file's folder"
        )
        let slip = PageLink(path: "histroy.html", address: "x", location: missing[0].location)
        #expect(slip.warning(among: pages).hint == "did you mean `/history.html`?")
    }

    @Test(arguments: ["<a href=\"", "~~", "**"])
    func linkThatIsRemovedLeavesItsTextWhole(mark: String) {
        let text = mark.hasPrefix("<") ? "x" : mark + "\u{301}x" + mark
        var prose = site.read(SampleSite.record("[RESOLVED 17:00] [\u{301}\(text)](/a.html#b) [y](/b.html)"))
            .record?.updates[0].prose
        prose?.removeLinks { $0 == "a.html" }
        let inner = text.replacing("~~\u{301}x~~", with: "~~\u{301}x~~")
        let html = prose?.html(root: "") ?? ""
        #expect(!html.contains("a.html"), "\(html)")
        #expect(html.utf8.count { $0 == UInt8(ascii: "<") } == html.utf8.count { $0 == UInt8(ascii: ">") })
        #expect(html.contains("<a href=\"b.html\">y</a>"), "\(inner) \(html)")
    }
}
