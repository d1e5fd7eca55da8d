import StatusModel
import Testing

@testable import Records

/// Pipe tables: found where GitHub finds them, and safe whatever their cells hold.
@Suite struct TableTests {
    /// The table without what makes it scroll, in short: `[a,b]` is a head, `(1,2)` a row.
    private func outline(_ markdown: String) -> String {
        var html = gitHubHTML(markdown).onOneLine.replacing("\n", with: " ")
        html = html.replacing(/<div class="table"[^>]*><table>(.*?)<\/table><\/div>/) { "{\($0.1)}" }
        for (tag, sign) in [
            ("</th><th>", ","), ("</td><td>", ","), ("<thead><tr><th>", "["), ("</th></tr></thead>", "]"),
            ("<tr><td>", "("), ("</td></tr>", ")"), ("<tbody>", ""), ("</tbody>", ""),
        ] { html = html.replacing(tag, with: sign) }
        return html
    }

    @Test(arguments: [
        ("| a | b |\n| - | - |\n| 1 | 2 |", "{[a,b](1,2)}"),
        ("a | b\n-|-\n1 | 2\n3 | 4", "{[a,b](1,2)(3,4)}"),
        ("a | b\n-|-", "{[a,b]}"),
        // A row has the columns of its head, whatever it writes.
        ("a | b\n-|-\n1\n1 | 2 | 3", "{[a,b](1,)(1,2)}"),
        // A line without a pipe is a row too.
        ("a | b\n-|-\n1 | 2\nbar\n\nbar", "{[a,b](1,2)(bar,)}<p>bar</p>"),
        // What stands in front of the head stays a paragraph.
        ("Before.\na | b\n-|-\n1 | 2", "<p>Before.</p>{[a,b](1,2)}"),
        ("> a | b\n> -|-\n> 1 | 2", "<blockquote>{[a,b](1,2)}</blockquote>"),
        ("> a | b\n> -|-\n1 | 2", "<blockquote>{[a,b]}</blockquote><p>1 | 2</p>"),
        ("- a | b\n  -|-\n  1 | 2\n- c", "<ul><li>{[a,b](1,2)}</li><li>c</li></ul>"),
        ("-\ta | b\n\t-|-\n\t1 | 2", "<ul><li>{[a,b](1,2)}</li></ul>"),
        (
            "1. x\n\n   > a | b\n   > -|-\n   > 1 | 2",
            "<ol><li><p>x</p><blockquote>{[a,b](1,2)}</blockquote></li></ol>"
        ),
    ])
    func tableIsReadAsOnGitHub(markdown: String, expected: String) {
        #expect(outline(markdown) == expected)
    }

    @Test(arguments: [
        ("a | b\n-|-\n1 | 2\n---", "{[a,b](1,2)}<hr />"), ("a | b\n-|-\n===", "{[a,b](===,)}"),
        ("a | b\n-|-\n2. x", "{[a,b]}<ol start=\"2\"><li>x</li></ol>"),
        ("a | b\n-|-\n    x", "{[a,b]}<pre><code>x </code></pre>"),
        ("a | b\n-|-\n> x", "{[a,b]}<blockquote><p>x</p></blockquote>"),
        ("a | b\n-|-\n- x", "{[a,b]}<ul><li>x</li></ul>"), ("a | b\n-|-\n# x", "{[a,b]}<h1>x</h1>"),
    ])
    func otherBlockEndsATable(markdown: String, expected: String) {
        #expect(outline(markdown) == expected)
    }

    @Test(arguments: [
        "| a | b |\n| - |\n| 1 | 2 |", "a | b\n\n-|-", "    a | b\n    -|-", "```\na | b\n-|-\n```",
        "a | b\n-|x",
        "| a \\\\| b |\n|-|-|", "# a | b\n|-|-|",
    ])
    func whatIsNoTableStaysText(markdown: String) {
        #expect(!gitHubHTML(markdown).contains("<table"))
    }

    @Test(arguments: [
        ("`x\\|y` | b \\| c", "(<code>x|y</code>,b | c)"),
        ("**x** | _y_ `z`", "(<strong>x</strong>,<em>y</em> <code>z</code>)"),
        ("`x | y`", "(`x,y`)"), ("# x | - y", "(# x,- y)"), ("1. x | > y", "(1. x,&gt; y)"),
        (
            "[x] | [y](https://y.example)",
            "(<a href=\"https://x.example\">x</a>,<a href=\"https://y.example\">y</a>)"
        ),
        ("~~x~~ | https://z.example", "(<del>x</del>,<a href=\"https://z.example\">https://z.example</a>)"),
        ("\\~~x~~ | x ", "(~~x~~,x)"), ("&lt;b&gt; | &amp;", "(&lt;b&gt;,&amp;)"), ("| x", "(,x)"),
    ])
    func cellIsReadByTheMarkdownParser(row: String, expected: String) {
        let html = outline("| a | b |\n|---|---|\n| \(row) |\n\n[x]: https://x.example\n")
        #expect(html == "{[a,b]\(expected)}")
    }

    @Test func columnHasItsAlignment() {
        let html = gitHubHTML("a | b | c | d\n:-|:-:|-:|-\n1 | 2 | 3 | 4").onOneLine
        #expect(
            html.contains(
                "<tr><th class=\"left\">a</th><th class=\"center\">b</th><th class=\"right\">c</th><th>d</th></tr>"
            )
        )
        #expect(
            html.contains(
                "<tr><td class=\"left\">1</td><td class=\"center\">2</td><td class=\"right\">3</td><td>4</td></tr>"
            )
        )
    }

    /// Whoever scrolls it by the keyboard hears what it is.
    @Test func tableIsReachedByTheKeyboardAndNamedByItsColumns() {
        #expect(
            gitHubHTML("**Region** | State \"now\"\n-|-").hasPrefix(
                "<div class=\"table\" role=\"group\" aria-label=\"Region, State &quot;now&quot;\" tabindex=\"0\">\n<table>"
            )
        )
        #expect(
            gitHubHTML("| | |\n|-|-|").hasPrefix(
                "<div class=\"table\" role=\"group\" tabindex=\"0\">\n<table>"
            )
        )
    }

    @Test func whatACellHoldsIsSafe() throws {
        let site = try SampleSite()
        let body = """
            [RESOLVED 17:00] x

            | a | <script>alert(1)</script> |
            |---|---|
            | [x](javascript:alert(1)) | <img src=x onerror=alert(1)> |
            | [y](data:text/html,x) | ![z](https://tracker.example/z.png) |
            | "><b onmouseover=a> | -->|
            """
        let html = try site.incident(body).updates[0].prose.html(root: "")
        for tag in ["<script", "<img", "<b ", "javascript:", "data:", "<!--"] {
            #expect(!html.contains(tag), "\(html)")
        }
        #expect(html.contains("&lt;img src=x onerror=alert(1)&gt;"))
        #expect(
            site.toldOfBody(body) == [
                "9:7 warning raw-html", "9:23 warning raw-html", "11:7 warning unsafe-link",
                "11:30 warning raw-html", "12:7 warning unsafe-link", "12:32 warning external-image",
                "13:5 warning raw-html",
            ]
        )
    }

    @Test func tableTakesInNoUpdateAndNoTrailer() throws {
        let site = try SampleSite()
        let incident = try site.incident(
            """
            [IDENTIFIED 17:00] These are affected:

            Region | State
            -------|------
            EU     | down
            Components: web major
            Updated: 17:05 UTC
            """.replacing("[IDENTIFIED 17:00]", with: "[IDENTIFIED]") + """


                [MONITORING 17:30] It gets better:

                | Region | State |
                |--------|-------|
                | [RESOLVED] | EU |
                [RESOLVED 17:45] All well | nothing is down
                """
        )
        let updates = incident.updates
        #expect(updates.map(\.phase) == [.identified, .monitoring, .resolved])
        #expect(updates[0].changes.map(\.status) == [.majorOutage])
        #expect(updates[0].prose.text == "These are affected:\n\nRegion | State\nEU | down")
        #expect(updates[1].prose.text == "It gets better:\n\nRegion | State\n[RESOLVED] | EU")
        #expect(updates[2].prose.text == "All well | nothing is down")
    }

    @Test func headOfATableIsNoUpdateIfItsLineIsOne() throws {
        let updates = try SampleSite().incident("[RESOLVED 17:45] a | b\n---|---\n1 | 2").updates
        #expect(updates.map(\.phase) == [.resolved])
        #expect(!updates[0].prose.html(root: "").contains("<table"))
    }

    /// Two thousand columns with two thousand short rows would be four million cells.
    @Test func cellsThatNobodyWroteAreBounded() {
        let head = String(repeating: "a|", count: 2_000) + "\n" + String(repeating: "-|", count: 2_000) + "\n"
        let html = gitHubHTML(head + String(repeating: "x|\n", count: 2_000))
        #expect(html.utf8.count < 2_000_000)
        #expect(html.contains("<table>"))
    }

    /// What libcmark makes something else of than a comment stays text: nothing of the program shows in its place.
    @Test(arguments: [
        "10) a | b\n  -|-\n  1 | 2", "> - a | b\n>  -|-\n  1 | 2", "- > a | b\n  > -|-\n > 1 | 2",
        "+\n\ta|b\n -|-\n",
    ])
    func tableWithoutItsIndentationLosesNothing(markdown: String) {
        let html = gitHubHTML(markdown)
        #expect(!html.contains("<!--") && !html.contains("--&gt;") && !html.contains(">x"), "\(html)")
        #expect(html.contains("a"))
    }
}
