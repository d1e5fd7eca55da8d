import Diagnostics
import Foundation
import PhraseFiles
import Testing

@testable import StatusSite

/// What the languages in the binary say, held against what the program and its templates ask for.
@Suite struct PhraseUseTests {
    @Test func everyPhraseIsAskedFor() throws {
        let code = try texts(below: "Sources/StatusSite", suffix: ".swift")
        let names = Set(code.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
        let templates = try texts(below: "site-templates", suffix: ".mustache")
        let unused = PhraseKeys.known.filter { key in
            ![LanguageFile.conventionsKey, LanguageFile.headingsKey].contains(key.name)
                && !names.contains(key.identifier[...])
                && !templates.contains("{{@\(key.name)}}")
        }
        #expect(unused.map(\.name) == [])
    }

    @Test(arguments: LanguageFile.tags(among: SiteTemplates.builtIn))
    func languagesInTheBinaryLackNothing(tag: String) throws {
        let file = try #require(SiteTemplates.builtIn[LanguageFile.path(of: tag)])
        let found = Findings()
        let checker = LanguageChecker(LanguageFile(tag: tag, file: file), into: found)
        checker.checkText()
        checker.checkCompleteness()
        #expect(found.all.map(\.message) == [])
    }

    private func texts(below folder: String, suffix: String) throws -> String {
        let root = ProjectFolder.path + "/" + folder
        return try FileManager.default.subpathsOfDirectory(atPath: root)
            .filter { $0.hasSuffix(suffix) }
            .map { try ProjectFolder.text(of: "\(folder)/\($0)") }
            .joined()
    }
}
