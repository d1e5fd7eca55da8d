import Diagnostics
import Testing

@testable import StatusSite

/// Whatever a template holds, it is rendered or its mistakes are told: nothing traps.
@Suite struct DamagedTemplateTests {
    private let whole = """
        {{! a shelf }}<h1>{{title}}</h1>{{#note}}<p>{{.}}{{/note}}
          {{>part}}
        {{#books}}<li>{{name}}{{^note}}{{{body}}}{{/note}}{{#authors}}{{>part}}{{/authors}}{{/books}}
        {{^isOpen}}{{&body}}{{/isOpen}}{{#title}}{{ . }}{{/title}}{{#owner}}{{name}}{{/owner}}
        """

    @Test func everyCutIsRenderedOrTold() {
        let bytes = Array(whole.utf8)
        for end in bytes.indices { attempt(Array(bytes[..<end])) }
        for start in bytes.indices { attempt(Array(bytes[start...])) }
    }

    @Test func everyRandomMixtureIsRenderedOrTold() {
        let pieces =
            [
                "{{", "}}", "{", "}", "{{{", "}}}", "#", "^", "/", ">", "!", "&", "=", "%", "$", "<", "*",
                ".",
                "title", "body", "books", "part", "isOpen", "note", "\n", "\r\n", "\r", " ", "\t", "e\u{301}",
                "\u{301}",
                "\u{2028}", "🚲", "{{#books}}", "{{/books}}", "{{#note}}", "{{/note}}", "{{>part}}",
                "{{title}}", "(", ")",
                "{{$a}}", "{{<part}}", "{{/part}}", "{{%CONTENT_TYPE:TEXT}}", "\u{FEFF}", "\0",
            ].map { Array($0.utf8) } + [[0xFF], [0xC3]]
        var state: UInt64 = 42
        func random(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<3_000 {
            attempt((0..<random(below: 12)).flatMap { _ in pieces[random(below: pieces.count)] })
        }
    }

    private func attempt(_ bytes: [UInt8]) {
        let page = ShelfPage(
            note: "n",
            body: "<p>",
            owner: PersonContext(name: "o"),
            books: [BookContext(name: "b", authors: [PersonContext(name: "a")])]
        )
        let files = [
            "shelf.mustache": SourceFile(path: "shelf.mustache", bytes: bytes),
            "part.mustache": SourceFile(path: "part.mustache", bytes: Array("{{title}}".utf8)),
        ]
        let diagnostics = Findings()
        let templates = SiteTemplates(files, pages: [ShelfPage.self], into: diagnostics)
        _ = templates?.bytes(page)
        #expect((templates == nil) == diagnostics.hasErrors)
    }
}
