import Testing

@testable import Importers

/// Comments that readers did not see do not become public.
@Suite struct HiddenCommentsTests {
    static let remark = "a comment, which readers did not see, is left out"

    /// Texts, and what is seen of them.
    static let texts = [
        ("Seen.\n\n<!-- hidden -->\n\nToo.", "Seen.\n\n\n\nToo."),
        ("Seen.\n<!-- hidden\n\nhidden: **Update at 2024-03-01 08:30 UTC**\n\nhidden -->\nToo.", "Too."),
        ("Seen <!-- hidden --> too.", "Seen  too."),
        ("Seen <!-- hidden\nhidden --> too.", "Seen \n too."),
        ("Seen.\n\n<!-- hidden\n\nto the end", "Seen."),
        ("Seen. <!-- a --><!-- hidden -->", "Seen."),
        ("Seen ` <!-- hidden --> once.", "Seen `  once."),
        ("Seen.\n<!-->\nToo.", "Too."),
    ]

    @Test(arguments: [ImportFormat.cstate, .statusfy], texts)
    func hiddenWordsAreLeftOutAndToldOf(format: ImportFormat, text: (source: String, seen: String)) throws {
        let source = Self.source(format, text.source)
        let body = try source.body()
        #expect(!body.contains("hidden") && !body.contains("--"), "\(body)")
        #expect(body.contains(text.seen), "\(body)")
        #expect(try source.remarks().contains { $0.hasSuffix(Self.remark) })
    }

    @Test(arguments: [ImportFormat.cstate, .statusfy])
    func codeIsSeen(format: ImportFormat) throws {
        for text in [
            "Write `<!-- x -->`.", "```html\n<!-- x -->\n```", "~~~\n```\n<!-- x -->\n~~~",
            "``a ` <!-- x -->``",
        ] {
            let source = Self.source(format, text)
            #expect(try source.body().contains(text))
            #expect(try source.remarks().isEmpty)
        }
    }

    @Test func aCommentThatDoesNotEndInItsParagraphIsText() throws {
        let source = Self.source(.cstate, "Less <!-- than this.\n\nMore --> than this.")
        #expect(try source.body().contains("than this.\n\nMore"))
        #expect(try source.remarks().isEmpty)
    }

    @Test func theRemarkStandsAtTheComment() throws {
        let source = Self.source(.cstate, "Seen.\nSeen, too. <!-- hidden -->")
        #expect(try source.remarks() == ["10:12 \(Self.remark)"])
    }

    private static func source(_ format: ImportFormat, _ body: String) -> Source {
        let rest = "date: 2024-03-01T08:05:00-00:00\nresolved: false\n"
        return format == .cstate
            ? .cstate("---\ntitle: Late\n\(rest)severity: down\naffected: [Web]\n---\n\n\(body)\n")
            : .statusfy("---\ntitle: Late\n\(rest)severity: under-maintenance\n---\n\n\(body)\n")
    }
}
