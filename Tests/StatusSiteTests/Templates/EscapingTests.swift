import Diagnostics
import Testing

@testable import StatusSite

@Suite struct EscapingTests {
    @Test(arguments: [
        ("index", Escaping.html), ("announcement.email", .html), ("old.index", .html), ("a.slack", .slack),
        ("a.markdown", .markdown), ("a.sms", .text), ("a.email-text", .text), ("a.email-subject", .text),
        ("slack", .html), ("a.slack.email", .html), ("parts/a.slack", .slack),
    ]) func theNamesEndDecides(name: String, escaping: Escaping) {
        #expect(Escaping(ofTemplate: name) == escaping)
    }

    @Test func eachEscapesForWhereItStands() {
        let text = #"<a> "b" *c*"#
        #expect(Escaping.html.escape(text) == "&lt;a&gt; &quot;b&quot; *c*")
        #expect(Escaping.slack.escape(text) == #"&lt;a&gt; \"b\" *c*"#)
        #expect(Escaping.markdown.escape(text) == #"\<a\> "b" \*c\*"#)
        #expect(Escaping.text.escape(text) == text)
    }

    @Test func partialsOfTheSameEscapingKeepIt() throws {
        let templates = try templates(["note.slack": #""{{>part.slack}}""#, "part.slack": "{{title}}"]).made
        #expect(templates?.text(NotePage()) == #""&lt;\"\\&gt;""#)
    }

    @Test func partialsOfAnotherEscapingAreRefused() throws {
        let found = try templates(["note.slack": #""{{>part}}""#, "part": "{{title}}"]).found
        #expect(found.map(\.id) == [.mixedEscaping])
        #expect(found.map(\.location.path) == ["note.slack.mustache"])
        #expect(found.map(\.location.column) == [5])
    }

    private struct NotePage: PageContext {
        static let template = "note.slack"
        static let summary = "a note, for tests"
        static let vocabulary = Vocabulary<NotePage>([.text("title", "what it says") { _ in #"<"\>"# }])
    }

    private func templates(_ texts: [String: String]) throws -> (made: SiteTemplates?, found: [Diagnostic]) {
        let files = texts.map {
            ("\($0).mustache", SourceFile(path: "\($0).mustache", bytes: Array($1.utf8)))
        }
        let found = Findings()
        let made = SiteTemplates(Dictionary(files) { $1 }, pages: [NotePage.self], into: found)
        return (made, found.all)
    }
}
