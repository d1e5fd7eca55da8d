import StatusModel
import Testing

@Suite struct ReadyTextTests {
    @Test func blanksAreWordsBetweenBraces() {
        #expect(ReadyText.blanks(in: "In {region} and {a-b_2}, {region}") == ["region", "a-b_2", "region"])
        #expect(ReadyText.blanks(in: "{} {a b} {1} {é} { a } {a {{b}} {a") == ["b"])
    }

    @Test func valuesAreNotLookedThroughInTurn() {
        let values = ["a": "{b}", "b": "x"]
        #expect(ReadyText.filled("{a} {b} {c} {{a}}", with: values) == "{b} x {c} {{b}}")
    }

    @Test(arguments: [
        ("Pages are slow in {region}", "Pages are slow in New York", ["region": "New York"]),
        ("{what} fails in {region} now", "API fails in Oregon now", ["what": "API", "region": "Oregon"]),
        ("Payments fail", "Payments fail", [:]),
        ("{a} and {a}", "x and x", ["a": "x"]),
        ("{a} and {a}", "x and y", nil),
        ("Slow in {region}", "Slow in ", nil),
        ("Slow in {region}", "Slow at Oregon", nil),
        ("{a}{b}", "xy", nil),
        ("Payments fail", "Payments fail again", nil),
    ])
    func titlesTellWhatTheirBlanksWereFilledWith(
        _ title: String, _ record: String, _ values: [String: String]?
    ) {
        #expect(ReadyText(id: "a", title: title).values(making: record) == values)
    }
}
