import Diagnostics
import Testing

@testable import Records

/// Texts made to take for ever: none does. The limits only end a test that hangs.
@Suite(.serialized) struct PathologicalTests {
    // Memory that is watched takes its time.
    #if SANITIZED
        static let size = 10_000
    #else
        static let size = 100_000
    #endif
    static let units = [
        "[", "]", "*", "**a ", "_a ", ">", "> ", "- ", "`", "``` ", "<", "<b>", "![", "[a](", "[a](b.md)",
        "[![", "](x)", "&amp;", "\\[",
        "[RESOLVED]", "[RESOLVED]\n", "[RESOLVED]\n\n", "[RESOLVED]: x\n", "[RESOLVED 17:00]\n\n",
        "> [RESOLVED]: x\n\nx\n\n",
        "```\n[RESOLVED]: x\n```\n\n", "Updated: 17:00\n", "- a\nUpdated: 17:00\n\n", "**Resolved** a\n\n",
        "a\n---\n", "Fix: a\n---\n\n",
        "[FIXED]\n\n", "<br>\n", "x <br> y\n\n", "![a](https://x.example)\n", "[a](no.md)\n",
        "# Post-mortem\n\n", "- [ ] a (Owner: b)\n",
        "(", "(Owner: a", " - Owner: a", "1. a\n", "* * *\n", "\r", "\n", "\u{0}", "日", "a",
        "|", "a|b\n-|-\n", "|a|\n|-|\n|b|\n\n", "a\n:-\n1. b\n", "~", "~~a ", "a~b~~", "\\~", "https://",
        "www.a.", "https://a.b/)",
        "www.a.b ", "&a;", "- [ ] a\n", "- [x] a\n  ", "[a](/b.html) ", "\u{202E}", "\u{2066}a", "\u{2069}",
        "&#27;",
    ]

    @Test(.timeLimit(.minutes(1)), arguments: units)
    func endlessRepetitionIsReadToItsEnd(unit: String) throws {
        let site = try SampleSite().askingAll
        let text = String(repeating: unit, count: Self.size / unit.utf8.count)
        for (start, postMortem) in [
            ("", ""), ("[RESOLVED 17:00] a\n\n", ""),
            ("[RESOLVED 17:00] a\n\n", "# Post-mortem\n\n## Action items\n\n- [ ] "),
        ] {
            _ = site.read(SampleSite.record(start + postMortem + text))
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["> ", "- ", "1. ", "  - a\n"])
    func deepNestingIsReadToItsEnd(unit: String) throws {
        let text = (0..<400).map { String(repeating: unit == "  - a\n" ? "  " : unit, count: $0) + "- a\n" }
            .joined()
        let site = try SampleSite().askingAll
        _ = site.read(SampleSite.record("[RESOLVED 17:00] a\n\n" + text))
    }

    /// A head of very many columns, rows of very many cells, and very many short rows.
    @Test(.timeLimit(.minutes(1)), arguments: ["a\n", "1\n", "a|", "|\n", "- [ ] | x\n"])
    func endlessTableIsReadToItsEnd(unit: String) throws {
        let site = try SampleSite().askingAll
        for columns in [2, 1_000, Self.size / 4] {
            let head =
                String(repeating: "a|", count: columns) + "\n" + String(repeating: "-|", count: columns)
                + "\n"
            let rows = String(repeating: unit, count: Self.size / unit.utf8.count)
            _ = site.read(SampleSite.record("[RESOLVED 17:00] a\n\n" + head + rows))
        }
    }

    @Test(.timeLimit(.minutes(1))) func deepListBelowAnActionItemIsReadToItsEnd() throws {
        let item = "# Post-mortem\n\n## Action items\n\n- [ ] a\n  "
        let list = String(repeating: "- ", count: Self.size / 2) + "b\n"
        let site = try SampleSite().askingAll
        _ = site.read(SampleSite.record("[RESOLVED 17:00] a\n\n" + item + list))
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "a: b\n", "? a\n", "- a\n", "a: b: c\n", "{", "[", "\"", "'", "a: 'b", "{a: 1,2}, ", "a #b\n",
            "\t", "a:\n ", "&a ", "\u{0}", "! ", "|\n",
        ]
    )
    func endlessFrontMatterIsReadToItsEnd(unit: String) throws {
        let text = String(repeating: unit, count: Self.size / unit.utf8.count)
        let site = try SampleSite().askingAll
        for yaml in [text, "tags: " + text, "tags: [" + text + "]"] {
            _ = site.read("---\n\(yaml)\n---\n")
        }
    }
}
