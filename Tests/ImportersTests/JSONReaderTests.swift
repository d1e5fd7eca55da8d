import Diagnostics
import JSONFiles
import Testing

@testable import Importers

@Suite struct JSONReaderTests {
    @Test func valuesOfEveryKindAreRead() throws {
        let json = try read(#"{"a": [1, -2.5e3, true, null, "x"], "b": {"c": "\u00e9\n\/"}}"#)
        #expect(json["a"]?.elements.count == 5)
        #expect(json["a"]?.elements[0].number == 1)
        #expect(json["a"]?.elements[2].isTrue == true)
        #expect(json["b"]?["c"]?.text == "é\n/")
        #expect(json["a"]?.elements[3] == JSON(content: .null, range: 0..<0))
    }

    @Test func twoEscapesMakeOneEmoji() throws {
        #expect(try read(#"["\ud83d\uded1 down"]"#).elements[0].text == "🛑 down")
        #expect(try read(#"["\ud83d!"]"#).elements[0].text == "\u{FFFD}!")
    }

    @Test(
        arguments: [
            ("{\"a\": 1,}", "1:9 this is not valid JSON: expected a key in double quotes"),
            ("{\"a\" 1}", "1:6 this is not valid JSON: expected `:`"),
            ("[1\n2]", "2:1 this is not valid JSON: expected `,`"),
            ("[\"open", "1:2 this is not valid JSON: this string is not closed"),
            (#"{"a": 1, "a": 2}"#, "1:10 this is not valid JSON: this key appears twice"),
            ("[1] 2", "1:5 this is not valid JSON: there is text after the value"),
            ("[nul]", "1:2 this is not valid JSON: this is not a value"),
            ("", "1:1 this is not valid JSON: the file ends in the middle of a value"),
            (#"["\u12"]"#, "1:5 this is not valid JSON: expected four hexadecimal digits"),
        ]
    )
    func mistakesAreToldWithTheirPlaces(text: String, message: String) throws {
        do {
            _ = try read(text)
            Issue.record("\(text) was read")
        } catch let refusal as Refusal {
            let place = refusal.remark.location
            #expect("\(place.line):\(place.column) \(refusal.remark.message)" == message)
        }
    }

    @Test func nestingHasAnEnd() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: Refusal.self) { try read(text) }
    }

    private func read(_ text: String) throws -> JSON {
        try JSONReader.read(SourceFile(path: "a.json", bytes: Array(text.utf8)))
    }
}
