import Testing

@testable import Records

/// Markdown as messages show it.
@Suite struct PlainTextTests {
    @Test(arguments: [
        ("a *b* `c`", "a b c"), ("a\nb", "a b"), ("a\n\nb", "a\n\nb"), ("- a\n- b", "- a\n- b"),
        ("- a\n\n- b", "- a\n\n- b"),
        ("3. a\n4. b", "3. a\n4. b"), ("- a\n  - b\n- c", "- a\n  - b\n- c"),
        ("x\n\n- a\n\ny", "x\n\n- a\n\ny"),
        ("[a](https://example.com)", "a (https://example.com)"),
        ("<https://example.com>", "https://example.com"),
        ("# A\n\nb", "A\n\nb"), ("> a\n> b", "a b"), ("```\na\n b\n```", "a\n b"), ("a  \nb", "a\nb"),
        ("&amp; \\*", "& *"),
    ])
    func markupIsGone(markdown: String, text: String) {
        let document = MarkdownDocument(parsing: Array(markdown.utf8)[...])
        #expect(PlainText(of: document.root).text == text)
    }
}
