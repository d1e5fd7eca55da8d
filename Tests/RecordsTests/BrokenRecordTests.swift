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
            [RESOLVED] Over.
            **Escalated:** Ada
            - Escalated: Ada
            [UPDATE] escalated : Ada
            <!-- Ada
            knows --> Fine.

            # Post-mortem
            Owner: Ada
            """
        let text = try #require(shown("title: x\nseverity: SEV-2\ninternal: {lead: Ada}", body)?.text)
        #expect(text == "[RESOLVED] Over.\n Fine.")
        #expect(shown("title: x\nseverity: SEV-2", "[RESOLVED] a <!-- Ada")?.text == "[RESOLVED] a")
    }

    @Test func fileThatIsNoTextShowsNone() {
        let bytes = Array("---\ntitle: x\nseverity: SEV-2\n---\n".utf8) + [0xFF]
        #expect(site.read(bytes).broken?.text == "")
    }
}
