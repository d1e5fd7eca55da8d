import Testing

@testable import StatusSite

@Suite struct HTMLTests {
    @Test func interpolationEscapesWhatIsNoHTML() {
        let (text, number) = ("<b> & \"c\"", -3)
        let inner: HTML = "<i title=\"\(text)\">\(number)</i>"
        #expect(inner.source == "<i title=\"&lt;b&gt; &amp; &quot;c&quot;\">-3</i>")
        let outer: HTML = "<p>\(inner)</p>"
        #expect(outer.source == "<p><i title=\"&lt;b&gt; &amp; &quot;c&quot;\">-3</i></p>")
        // What a browser reads as markup, whatever combines with it.
        #expect(HTML(escaping: "<\u{338}\u{600}<").source == "&lt;\u{338}\u{600}&lt;")
    }

    @Test func piecesStandBehindOneAnotherAsTheyAre() {
        let pieces: [HTML] = ["<b>", HTML(escaping: "<"), "</b>"]
        #expect(pieces.joined().source == "<b>&lt;</b>")
        #expect(pieces.joined(separator: "<br>").source == "<b><br>&lt;<br></b>")
        #expect((pieces[0] + pieces[1]).source == "<b>&lt;")
        #expect(HTML.empty.isEmpty && !pieces[0].isEmpty)
    }
}
