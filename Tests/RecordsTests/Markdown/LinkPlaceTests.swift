import Diagnostics
import StatusModel
import TestSupport
import Testing

@testable import Records

/// A link is told at its own place, whatever else holds its address.
@Suite struct LinkPlaceTests {
    private func told(_ body: String) throws -> [String] {
        try SampleSite().toldOfBody("[RESOLVED 17:00] x\n\n" + body)
    }

    @Test(arguments: [
        ("[a](no.md) [b](no.md)", ["9:5", "9:16"]), ("[a](no.md) and\n[b](no.md)", ["9:5", "10:5"]),
        ("`no.md` [a](no.md)", ["9:13"]), ("[a](no.md) `no.md` no.md", ["9:5"]), ("[no.md](no.md)", ["9:9"]),
        ("[a](no.md#x) [b](no.md)", ["9:5", "9:18"]), ("[a](no.md) [b](no.md#x)", ["9:5", "9:16"]),
        ("- [a](no.md)\n  [b](no.md)", ["9:7", "10:7"]), ("> x\n>   [b](no.md)", ["10:9"]),
        ("# [a](no.md)\n\n[b](no.md)", ["9:7", "11:5"]),
        ("![a](no.png) ![b](no.png)", ["9:6", "9:19"]), ("[![a](no.png)](no.md)", ["9:7", "9:16"]),
        ("[a](<no.md>) [b]( no.md \"t\")", ["9:6", "9:19"]), ("[a][r] [b][r]\n\n[r]: no.md", ["11:6"]),
        ("[a](n&#111;.md)", ["9:1"]),
        ("| [a](no.md) | no.md |\n|---|---|\n| no.md | [b](no.md) |", ["9:7", "11:15"]),
        ("```\nno.md\n```\n\n[a](no.md)", ["13:5"]), ("[a\nb](no.md) [c](no.md)", ["10:4", "10:15"]),
        ("ä [a](no.md) ~\\~ [b](no.md)", ["9:8", "9:23"]),
    ])
    func eachLinkIsToldWhereItStands(body: String, places: [String]) throws {
        #expect(try told(body) == places.map { $0 + " warning broken-link" })
    }

    @Test func linkToAHiddenRecordIsToldWhereItStands() throws {
        var site = try SampleSite()
        site.paths = ["incidents/a.md", "incidents/b.md"]
        let hidden = site.read(
            "---\ntitle: B\nseverity: SEV-3\nstarted: 2026-01-02T16:00Z\nended: 2026-01-02T17:00Z\n---\n",
            path: "incidents/b.md"
        )
        let body = "[RESOLVED 17:00] b.md [x](b.md#post-mortem) `b.md`\nand [y](b.md)"
        let other = site.read(SampleSite.record(body), path: "incidents/a.md")
        let found = Findings()
        let assembly = SiteAssembly(of: [hidden, other], configuration: site.configuration, into: found)
        #expect(found.all.inOrder.map(\.summary) == ["7:27 warning broken-link", "8:9 warning broken-link"])
        // For the team, they lead there; for the public, they are text.
        let team = assembly.page.seen(by: .internal, at: site.now)
        let html = team.incidents.first { $0.slug == "a" }?.updates[0].prose.html(root: "")
        #expect(html?.contains("<a href=\"incidents/b.html#post-mortem\">x</a>") == true)
        let open = assembly.page.seen(by: .public, at: site.now)
        #expect(
            open.incidents.first { $0.slug == "a" }?.updates[0].prose.html(root: "").contains(
                "<a"
            ) == false
        )
    }
}
