import StatusModel
import Testing

@testable import Records

/// The small values that records and `status.yml` are made of.
@Suite struct ValueTests {
    @Test(arguments: [
        ("90s", 90), ("15m", 900), ("4h", 14_400), ("2d", 172_800), ("1w", 604_800), ("in 15 minutes", 900),
        ("2 Hours", 7_200), ("1 day", 86_400), ("in 1h", 3_600),
    ])
    func durationIsANumberAndAUnit(text: String, seconds: Int) { #expect(Duration(text)?.seconds == seconds) }

    @Test(arguments: [
        (90, "90s"), (900, "15m"), (5_400, "90m"), (86_400, "24h"), (172_800, "48h"), (259_200, "72h"),
        (345_600, "4d"), (349_200, "97h"), (604_800, "1w"), (691_200, "8d"),
    ])
    func durationIsWrittenAsInPolicies(seconds: Int, text: String) {
        #expect(Duration(seconds: seconds).description == text)
    }

    @Test(arguments: ["", "15", "m", "1.5h", "-5m", "15 m 3", "soon", "in", "99999999999999h"])
    func otherTextIsNoDuration(text: String) { #expect(Duration(text) == nil) }

    @Test(arguments: [
        ("2026-01-02-slow", "2026-01-02-slow"), ("2026-01-02 Slow: again!", "2026-01-02-slow-again-"),
        ("Straße_1.2", "straße_1.2"), ("a  \t b", "a-b"), ("日本", "日本"), ("a:b", "a-b"),
    ])
    func slugKeepsLettersDigitsAndThreeMarks(id: String, slug: String) { #expect(id.asSlug == slug) }

    @Test func longListEndsWithTheNumberOfTheOthers() {
        #expect(list(["a", "b"], atMost: 2) == "`a` and `b`")
        #expect(list(["a", "b", "c", "d"], atMost: 2) == "`a`, `b` and 2 more")
    }

    @Test func statusIsReadInBothFormsAndAnyCase() {
        #expect(ComponentStatus(word: "Partial Outage") == .partialOutage)
        #expect(ComponentStatus(word: "partial") == .partialOutage)
        #expect(ComponentStatus(word: "under-maintenance") == .underMaintenance)
        #expect(ComponentStatus(word: "MAJOR") == .majorOutage)
        #expect(ComponentStatus(word: "outage") == nil)
        #expect(ComponentStatus(word: "") == nil)
    }

    @Test(arguments: ["https://example.com", "http://x", "mailto:a@example.com", "HTTPS://EXAMPLE.COM"])
    func addressOfTheWebOrOfMailIsSafe(url: String) { #expect(isSafeAddress(url)) }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "//example.com", "ftp://x", "https://", "java\nscript:x",
        "https://x\u{1}", "", " https://x", "file:///etc/passwd",
    ])
    func everyOtherAddressIsNot(url: String) { #expect(!isSafeAddress(url)) }

    @Test func nameIsFoundByIDNameAndAliasInAnyCase() {
        let table = NameTable([["story-api", "Story API", "stories"], ["web", "Website"]])
        #expect(["story-api", "STORY api", "Stories"].map { table[$0] } == [0, 0, 0])
        #expect((table["website"], table["wbe"]) == (1, nil))
        #expect(table.hint(for: "Wbe", listing: "components") == "did you mean `web`?")
        #expect(
            table.hint(for: "zzzzzz", listing: "components") == "the components are `story-api` and `web`"
        )
    }

    @Test func partOfANameOfOneThingIsEnoughToSuggestIt() {
        let table = NameTable([["pigeon-mail", "Pigeon mail"], ["owl-mail", "Night owls"]])
        #expect(table.near("pigeon") == "pigeon-mail" && table.near("OWL") == "owl-mail")
        // Both have it, none has it, and it is too short.
        #expect(table.near("mail") == nil && table.near("doves") == nil && table.near("wl") == nil)
        // It is the end of a word.
        #expect(table.near("geon") == nil)
    }

    /// Others may have it, too: not all names are compared.
    @Test func partOfANameIsNotEnoughAmongThousands() {
        let names = [["pigeon-mail", "Pigeon mail"]] + (0..<2_000).map { ["part-\($0)", "zebra \($0)"] }
        #expect(NameTable(Array(names.prefix(10))).near("pigeon") == "pigeon-mail")
        #expect(NameTable(names).near("pigeon") == nil)
    }

    @Test func percentSignsAreDecodedWhereTheyMakeText() {
        #expect("a%20b%C3%B6".percentDecoded == "a bö")
        #expect("100%".percentDecoded == "100%")
        #expect("%+1%zz".percentDecoded == "%+1%zz")
        #expect("%FF".percentDecoded == "%FF")
    }

    @Test(arguments: [
        ("other.md", "incidents/2026/other.md"), ("../2025/other.md", "incidents/2025/other.md"),
        ("/static/x.png", "static/x.png"), ("./a/./b", "incidents/2026/a/b"),
    ])
    func pathIsThatFromItsFile(path: String, expected: String) {
        #expect(RelativePath.resolve(path, from: "incidents/2026/slow.md") == expected)
        #expect(RelativePath.resolve("../../../x", from: "incidents/2026/slow.md") == nil)
    }
}
