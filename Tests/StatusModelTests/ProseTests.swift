import StatusModel
import Testing

/// A passage keeps its plain text only where its HTML does not say the same, which no reader of it may notice.
struct ProseTests {
    @Test(arguments: [
        ("<p>Sign-in works again.</p>\n", "Sign-in works again."),
        ("<p>One line,\nand another.</p>\n", "One line, and another."),
        ("<p>5 &lt; 6 &amp; &quot;7&quot; &gt; 6</p>\n", "5 < 6 & \"7\" > 6"),
        ("<p>Write &amp;lt; for it</p>\n", "Write &lt; for it"),
        ("<p>&quot;</p>\n", "\""),
        ("<p></p>\n", ""),
        (
            "<p>It is <em>very</em> <strong>slow</strong>: see <code>a &lt; b</code>.</p>\n",
            "It is very slow: see a < b."
        ),
        ("<p>One</p>\n<p>two</p>\n", "One\n\ntwo"),
        ("<p>One<br />\ntwo</p>\n", "One\ntwo"),
        ("<p>See <a href=\"https://x.example/?a&amp;b\">why</a>.</p>\n", "See why (https://x.example/?a&b)."),
        ("<p><a href=\"https://x.example\">https://x.example</a></p>\n", "https://x.example"),
    ])
    func theTextOfParagraphsIsThatOfTheirHTML(html: String, text: String) {
        let prose = Prose(html: [html], text: text)
        #expect(prose.text == text)
        #expect(prose.html(root: "../") == html)
    }

    @Test(arguments: [
        ("<p>It is <em>slow</em>.</p>\n", "It is *slow*."),
        ("<ul>\n<li>One</li>\n</ul>\n", "- One"),
        ("<p>One</p>\n<pre><code>two\n</code></pre>\n", "One\n\ntwo"),
        ("<p>A <a href=\"https://x.example\" title=\"t\">link</a></p>\n", "A link (https://x.example)"),
        ("<p>A <a href=\"https://x.example", "A link"), ("<p>end</a></p>\n", "end"),
        ("<p>no line feed</p>", "no line feed"),
        ("<p>other words</p>\n", "~~other~~ words"),
        ("<p>", ""), ("<p></p>", ""), ("", ""), ("</p>\n", "x"), ("<p>&amp</p>\n", "&"),
    ])
    func whateverElseItsTextIsStaysSo(html: String, text: String) {
        let prose = Prose(html: [html], text: text)
        #expect(prose.text == text)
        #expect(prose.html(root: "../") == html)
    }

    @Test func aPassageWithoutItsLinkIsLikeOneThatNeverHadIt() {
        var linked = Prose(
            html: ["<p>See <a href=\"", "incidents/pool.html\">the cause</a>.</p>\n"], text: "See the cause.")
        #expect(linked.html(root: "../") == "<p>See <a href=\"../incidents/pool.html\">the cause</a>.</p>\n")
        linked.removeLinks(to: ["pool"])
        #expect(linked == Prose(html: ["<p>See the cause.</p>\n"], text: "See the cause."))
    }

    @Test func linksInARowAreTakenOutEachWithItsOwnEnd() {
        var linked = Prose(
            html: [
                "<p><a href=\"", "incidents/a.html\">one</a><a href=\"",
                "incidents/b.html\">two</a><a href=\"",
                "incidents/a.html\">three</a></p>\n",
            ], text: "onetwothree")
        linked.removeLinks(to: ["a"])
        #expect(linked.html(root: "") == "<p>one<a href=\"incidents/b.html\">two</a>three</p>\n")
    }

    @Test func onlyWhatHasNoHTMLIsEmpty() {
        #expect(Prose.empty.isEmpty)
        #expect(Prose.empty.html(root: "../").isEmpty)
        #expect(!Prose(html: ["", "x"], text: "x").isEmpty)
    }
}
