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

    /// Who translates sees no page: a phrase of one or two words, or one with values, says too little by itself. A note
    /// covers the lines below it, down to the next empty line or note.
    @Test func notesForTranslatorsCoverShortPhrasesAndThoseWithValues() throws {
        let english = try ProjectFolder.text(of: "site-templates/" + LanguageFile.path(of: "en"))
        var isNoted = false
        var bare: [Substring] = []
        for line in english.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                isNoted = false
            } else if line.hasPrefix("#") {
                isNoted = !line.hasPrefix("# --")
            } else if !isNoted {
                bare.append(line)
            }
        }
        let unclear = PhraseFile(Array(bare.joined(separator: "\n").utf8)).entries.filter {
            !$0.text.slots.isEmpty || $0.text.words.count <= 2
        }
        #expect(unclear.map(\.key) == [])
        // What needs no note is whole sentences and captions.
        #expect(bare.count > 50)
    }

    private func texts(below folder: String, suffix: String) throws -> String {
        let root = ProjectFolder.path + "/" + folder
        return try FileManager.default.subpathsOfDirectory(atPath: root)
            .filter { $0.hasSuffix(suffix) }
            .map { try ProjectFolder.text(of: "\(folder)/\($0)") }
            .joined()
    }
}

extension PhraseText {
    fileprivate var words: [Substring] {
        parts.flatMap { part in
            if case .text(let text) = part { text.split(separator: " ") } else { [Substring]() }
        }
    }
}
