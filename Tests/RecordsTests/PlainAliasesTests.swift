import Diagnostics
import StatusModel
import Testing

@testable import Records

/// Former ids as they are found by their bytes: those that the reader finds, or none where only it can tell.
@Suite struct PlainAliasesTests {
    @Test(arguments: [
        "aliases: former", "aliases: [one, \"two, three\"]", "aliases:\n  - one\n  - 'two'\n",
        "aliases:\n- one\n- two",
        "\"aliases\": [a b, C]", "aliases: >\n  folded\n\n  text", "aliases: [\none,\ntwo\n]",
        "aliases:\n# why\n- one",
        "aliases :\n - incidents/old.md", "aliases: &a [x]", "tags: [aliases]\naliases: y",
    ])
    func areThoseOfTheReader(keys: String) throws {
        for end in ["\n", "\r\n", "\r"] {
            for start in ["", "\u{FEFF}"] {
                let text =
                    start
                    + "---\ntitle: x\nseverity: SEV-2\nstarted: 2026-01-02T16:00Z\n\(keys)\nended: 2026-01-02T17:00Z\n---\n"
                let bytes = Array(text.replacing("\n", with: end).utf8)
                guard let record = try SampleSite().read(bytes).record else { continue }
                let found = SourceFile(path: "incidents/a.md", bytes: bytes).plainAliases
                #expect(found == nil || found == record.aliases, "\(keys)")
            }
        }
    }

    /// As people write them, they are found without the reader.
    @Test(arguments: [
        ("aliases: former", ["former"]), ("aliases: [one, 'two three']", ["one", "two-three"]),
        ("aliases:\n  - one\n  - Two\n", ["one", "Two"]), ("tags: x", []),
    ])
    func areFoundAsPeopleWriteThem(keys: String, expected: [String]) {
        let text = "---\ntitle: x\n\(keys)\n---\n"
        let found = SourceFile(path: "incidents/a.md", bytes: Array(text.utf8)).plainAliases
        #expect(found == expected.map(\.asSlug))
    }

    @Test func bodyIsNotSearched() {
        let text = "---\ntitle: x\n---\naliases: [a]\n"
        #expect(SourceFile(path: "incidents/a.md", bytes: Array(text.utf8)).plainAliases == [])
    }
}
