import ArgumentParser
import Diagnostics
import StatusSite

/// `allclear template`: what pages are made with, to look at and to change.
struct CopyTemplate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract:
            "Lists the built-in templates, styles and languages, or copies one into the site to change.",
        discussion: """
            For example:

              allclear template
              allclear template index
              allclear template languages/de.phrases

            The copy goes into site-templates/ and takes the place of the built-in file; no file is ever replaced. \
            Copy as few as will do: docs/restyling.md says what each is for.
            """
    )

    @Argument(
        help: "The file to copy, as it is listed; its folder and ending may be left out.",
        completion: .list(BuiltInFile.all.map(\.name))
    )
    var name: String?

    @OptionGroup var place: SiteFolderOption

    func run() throws {
        let console = Console()
        try console.tellingRefusals {
            guard let name else { return try BuiltInFile.all.forEach { try console.write(line: $0.name) } }
            let file = try file(called: name)
            let path = "site-templates/" + file.name
            do throws(CarefulWriting.Failure) {
                try CarefulWriting.create(path, in: place.site, with: file.bytes)
            } catch .exists {
                throw Refusal("`\(path)` is there already", hint: "edit it, or move it away to begin anew")
            } catch { throw Refusal(error, writing: path) }
            try console.write(line: path)
        }
    }
}

private extension CopyTemplate {
    func file(called name: String) throws -> BuiltInFile {
        if let file = BuiltInFile.named(name) { return file }
        let near = nearest(to: name, in: BuiltInFile.all.flatMap { [$0.name, $0.shortName] })
        throw Refusal(
            "no built-in file is called `\(name)`",
            hint: near.map { "did you mean `\($0)`?" } ?? "`allclear template` lists them"
        )
    }
}
