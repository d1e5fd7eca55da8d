import Diagnostics
import Testing

@testable import Records

/// What people get wrong in YAML, told in plain words at its place. The keys under test stand on line 2.
@Suite struct YAMLPitfallsTests {
    let site: SampleSite

    init() throws { site = try SampleSite() }

    @Test(arguments: [
        ("\ttags: x", "2:1 error yaml-tab"), ("internal:\n  \tlead: a", "3:3 error yaml-tab"),
        ("ticket: OPS: 7", "2:12 error yaml-unquoted-colon"),
        ("ticket: OPS:", "2:12 error yaml-unquoted-colon"),
        ("ticket: OPS\n  tags: x", "3:7 error yaml-unquoted-colon"),
        ("ticket: [SEV-1] Slow", "2:9 error yaml-bracket"), ("tags:\n  - [a] b", "3:5 error yaml-bracket"),
        ("ticket: OPS #7", "2:13 warning yaml-comment"), ("tags:\n  - OPS #7", "3:9 warning yaml-comment"),
        ("impact: {users: 1,200}", "2:18 error yaml-flow-comma"),
        ("ticket: \u{201C}OPS\u{201D}", "2:9 warning typographic-quote"),
        ("tags: [\u{201E}db\u{201C}]", "2:8 warning typographic-quote"),
        ("tags:\n  - \u{2018}db\u{2019}", "3:5 warning typographic-quote"),
        ("tags:\n  \u{2013} db", "3:3 error typographic-quote"),
        ("ticket: @ops", "2:9 error yaml-syntax"), ("ticket: `ops`", "2:9 error yaml-syntax"),
        ("ticket: %7", "2:9 error yaml-syntax"), ("tags: [a", "2:7 error yaml-syntax"),
        ("ticket: \"OPS", "2:9 error yaml-syntax"), ("tags: a]\u{7}", "2:9 warning control-character"),
        ("ticket: a\u{2028}b", "2:10 error yaml-syntax"),
        ("ticket: a\u{85}b", "2:10 warning control-character"),
        ("tags: " + String(repeating: "[", count: 30), "2:31 error yaml-syntax"),
        ("tags: " + String(repeating: "- ", count: 30), "2:7 error yaml-syntax"),
    ])
    func slipIsToldAtItsPlace(yaml: String, expected: String) {
        let told = site.toldOfKeys(yaml)
        #expect(told.contains(expected), "\(told)")
    }

    @Test func hintIsTheLineToWrite() {
        func hint(_ line: String) -> String? { site.read("---\n\(line)\n---\n").diagnostics.first?.hint }
        #expect(hint("title: Slow: \"again\" \\o/") == "write `title: \"Slow: \\\"again\\\" \\\\o/\"`")
        #expect(hint("title: [SEV-1] Slow") == "write `title: \"[SEV-1] Slow\"`")
        #expect(hint("title: Slow #7") == "write `title: \"Slow #7\"`")
        #expect(hint("ticket: #12") == "write `ticket: \"#12\"`")
        // Quotes around the text stay quotes, and a comment stays a comment.
        #expect(hint("title: 'Can't pay'") == "write `title: \"Can't pay\"`")
        #expect(
            hint("title: 'It''s what we can't pay' # again") == "write `title: \"It's what we can't pay\"`")
        #expect(hint("title: \"The \"big\" one\"") == "write `title: \"The \\\"big\\\" one\"`")
        #expect(
            hint("title: \"One \\\"big\\\" and \"small\"\"")
                == "write `title: \"One \\\"big\\\" and \\\"small\\\"\"`")
        #expect(hint("title: \"A\" and \"B\"") == "write `title: \"\\\"A\\\" and \\\"B\\\"\"`")
        #expect(hint("title: Slow: again # and again") == "write `title: \"Slow: again\"`")
    }

    @Test(arguments: [
        "ticket: \"a: b # c\"", "ticket: 'it''s: [x]'", "ticket: a:b", "ticket: a#b", "ticket: a # a remark",
        "ticket: a\n  goes on # here", "impact: |\n  a: b: c #d\n\n    [x] y\n  \ttab", "impact: >\n  a",
        "links:\n- https://example.com/#top\n- mailto:a@example.com", "tags: [\"a: b\", 'c, d', e f]",
        "internal: {cost: \"1,200\", at: 16:00}", "tags: [\n  a,\n  # why\n  b\n]", "internal:\n  - a: 1",
        "\"ticket\": a", "tags: !!seq [a]", "impact: {a: 1, b: 2}",
    ])
    func whatIsRightPasses(yaml: String) {
        let told = site.toldOfKeys(yaml).filter { !$0.hasSuffix("wrong-type") }
        #expect(told.isEmpty, "\(told)")
    }

    @Test func deepNestingIsRefusedBeforeItCostsTheStack() {
        for text in ["[", "{a: ", "- ", "? "].map({ String(repeating: $0, count: 100_000) }) {
            #expect(site.told("---\ntags: \(text)\n---\n").contains { $0.hasSuffix("yaml-syntax") })
            #expect(site.told("---\n\(text)\n---\n").contains { $0.hasSuffix("yaml-syntax") })
        }
        let stairs = (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(site.told("---\n\(stairs)---\n").contains { $0.hasSuffix("yaml-syntax") })
    }

    @Test func mistakeInYAMLLeavesTheBodyRead() {
        let told = site.told(
            "---\ntitle: a: b\n---\n\n[RESOVLED 17:00 UTC] Over.\n\n[COMPLETED 17:05] Done.\nComponents: wbe operational\n"
        )
        #expect(
            told == [
                "2:9 error yaml-unquoted-colon", "5:1 error unknown-phase", "8:13 error unknown-component",
            ]
        )
    }
}
