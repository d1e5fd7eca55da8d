import Diagnostics
import Foundation
import Testing

/// `docs/diagnostics.md` and the program know the same kinds of mistake.
@Suite struct DiagnosticsDocumentTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    /// The document's entries: the heading's id, and the text below it.
    private static let entries: [(id: String, text: String)] = {
        let path = repository.appending(path: "docs/diagnostics.md")
        let document = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
        return document.split(separator: "\n### `").dropFirst().map { entry in
            (String(entry.prefix { $0 != "`" }), String(entry.drop { $0 != "\n" }.drop { $0 == "\n" }))
        }
    }()

    /// The kinds that the source names: readers' where they are listed, a check's in its own file.
    @Test func everyKindHasItsEntryAndEveryEntryItsKind() throws {
        let sources = Self.repository.appending(path: "Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var kinds: [String] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let isList = file.lastPathComponent == "Diagnostic+ID.swift"
            let text = try String(contentsOf: file, encoding: .utf8)
            kinds += text.matches(of: isList ? /Self\("([a-z0-9-]+)"\)/ : /Diagnostic\.ID\("([a-z0-9-]+)"\)/)
                .map { String($0.1) }
        }
        #expect(kinds.count > 90)
        #expect(Self.entries.map(\.id).sorted() == kinds.sorted())
    }

    @Test func everyEntrySaysFirstWhetherItIsAnErrorOrAWarning() {
        let vague = Self.entries.filter { !$0.text.hasPrefix("**Error") && !$0.text.hasPrefix("**Warning") }
        #expect(vague.map(\.id) == [])
    }
}
