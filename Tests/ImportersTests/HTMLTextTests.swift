import Diagnostics
import Testing

@testable import Importers

@Suite struct HTMLTextTests {
    @Test(
        arguments: [
            ("one<br />two<BR>three", "one\\\ntwo\\\nthree"),
            ("one<br><br>two", "one\n\ntwo"),
            ("one<br>\r\ntwo", "one\\\ntwo"),
            ("<p>one</p><p>two</p>", "one\n\n\n\ntwo"),
            ("<strong>one</strong> <b>two</b> <em>three</em>", "**one** **two** *three*"),
            (
                "see <a href=\"https://example.com/a(b)?c=1&amp;d\" target=_blank>the page</a>",
                "see [the page](<https://example.com/a(b)?c=1&amp;d>)"
            ),
            ("<a href='https://example.com'>never closed", "[never closed](<https://example.com>)"),
            ("a<ul><li>one</li><li>two</li></ul>b", "a\n\n- one\n- two\n\nb"),
            ("<ol><li>one</li></ol>", "1. one"),
            ("Start: 10:00\r\nEnd: 11:00", "Start: 10:00\\\nEnd: 11:00"),
            ("These:\n- one\n- two\n\n1. first\n2. second", "These:\n- one\n- two\n\n1. first\n2. second"),
            ("We look.\nNext update: 15m", "We look.\\\nNext update: 15m"),
            ("```\na\nb\n```", "```\na\nb\n```"),
            (
                "a < b and c > d, <https://example.com/>, <me@example.com>",
                "a < b and c > d, <https://example.com/>, <me@example.com>"
            ),
        ]
    )
    func whatMarkdownHasIsMarkdown(html: String, markdown: String) {
        let text = HTMLText(html)
        #expect(text.markdown.trimmedLines.keepingLineEnds == markdown)
        #expect(text.losses == [])
    }

    @Test(
        arguments: [
            ("a <span class=\"x\">b</span> c", "a b c", ["<span class=\"x\">"]),
            ("Vec<String> of <T>", "Vec\\<String> of \\<T>", ["<String>", "<T>"]),
            ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>", ["<script>"]),
            ("a<!-- hidden -->b", "ab", ["<!-- hidden -->"]),
            ("<a href=\"javascript:alert(1)\">x</a>", "x", ["<a href=\"javascript:alert(1)\">"]),
            ("`Vec<String>` ``<a>` ``", "`Vec<String>` ``<a>` ``", []),
            ("<!-- open\n\n<a b", "\\<!-- open\n\n\\<a b", []),
            ("<img src=x>", "\\<img src=x>", ["<img src=x>"]),
        ]
    )
    func whatItHasNotIsTold(html: String, markdown: String, losses: [String]) {
        let text = HTMLText(html)
        #expect(text.markdown == markdown)
        #expect(text.losses == losses)
    }

    /// Where a paragraph ends, so does all that began in it, but for a comment that begins its line.
    @Test(
        arguments: [
            ("<!-- hidden\n\nhidden -->\nSeen.", "\n\n\nSeen.", ["<!-- hidden\n\nhidden -->"]),
            ("- <!-- hidden\n\n  hidden -->", "- \n\n", ["<!-- hidden\n\n  hidden -->"]),
            ("Seen <!-- hidden\nhidden --> too", "Seen \n too", ["<!-- hidden\nhidden -->"]),
            (
                "<!-- hidden\n\n```\nhidden\n```\nhidden -->\nSeen.", "\n\n\n\n\n\nSeen.",
                ["<!-- hidden\n\n```\nhidden\n```\nhidden -->"]
            ),
            ("Seen.\n<!-- hidden\n\n    hidden", "Seen.\n\n\n", ["<!-- hidden\n\n    hidden"]),
            ("```\n<!-- seen -->\n```", "```\n<!-- seen -->\n```", []),
            ("Less <!-- than\n \nmore --> than", "Less \\<!-- than\n \nmore --> than", []),
            ("a <b\n\nc> d", "a \\<b\n\nc> d", []),
        ]
    )
    func inMarkdownNoTagGoesBeyondItsParagraph(text: String, markdown: String, losses: [String]) {
        let read = HTMLText(markdown: text)
        #expect(read.markdown == markdown)
        #expect(read.losses == losses)
    }

    @Test func aLongCommentIsHiddenToo() {
        let comment = "<!-- " + String(repeating: "hidden ", count: 20_000) + "-->"
        for text in [HTMLText(comment + "Seen."), HTMLText(markdown: comment + "Seen.")] {
            #expect(text.markdown == "Seen.")
            #expect(text.losses == [comment])
        }
        let place = SourceFile(path: "a.md", bytes: []).start
        let told =
            "`<!-- hidden hidden hidden hidden hidden hidden hidden hidden\u{2026}` is left out: Markdown has no equivalent"
        #expect(Remark(losing: comment, at: place).message == told)
    }

    @Test(arguments: ["x <!-- y ", "x <!-- y\n", "<!--", "<!---->", "x<!---->\n", "- <!--\n"])
    func commentsWithOneEndAreRead(thing: String) {
        let text = String(repeating: thing, count: 200_000 / thing.utf8.count) + "\n\n-->"
        #expect(HTMLText(markdown: text).markdown.utf8.count <= 2 * text.utf8.count)
        #expect(!HTMLText(text).markdown.contains("y"))
    }

    @Test(arguments: ["<", "<a", "<a ", "<!--", "<br", "</", "<a href=", "<a href=\"https://", "<b>", "<li>"])
    func longTextsOfOneThingAreRead(thing: String) {
        let text = String(repeating: thing, count: 100_000 / thing.utf8.count)
        #expect(!HTMLText(text).markdown.isEmpty)
    }
}
