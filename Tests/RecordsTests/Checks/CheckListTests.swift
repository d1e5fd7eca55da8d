import Foundation
import Testing

@testable import Records

/// The list of checks against the folder that they lie in.
@Suite struct CheckListTests {
    @Test func everyFileOfTheFolderIsACheckInTheList() throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../../Sources/Records/Checks")
            .standardized
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        let checks = names.map { $0.replacing(".swift", with: "") }
        let others = ["Check", "CheckedSite", "Checks"]
        #expect(Checks.all.list.map { "\($0)" }.sorted() == checks.filter { !others.contains($0) }.sorted())
    }
}
