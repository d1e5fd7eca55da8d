import Testing

@testable import Records
@testable import StatusSite

/// What a message's Markdown escapes comes out of libcmark as it was, and makes no markup.
@Suite struct MarkdownEscapingTests {
    private static let pieces = [
        "#", "##", "-", "+", "*", "**", "_", "`", "```", "~~~", "=", "===", "---", "***", "1.", "12)", ">",
        "<", "[", "]",
        "(", ")", "!", "\\", "&", "&amp;", "&#35;", ";", ":", "|", "https://example.com", "<b>", "a", "B",
        " ", "  ",
        "    ", "\t", "[x]: y", "{", "}", "\"", "'", ".", "0", "é", "$", "@", "^", "/", "<!--", "]]>",
        "&nbsp;", "\u{301}", "\u{600}", "\u{D4E}",
    ]

    @Test(arguments: 0..<400) func randomTextComesOutAsItWas(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func random(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let text = (0...random(below: 8)).map { _ in Self.pieces[random(below: Self.pieces.count)] }.joined()
        let lines = [text, text].map { $0.split(separator: "\t").joined().trimmed }.filter { !$0.isEmpty }
        let document = MarkdownDocument(
            parsing: Array(lines.joined(separator: "\n").escapedForMarkdown.utf8)[...]
        )
        #expect(PlainText(of: document.root).text == lines.joined(separator: "\n"))
        document.root.walk { node, _ in
            #expect([.document, .paragraph, .text, .lineBreak].contains(node.kind), "\(node.kind)")
        }
    }

    @Test(arguments: ["C #", "C ##", "#", "##", "C#", "C# #", "# C #"])
    func headingKeepsTheNumberSignsAtItsEnd(title: String) {
        let document = MarkdownDocument(parsing: Array("## \(title.escapedForMarkdown)\n".utf8)[...])
        #expect(document.root.firstChild?.kind == .heading)
        #expect(PlainText(of: document.root).text == title)
    }
}
