import Diagnostics
import StatusModel
import Testing

@testable import Records

/// What a look at a record's bytes tells is what reading it would.
@Suite struct QuickLookTests {
    @Test(arguments: [
        "[RESOLVED 17:45 UTC] Done.", "[Resolved] Done.", "## [behoben] Fertig", "ended: 2026-01-02",
        "[Résolu] Fini",
    ])
    func wordsOfAnEndAreFound(text: String) throws {
        #expect(try configuration().mayTellOfEnd(Array(text.utf8)))
    }

    @Test func openIncidentTellsOfNone() throws {
        #expect(try !configuration().mayTellOfEnd(Array(Self.open.utf8)))
        // Own words of the site may mean anything.
        #expect(try configuration("phases: {resolved: Fixed}").mayTellOfEnd(Array(Self.open.utf8)))
    }

    @Test func postMortemBehindTheFormerRecordIsAdded() throws {
        #expect(try adds("\n# Post-mortem\n\nPublished: 2026-01-03\n"))
        #expect(try adds("\n## Incident post-mortem: the pool\n"))
    }

    @Test(arguments: ["", "\nMore.\n", "\n# More\n", "Components: api operational\n", "\n### Post-mortem\n"])
    func anythingElseIsNot(rest: String) throws { #expect(try !adds(rest)) }

    @Test(arguments: ["\n# Post-mortem\n", "\nPost-mortem\n===\n", "\nPost-mortem\n---\n"])
    func sectionBehindAPostMortemIsNone(postMortem: String) throws {
        #expect(try !adds("\n# Post-mortem of the second part\n", to: Self.open + postMortem))
    }

    @Test func otherWordsBeforeItAreNotMissed() throws {
        let file = Self.open.replacing("We look", with: "We looked") + "\n# Post-mortem\n"
        #expect(try !configuration().adds(postMortemTo: Array(Self.open.utf8), in: Array(file.utf8)))
    }
}

private extension QuickLookTests {
    static let open = "---\ntitle: Slow\n---\n\n[INVESTIGATING 17:05 UTC] We look into it:\n\n- at the pool\n"

    func adds(_ rest: String, to former: String = open) throws -> Bool {
        try configuration().adds(postMortemTo: Array(former.utf8), in: Array((former + rest).utf8))
    }

    func configuration(_ more: String = "") throws -> Configuration {
        let text = "site: {title: A, url: \"https://example.com\"}\n" + more
        let file = SourceFile(path: "status.yml", bytes: Array(text.utf8))
        return try #require(Configuration(reading: file, into: Findings()))
    }
}
