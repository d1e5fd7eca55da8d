import Diagnostics
import Foundation
import Testing

/// What scripts read: JSON that any reader takes.
@Suite struct JSONFormatTests {
    private func parsed(_ diagnostics: [Diagnostic]) throws -> [[String: Any]] {
        let text = JSONFormat().text(for: diagnostics)
        #expect(text.hasSuffix("\n"))
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    }

    @Test func nothingIsAnEmptyArray() throws { #expect(try parsed([]).isEmpty) }

    @Test func everyFieldIsThere() throws {
        let place = Diagnostics.SourceLocation(path: "a.md", line: 3, column: 7, length: 2, excerpt: "x")
        let note = Diagnostic.Note("here", at: place)
        let objects = try parsed([
            Diagnostic(.error, .rawHTML, "bad", at: place, hint: "good", related: [note]),
            Diagnostic(.warning, .mixedOrder, "odd", at: place),
        ])
        #expect(objects.count == 2)
        #expect(objects[0]["path"] as? String == "a.md")
        #expect(objects[0]["line"] as? Int == 3)
        #expect(objects[0]["column"] as? Int == 7)
        #expect(objects[0]["severity"] as? String == "error")
        #expect(objects[0]["id"] as? String == "raw-html")
        #expect(objects[0]["message"] as? String == "bad")
        #expect(objects[0]["hint"] as? String == "good")
        let related = try #require(objects[0]["related"] as? [[String: Any]])
        #expect(related.first?["message"] as? String == "here")
        #expect(objects[1]["hint"] is NSNull)
    }

    @Test func anyTextComesThroughUnharmed() throws {
        let text =
            String(String.UnicodeScalarView((0...0x7F).compactMap(Unicode.Scalar.init))) + "ö日😀\u{2028}\"\\/"
        let place = Diagnostics.SourceLocation(path: text, line: 1, column: 1, length: 1, excerpt: text)
        let object = try #require(
            try parsed([Diagnostic(.error, .rawHTML, text, at: place, hint: text)]).first
        )
        #expect(object["message"] as? String == text)
        #expect(object["path"] as? String == text)
        #expect(object["hint"] as? String == text)
    }
}
