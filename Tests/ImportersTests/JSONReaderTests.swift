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
            ("{\"a\": 1,}", "1:9 this is no JSON: a key between double quotes is missing"),
            ("{\"a\" 1}", "1:6 this is no JSON: a `:` is missing"),
            ("[1\n2]", "2:1 this is no JSON: a `,` is missing"),
            ("[\"open", "1:2 this is no JSON: this text has no end"),
            (#"{"a": 1, "a": 2}"#, "1:10 this is no JSON: this key is there twice"),
            ("[1] 2", "1:5 this is no JSON: there is more behind the value"),
            ("[nul]", "1:2 this is no JSON: this is no value"),
            ("", "1:1 this is no JSON: the file ends in the middle of a value"),
            (#"["\u12"]"#, "1:5 this is no JSON: four hexadecimal digits are missing"),
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
