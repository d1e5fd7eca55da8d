import ArgumentParser
import Diagnostics
import StatusSite

/// `allclear template`: prints the templates of pages, to read and to change.
struct CopyTemplate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract:
            "List the built-in templates, styles and languages, or copy one so that you can change it.",
        discussion: """
            For example:

              allclear template
              allclear template index
              allclear template languages/de.phrases

            The copy goes to site-templates/ and is used instead of the built-in file. Existing files are \
            not changed. Copy only the files that you need: docs/restyling.md explains each one.
            """
    )

    @Argument(
        help: "The file to copy, as listed. You can leave out its folder and extension.",
        completion: .list(BuiltInFile.all.map(\.name))
    )
    var name: String?

    @OptionGroup var place: SiteFolderOption

    func run() throws {
        let console = Console()
        try console.reportingErrors {
            guard let name else { return try BuiltInFile.all.forEach { try console.write(line: $0.name) } }
            let file = try file(called: name)
            let path = "site-templates/" + file.name
            do throws(CarefulWriting.Failure) {
                try CarefulWriting.create(path, in: place.site, with: file.bytes)
            } catch .exists {
                throw CommandError(
                    "`\(path)` already exists", hint: "edit it, or move it elsewhere to start again")
            } catch { throw CommandError(error, writing: path) }
            try console.write(line: path)
        }
    }
}

private extension CopyTemplate {
    func file(called name: String) throws -> BuiltInFile {
        if let file = BuiltInFile.named(name) { return file }
        let near = nearest(to: name, in: BuiltInFile.all.flatMap { [$0.name, $0.shortName] })
        throw CommandError(
            "there is no built-in file `\(name)`",
            hint: near.map { "did you mean `\($0)`?" } ?? "to list them, run `allclear template`"
        )
    }
}
