import Diagnostics
import Foundation
import Testing

@testable import StatusSite

/// `docs/templates.md` says what the code does. `UPDATE_DOCS=1` writes its vocabulary anew, but not in CI,
/// where nobody would look at the change.
@Suite struct TemplateDocumentationTests {
    private let file = repository.appending(path: "docs/templates.md")
    private let marker = "<!-- What follows is made from the code: UPDATE_DOCS=1 swift test -->\n\n"

    @Test func theDocumentListsTheWholeVocabulary() throws {
        let document = try String(contentsOf: file, encoding: .utf8)
        let start = try #require(document.range(of: marker)).upperBound
        let vocabulary = VocabularyDocument(of: SiteTemplates.pages, and: SiteTemplates.messages).text
        let environment = ProcessInfo.processInfo.environment
        if environment["UPDATE_DOCS"] == "1" {
            try #require(environment["CI"] == nil, "UPDATE_DOCS is not for CI")
            return try (document[..<start] + vocabulary).write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(document[start...] == vocabulary, "run `UPDATE_DOCS=1 swift test`")
    }

    /// An example is a block whose first word is `mustache` and whose second is the template's name.
    @Test func theDocumentsExamplesHaveNoMistake() throws {
        let document = try String(contentsOf: file, encoding: .utf8)
        let examples = document.split(separator: "```mustache ").dropFirst()
        #expect(!examples.isEmpty)
        for example in examples {
            let name = String(example.prefix { $0 != "\n" })
            let text = example.drop { $0 != "\n" }.dropFirst().prefix(
                upTo: example.range(of: "```")?.lowerBound ?? example.endIndex
            )
            let path = "\(name).mustache"
            let diagnostics = Findings()
            let own = [path: SourceFile(path: path, bytes: Array(text.utf8))]
            _ = SiteTemplates(overriding: own, into: diagnostics)
            #expect(!diagnostics.hasErrors, "\(diagnostics.all)")
        }
    }

    @Test func noTwoContextsHaveOneHeading() {
        let headings = VocabularyDocument(of: SiteTemplates.pages, and: SiteTemplates.messages).text.split(
            separator: "\n"
        )
        .filter { $0.hasPrefix("#") }
        #expect(Set(headings).count == headings.count)
    }
}
