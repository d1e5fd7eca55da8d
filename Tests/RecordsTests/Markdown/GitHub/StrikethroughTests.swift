import StatusModel
import Testing

@testable import Records

/// Struck text: between one tilde or two, where they open and close as asterisks would.
@Suite struct StrikethroughTests {
    private func html(_ markdown: String) -> String {
        gitHubHTML(markdown).onOneLine.replacing("<p>", with: "").replacing("</p>", with: "")
    }

    @Test(arguments: [
        ("~~a~~", "<del>a</del>"), ("~a~ b", "<del>a</del> b"),
        ("x ~~a **b** c~~ y", "x <del>a <strong>b</strong> c</del> y"),
        ("**~~a~~**", "<strong><del>a</del></strong>"), ("~~a~b~~", "<del>a~b</del>"),
        ("a~~b~~c", "a<del>b</del>c"),
        ("~~a ~b~ c~~", "<del>a <del>b</del> c</del>"), ("~~a\nb~~", "<del>a\nb</del>"),
        ("[~~a~~](https://b.example)", "<a href=\"https://b.example\"><del>a</del></a>"),
        ("~~`a`~~", "<del><code>a</code></del>"), ("~~a~~ ~~b~~", "<del>a</del> <del>b</del>"),
    ])
    func textIsStruck(markdown: String, expected: String) {
        #expect(html(markdown) == expected)
    }

    @Test(arguments: [
        "~~~a~~~ b", "~~ a ~~", "~~a", "a~~", "\\~~a~~", "~\\~a~~", "~~a\\~~ b".replacing(" b", with: ""),
        "about ~5 of ~10", "`~~a~~`",
        "**a ~~b** c~~", "~~a~", "\\~a\\~",
    ])
    func whatIsNotStruckStaysAsItIs(markdown: String) {
        #expect(!html(markdown).contains("<del>"), "\(html(markdown))")
    }

    @Test func escapeLeavesNoTrace() {
        #expect(
            html("\\~~a~~ [x](a\\~b) `a\\~b` ![y](b.png \"a\\~b\")")
                == "~~a~~ <a href=\"a~b\">x</a> <code>a\\~b</code> <img src=\"b.png\" alt=\"y\" title=\"a~b\" />"
        )
    }

    @Test func escapeBehindAFenceLeavesNoTrace() {
        #expect(html("```\\~a\n```") == "<pre><code class=\"language-~a\"></code></pre>")
    }

    @Test func plainTextSaysWhatIsStruck() throws {
        let prose = try SampleSite().incident("[RESOLVED 17:00] ~~All data is lost.~~ Nothing is.")
            .updates[0].prose
        #expect(prose.text == "~~All data is lost.~~ Nothing is.")
        #expect(prose.html(root: "") == "<p><del>All data is lost.</del> Nothing is.</p>\n")
    }
}
