import Foundation
import Testing

/// Links between the project's pages lead to a file and a heading, and each folder of documentation lists its pages.
/// Targets that `init` fills in, such as `@new-incident@`, are left out.
@Suite struct DocumentationLinksTests {
    private static let documentation = pages(in: "docs")
    static let all =
        ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "Benchmarks/README.md"]
        + documentation + pages(in: "starter")

    @Test(arguments: all)
    func linksLeadToFilesAndHeadings(page: String) throws {
        let document = try Self.document(page)
        let folder = page.split(separator: "/").dropLast().joined(separator: "/")
        for target in document.targets where !target.contains(/^(?:[a-z]+:|@)/) {
            let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let file = parts[0].isEmpty ? page : "\(folder)/\(parts[0])"
            #expect(
                FileManager.default.fileExists(atPath: "\(ProjectFolder.path)/\(file)"),
                "\(page): \(target) leads to no file"
            )
            guard parts.count > 1, file.hasSuffix(".md") else { continue }
            #expect(
                try Self.document(file).anchors.contains(String(parts[1])),
                "\(page): \(target) leads to no heading"
            )
        }
    }

    @Test(arguments: ["docs", "docs/teams"])
    func mapListsEveryPage(folder: String) throws {
        let listed = Set(try Self.document("\(folder)/README.md").targets)
        let pages = Self.documentation.filter { $0.hasPrefix(folder + "/") }
            .map { String($0.dropFirst(folder.count + 1)) }
        for page in pages where page != "README.md" && (!page.contains("/") || page.hasSuffix("/README.md")) {
            #expect(listed.contains(page), "\(folder)/README.md does not list \(page)")
        }
        #expect(pages.count > 5)
    }

    @Test func anchorsAreThoseOfGitHub() {
        let document = DocumentationPage(
            """
            # 17:05, the `alert`
            ## [A link](a.md#b) in_it
            ## Twice
            ## Twice
            ```
            # Code
            [code](no.md)
            ```
            `[code](no.md)` [`a`](b.md), <img src="c.png">
            """
        )
        #expect(document.anchors == ["1705-the-alert", "a-link-in_it", "twice", "twice-1"])
        #expect(document.targets == ["a.md#b", "b.md", "c.png"])
    }
}

private extension DocumentationLinksTests {
    static func document(_ page: String) throws -> DocumentationPage {
        DocumentationPage(try ProjectFolder.text(of: page))
    }

    static func pages(in folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: "\(ProjectFolder.path)/\(folder)")
        return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".md") }
            .map { "\(folder)/\($0)" }.sorted()
    }
}
