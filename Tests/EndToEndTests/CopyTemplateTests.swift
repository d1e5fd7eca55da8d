import Foundation
import Testing

/// `allclear template` as it is run.
@Suite struct CopyTemplateTests {
    @Test func everyBuiltInFileIsListed() throws {
        let built = try FileManager.default.subpathsOfDirectory(
            atPath: ProjectFolder.path + "/site-templates"
        ).filter { $0.contains(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let listed = try Program.run("template")
        #expect(listed.status == 0 && listed.output == built.map { $0 + "\n" }.joined())
    }

    @Test(arguments: [
        ("entry", "entry.mustache"), ("languages/de.phrases", "languages/de.phrases"),
        ("announcement.slack", "announcement.slack.mustache"), ("share-major.png", "share-major.png"),
    ])
    func copyIsTheFileAsItIsBuiltIn(word: String, name: String) throws {
        let repository = try Repository()
        let copied = try Self.run(word, in: repository)
        #expect(copied.status == 0 && copied.output == "site-templates/\(name)\n", "\(copied.error)")
        let bytes = { (folder: String) in
            try Data(contentsOf: URL(filePath: "\(folder)/site-templates/\(name)"))
        }
        #expect(try bytes(repository.path) == bytes(ProjectFolder.path))
    }

    @Test func ownFileIsNotReplaced() throws {
        let repository = try Repository()
        try repository.write("mine", to: "site-templates/index.mustache")
        let refused = try Self.run("index", in: repository)
        #expect(refused.status == 1 && refused.output.isEmpty)
        #expect(
            refused.error == """
                allclear: error: `site-templates/index.mustache` already exists
                allclear: hint: edit it, or move it elsewhere to start again

                """)
        #expect(try Scratch.contents(of: repository.path)["site-templates/index.mustache"] == "mine")
    }

    @Test func unknownNameSuggestsTheNearest() throws {
        let refused = try Self.run("idnex", in: try Repository())
        #expect(
            refused.status == 1
                && refused.error
                    == "allclear: error: there is no built-in file `idnex`\nallclear: hint: did you mean `index`?\n"
        )
    }

    private static func run(_ name: String, in repository: Repository) throws -> Program.Result {
        try Program.run("template", name, "--site", repository.path)
    }
}
