import Testing

@testable import Records

/// Addresses that are links as they stand.
@Suite struct AddressTests {
    private func html(_ markdown: String) -> String {
        gitHubHTML(markdown).onOneLine.replacing("<p>", with: "").replacing("</p>", with: "")
    }

    private func link(_ text: String, to url: String? = nil) -> String {
        "<a href=\"\(url ?? text)\">\(text)</a>"
    }

    @Test(arguments: [
        ("https://example.com", 0..<19), ("https://example.com.", 0..<19),
        ("See https://example.com/a?b=c#d.", 4..<31),
        ("(https://example.com/a)", 1..<22), ("https://example.com/a_(b)", 0..<25),
        ("https://example.com/a), b", 0..<21),
        ("http://localhost/x: y", 0..<18), ("https://example.com/?a=b;", 0..<24),
        ("https://example.com/a!?.,:*~\"'", 0..<21), ("HTTPS://EXAMPLE.COM", 0..<19),
        ("https://exa_mple.com.example", 0..<28), ("https://example.com:8080/a", 0..<26),
        ("*https://example.com*", 1..<20), ("1https://example.com/", 1..<21),
        ("https://example.com/a<br>", 0..<21),
    ])
    func addressIsALink(markdown: String, place: Range<Int>) {
        let utf8 = Array(markdown.utf8)
        let url = String(decoding: utf8[place], as: UTF8.self)
        #expect(html(markdown).contains(link(url)), "\(html(markdown))")
    }

    @Test(arguments: [
        ("www.example.com", "www.example.com"), ("see www.example.com/a.", "www.example.com/a"),
        ("(www.example.com/)", "www.example.com/"), ("**www.example.com**", "www.example.com"),
        ("a\nwww.example.com", "www.example.com"),
    ])
    func nameOfAHostIsALink(markdown: String, name: String) {
        #expect(html(markdown).contains(link(name, to: "http://" + name)), "\(html(markdown))")
    }

    @Test(arguments: [
        "`https://example.com`", "xhttps://example.com", "https://", "https://-_-", "https://exa_mple.com",
        "www.",
        "awww.example.com", "www.exa_mple.com", "ftp://example.com", "javascript://example.com",
        "https:/example.com",
        "https\\://example.com", "https:\\//example.com", "www\\.example.com", "me@example.com",
        "    https://example.com",
        "https://\\", "https:// example.com",
    ])
    func whatIsNoneStaysText(markdown: String) {
        #expect(!html(markdown).contains("<a"), "\(html(markdown))")
    }

    @Test func linkHasNoneInIt() {
        #expect(
            html("[https://a.example](https://b.example)")
                == link("https://a.example", to: "https://b.example")
        )
        #expect(html("<https://a.example>") == link("https://a.example"))
        #expect(html("![https://a.example](b.png)") == "<img src=\"b.png\" alt=\"https://a.example\" />")
    }

    @Test func addressCannotLeaveItsAttribute() {
        #expect(
            html("https://a.example/\"onclick=\"x'&<b>")
                == "<a href=\"https://a.example/%22onclick=%22x&#x27;&amp;\">https://a.example/&quot;onclick=&quot;x'&amp;</a><!-- raw HTML omitted -->"
        )
    }
}
