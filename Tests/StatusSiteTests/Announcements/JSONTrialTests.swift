import Diagnostics
import Testing

@testable import StatusSite

/// A site's own template for a chat is tried before it is needed.
@Suite struct JSONTrialTests {
    @Test func goodTemplatesAreNotTold() {
        #expect(slackMistakes(in: #"{"text": "{{title}}"}"#).isEmpty)
        let list = #"["{{title}}",{{#impacts}}"{{line}}",{{/impacts}}{{#timeline}}"{{line}}",{{/timeline}}]"#
        #expect(slackMistakes(in: list).isEmpty)
    }

    /// What stands in a section shows only where the record has it.
    @Test(arguments: [
        (#"{"text": {{title}}}"#, "a new incident", 1, 10),
        ("{\n\"text\": \"{{title}}\"\n{{#severity}}\n  \"a\": 1\n{{/severity}}\n}", "a new incident", 4, 3),
        ("{\n\"text\": \"{{title}}\"\n{{^severity}}\n  \"a\": 1\n{{/severity}}\n}", "a new incident", 4, 3),
        ("[1\n{{#isResolution}}2{{/isResolution}}\n]", "a resolution", 2, 18),
        ("[1,\n{{#postMortemAt}}\n{{.}}\n{{/postMortemAt}}\n]", "a resolution", 3, 1),
        ("[1,\n{{#isPostMortem}} [ {{/isPostMortem}}\n]", "a post-mortem", 3, 2),
        ("[1,\n{{#isMaintenance}},{{/isMaintenance}}\n]", "maintenance", 2, 19),
        ("{{^isNotice}}[]{{/isNotice}}", "a notice", 1, 1),
        ("[\"a\nb\"]", "a new incident", 1, 4),
    ])
    func mistakeIsToldWhereItStands(template: String, kind: String, line: Int, column: Int) {
        let found = slackMistakes(in: template)
        #expect(found.map(\.id) == [.templateMakesNoJSON] && found.map(\.severity) == [.warning])
        #expect(found.first?.message.contains("the message for \(kind) ") == true, "\(found)")
        #expect(found.first?.location.path == "site-templates/announcement.slack.mustache")
        #expect(found.first?.location.line == line && found.first?.location.column == column, "\(found)")
    }

    @Test func mistakeInAPartIsToldThere() {
        let found = slackMistakes(in: "[\n{{>part.slack}}\n]", with: ["part.slack": "1,\n2 3"])
        #expect(found.map(\.location.path) == ["site-templates/part.slack.mustache"])
        #expect(found.map(\.location.line) == [2] && found.map(\.location.column) == [3])
    }

    private static let templates = Announcer.Format.allCases.compactMap(\.jsonTemplate)

    @Test(arguments: templates) func theBuiltInTemplateMakesJSON(template: String) throws {
        let name = "\(template).mustache"
        let file = try #require(SiteTemplates.builtIn[name])
        let found = Findings()
        _ = SiteTemplates(overriding: [name: file], into: found)
        #expect(found.all.isEmpty)
    }

    @Test(arguments: templates) func eachFormatIsTried(template: String) throws {
        let path = "\(template).mustache"
        let text = "{\n\"text\": \"{{title}}\"\n{{#severity}}\n  \"a\": 1\n{{/severity}}\n}"
        let file = SourceFile(path: "site-templates/\(path)", bytes: Array(text.utf8))
        let found = Findings()
        _ = SiteTemplates(overriding: [path: file], into: found)
        #expect(found.all.map(\.id) == [.templateMakesNoJSON] && found.all.map(\.location.line) == [4])
    }

    @Test(
        arguments: [
            ("{}", nil), ("[]", nil), (" [1, -2.5e+3, true, null, \"a\\u00e9\\n\", {\"a\": [],},] ", nil),
            ("", 0), ("1", 0), ("\"a\"", 0), ("[1", 2), ("[1 2]", 3), ("[01]", 1), ("[1.]", 1), ("[,]", 1),
            ("[1,,]", 3),
            ("{\"a\" 1}", 5), ("{\"a\":}", 5), ("{a: 1}", 1), ("{\"a\": 1, \"b\"}", 12), ("[}", 1),
            ("[]]", 2),
            ("[\"\\x\"]", 4), ("[\"\\u12\"]", 2), ("[\"a", 3), ("[\"\t\"]", 2), ("[tru]", 1), ("{}{}", 2),
        ] as [(String, Int?)])
    func jsonIsToldFromWhatIsNone(text: String, fault: Int?) {
        #expect(JSONSyntax.firstFault(in: Array(text.utf8)) == fault)
    }
}

private func slackMistakes(in template: String, with parts: [String: String] = [:]) -> [Diagnostic] {
    let found = Findings()
    let files = parts.merging(["announcement.slack": template]) { $1 }.map { name, text in
        let path = "\(name).mustache"
        return (path, SourceFile(path: "site-templates/\(path)", bytes: Array(text.utf8)))
    }
    _ = SiteTemplates(overriding: Dictionary(files) { $1 }, into: found)
    return found.all
}
