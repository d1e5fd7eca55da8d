import Diagnostics
import StatusModel
import Testing

@testable import Records
@testable import StatusSite

/// What a message says in Markdown is what the record says: read again, it makes the same HTML.
@Suite struct MarkupRoundTripTests {
    @Test(arguments: [
        "Some *words* with **weight**, `code`, ~~none~~ and [a link](https://example.com/?a=1&b=2 \"So\").",
        "- one\n- two\n  - two a\n  - two b\n\n    still two b\n- three",
        "7. seven\n8. eight\n\n   still eight\n9. nine",
        "- [ ] to do\n- [x] done, with `code`",
        "> quoted\n>\n> - a list\n>\n> > within",
        "```sh\na ``b`` ```c```\n\n\n- no list\n```",
        "    indented `code`\n\n    goes on",
        "| a | b \\| c | d |\n|:--|:-:|--:|\n| `x\\|y` | *z* | \\* |\n| 1 | 2 | 3 |",
        "### A heading with `code` #\n\nText\n***\nMore",
        "one  \ntwo\\\nthree\nfour",
        "- a\n\n\n+ b\n\n1. c\n\n\n1) d",
        "\\# no heading\n\\- no list\n1\\. none\n\\* \\_ \\` \\[x\\](y) \\<b> &amp;amp; \\~~x\\~~ www\\.example.com https\\://example.com",
        "**a**b *c* _d_ ***e*** **f *g*** *h **i***j a*\"k\"*l **m:**\u{A0}n",
        "`` ` `` ` a ` `` `b` `` ``c``",
        "<https://example.com/a_b> https://example.com/c_d [https://example.com](https://example.com)",
        "![A chart](https://example.com/a.png) Wow![a](https://example.com)",
        "&#32;blank at first\nand at last&#32;\n*&#160;within&#160;*",
        ":-: \n\n:--\ntext",
        "- ***\n- # x\n- > y\n- ```\n  z\n  ```\n-\n- last",
    ]) func whatIsWrittenOutReadsTheSame(source: String) {
        let html = html(of: source)
        let written = Self.markdown(of: html)
        #expect(self.html(of: written) == Self.withLowHeadings(html), "\(written)")
    }

    private static let pieces = [
        "a", "b c", "word", " ", "  ", "\n", "\n", "\n\n", "\n\n", "*", "**", "_", "__", "***", "`", "``",
        "~~", "~", "\\",
        "- ", "+ ", "* ", "1. ", "3) ", "> ", "  ", "    ", "### ", "#", "---", "===", "```", "~~~", "|",
        "| a | b |\n|---|:-:|\n",
        "[a](https://example.com)", "[b](<https://example.com/?x=1&copy;> \"t\")",
        "![c](https://example.com/i)",
        "<https://example.com>", "https://example.com/x_y", "www.example.com", "!", "[", "]", "(", ")", "<",
        ">", "&", "&amp;",
        "&nbsp;", "&#32;", "&#10;", "&auml;", "ü", "€", "。", "\u{A0}", "[ ] ", "[x] ", "\"", "'", ":", ".",
        "x", "1", "<b>", "$",
    ]

    @Test(arguments: 0..<1_500) func whateverIsWrittenReadsTheSame(seed: Int) {
        var random = SeededNumbers(seed: UInt64(seed))
        let count = Int.random(in: 1...14, using: &random)
        let source = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
        let html = html(of: source)
        // Behind a fence, no name has a back-tick.
        guard !html.contains(/language-[^"]*`/) else { return }
        let written = Self.markdown(of: html)
        // A mark that stands behind an escaped tilde while a record is read is a letter to libcmark.
        guard !written.contains(/\\~[*_]/) else { return }
        // A row of a table is a line.
        guard !html.contains("<table") || !source.contains("&#10;") else { return }
        let (tree, again) = (ProseTree(of: Self.withLowHeadings(html)), ProseTree(of: self.html(of: written)))
        #expect(
            again.blocks == tree.blocks,
            "\(source.debugDescription)\n\(html)\n\(written)\n\(self.html(of: written))")
    }
}

private extension MarkupRoundTripTests {
    /// As records have it: raw HTML is text.
    func html(of markdown: String) -> String {
        let bytes = Array(markdown.utf8)
        let text = BodyText(of: SourceFile(path: "incidents/a.md", bytes: bytes), in: bytes.indices)
        let document = MarkdownDocument.parse(text)
        return withExtendedLifetime(document) {
            document.root.forEachDescendant { node in
                if node.kind == .html || node.kind == .inlineHTML {
                    RawHTML(text: text, findings: Findings()).replace(node)
                }
            }
            InlineExtensions.apply(to: document.root)
            return document.html
        }
    }

    static func markdown(of html: String) -> String {
        Markup(Prose(html: [html], text: ""), root: "", limit: .max).markdown
    }

    /// Headings of a message begin at the third level, and have one line each.
    static func withLowHeadings(_ html: String) -> String {
        html.replacing(/<h(\d)>((?s).*?)<\/h\d>/) { match in
            let level = max(3, Int(match.output.1) ?? 3)
            let text = match.output.2.replacing("<br />\n", with: " ").replacing("\n", with: " ")
            return "<h\(level)>\(text)</h\(level)>"
        }
    }
}

/// Numbers that are the same with every run.
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// Source: Marsaglia, "Xorshift RNGs", 2003, with a multiplication at the end.
    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 2_685_821_657_736_338_717
    }
}
