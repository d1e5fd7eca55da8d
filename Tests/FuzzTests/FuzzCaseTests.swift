import Foundation
@testable import FuzzProperties
import Testing

/// What a fuzzer has found, and what it begins with, is read again by each run of the tests: a file of `Cases` is one
/// input. `make fuzz` looks for more.
@Suite struct FuzzCaseTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases").path

    static let cases = (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []

    @Test(arguments: cases)
    func everyCaseHolds(name: String) throws {
        let input = try Data(contentsOf: URL(filePath: Self.folder + "/" + name))
        #expect(try #require(FuzzedInput(input)).violations == [])
    }

    @Test func everySubjectHasACase() {
        #expect(Set(Self.cases.compactMap { $0.split(separator: "-").first }).count == 10)
    }

    @Test(arguments: [
        ("<p><b>a</p>", "</p> closes nothing"), ("<p>a < b</p>", "a `<` begins no tag"),
        ("<p title=\"a\" onclick=\"b\"></p>", "`onclick` runs something"),
        ("<a href=\" JavaScript:b\"></a>", "`href` leads to a script"),
        ("<script>a</script>", "a script is not the site's own"),
        ("<p title=a></p>", "<p> is not written as a tag is"), ("<main>", "<main> is not closed"),
    ])
    func pageThatIsNotWellFormedIsFound(page: String, mistake: String) {
        #expect(HTMLShape(of: Array(page.utf8)).mistakes == [mistake])
    }
}
