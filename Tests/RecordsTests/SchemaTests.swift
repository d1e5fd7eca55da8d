import Diagnostics
import Foundation
import StatusModel
import Testing

@testable import Records

/// What the schemas say, read by Foundation. `Tests/Site/schemas.py` holds them against real files and mistakes.
@Suite struct SchemaTests {
    @Test(arguments: FileSchema.allCases) func schemaIsJSONWithAPurposeForEachKey(file: FileSchema) throws {
        let schema = try object(file)
        #expect(schema["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        for (name, property) in properties {
            #expect((property["description"] as? String)?.hasSuffix(".") == true, "\(name)")
        }
    }

    /// Every key of the tables is one that the reader asks for: it says nothing of a file that has it alone.
    @Test func keysAreThoseOfTheReader() throws {
        let record = try #require(object(.frontMatter)["properties"] as? [String: Any])
        #expect(record.keys.sorted() == FrontMatter.keys.shape.names.sorted())
        let status = try #require(object(.status)["properties"] as? [String: [String: Any]])
        #expect(
            status.keys.sorted() == [
                "alerts", "checklists", "components", "groups", "phases", "post_mortem", "rules_until",
                "severities", "site", "team", "texts", "tickets", "uptime",
            ])
        let site = try #require(status["site"])
        #expect(site["required"] as? [String] == ["title", "url"])
        #expect(site["additionalProperties"] as? Bool == false)
    }

    @Test func wordsAreThoseOfTheReader() throws {
        let record = try #require(object(.frontMatter)["properties"] as? [String: [String: Any]])
        #expect(record["visibility"]?["enum"] as? [String] == ["internal", "public"])
        #expect(FileSchema.frontMatter.text.contains("\"enum\": [true, false, \"true\", \"false\"]"))
    }

    /// A form's example is one that the reader takes, and its pattern too.
    @Test(arguments: [
        TextForm.instant, .day, .timeOfDay, .duration, .address, .siteAddress, .ticketAddress, .id, .color,
        .staticFile,
        .language,
        .weekdays, .percentage, .weight,
    ])
    func exampleHasItsForm(form: TextForm) throws {
        let pattern = try NSRegularExpression(pattern: "^\\s*(\(form.pattern))\\s*$")
        func matches(_ text: String) -> Bool {
            pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
        }
        #expect(matches(form.example))
        #expect(!matches("?"))
    }

    @Test(arguments: [
        "2026-01-02T17:05Z", "2026-01-02 17:05:30 +0100", "2026-01-02t17:05 gmt", "2026-01-02  17:05",
        "17:05",
        "2026-01-02", "in 15 minutes", "yesterday", "2026-13-02T17:05Z",
    ])
    func instantOfTheReaderIsOneOfThePattern(text: String) throws {
        let pattern = try NSRegularExpression(pattern: "^\\s*(\(TextForm.instant.pattern))\\s*$")
        let matches = pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
        let expression = TimeExpression(text)
        if expression?.day != nil, expression?.time != nil { #expect(matches) }
        if expression?.day == nil || expression?.time == nil, text != "2026-13-02T17:05Z" {
            #expect(!matches)
        }
    }

    private func object(_ file: FileSchema) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(file.text.utf8)) as? [String: Any])
    }
}
