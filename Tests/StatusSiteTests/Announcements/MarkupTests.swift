import StatusModel
import Testing

@testable import StatusSite

/// What somebody wrote, in the markup of each kind of message.
@Suite struct MarkupTests {
    @Test func listsStayListsInEachMarkup() {
        let list = """
            <p>We know:</p>
            <ul>
            <li>one</li>
            <li>two
            <ol>
            <li>three</li>
            </ol>
            </li>
            </ul>

            """
        #expect(markup(list).markdown == "We know:\n\n* one\n* two\n  1. three")
        #expect(markup(list).slack == "We know:\n\n• one\n• two\n    1. three")
        #expect(markup(list).plainText == "We know:\n\n- one\n- two\n  1. three")
    }

    @Test func wordsKeepTheirMarks() {
        let text = """
            <p>Some <em>light</em>, <strong>heavy</strong> and <del>gone</del> <code>a*b</code>,<br />
            with <a href="https://example.com/?a=1&amp;b=2" title="So">a link</a>.</p>

            """
        #expect(
            markup(text).markdown
                == "Some *light*, **heavy** and ~~gone~~ `a*b`,\\\nwith [a link](<https://example.com/?a=1&b=2> \"So\")."
        )
        #expect(
            markup(text).slack
                == "Some _light_, *heavy* and ~gone~ `a*b`,\nwith <https://example.com/?a=1&amp;b=2|a link>."
        )
        #expect(
            markup(text).plainText
                == "Some light, heavy and ~~gone~~ a*b,\nwith a link (https://example.com/?a=1&b=2).")
    }

    @Test func blocksOfEachKind() {
        let text = """
            <h2>Head</h2>
            <blockquote>
            <p>said</p>
            </blockquote>
            <pre><code class="language-sh">a `b`


            c
            </code></pre>
            <hr />
            <table>
            <thead><tr><th>a</th><th class="right">b</th></tr></thead>
            <tbody><tr><td>1</td><td class="right">x|y</td></tr></tbody>
            </table>
            <ul>
            <li><label><input type="checkbox" checked disabled /> done</label></li>
            </ul>

            """
        #expect(
            markup(text).markdown == """
                ### Head

                > said

                ```sh
                a `b`


                c
                ```

                ___

                | a | b |
                | --- | --: |
                | 1 | x\\|y |

                * [x] done
                """
        )
        #expect(
            markup(text).slack == """
                *Head*

                > said

                ```
                a ˋbˋ


                c
                ```

                ---

                a | b
                1 | x|y

                • ☑ done
                """
        )
    }

    @Test func nothingThatSomebodyTypedMakesMarkup() {
        let text =
            "<p>*a* _b_ `c` ~d~ snake_case &lt;!channel&gt; [x](y) &amp;amp; # e</p>\n<p># f<br />\n1. g\n- h</p>\n"
        #expect(
            markup(text).markdown
                == "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ snake\\_case \\<!channel\\> \\[x\\](y) \\&amp; # e\n\n\\# f\\\n1\\. g\n\\- h"
        )
        #expect(
            markup(text).slack
                == "∗a∗ ˍbˍ ˋcˋ ∼d∼ snake_case &lt;!channel&gt; [x](y) &amp;amp; # e\n\n# f\n1. g - h"
        )
        #expect(
            markup("<p><a href=\"https://a.example\">&lt;x|y&gt;</a></p>\n").slack
                == "<https://a.example|&lt;x|y&gt;>")
    }

    @Test func linksWithinTheSiteLeadThereFromAnywhere() {
        let prose = Prose(
            html: ["<p>See <a href=\"", "incidents/a.html\">that</a>.</p>\n"], text: "See that.")
        let markup = Markup(prose, root: "https://status.example.com/", limit: .max)
        #expect(markup.markdown == "See [that](<https://status.example.com/incidents/a.html>).")
    }

    @Test func slackGetsAsManyLinesAsFit() {
        let items = (1...9).map { "<li>item \($0)</li>\n" }.joined()
        let list = "<ul>\n\(items)</ul>\n"
        // Each line is eight characters and its end; seven are kept for what may follow.
        #expect(markup(list, limit: 32).slack == "• item 1\n• item 2\n…")
        #expect(markup("<p>one two three</p>\n", limit: 10).slack == "one two…")
        let code = "<pre><code>\((1...9).map { "line \($0)\n" }.joined())</code></pre>\n"
        #expect(markup(code, limit: 24).slack == "```\nline 1\nline 2\n```\n…")
    }

    /// A thousand quotes in one another, and as many lines in the innermost, would be a million marks.
    @Test func nestingEndsSomewhere() {
        let open = String(repeating: "<blockquote>\n", count: 1_000)
        let close = String(repeating: "</blockquote>\n", count: 1_000)
        let lines = Array(repeating: "line", count: 1_000).joined(separator: "\n")
        let written = markup("\(open)<p>\(lines)</p>\n\(close)").markdown
        #expect(written.hasSuffix("> line") && written.utf8.count < 100_000)
        let lists =
            String(repeating: "<ul>\n<li>a\n", count: 500) + String(repeating: "</li>\n</ul>\n", count: 500)
        #expect(markup(lists).markdown.split(separator: "\n").count >= 500)
    }

    @Test func anyHTMLIsTaken() {
        for html in [
            "", "<", "<p", "</p>", "<ul><p>a</li>", "<li>a</li>", "<b>x</b>", "<td>a", "<a>", "&",
            "<!-- x -->",
        ] {
            for text in [markup(html).markdown, markup(html).slack, markup(html).plainText] {
                #expect(!text.contains("<p"), "\(html)")
            }
        }
        #expect(markup("<p>a<b>x</b></p>\n").markdown == "ax")
        #expect(markup("<li>a</li>").markdown == "a")
    }

    private func markup(_ html: String, limit: Int = .max) -> Markup {
        Markup(Prose(html: [html], text: ""), root: "", limit: limit)
    }
}
