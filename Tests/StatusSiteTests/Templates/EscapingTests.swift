import Diagnostics
import Testing

@testable import StatusSite

@Suite struct EscapingTests {
    @Test(arguments: [
        ("index", Escaping.html), ("announcement.email", .html), ("old.index", .html), ("a.slack", .slack),
        ("a.teams", .teams), ("a.discord", .discord), ("a.telegram", .telegram),
        ("a.google-chat", .googleChat), ("a.ntfy", .ntfy), ("a.markdown", .markdown), ("a.sms", .text),
        ("a.email-text", .text), ("a.email-subject", .text),
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
        #expect(Escaping.telegram.escape(text) == #"&lt;a&gt; \"b\" *c*"#)
        #expect(Escaping.ntfy.escape(text) == #"<a> \"b\" *c*"#)
        for chat in [Escaping.teams, .discord, .googleChat] {
            #expect(chat.escape(text) == "\u{2039}a\u{203A} \\\"b\\\" \u{2217}c\u{2217}")
        }
    }

    /// Each would be a link, a heading, or call somebody.
    @Test(arguments: [
        ("[x](javascript:y)", "[x]\u{2060}(javascript:y)"), ("# a # b", "\u{2060}# a # b"),
        ("a\n#b", "a\n\u{2060}#b"), ("@everyone, @ada", "@\u{2060}everyone, @\u{2060}ada"),
        ("help@example.com", "help@example.com"), ("a_b c*d", "a_b c*d"), ("_a", "\u{2CD}a"),
    ]) func chatsMakeNoMarkupOfTexts(text: String, shown: String) {
        #expect(Escaping.discord.withoutMarkup(text) == shown)
    }

    /// An address leads where it says, whatever a chat makes of its characters in a text.
    @Test func addressesStayWhole() {
        let address = "https://a.example/a_b*c?d=1&e=<f|g>#@h"
        func written(_ escaping: Escaping) -> String {
            var bytes: [UInt8] = []
            escaping.append(address: address, to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
        for escaping in [Escaping.teams, .discord, .ntfy, .text] { #expect(written(escaping) == address) }
        #expect(written(.googleChat) == "https://a.example/a_b*c?d=1&e=%3Cf%7Cg%3E#@h")
        #expect(written(.telegram) == "https://a.example/a_b*c?d=1&amp;e=&lt;f|g&gt;#@h")
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
