import Testing

@testable import StatusSite

@Suite struct RenderingTests {
    @Test func textIsEscapedWhereItIsWritten() {
        #expect(rendered(#"<h1 title="{{title}}">"#) == #"<h1 title="Poems &amp; &lt;plays&gt;">"#)
    }

    @Test func textIsEscapedInPartialsToo() {
        #expect(rendered("{{>head}}", with: ["head": "[{{title}}]"]) == "[Poems &amp; &lt;plays&gt;]")
        #expect(
            rendered("{{#isOpen}}{{>head}}{{/isOpen}}{{title}}", with: ["head": "-"])
                == "-Poems &amp; &lt;plays&gt;"
        )
    }

    @Test func htmlIsWrittenAsItIs() {
        let page = ShelfPage(body: "<p>“a” & b</p>")
        #expect(
            rendered("{{{body}}}{{&body}}{{{ body }}}", page) == "<p>“a” & b</p><p>“a” & b</p><p>“a” & b</p>"
        )
    }

    @Test func textAsASectionIsTrueUnlessItIsEmpty() {
        let template = "{{#note}}({{note}}, {{.}}){{/note}}{{^note}}none{{/note}}"
        #expect(rendered(template, ShelfPage(note: "a<b")) == "(a&lt;b, a&lt;b)")
        #expect(rendered(template, ShelfPage(note: "")) == "none")
        #expect(rendered(template, ShelfPage(note: nil)) == "none")
    }

    @Test func htmlAsASectionIsTrueUnlessItIsEmpty() {
        let template = "{{#body}}<div>{{{.}}}</div>{{/body}}{{^body}}none{{/body}}"
        #expect(rendered(template, ShelfPage(body: "<p>")) == "<div><p></div>")
        #expect(rendered(template, ShelfPage()) == "none")
    }

    @Test func aNameNeverMeansSomethingOfAContextAround() {
        let page = ShelfPage(
            note: "of the shelf",
            books: [BookContext(name: "Faust", note: nil), BookContext(name: "Emma", note: "old")]
        )
        #expect(rendered("{{#books}}{{name}}:{{note}};{{/books}}", page) == "Faust:;Emma:old;")
    }

    @Test func namesOfContextsAroundAreAtHand() {
        let page = ShelfPage(books: [BookContext(name: "Faust", authors: [PersonContext(name: "Goethe")])])
        #expect(
            rendered("{{#books}}{{#authors}}{{name}} ({{title}}){{/authors}}{{/books}}", page)
                == "Goethe (Poems &amp; &lt;plays&gt;)"
        )
    }

    @Test func absentContextsAndEmptyListsAreFalse() {
        let template = "{{#owner}}{{name}}{{/owner}}{{^owner}}nobody{{/owner}}"
        #expect(rendered(template, ShelfPage()) == "nobody")
        #expect(rendered(template, ShelfPage(owner: PersonContext(name: "Ada"))) == "Ada")
        #expect(rendered("{{#books}}x{{/books}}{{^books}}{{title}}{{/books}}").hasPrefix("Poems"))
        #expect(rendered("{{#isOpen}}open{{/isOpen}}", ShelfPage(isOpen: false)).isEmpty)
    }

    @Test func linesOfSectionsAndCommentsLeaveNoTrace() {
        let template =
            "{{! a comment\n of two lines }}\n<ul>\n{{#books}}\n  <li>{{name}}\n{{/books}}\n</ul>\n"
        #expect(
            rendered(template, ShelfPage(books: [BookContext(name: "a"), BookContext(name: "b")]))
                == "<ul>\n  <li>a\n  <li>b\n</ul>\n"
        )
    }

    @Test func linesOfAPartialStandAsFarInAsItsTagAndValuesStayAsTheyAre() {
        let page = ShelfPage(body: "<pre>a\nb</pre>")
        #expect(
            rendered("<div>\n    {{>part}}\n</div>", page, with: ["part": "{{{body}}}\nx\n"])
                == "<div>\n    <pre>a\nb</pre>\n    x\n</div>"
        )
        #expect(rendered("<b>  {{>part}}  </b>", page, with: ["part": "x"]) == "<b>  x  </b>")
    }

    @Test func wordsOfASharedContextAreThePagesOwn() {
        struct Labelled: TemplateContext {
            let person = PersonContext(name: "Ada")
            static let vocabulary = Vocabulary<Labelled>(
                [.text("label", "a label") { _ in "x" }] + Vocabulary.words(of: { $0.person })
            )
        }
        #expect(Labelled.words.map(\.name) == ["label", "name"])
        #expect(Labelled().text(of: 1) == "Ada")
    }

    @Test(arguments: [
        ("", ""), ("plain", "plain"), ("a & b", "a &amp; b"), ("<>&\"'", "&lt;&gt;&amp;&quot;&#39;"),
        ("Zürich – 東京 🚲<", "Zürich – 東京 🚲&lt;"), ("&amp;", "&amp;amp;"), ("e\u{301}'", "e\u{301}&#39;"),
    ]) func escaping(text: String, escaped: String) {
        #expect(HTML(escaping: text).source == escaped)
    }
}
