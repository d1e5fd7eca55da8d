import Diagnostics
import Foundation
import Testing

/// `docs/diagnostics.md` and the program know the same kinds of mistake.
@Suite struct DiagnosticsDocumentTests {
    /// The document's entries: the heading's id, and the text below it.
    private static let entries: [(id: String, text: String)] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/diagnostics.md")
        let document = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
        return document.split(separator: "\n### `").dropFirst().map { entry in
            (String(entry.prefix { $0 != "`" }), String(entry.drop { $0 != "\n" }.drop { $0 == "\n" }))
        }
    }()

    @Test func everyKindHasItsEntryAndEveryEntryItsKind() {
        #expect(Self.entries.map(\.id).sorted() == Diagnostic.ID.allCases.map(\.rawValue).sorted())
    }

    @Test func entriesStandInTheOrderOfTheKinds() {
        #expect(Self.entries.map(\.id) == Diagnostic.ID.allCases.map(\.rawValue))
    }

    @Test func everyEntrySaysFirstWhetherItIsAnErrorOrAWarning() {
        let vague = Self.entries.filter { !$0.text.hasPrefix("**Error") && !$0.text.hasPrefix("**Warning") }
        #expect(vague.map(\.id) == [])
    }
}
