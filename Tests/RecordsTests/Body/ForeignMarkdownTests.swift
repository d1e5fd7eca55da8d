import Diagnostics
import StatusModel
import Testing

@testable import Records

/// What is written of a text from another tool: it passes, is one text, and acts in no way.
@Suite struct ForeignMarkdownTests {
    @Test(arguments: [
        ("[RESOLVED 17:00] x", "\\[RESOLVED 17:00] x"), ("Resolved: x", "\\Resolved: x"),
        ("**Resolved** – x", "**\\Resolved** – x"), ("### Update 17:00", "### \\Update 17:00"),
        ("- [RESOLVED 17:00] x", "- \\[RESOLVED 17:00] x"), ("［解決］ x", "\\［解決］ x"),
        ("[ABCD] x", "\\[ABCD] x"),
        ("[RESOLVED]: x", "\\[RESOLVED]: x"), ("a\nFix: b\nc", "a\n\\Fix: b\nc"),
        ("> Components: api operational", "> \\Components: api operational"),
        ("- a\nEscalated: b", "- a\n\\Escalated: b"), ("Fix: a\n---", "\\Fix: a\n---"),
        ("**Escalated** to: x", "**\\Escalated** to: x"), ("Visibility: internal", "\\Visibility: internal"),
        ("Visibilty: x", "\\Visibilty: x"), ("# Post-mortem\nx", "### Post-mortem\nx"),
        ("```\nFix: a", "```\nFix: a\n```"), ("Fix: a\nFix: b", "\\Fix: a\n\\Fix: b"),
        ("<div>\nFix: a\n</div>", "<div>\n\\Fix: a\n</div>"),
        ("[Note] x\n\n- Fix: y", "[Note] x\n\n- Fix: y"),
        ("\\[RESOLVED] x", "\\[RESOLVED] x"),
    ])
    func linesThatWouldActAreEscaped(text: String, written: String) throws {
        #expect(ForeignMarkdown(text).asUpdate == written)
        #expect(ForeignTexts.mistakes(of: text) == [])
    }

    @Test func textOfAPostMortemKeepsItsWords() {
        let text = "Resolved: x\n\n[FIXED]\n\n[RESOLVED 17:00] y"
        #expect(ForeignMarkdown(text).asPostMortem == "Resolved: x\n\n[FIXED]\n\n\\[RESOLVED 17:00] y")
    }

    @Test func textsOfManyAccidentsActInNoWay() {
        var noise = Noise(seed: 20)
        for number in 0..<3_000 {
            let text = noise.foreignText()
            #expect(ForeignTexts.mistakes(of: text) == [], "\(number): \(text.debugDescription)")
        }
    }
}

/// Reads foreign texts as records have them once they are written.
enum ForeignTexts {
    /// What is wrong with a record whose summary or update, with another behind it, this text is.
    static func mistakes(of text: String) -> [String] {
        let foreign = ForeignMarkdown(text)
        let update =
            "[INVESTIGATING 2026-01-02 17:00 UTC]\n\n\(foreign.asUpdate)\n\nNext update: 15m\n\n\(last)"
        return mistakes(in: update, opening: 1) + mistakes(in: foreign.asSummary + "\n\n" + last, opening: 0)
    }

    private static let last = "[UPDATE 2026-01-02 17:20 UTC] The last."

    private static func mistakes(in body: String, opening: Int) -> [String] {
        let file = SourceFile(path: "text.md", bytes: Array(body.utf8))
        let found = Findings()
        let parts = Body(
            of: file,
            in: file.bytes.indices,
            as: .maintenance,
            configuration: nil,
            index: RecordIndex(paths: []),
            into: found
        ).parts
        let trailers = parts.updates.map { $0.trailers.map(\.name) }
        let isWhole = trailers == (opening == 1 ? [[.nextUpdate]] : []) + [[]] && parts.strays.isEmpty
        let expected: Set<Diagnostic.ID> = [
            .rawHTML, .brokenLink, .unsafeLink, .externalImage, .phaseInCode, .setextHeading,
            .postMortemHeading,
        ]
        return (isWhole ? [] : ["\(trailers)"])
            + found.all.filter { !expected.contains($0.id) }.map(\.summary)
    }
}

extension Noise {
    /// A text of pieces that mean something to records and to Markdown.
    fileprivate mutating func foreignText() -> String {
        let pieces = [
            "[RESOLVED 17:00]", "[Resolved]", "[GELÖST]", "[FIXED]", "[Note]", "(RESOLVED 17:00)", "Resolved",
            "Update",
            "Fix", "Escalated", "Escalated to", "Components", "Nxet update", "Visibility", "internal", ":",
            ": ", "\n",
            "\n", "\n\n", "> ", "- ", "1. ", "**", "*", "_", "# ", "## ", "---\n", "    ", "  ", "`", "\\",
            "17:00",
            " api operational", "text", " and more", "[a](b)", "]", "[", "【解決】", "\n===\n", "– ", "&#91;",
            "<b>",
        ]
        return (0..<Int.random(in: 1...14, using: &self)).map { _ in pieces.randomElement(using: &self) ?? ""
        }.joined()
    }
}
