import Diagnostics
import Testing

@testable import StatusSite

@Suite struct TagScannerTests {
    @Test func tagsAreFoundWithTheirPlaces() {
        let text = "é{{title}} {{{ body }}}{{&b}}{{# c }}{{/c}}{{^d1}}{{> a-b/c_d }}{{! {{x}} }}{{.}}"
        let diagnostics = Findings()
        let tags = TagScanner.tags(of: file(text), into: diagnostics)
        #expect(tags.map(\.name) == ["title", "body", "b", "c", "c", "d1", "a-b/c_d", "", "."])
        #expect(
            tags.map(\.kind) == [
                .escaped, .raw, .raw, .section, .close, .inverted, .partial, .comment, .escaped,
            ]
        )
        #expect(tags[0].range == 2..<11 && tags[0].nameRange == 4..<9)
        #expect(tags[1].range == 12..<24 && tags[1].nameRange == 16..<20)
    }

    @Test(arguments: [
        ("{{title", "1:1 the tag is not closed"), ("a {{title}", "1:3 the tag is not closed"),
        ("{{{body}}", "1:1 the tag is not closed"), ("{{! a", "1:1 the tag is not closed"),
        ("{{a\n}}", "1:1 the tag is not closed"), ("{{", "1:1 the tag is not closed"),
        ("{{}}", "1:1 the tag has no name"), ("{{# }}", "1:1 the tag has no name"),
        ("{{=<% %>=}}", "1:1 templates cannot use other delimiters"),
        ("{{%CONTENT_TYPE:TEXT}}", "1:1 templates cannot use pragmas"),
        ("{{<layout}}", "1:1 templates cannot use inheritance"),
        ("{{$block}}", "1:1 templates cannot use inheritance"),
        ("{{lowercased(title)}}", "1:3 `lowercased(title)` is not a valid name"),
        ("{{site.title.x}}", "1:3 `site.title.x` is not a valid name"),
        ("{{.a}}", "1:3 `.a` is not a valid name"),
        ("{{#.}}", "1:4 `.` is not a valid name"), ("{{>*title}}", "1:4 `*title` is not a valid name"),
        ("{{a b}}", "1:3 `a b` is not a valid name"), ("{{1a}}", "1:3 `1a` is not a valid name"),
        ("{{ #a}}", "1:4 `#a` is not a valid name"), ("{{e\u{301}}}", "1:3 `e\u{301}` is not a valid name"),
    ]) func whatIsNoTagHereIsRefused(text: String, message: String) {
        let diagnostics = Findings()
        #expect(TagScanner.tags(of: file(text), into: diagnostics).isEmpty)
        #expect(
            diagnostics.all.map { "\($0.location.line):\($0.location.column) \($0.message)" } == [message])
    }

    @Test func anUnclosedTagDoesNotSwallowTheNext() {
        let diagnostics = Findings()
        #expect(TagScanner.tags(of: file("{{a {{b}}"), into: diagnostics).map(\.name) == ["b"])
        #expect(diagnostics.all.count == 1)
    }

    @Test(arguments: [
        ("{{#a}}", ["1:1 section `a` is not closed"]),
        ("{{/a}}", ["1:1 `{{/a}}` closes a section that is not open"]),
        ("{{#a}}\n{{#b}}{{/a}}", ["2:1 section `b` is not closed"]),
        ("{{#a}}{{/b}}{{/a}}", ["1:7 `{{/b}}` closes a section that is not open"]),
        ("{{#a}}{{^b}}", ["1:7 section `b` is not closed", "1:1 section `a` is not closed"]),
        ("{{#a}}{{#a}}{{/a}}{{/a}}", []),
    ]) func sectionsMatch(text: String, messages: [String]) {
        let diagnostics = Findings()
        let tags = TagScanner.tags(of: file(text), into: diagnostics)
        _ = TemplateNode.nodes(of: tags, in: file(text), into: diagnostics)
        #expect(diagnostics.all.map { "\($0.location.line):\($0.location.column) \($0.message)" } == messages)
    }

    @Test func sectionsNestedTooDeepAreRefused() {
        let open = String(repeating: "{{#isOpen}}", count: 5_000)
        let close = String(repeating: "{{/isOpen}}", count: 5_000)
        #expect(
            mistakes(in: open + close)
                == ["shelf.mustache:1:265 template-syntax: sections are nested more than 24 levels deep"]
        )
    }

    private func file(_ text: String) -> SourceFile {
        SourceFile(path: "t.mustache", bytes: Array(text.utf8))
    }
}
