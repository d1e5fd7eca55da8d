public import ArgumentParser
public import Records

/// `allclear schema`: prints the schemas by which editors check files while they are written.
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the JSON Schema of status.yml or of record front matter, for editors.",
        discussion: """
            With the schema, an editor with a YAML language server completes keys, explains them and marks \
            mistakes while you type. For example:

              allclear schema status > status.schema.json

            Then add this line at the top of status.yml:

              # yaml-language-server: $schema=status.schema.json

            docs/editors.md has more. A schema cannot find every mistake, so also run `allclear check`.
            """
    )

    @Argument(help: "The schema to print.")
    var file: FileSchema

    func run() throws {
        try Console().write(verbatim: file.text)
    }
}

extension FileSchema: ExpressibleByArgument {}
