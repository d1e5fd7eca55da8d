import Foundation
import StatusModel
import Testing

@testable import StatusSite

struct JSONWriterTests {
    @Test func membersStandInTheOrderTheyAreWrittenIn() {
        var json = JSONWriter()
        json.object { json in
            json.member("b", 1)
            json.key("a")
            json.array(of: ["x", "y"])
            json.key("none")
            json.array(of: [String]())
            json.key("inner")
            json.object { json in json.member("yes", true) }
            json.member("last", String?.none)
        }
        #expect(json.text == #"{"b":1,"a":["x","y"],"none":[],"inner":{"yes":true},"last":null}"#)
    }

    @Test func linesHoldOneElementEach() {
        var json = JSONWriter()
        json.lines(of: [1, 2]) { json, number in json.value(number) }
        #expect(json.text == "[\n1,\n2]")
    }

    @Test(arguments: [
        ("plain", #""plain""#),
        (#"say "hi" \ bye"#, #""say \"hi\" \\ bye""#),
        ("a\nb\rc\td", #""a\nb\rc\td""#),
        ("\u{0}\u{8}\u{1F}", ##""\u0000\u0008\u001f""##),
        ("Größe 日本 🎉 \u{7F}\u{2028}</script>", "\"Größe 日本 🎉 \u{7F}\u{2028}</script>\""),
        ("", #""""#),
    ])
    func textIsEscapedWhereItMustBe(text: String, expected: String) {
        #expect(written(text) == expected)
    }

    @Test func everyCharacterBelowAHundredReadsBack() throws {
        let text = String(String.UnicodeScalarView((0..<100).compactMap(Unicode.Scalar.init)))
        var json = JSONWriter()
        json.object { json in
            json.key(text: text)
            json.value(text)
        }
        let read = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: String]
        #expect(read == [text: text])
    }

    @Test(arguments: [(0, "0"), (7, "7"), (-1, "-1"), (1_234_567_890, "1234567890")])
    func integersAreDecimal(number: Int, expected: String) {
        #expect(written(number) == expected)
    }

    @Test func extremesAreDecimal() {
        #expect(written(Int.max) == "9223372036854775807")
        #expect(written(Int.min) == "-9223372036854775808")
    }

    @Test(arguments: [
        (0, "0"), (1_380_000, "1380"), (300, "0.3"), (1_045, "1.045"), (1_050, "1.05"), (7, "0.007"),
    ])
    func thousandthsAreExact(count: Int, expected: String) {
        #expect(written(ExactSeconds(milliseconds: count)) == expected)
    }

    @Test(arguments: [
        (0.0, "0"), (1.0, "1"), (0.96875, "0.96875"), (0.1 + 0.2, "0.30000000000000004"), (-0.5, "-0.5"),
        (5e-05, "0.00005"), (1.25e-7, "0.000000125"), (-3e-10, "-0.0000000003"), (99.9, "99.9"),
        (1e16, "10000000000000000"), (1.5e20, "150000000000000000000"),
    ])
    func numbersHaveNoExponent(number: Double, expected: String) {
        #expect(written(number) == expected)
        #expect(Double(written(number)) == number)
    }

    @Test func instantsAndDaysAreAsTheStandardsHaveThem() throws {
        for seconds in stride(from: -3_000_000_000, to: 5_000_000_000, by: 98_765_432) {
            let instant = Instant(seconds: seconds)
            #expect(written(instant) == "\"\(instant)\"")
        }
        #expect(written(Day(daysSinceEpoch: 0)) == #""1970-01-01""#)
    }

    private func written(_ value: some JSONValue) -> String {
        var json = JSONWriter()
        json.value(value)
        return json.text
    }
}

extension JSONWriter {
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
