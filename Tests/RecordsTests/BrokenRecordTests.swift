import Diagnostics
import StatusModel
import Testing

@testable import Records

/// What may be shown of a file that could not be read, and above all what may not.
@Suite struct BrokenRecordTests {
    let site: SampleSite

    init() throws { site = try SampleSite() }

    private func shown(_ keys: String, _ body: String = "[RESOLVED] Over.") -> BrokenRecord? {
        site.read("---\n\(keys)\n---\n\n\(body)\n").broken
    }

    @Test func titleAndTextAreShown() throws {
        let broken = try #require(shown("title: Slow\nseverity: SEV-2\nvisibility: public"))
        #expect((broken.title, broken.text, broken.slug) == ("Slow", "[RESOLVED] Over.", "slow"))
        #expect(shown("title: \"Slow\": x\nseverity: SEV-2")?.title == "Slow: x")
    }

    @Test(arguments: [
        "title: x\nseverity: SEV-2\nvisibility: internal", "title: x\nseverity: SEV-3",
        "title: x: y\nvisibility: internal",
        "title: x: y\nseverity: SEV-3", "title: after SEV-1: y\nseverity: SEV-3", "title: x: y",
        "title: x\nseverity: SEV-9",
        "title: x\nseverity: SEV-2\ndraft: true", "title: x\nseverity: SEV-2\ndraft: yes",
        "title: x\nseverity: SEV-2\ndraft:",
        "title: x: y\nseverity: SEV-2\ndraft: true", "title: x\nseverity: SEV-2\nvisibility: interal",
        "title: x\nseverity: SEV-3\nvisibility:",
        "title: x\nmaintenance: {from: x}\nvisibility: internl\nseverity: SEV-3",
        // A slip in the key, or a key in the wrong place.
        "title: x\nseverity: SEV-2\nvisibilty: internal", "title: x\nseverity: SEV-2\nprivate: true",
        "title: x: y\nseverity: SEV-2\nvisbility: internal", "title: x\nseverity: SEV-2\naudience: internal",
        // An internal level: the updates before the raise are nobody's business.
        "title: x\nseverity: SEV-3\nvisibility: public",
    ])
    func whatMayBeInternalIsNotShown(keys: String) { #expect(shown(keys) == nil) }

    @Test func fileWithoutFrontMatterIsNotShownWhereSomeSeverityIsInternal() throws {
        #expect(site.read("Slow.").broken == nil)
        let open = try SampleSite(
            status: SampleSite.status.replacing("visibility: internal", with: "visibility: public")
        )
        #expect(open.read("Slow.").broken?.text == "")
        #expect(open.read("---\ntitle: Slow\nno end").broken?.title == "Slow")
    }

    @Test func internalLinesAreLeftOut() throws {
        let body = """
            [INVESTIGATING] Ovens are cold.
            <!-- Ada
            knows --> Fine.

            It was the door.

            - a
            - b

            [RESOLVED 2026-01-02 17:00] Over.

            **Escalated:** Ada

            # RCA
            Owner: Ada
            """
        let text = try #require(shown("title: x\nseverity: SEV-2\ninternal: {lead: Ada}", body)?.text)
        #expect(
            text
                == "[INVESTIGATING] Ovens are cold.\n Fine.\n\nIt was the door.\n\n- a\n- b\n\n[RESOLVED 2026-01-02 17:00] Over."
        )
        #expect(shown("title: x\nseverity: SEV-2", "[RESOLVED] a <!-- Ada")?.text == "[RESOLVED] a")
    }

    @Test(arguments: [
        "[RESOLVED 25:00] Over.\nEscalated: Ada", "[RESOLVED] Over.\n\nEscalated: Ada",
        "[INVESTIGATING 2026-01-02 17:00] x\n\n# Post-mortem\nVisibility: interal\n\nAda",
        "[INVESTIGATING 2026-01-02 17:00] x\n\n# Post-mortem\nPublished: 2026-01-03\n\nAda\n\nVisibilty: internal",
        "[INVESTIGATING 2026-01-02 17:00] x\n\n# Post-mortem\n\n- Escalated: Ada",
    ])
    func mistakeAtWhatIsInternalLeavesNothingToShow(body: String) {
        #expect(shown("title: x\nseverity: SEV-2", body) == nil)
    }

    @Test func whatMayNotBeShownIsCounted() throws {
        let found = Findings()
        let records = [
            site.read("---\ntitle: x\nseverity: SEV-3\n---\n[RESOLVED] Over.\n", path: "incidents/a.md"),
            site.read("---\ntitle: x\nseverity: SEV-2\n---\n[RESOLVED] Over.\n", path: "incidents/b.md"),
            site.read("---\ntitle: x\ndraft: true\n---\n[RESOLVED] Over.\n", path: "incidents/c.md"),
        ]
        let page = SiteAssembly(of: records, configuration: site.configuration, into: found).page
        #expect(page.brokenRecords.map(\.slug) == ["b"] && page.withheldRecords == 1)
    }

    @Test func fileThatIsNoTextShowsNone() {
        let bytes = Array("---\ntitle: x\nseverity: SEV-2\n---\n".utf8) + [0xFF]
        #expect(site.read(bytes).broken?.text == "")
    }
}
