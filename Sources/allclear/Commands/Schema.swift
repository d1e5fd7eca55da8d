public import ArgumentParser
public import Records

/// `allclear schema`: what editors check files by while they are written.
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints the JSON Schema of status.yml, or of records' front matter, for editors.",
        discussion: """
            An editor with a YAML language server completes keys by it, shows what they mean, and marks slips \
            while you type: `allclear schema status > status.schema.json`, and this line at the top of \
            status.yml: `# yaml-language-server: $schema=status.schema.json`. docs/editors.md has more.

            `allclear check` knows more than a schema can say, such as the site's own components.
            """
    )

    @Argument(help: "Which: status, or front-matter.")
    var file: FileSchema

    func run() throws {
        try Console().write(verbatim: file.text)
    }
}

extension FileSchema: ExpressibleByArgument {}
