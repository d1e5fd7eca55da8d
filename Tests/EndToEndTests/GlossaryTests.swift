import Foundation
import Testing

/// Texts for people do not use the words that `docs/glossary.md` forbids.
@Suite struct GlossaryTests {
    private let forbidden: ForbiddenPhrases

    init() throws {
        forbidden = ForbiddenPhrases(glossary: try ProjectFolder.text(of: Self.glossary))
        try #require(!forbidden.isEmpty)
    }

    @Test func documentation() throws {
        try expectNothing(in: Self.files("", ".md").filter { $0 != Self.glossary }) {
            ReadableText(markdown: $0)
        }
    }

    @Test func messages() throws {
        try expectNothing(in: Self.files("Sources/", ".swift")) { ReadableText(literalsOf: $0) }
    }

    @Test func englishPhrasesAndTheirNotes() throws {
        try expectNothing(in: ["site-templates/languages/en.phrases"]) { file in
            // Without their keys; the notes are for translators.
            let lines = file.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.hasPrefix("#") ? line : line.split(separator: "=", maxSplits: 1).last ?? ""
            }
            return ReadableText(plain: lines.joined(separator: "\n"))
        }
    }

    @Test func help() throws {
        let overview = try Program.run("--help").output
        let list = try #require(overview.firstRange(of: "SUBCOMMANDS:"))
        let commands = overview[list.upperBound...].matches(of: /\n  ([a-z-]+)/).map { String($0.output.1) }
        try #require(commands.count > 10)
        for command in commands {
            let hits = forbidden.hits(in: ReadableText(plain: try Program.run("help", command).output))
            #expect(hits == [], "allclear help \(command)")
        }
        #expect(forbidden.hits(in: ReadableText(plain: overview)) == [])
    }

    private static let glossary = "docs/glossary.md"

    /// The files of the project's own folders, in the order of their names.
    private static func files(_ folder: String, _ suffix: String) throws -> [String] {
        let own = ["Sources", "docs", "starter", "presets", "Benchmarks"]
        let root = try FileManager.default.contentsOfDirectory(atPath: ProjectFolder.path)
        let below = try own.flatMap { name in
            try FileManager.default.subpathsOfDirectory(atPath: ProjectFolder.path + "/" + name)
                .map { "\(name)/\($0)" }
        }
        return (root + below).filter { $0.hasPrefix(folder) && $0.hasSuffix(suffix) }.sorted()
    }

    private func expectNothing(in files: [String], read: (String) -> ReadableText) throws {
        try #require(!files.isEmpty)
        let hits = try files.flatMap { file in
            forbidden.hits(in: read(try ProjectFolder.text(of: file))).map { "\(file):\($0)" }
        }
        #expect(hits.isEmpty, "\(hits.joined(separator: "\n"))")
    }
}

/// The search for forbidden words.
@Suite struct ForbiddenPhrasesTests {
    private let forbidden = ForbiddenPhrases(
        glossary: """
            | term | meaning | not |
            |---|---|---|
            | incident | **not this** | case, **mishap** |

            | write | not |
            |---|---|
            | instead of | **in place of** |
            | such as | **, as in** |

            | other | table |
            |---|---|
            | a | **b** |
            """)

    @Test func aPhraseIsFoundWithItsLineAcrossLines() {
        let text = "One case.\n\nA Mishap in\nplace of one; in, place of mishaps, as in here as in there.\n"
        #expect(
            forbidden.hits(in: ReadableText(markdown: text)) == ["3: mishap", "3: in place of", "4: , as in"])
    }

    @Test func codeAndAddressesOfMarkdownAreNotProse() {
        let text = """
            `a mishap` and ``a `mishap` `` and [one](mishap.md), mishapen,

            ```sh
            mishap

            mishap
            ```

            mishap
            """
        #expect(forbidden.hits(in: ReadableText(markdown: text)) == ["9: mishap"])
    }

    @Test func literalsOfSwiftAreProseWithoutNamesCodeAndComments() {
        let source = #"""
            // A mishap.
            let name = "mishap"
            let a = "a `mishap` in \(place("of", "a mishap")) b"
            let b = "in "
                + "place of"
            let long = """
                One
                mishap
                """
            """#
        #expect(
            forbidden.hits(in: ReadableText(literalsOf: source)) == [
                "3: mishap", "4: in place of", "8: mishap",
            ])
    }
}
