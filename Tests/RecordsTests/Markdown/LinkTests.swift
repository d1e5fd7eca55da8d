import StatusModel
import Testing

@testable import Records

/// Links lead to records' pages, to files of `static/` or to other sites; all others become text.
@Suite struct LinkTests {
    var site: SampleSite

    init() throws {
        site = try SampleSite()
        site.paths = ["incidents/slow.md", "incidents/2025/Old One.md", "incidents/größe.md"]
        site.files = ["graph.png", "img/a b.png"]
    }

    private func html(_ body: String) throws -> String {
        try site.incident("[RESOLVED 17:00] x\n\n\(body)").updates[0].prose.html(root: "../")
    }

    @Test(arguments: [
        ("[a](2025/Old%20One.md)", "../incidents/old-one.html"),
        ("[a](<2025/Old One.md>)", "../incidents/old-one.html"),
        ("[a](/incidents/2025/Old%20One.md#top)", "../incidents/old-one.html#top"),
        ("[a](./slow.md)", "../incidents/slow.html"),
        ("[a](größe.md)", "../incidents/gr%C3%B6%C3%9Fe.html"),
        ("[a](gr%C3%B6%C3%9Fe.md)", "../incidents/gr%C3%B6%C3%9Fe.html"),
        ("[a](../static/graph.png)", "../graph.png"), ("[a](graph.png)", "../graph.png"),
        ("[a](/static/graph.png)", "../graph.png"),
        ("[a](img/a%20b.png)", "../img/a%20b.png"), ("[a](https://example.com/x)", "https://example.com/x"),
        ("[a](mailto:a@example.com)", "mailto:a@example.com"),
    ])
    func linkLeadsWhereItIsMeantTo(link: String, url: String) throws {
        #expect(try html(link).contains("<a href=\"\(url)\">a</a>"))
        #expect(site.toldOfBody("[RESOLVED 17:00] x\n\n\(link)").isEmpty)
    }

    @Test(arguments: [
        ("[a](nowhere.md)", "9:5 warning broken-link"), ("[a](nowhere.png)", "9:5 warning broken-link"),
        ("[a](../../../x.md)", "9:5 warning broken-link"), ("[a](#)", "9:5 warning broken-link"),
        ("[a](javascript:alert(1))", "9:5 warning unsafe-link"),
        ("[a](data:text/html,x)", "9:5 warning unsafe-link"),
        ("[a](//example.com)", "9:5 warning unsafe-link"), ("[a](vbscript:x)", "9:5 warning unsafe-link"),
        ("![a](nowhere.png)", "9:6 warning broken-link"),
        ("[a](allclear-root:/x)", "9:5 warning unsafe-link"),
    ])
    func linkThatLeadsNowhereBecomesText(link: String, expected: String) throws {
        #expect(site.toldOfBody("[RESOLVED 17:00] x\n\n\(link)") == [expected])
        let html = try html(link)
        #expect(html.contains("<p>a</p>"), "\(html)")
    }

    @Test func eachOfSeveralIsToldAtItsPlace() {
        let body = "[RESOLVED 17:00] x\n\n[a](no.md) b.md [c](no.md)\n[d](no.md) <br> e <br>"
        #expect(
            site.toldOfBody(body) == [
                "9:5 warning broken-link", "9:21 warning broken-link", "10:5 warning broken-link",
                "10:12 warning raw-html", "10:19 warning raw-html",
            ]
        )
    }

    @Test func entityDoesNotSmuggleAScheme() throws {
        let html = try html("[a](java&#10;script:alert(1)) [b](&#106;avascript:x)")
        #expect(!html.contains("href"))
    }

    @Test func imageOfTheSiteIsShownAndOneOfAnotherIsALink() throws {
        #expect(try html("![Graph](graph.png)").contains("<img src=\"../graph.png\" alt=\"Graph\" />"))
        #expect(
            try html("![Graph](https://example.com/x.png)").contains(
                "<a href=\"https://example.com/x.png\">Graph</a>"
            )
        )
        #expect(try html("![](https://example.com/x.png)").contains(">https://example.com/x.png</a>"))
        #expect(
            site.toldOfBody("[RESOLVED 17:00] x\n\n![a](https://x.example)") == ["9:6 warning external-image"]
        )
    }

    /// What `diff` takes over from one side to the other.
    @Test(arguments: [
        ("", "", true), ("", "[a](https://example.com/x) ![b](https://example.com/y.png)", true),
        ("", "[a](#top) [b](javascript:x) [c](../../../x.md)", true),
        ("", "[a](2025/Old%20One.md)", false), ("", "[a](nowhere.md)", false), ("", "[a](slow.md)", false),
        ("", "![a](graph.png)", false), ("", "![a](nowhere.png)", false), ("", "[a](/history.html)", false),
        ("related: [Old One]", "", false), ("related: [nowhere]", "", false),
    ])
    func recordStandsAloneThatLooksForNothingInTheSite(keys: String, body: String, standsAlone: Bool) {
        let text = SampleSite.record("[RESOLVED 17:00] x\n\n\(body)")
            .replacing("severity:", with: "\(keys)\nseverity:")
        #expect(site.read(text).standsAlone == standsAlone)
    }

    @Test func linksDoNotNest() throws {
        let html = try html("[![Build](https://example.com/x.png)](https://example.com)")
        #expect(html.contains("<a href=\"https://example.com\">Build</a>"))
    }

    @Test func textThatLooksLikeTheMarkStays() throws {
        let html = try html("allclear-root:/x and [a](slow.md)")
        #expect(html.contains("<p>allclear-root:/x and <a href=\"../incidents/slow.html\">a</a></p>"))
    }

    @Test func htmlIsShownAsTextAndCommentsAreNot() throws {
        #expect(try html("a <b>c</b>").contains("<p>a &lt;b&gt;c&lt;/b&gt;</p>"))
        #expect(try html("<div>\nx\n</div>").contains("<p>&lt;div&gt;\nx\n&lt;/div&gt;</p>"))
        #expect(try !html("a <!-- secret --> b\n\n<!-- secret -->").contains("secret"))
        #expect(
            site.toldOfBody("[RESOLVED 17:00] x\n\na <i>b</i>") == [
                "9:3 warning raw-html", "9:7 warning raw-html",
            ]
        )
    }
}
