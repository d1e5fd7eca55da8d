import Diagnostics
import StatusModel
import TestSupport
import Testing

@testable import Records

/// What only all records together show.
@Suite struct SiteAssemblyTests {
    var site: SampleSite

    init() throws {
        site = try SampleSite()
        site.paths = ["incidents/a.md", "incidents/b.md", "incidents/c.md", "incidents/2026/A.md"]
    }

    private func assembled(_ files: [(path: String, text: String)]) -> (page: StatusPage, found: [Diagnostic])
    {
        let found = Findings()
        let records = files.map { site.read($0.text, path: $0.path) }
        return (
            SiteAssembly(of: records, configuration: site.configuration, into: found).page, found.all.inOrder
        )
    }

    private func record(_ keys: String = "ticket: x", severity: String = "SEV-2", body: String = "") -> String
    {
        "---\ntitle: x\nseverity: \(severity)\nstarted: 2026-01-02T16:00Z\nended: 2026-01-02T17:00Z\n\(keys)\n---\n\(body)\n"
    }

    @Test func twoFilesOfOneAddressAreBothNamed() {
        let (_, found) = assembled([("incidents/2026/A.md", record()), ("incidents/a.md", record())])
        #expect(found.map(\.id) == [.duplicateSlug])
        #expect(found.map(\.location.path) == ["incidents/a.md"])
        #expect(found.first?.related.map(\.location.path) == ["incidents/2026/A.md"])
    }

    @Test(arguments: [
        ("aliases: [b]", "ticket: x"), ("aliases: [B]", "ticket: x"), ("aliases: [old]", "aliases: [OLD]"),
    ])
    func aliasThatAnotherHasIsTold(one: String, other: String) {
        let (_, found) = assembled([("incidents/a.md", record(one)), ("incidents/b.md", record(other))])
        #expect(found.map(\.id) == [.duplicateSlug])
    }

    @Test func aliasOfOnesOwnIsFine() {
        let (page, found) = assembled([("incidents/a.md", record("aliases: [a, old, Old]"))])
        #expect(found.isEmpty)
        #expect(page.incidents.map(\.aliases) == [["old"]])
    }

    @Test func publicRecordsLeadToPublicOnesAlone() throws {
        let links = "See [the *one*](b.md \"why\"), [the other](c.md), [![pic](pic.png)](b.md), [here](a.md)."
        var site = site
        site.files = ["pic.png"]
        let found = Findings()
        let records = [
            site.read(record("related: [b, c]", body: links), path: "incidents/a.md"),
            site.read(record(severity: "SEV-3"), path: "incidents/b.md"),
            site.read(record("draft: true"), path: "incidents/c.md"),
        ]
        let page = SiteAssembly(of: records, configuration: site.configuration, into: found).page
        let now = Instant(seconds: 1_800_000_000)
        let seen = page.seen(by: .public, at: now)
        let incident = try #require(seen.incidents.first { $0.slug == "a" })
        #expect(incident.related.isEmpty)
        #expect(
            incident.summary.html(root: "")
                == "<p>See the <em>one</em>, the other, <img src=\"pic.png\" alt=\"pic\" />, <a href=\"incidents/a.html\">here</a>.</p>\n"
        )
        let team = try #require(
            page.seen(by: .internal, at: now).incidents.first { $0.slug == "a" }
        )
        #expect(team.related == ["b"])
        #expect(
            team.summary.html(root: "").hasPrefix(
                "<p>See <a href=\"incidents/b.html\" title=\"why\">the <em>one</em></a>, the other, "
            )
        )
        #expect(
            found.all.inOrder.map(\.summary) == [
                "8:17 warning broken-link", "8:42 warning broken-link", "8:67 warning broken-link",
            ]
        )
    }

    @Test func draftsAreInNoOutput() {
        let (page, found) = assembled([("incidents/a.md", record("draft: true"))])
        #expect(page.incidents.isEmpty && page.brokenRecords.isEmpty && found.isEmpty)
    }

    @Test func recordsAreSortedNewestFirstThenBySlug() {
        let files = [
            ("incidents/b.md", record()), ("incidents/a.md", record()),
            ("incidents/c.md", record().replacing("16:00", with: "16:30")),
        ]
        for order in [files, files.reversed()] {
            #expect(assembled(order).page.incidents.map(\.slug) == ["c", "a", "b"])
        }
    }

    @Test func brokenRecordIsShownAndInternalOnesAreNot() {
        let (page, _) = assembled([
            ("incidents/a.md", record("links: [\"javascript:x\"]", body: "Text.")),
            ("incidents/b.md", record("visibility: internal", severity: "SEV-9", body: "Text.")),
            // Its level may be an internal one.
            ("incidents/c.md", record("visibility: public", severity: "SEV-9", body: "Text.")),
        ])
        #expect(page.brokenRecords.map(\.path) == ["incidents/a.md"])
        #expect(page.incidents.isEmpty)
    }

    @Test func contestedRecordLeavesItsAddressToTheFirst() {
        let (page, _) = assembled([
            ("incidents/2026/A.md", record()), ("incidents/a.md", record(body: "Text.")),
            ("incidents/b.md", record("visibility: internal\naliases: [a]")),
        ])
        #expect(page.incidents.map(\.path) == ["incidents/2026/A.md"])
        #expect(page.brokenRecords.map(\.text) == ["Text."])
    }
}
